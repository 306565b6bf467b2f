"""Asking the Headteacher for an exception: what HR may see is open, who and why are sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from candour.domain.exception_request import AskedFor
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.round import Request
from candour.register import drafts as content_rows
from candour.register import keys as key_rows
from candour.register import requests as request_rows
from candour.services.results import OpenRequest
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.domain.journal import SealedContent
    from candour.register.engine import Writer
    from candour.services.ports import Keysmith
    from candour.services.session import Session

WAITING = "Waiting for the Headteacher"


def read_requests(session: Session, smith: Keysmith) -> tuple[OpenRequest, ...]:
    """Return the signed-in person's own requests, with what they wrote where their keys can open it."""
    with session.register.read() as at:
        rows = request_rows.of_person(at, session.person)
        contents = {row.reference: content_rows.content(at, row.content) for row in rows}
    found = []
    for row in rows:
        content = contents[row.reference]
        who = ""
        if session.keys.reading_id in content.keys:
            asked = msgspec.json.decode(
                smith.open(content, session.register.register_id, session.keys), type=AskedFor
            )
            who = asked.who or asked.connection
        found.append(OpenRequest(row.reference, row.kind, row.state, who, row.until))
    return tuple(found)


class Requests:
    """Sends exception requests of the signed-in person."""

    def __init__(self, session: Session, smith: Keysmith, round_name: str, year: int) -> None:
        self._session = session
        self._smith = smith
        self._round = round_name
        self._year = year

    def ask(self, asked: AskedFor) -> str:
        """Send a request and return its reference; it is sealed to the person and to who decides.

        What concerns the Headteacher, and the Headteacher's own, goes to the chair; a chair without a reading
        key simply is no reader yet.
        """
        session = self._session
        to_chair = asked.about_headteacher or session.holds(Office.HEADTEACHER)
        with session.register.read() as at:
            office = key_rows.office_key(at, Office.CHAIR if to_chair else Office.HEADTEACHER)
        readers = (session.keys.reading_id,) if office is None else (session.keys.reading_id, office.reading_key)
        content = self._smith.seal(msgspec.json.encode(asked), readers, session.register.register_id, new_id())
        return session.record(lambda writer: self._act(writer, asked, content)).entry.subject

    def _act(self, writer: Writer, asked: AskedFor, content: SealedContent) -> Act:
        session = self._session
        row = Request(
            f"E-{self._year}-{request_rows.next_number(writer.at, self._year):03d}",
            session.person,
            self._round,
            asked.kind,
            WAITING,
            session.today(),
            asked.until,
            content.content,
        )
        return Act("exception asked", row.reference, (row,), (content,))
