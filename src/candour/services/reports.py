"""From the stop card: that somebody told the designated lead, or is going to; never what it is about."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from candour.domain.journal import CONFIDENTIAL, Act
from candour.domain.people import Office
from candour.domain.round import Note
from candour.register import drafts as content_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class ReportNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the sealed content of a report says: whom they told and when, or that they are going to tell."""

    report: Literal["told", "going to tell"]
    whom: str
    when: datetime


class Reports:
    """Records reports of the signed-in person, for them and for the designated lead alone.

    The entry is of the confidential kind, as a saved answer's is: it names the person as its author does, and has
    one sealed content of whole blocks. Who holds the register's key sees that a note was kept, and that it has one
    more reader than a draft; every page and export shows neither. "This is about the Headteacher" calls nothing
    here: of that, nothing at all is recorded.
    """

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def told(self, whom: str, when: datetime) -> None:
        """Record that the person has told somebody, and when."""
        self._note(ReportNote("told", whom, when))

    def going_to_tell(self) -> None:
        """Record that the person is going to tell the designated lead now."""
        self._note(ReportNote("going to tell", "", self._session.clock()))

    def telling(self) -> bool:
        """Return whether they said that they are going to, and have not yet said that they did."""
        noted = self.noted()
        return bool(noted) and noted[-1].report == "going to tell"

    def noted(self) -> tuple[ReportNote, ...]:
        """Return what the person has recorded, oldest first, as far as their keys of today open it."""
        session = self._session
        with session.register.read() as at:
            rows = people_rows.notes_of(at, session.person)
            contents = [content_rows.content(at, row.content) for row in rows]
        return tuple(
            msgspec.json.decode(self._smith.open(each, session.register.register_id, session.keys), type=ReportNote)
            for each in contents
            if session.keys.reading_id in each.keys
        )

    def _note(self, note: ReportNote) -> None:
        session = self._session
        with session.register.read() as at:
            lead = office_key_rows.office_key(at, Office.DESIGNATED_LEAD)
        readers = (session.keys.reading_id,) if lead is None else (session.keys.reading_id, lead.reading_key)
        content = self._smith.seal(msgspec.json.encode(note), readers, session.register.register_id, new_id())
        session.record(Act(CONFIDENTIAL, session.person, (Note(session.person, content.content),), (content,)))
