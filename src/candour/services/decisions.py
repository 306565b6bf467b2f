"""What waits to be decided, and one request with all that its decision needs: for who decides, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.deciding import PastCase, like_cases, same_terms
from candour.domain.exception_request import AskedFor, DecidedWords, SaidWords
from candour.domain.request_moves import APPROVED, RequestAct, RequestState
from candour.domain.round import Round
from candour.register import exceptions as exception_rows
from candour.register import journal as journal_rows
from candour.register import rounds as round_rows
from candour.services.deciding_results import (
    EarlierDecision,
    RequestToDecide,
    SameTerms,
    SameTermsLine,
    WaitingRequest,
)
from candour.services.held_lines import day_of
from candour.services.known import enrolment_of, pack_from, pack_in_force, pack_of, person_of
from candour.services.request_moving import request_of
from candour.services.request_office import OfficeReader
from candour.services.request_results import Happened
from candour.services.requests import school_year

if TYPE_CHECKING:
    from candour.domain.deciding import LikeCases
    from candour.domain.exceptions import Decided
    from candour.domain.policy import Pack
    from candour.domain.round import PackAdopted, Request
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class Decisions:
    """Reads requests for the signed-in person, who holds an office that decides."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def waiting(self) -> tuple[WaitingRequest, ...]:
        """Return what is not decided, oldest first; raises Refused for who decides nothing."""
        reader = OfficeReader(self._session, self._smith)
        with self._session.register.read() as at:
            rows = reader.undecided(at)
            lines = [self._line(at, row, reader.opened(at, row.content, AskedFor), reader) for row in rows]
        return tuple(sorted(lines, key=lambda each: (each.asked_on, each.reference)))

    def one(self, reference: str) -> RequestToDecide:
        """Return one request; raises Refused for one that is not theirs to read."""
        session, reader = self._session, OfficeReader(self._session, self._smith)
        today = session.today()
        with session.register.read() as at:
            row = request_of(at, reference)
            asked = reader.must_open(at, row, AskedFor)
            return RequestToDecide(
                line=self._line(at, row, asked, reader),
                asked=asked,
                staff=person_of(at, asked.staff).name if asked.staff else "",
                timeline=self._timeline(at, reference, reader),
                earlier=_earlier(at, row, asked, reader),
                like=_like(at, asked, reader),
                ready=ground_of(at, row, session)[0].conditions,
                first=today,
                last=asked.until,
                decider=person_of(at, session.person).name,
                ask_secret=session.needs_proof(),
            )

    def on_same_terms(self) -> SameTerms:
        """Return the requests that ask for what was approved last year, with those terms."""
        found = [self.one(line.reference) for line in self.waiting() if line.same_terms]
        lines = [SameTermsLine(each.line, _terms(each)) for each in found]
        return SameTerms(tuple(lines), self._session.needs_proof())

    def _line(self, at: Connection, row: Request, asked: AskedFor | None, reader: OfficeReader) -> WaitingRequest:
        person, session = person_of(at, row.person), self._session
        mine = session.person in (row.person, "" if asked is None else asked.staff)
        earlier = None if asked is None or not asked.same_as else _earlier(at, row, asked, reader)
        return WaitingRequest(
            reference=row.reference,
            name=person.name,
            role=person.role,
            kind=row.kind,
            connection="" if asked is None else asked.connection,
            state=RequestState(row.state),
            asked_on=row.asked_on,
            days=max(0, (session.today() - row.asked_on).days),
            mine=mine,
            opens=asked is not None,
            same_terms=not mine and earlier is not None and earlier.same_terms and earlier.state in APPROVED,
        )

    def _timeline(self, at: Connection, reference: str, reader: OfficeReader) -> tuple[Happened, ...]:
        left, found = exception_rows.words_about(at, reference), []
        for each in journal_rows.entries_of(at, reference):
            act = RequestAct(each.entry.kind)
            with_it = next((row for row in left if row.what == act.value), None)
            if with_it is not None:
                left.remove(with_it)
            said = None if with_it is None else reader.opened(at, with_it.content, SaidWords)
            by = "" if act is RequestAct.LAPSE else enrolment_of(at, each.entry.author).person
            name = person_of(at, by).name if by else ""
            day = day_of(each.received, self._session.clock().tzinfo)
            found.append(Happened(day, name, act, "" if said is None else said.words))
        return tuple(found)


def ground_of(at: Connection, row: Request, session: Session) -> tuple[Pack, PackAdopted, Round]:
    """Return the pack that a request stands on, and its round: those it was asked in, else the pack in force."""
    running = round_rows.round_named(at, row.round) if row.round else None
    adopted = pack_in_force(at) if running is None else pack_of(at, running.pack)
    today = session.today()
    return pack_from(adopted.text), adopted, running or Round("", school_year(today), today, today, "")


def _terms(request: RequestToDecide) -> str:
    """Return last year's terms in words, with the day until which they are to hold now."""
    earlier = request.earlier
    conditions = () if earlier is None else (*earlier.conditions, earlier.line)
    until = f"Until {uk_date(request.last)}" if request.last else "No last day"
    return "; ".join(filter(None, (until, *conditions)))


def _earlier(at: Connection, row: Request, asked: AskedFor, reader: OfficeReader) -> EarlierDecision | None:
    """Return the decision that a request names, else the last one on the same kind and connection of its asker."""
    before = [each for each in exception_rows.decisions_for(at, row.person) if each.reference != row.reference]
    for decided in reversed(before):
        named = decided.reference == asked.same_as
        if not named and asked.same_as:
            continue
        then = _asked_then(at, decided, reader)
        if named or (then is not None and (then.kind, then.connection) == (asked.kind, asked.connection)):
            return _told(at, decided, reader, same=then is not None and same_terms(asked, then))
    return None


def _told(at: Connection, decided: Decided, reader: OfficeReader, *, same: bool) -> EarlierDecision:
    words = reader.opened(at, decided.content, DecidedWords)
    return EarlierDecision(
        reference=decided.reference,
        state=RequestState(decided.decision),
        decided_on=decided.decided_on,
        until=request_of(at, decided.reference).until,
        conditions=tuple(decided.conditions.splitlines()),
        line=words.line if words else "",
        reason=words.reason if words else "",
        same_terms=same and words is not None,
    )


def _asked_then(at: Connection, decided: Decided, reader: OfficeReader) -> AskedFor | None:
    return reader.opened(at, request_of(at, decided.reference).content, AskedFor)


def _like(at: Connection, asked: AskedFor, reader: OfficeReader) -> LikeCases | None:
    rows = exception_rows.requests_decided(at)
    past = []
    for decided in exception_rows.all_decisions(at):
        row = rows[decided.reference]
        then = reader.opened(at, row.content, AskedFor) if row.kind == asked.kind else None
        if then is not None:
            ticked = tuple(decided.conditions.splitlines())
            past.append(PastCase(row.kind, then.connection, decided.decision, decided.decided_on.year, ticked))
    return like_cases(past, asked.kind, asked.connection)
