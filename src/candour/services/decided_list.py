"""What was decided, for who decides: to look up, to revoke, and to print the letter once more."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from candour.domain.exception_request import AskedFor, DecidedWords
from candour.domain.request_moves import APPROVED, RequestState, state_on
from candour.errors import Refused
from candour.register import exceptions as exception_rows
from candour.services.deciding_results import DecidedLine
from candour.services.known import person_of
from candour.services.request_moving import request_of
from candour.services.request_office import OfficeReader

if TYPE_CHECKING:
    from candour.domain.exceptions import Decided
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class DecidedList:
    """Reads the decisions of the offices that the signed-in person holds."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def all(self) -> tuple[DecidedLine, ...]:
        """Return every decision that is theirs to read, newest first; their own requests are not among them."""
        reader = OfficeReader(self._session, self._smith)
        with self._session.register.read() as at:
            rows = exception_rows.requests_decided(at)
            return tuple(
                self._line(at, each, rows[each.reference], reader)
                for each in reversed(exception_rows.all_decisions(at))
                if each.person != self._session.person and reader.decides(at, rows[each.reference])
            )

    def letter(self, reference: str) -> bytes:
        """Return the signed letter of a decision; raises Refused for one on paper, or not theirs."""
        reader = OfficeReader(self._session, self._smith)
        with self._session.register.read() as at:
            reader.must_open(at, request_of(at, reference), AskedFor)
            decided = exception_rows.decision_on(at, reference)
            words = None if decided is None else reader.opened(at, decided.content, DecidedWords)
        if words is None or not words.letter:
            raise Refused("This decision has no letter here: one on paper is its own.")
        return base64.b64decode(words.letter)

    def _line(self, at: Connection, decided: Decided, row: Request, reader: OfficeReader) -> DecidedLine:
        asked = reader.opened(at, row.content, AskedFor)
        words = reader.opened(at, decided.content, DecidedWords)
        state = state_on(row.state, row.until, self._session.today())
        named = "" if asked is None else asked.staff
        return DecidedLine(
            reference=row.reference,
            name=person_of(at, row.person).name,
            kind=row.kind,
            connection="" if asked is None else asked.connection,
            state=state,
            decision=RequestState(decided.decision),
            decided_on=decided.decided_on,
            decided_by=words.decided_by if words else person_of(at, decided.decided_by).name,
            until=row.until if decided.decision in APPROVED else None,
            conditions=tuple(decided.conditions.splitlines()),
            on_paper=bool(decided.paper),
            can_revoke=state in APPROVED and asked is not None and named != self._session.person,
            has_letter=bool(words and words.letter),
        )
