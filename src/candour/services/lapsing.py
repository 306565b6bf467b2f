"""Writing down that exceptions have ended: whoever comes next and may does so, once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.request_moves import Mover, RequestAct
from candour.errors import Refused
from candour.register import requests as request_rows
from candour.services.request_moving import moved_row

if TYPE_CHECKING:
    from candour.register.engine import Writer
    from candour.services.session import Session

MAY_FOR_ALL = (Office.KEEPER, Office.HEADTEACHER, Office.CHAIR)


class Lapsing:
    """Records what the calendar did: for the signed-in person, or as a keeper or decider for everybody.

    What a request is worth on a day never waits for it: reading looks at the calendar itself.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def write(self) -> tuple[str, ...]:
        """Record each exception whose last day is past, one entry each, and return their references."""
        session = self._session
        for_all = session.holds(*MAY_FOR_ALL)
        with session.register.read() as at:
            rows = request_rows.past(at, session.today())
        written = []
        for reference in [row.reference for row in rows if for_all or row.person == session.person]:
            with suppress(Refused):  # somebody else's app was faster
                session.record(lambda writer, one=reference: self._lapse(writer, one))  # type: ignore[misc]
                written.append(reference)
        return tuple(written)

    def _lapse(self, writer: Writer, reference: str) -> Act:
        row = moved_row(writer.at, reference, RequestAct.LAPSE, Mover.CALENDAR, self._session.today())
        return Act(RequestAct.LAPSE.value, reference, (row,))
