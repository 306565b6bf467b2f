"""Decisions on paper: HR enters the chair's answer slip with its scan, and a second person confirms it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candour.domain.answer_slips import NewSlip, check_slip
from candour.domain.deciding import ACT_OF
from candour.domain.exception_request import DecidedWords
from candour.domain.exceptions import Decided, PaperDecision
from candour.domain.journal import Act, StoredFile
from candour.domain.people import CONFIRMED_OFFICES, Office
from candour.domain.request_moves import Mover, RequestState, moved, refuse_own
from candour.errors import Refused
from candour.register import declarations as file_rows
from candour.register import exceptions as exception_rows
from candour.register import requests as request_rows
from candour.services.deciding import evened
from candour.services.deciding_results import SlipGround, SlipLine
from candour.services.decisions import ground_of
from candour.services.known import pack_from, pack_in_force, person_of
from candour.services.request_moving import moved_row, readers_about, request_of
from candour.services.second_person import why_no_second_person
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.domain.journal import SealedContent
    from candour.domain.round import Request
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session

NO_REFERENCE = "No request has that reference: look at the slip once more."
OWN = "This is about your own request, so somebody else enters and confirms it."


class PaperDecisions:
    """Answer slips, for HR who enters them and for the offices that confirm.

    Any request that waits can be answered on paper, so that nobody learns from a refusal whom it goes to. Nothing
    is decided before a second person has compared the scan.
    """

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def ground(self) -> SlipGround:
        """Return every slip that was entered and not taken back, newest first, and the ready conditions."""
        session = self._session
        session.require(Office.HR, *CONFIRMED_OFFICES)
        with session.register.read() as at:
            lines = tuple(self._line(at, each) for each in reversed(exception_rows.papers(at)))
            ready = pack_from(pack_in_force(at).text).conditions
        return SlipGround(lines, ready, session.today(), may_enter=session.holds(Office.HR))

    def enter(self, slip: NewSlip) -> str:
        """Enter a slip, and return its id; raises Refused for what cannot be so, and for one's own request."""
        session = self._session
        session.require(Office.HR)
        scan, paper = StoredFile(slip.scan), new_id()

        def act(writer: Writer) -> Act:
            row = self._waiting(writer.at, slip)
            entered = PaperDecision(
                paper=paper,
                reference=row.reference,
                decision=moved(RequestState(row.state), slip.act, Mover.DECIDER).value,
                conditions="\n".join(slip.conditions),
                until=slip.until,
                decided_on=slip.decided_on,
                signed_by=slip.signed_by.strip(),
                scan=scan.digest,
                entered_by=session.person,
                dropped=False,
            )
            return Act("paper decision entered", paper, (entered,), (), (scan,))

        session.record(act)
        return paper

    def scan(self, paper: str) -> bytes:
        """Return the scan of a slip, to compare it."""
        self._session.require(Office.HR, *CONFIRMED_OFFICES)
        with self._session.register.read() as at:
            return file_rows.file(at, _slip(at, paper).scan)

    def confirm(self, paper: str) -> None:
        """Confirm that a slip was entered as its scan says: with this entry the request is decided.

        Raises Refused for whoever entered it, for whoever asked, and where the request was decided meanwhile.
        """
        session = self._session
        with session.register.read() as at:
            slip = _slip(at, paper)
            row = request_of(at, slip.reference)
            why_not = self._why_not(at, slip, row)
            readers = readers_about(at, row)
        if why_not:
            raise Refused(why_not)
        words = DecidedWords("", "", slip.signed_by, Office.CHAIR, "")
        content = self._smith.seal(evened(words), readers, session.register.register_id, new_id())
        session.record(lambda writer: self._confirmed(writer, paper, content))

    def drop(self, paper: str) -> None:
        """Take a slip back that was entered by mistake and is not confirmed."""
        session = self._session
        session.require(Office.HR, *CONFIRMED_OFFICES)

        def act(writer: Writer) -> Act:
            slip = _slip(writer.at, paper)
            decided = exception_rows.decision_on(writer.at, slip.reference)
            if decided is not None and decided.paper == paper:
                raise Refused("This slip is confirmed: who decides can revoke the approval.")
            return Act("paper decision taken back", paper, (replace(slip, dropped=True),))

        session.record(act)

    def _waiting(self, at: Connection, slip: NewSlip) -> Request:
        row = request_rows.request(at, slip.reference.strip().upper())
        if row is None:
            raise Refused(NO_REFERENCE)
        if row.person == self._session.person:
            raise Refused(OWN)
        if any(each.reference == row.reference for each in exception_rows.papers(at)):
            raise Refused("A slip for this request was entered already: look at it in the list.")
        moved_row(at, row.reference, slip.act, Mover.DECIDER, self._session.today())
        ready = ground_of(at, row, self._session)[0].conditions
        check_slip(slip, row.asked_on, row.until, ready, self._session.today())
        return row

    def _confirmed(self, writer: Writer, paper: str, content: SealedContent) -> Act:
        session, slip = self._session, _slip(writer.at, paper)
        act = ACT_OF[RequestState(slip.decision)]
        row = moved_row(writer.at, slip.reference, act, Mover.DECIDER, session.today())
        refuse_own(session.person, row.person, "")
        if row.state != RequestState.NOT_APPROVED:
            row = replace(row, until=slip.until)
        decided = Decided(
            reference=row.reference,
            person=row.person,
            decided_by=session.person,
            decision=slip.decision,
            conditions=slip.conditions,
            decided_on=slip.decided_on,
            paper=paper,
            content=content.content,
        )
        return Act(act.value, row.reference, (row, decided), (content,))

    def _why_not(self, at: Connection, slip: PaperDecision, row: Request) -> str:
        """Return why the signed-in person is no second person for a slip, "" where they are."""
        return why_no_second_person(at, self._session, slip.entered_by, row.person, OWN)

    def _line(self, at: Connection, slip: PaperDecision) -> SlipLine:
        row = request_of(at, slip.reference)
        decided = exception_rows.decision_on(at, slip.reference)
        confirmed = decided is not None and decided.paper == slip.paper
        waits = decided is None and row.state in (RequestState.WAITING, RequestState.QUESTION)
        why_not = self._why_not(at, slip, row) if waits else ""
        return SlipLine(
            paper=slip.paper,
            reference=slip.reference,
            decision=RequestState(slip.decision),
            conditions=tuple(slip.conditions.splitlines()),
            until=slip.until,
            decided_on=slip.decided_on,
            signed_by=slip.signed_by,
            entered_by=person_of(at, slip.entered_by).name,
            confirmed_by=person_of(at, decided.decided_by).name if decided is not None and confirmed else "",
            overtaken=not waits and not confirmed,
            can_confirm=waits and not why_not,
            why_not=why_not,
            can_drop=not confirmed,
        )


def _slip(at: Connection, paper: str) -> PaperDecision:
    found = next((each for each in exception_rows.papers(at) if each.paper == paper), None)
    if found is None:
        raise Refused("This slip was taken back meanwhile.")
    return found
