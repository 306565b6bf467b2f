"""Asking for an exception: what HR may see is open, who and why are sealed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import msgspec

from candour.domain.journal import Act
from candour.domain.request_moves import Mover, RequestAct, RequestState, moved
from candour.domain.round import Request
from candour.register import office_keys as office_key_rows
from candour.register import requests as request_rows
from candour.register import rounds as round_rows
from candour.services.request_drafts import draft_let_go
from candour.services.request_moving import office_for
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.domain.exception_request import AskedFor
    from candour.domain.journal import Row, SealedContent
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session

SCHOOL_YEAR_BEGINS = 9
"""The month in which a school year begins in England, and the next check with it (screens S3)."""


class Requests:
    """Sends exception requests of the signed-in person, in a check or at any other time."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def ask(self, asked: AskedFor, draft: str = "") -> str:
        """Send a request and return its reference; it is sealed to the person and to who decides.

        What concerns the Headteacher, and the Headteacher's own, goes to the chair; a chair without a reading
        key simply is no reader yet. `draft` is what it was kept as until now; raises Refused if it is gone.
        """
        session = self._session
        with session.register.read() as at:
            office = office_key_rows.office_key(at, office_for(session, asked))
        readers = (session.keys.reading_id,) if office is None else (session.keys.reading_id, office.reading_key)
        content = self._smith.seal(msgspec.json.encode(asked), readers, session.register.register_id, new_id())
        return session.record(lambda writer: self._act(writer, asked, draft, content)).entry.subject

    def _act(self, writer: Writer, asked: AskedFor, draft: str, content: SealedContent) -> Act:
        session = self._session
        round_name, year = round_of(writer.at, session.today())
        row = Request(
            f"E-{year}-{request_rows.next_number(writer.at, year):03d}",
            session.person,
            round_name,
            asked.kind,
            moved(RequestState.DRAFT, RequestAct.ASK, Mover.ASKER).value,
            session.today(),
            asked.until,
            content.content,
        )
        rows: tuple[Row, ...] = (row, draft_let_go(writer.at, draft, session.person)) if draft else (row,)
        return Act(RequestAct.ASK.value, row.reference, rows, (content,))


def round_of(at: Connection, today: date) -> tuple[str, int]:
    """Return the round to which a day belongs and the year in which it started; "" before the first round."""
    found = round_rows.current_round(at, today)
    return (found.round, found.year) if found is not None else ("", school_year(today))


def school_year(day: date) -> int:
    """Return the year in which the school year of a day started."""
    return day.year if day.month >= SCHOOL_YEAR_BEGINS else day.year - 1
