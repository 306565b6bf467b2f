"""One of a person's own requests: its whole story, and what its asker does with it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, TypeVar

from candour.domain.exception_request import AskedFor, DecidedWords, SaidWords
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.request_dates import acts_open_to, reminder_on
from candour.domain.request_moves import UNDECIDED, Mover, RequestAct, RequestState, state_on
from candour.errors import Refused
from candour.register import exceptions as exception_rows
from candour.register import journal as journal_rows
from candour.services.held_lines import day_of
from candour.services.known import enrolment_of, person_of
from candour.services.opening import open_own
from candour.services.request_moving import moved_row, office_of, readers_about, request_of, said
from candour.services.request_reading import looked_at
from candour.services.request_results import DecisionRead, Happened, MyRequest

if TYPE_CHECKING:
    from candour.domain.exceptions import Decided, RequestWords
    from candour.domain.journal import LinkedEntry, Row, SealedContent
    from candour.domain.round import Request
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session

T = TypeVar("T")

NO_ANSWER = "Write your answer: one line is enough."
NO_LETTER = "There is no letter here: a decision on paper has none, and keys made later cannot open it."
ACTS = frozenset(act.value for act in RequestAct)


class MyRequests:
    """Reads and moves requests of the signed-in person; every move is one entry."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def one(self, reference: str) -> MyRequest:
        """Return a request with its story, as far as the person's keys of today open it."""
        session, today = self._session, self._session.today()
        with session.register.read() as at:
            row = self._own(at, reference)
            entries = [e for e in journal_rows.entries_of(at, reference) if e.entry.kind in ACTS]
            words = exception_rows.words_about(at, reference)
            decided = exception_rows.decision_on(at, reference)
            seen = looked_at(at, session, reference) or today
            office = office_of(at, row)
        asked, state = self._opened(row.content, AskedFor), state_on(row.state, row.until, today)
        decision = None if decided is None else self._decision(decided)
        timeline = self._timeline(entries, words, decision)
        asking = [each.words for each in timeline if each.act is RequestAct.QUESTION]
        return MyRequest(
            reference=reference,
            kind=row.kind,
            state=state,
            asked_on=row.asked_on,
            until=row.until,
            asked=asked,
            staff=self._name(asked.staff) if asked is not None and asked.staff else "",
            timeline=timeline,
            question=asking[-1] if state is RequestState.QUESTION else "",
            decision=decision,
            acts=acts_open_to(Mover.ASKER, state),
            reminder=reminder_on(today, state, row.until, seen),
            for_chair=office is Office.CHAIR and state in UNDECIDED and asked is not None,
        )

    def letter(self, reference: str) -> bytes:
        """Return the signed letter of the decision; raises Refused where there is none that opens."""
        with self._session.register.read() as at:
            self._own(at, reference)
            decided = exception_rows.decision_on(at, reference)
        words = None if decided is None else self._opened(decided.content, DecidedWords)
        if words is None or not words.letter:
            raise Refused(NO_LETTER)
        return base64.b64decode(words.letter)

    def answer(self, reference: str, words: str) -> None:
        """Answer the question that waits; raises Refused for no words, and where none waits any more."""
        if not words.strip():
            raise Refused(NO_ANSWER)
        self._move(reference, RequestAct.ANSWER, words.strip())

    def withdraw(self, reference: str) -> None:
        """Take a request back that is not decided yet."""
        self._move(reference, RequestAct.WITHDRAW)

    def still_right(self, reference: str) -> None:
        """Say that an exception is as it was; nobody decides anew."""
        self._move(reference, RequestAct.STILL_RIGHT)

    def end(self, reference: str, why: str = "") -> None:
        """End an exception before its day: it is no longer needed, or what ends it has happened."""
        self._move(reference, RequestAct.END, why.strip())

    def _move(self, reference: str, act: RequestAct, words: str = "") -> None:
        session = self._session
        sealed: tuple[tuple[RequestWords, SealedContent], ...] = ()
        if words:
            with session.register.read() as at:
                readers = readers_about(at, self._own(at, reference), session.keys.reading_id)
            sealed = (said(session, self._smith, readers, reference, act, words),)

        def made(writer: Writer) -> Act:
            self._own(writer.at, reference)
            row = moved_row(writer.at, reference, act, Mover.ASKER, session.today())
            rows: tuple[Row, ...] = (row, *(each for each, _ in sealed))
            return Act(act.value, reference, rows, tuple(content for _, content in sealed))

        session.record(made)

    def _own(self, at: Connection, reference: str) -> Request:
        row = request_of(at, reference)
        if row.person != self._session.person:
            raise Refused("You can open and change your own requests only.")
        return row

    def _opened(self, content: str, kind: type[T]) -> T | None:
        return open_own(self._session, self._smith, content, kind)

    def _name(self, person: str) -> str:
        with self._session.register.read() as at:
            return person_of(at, person).name

    def _decision(self, row: Decided) -> DecisionRead:
        words = self._opened(row.content, DecidedWords)
        return DecisionRead(
            decided_on=row.decided_on,
            by=words.decided_by if words else self._name(row.decided_by),
            office=words.office if words else "",
            conditions=tuple(row.conditions.splitlines()),
            line=words.line if words else "",
            reason=words.reason if words else "",
            has_letter=bool(words and words.letter),
        )

    def _timeline(
        self, entries: list[LinkedEntry], words: list[RequestWords], decision: DecisionRead | None
    ) -> tuple[Happened, ...]:
        left = list(words)
        found = []
        for each in entries:
            act = RequestAct(each.entry.kind)
            with_it = next((row for row in left if row.what == act.value), None)
            if with_it is not None:
                left.remove(with_it)
            spoken = None if with_it is None else self._opened(with_it.content, SaidWords)
            decided = act in DECIDING and decision is not None
            by = decision.by if decided and decision else self._by(each, act)
            day = day_of(each.received, self._session.clock().tzinfo)
            found.append(Happened(day, by, act, "" if spoken is None else spoken.words))
        return tuple(found)

    def _by(self, entry: LinkedEntry, act: RequestAct) -> str:
        with self._session.register.read() as at:
            author = enrolment_of(at, entry.entry.author).person
        own = author == self._session.person or act is RequestAct.LAPSE
        return "" if own else self._name(author)


DECIDING = frozenset({RequestAct.APPROVE, RequestAct.APPROVE_WITH_CONDITIONS, RequestAct.NOT_APPROVE})
