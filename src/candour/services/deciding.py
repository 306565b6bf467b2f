"""Deciding a request: once, by somebody else than its asker, with a signed letter that only its asker can open."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from candour.domain.deciding import ACT_OF, NewDecision, check_decision
from candour.domain.exception_request import AskedFor, DecidedWords
from candour.domain.exceptions import Decided
from candour.domain.journal import Act
from candour.domain.request_moves import Mover, RequestAct, refuse_own
from candour.errors import Refused, Trouble
from candour.register import people as people_rows
from candour.services.deciding_results import BatchDone
from candour.services.decisions import Decisions, ground_of
from candour.services.known import person_of
from candour.services.letters import Letters, office_held
from candour.services.request_moving import moved_row, office_of, readers_about, request_of, said
from candour.services.request_office import OfficeReader
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.journal import SealedContent
    from candour.domain.round import Request
    from candour.register.engine import Writer
    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session
    from candour.services.sign_in import SignIn

BLOCK = 262_144
"""What is sealed of a decision is filled up to whole blocks of this size: more than a letter, whatever it says."""


class Deciding:
    """Decides as the signed-in person; each decision is one entry, and one proof serves a whole batch."""

    def __init__(self, sign_in: SignIn, check: MyCheck, smith: Keysmith, documents: Documents) -> None:
        self._sign_in = sign_in
        self._session: Session = sign_in.session
        self._smith = smith
        self._letters = Letters(self._session, check, smith, documents)

    def decide(self, reference: str, new: NewDecision, secret: str = "") -> None:
        """Decide one request; `secret` may be "" while proof lasts.

        Raises Refused for what cannot be decided so, for one's own, and where somebody else was faster.
        """
        self._prove(secret)
        self._decide(reference, new)

    def same_terms(self, references: Sequence[str], secret: str = "") -> BatchDone:
        """Approve several as they were approved before, until the day asked for; say what was not, and why."""
        self._prove(secret)
        done, left = [], []
        for reference in references:
            try:
                self._decide(reference, self._as_before(reference))
            except (Refused, Trouble) as reason:
                left.append((reference, str(reason)))
            else:
                done.append(reference)
        return BatchDone(tuple(done), tuple(left))

    def ask(self, reference: str, words: str) -> None:
        """Ask a question first: the request waits for its asker until they answer."""
        if not words.strip():
            raise Refused("Write what you want to ask.")
        self._say(reference, RequestAct.QUESTION, words.strip())

    def revoke(self, reference: str, reason: str) -> None:
        """End an approval, with a reason that its asker reads."""
        if not reason.strip():
            raise Refused("Give a reason: it is read by who asked.")
        self._say(reference, RequestAct.REVOKE, reason.strip())

    def _prove(self, secret: str) -> None:
        if self._session.needs_proof():
            self._sign_in.prove(secret)

    def _as_before(self, reference: str) -> NewDecision:
        request = Decisions(self._session, self._smith).one(reference)
        earlier = request.earlier
        if earlier is None or not request.line.same_terms:
            raise Refused("Last year’s terms were others: decide this one by itself.")
        act = ACT_OF[earlier.state]
        return NewDecision(act, earlier.conditions, earlier.line, request.asked.until)

    def _decide(self, reference: str, new: NewDecision) -> None:
        session = self._session
        row, asked = self._readable(reference)
        with session.register.read() as at:
            # Whoever is too late is told so before a letter is drawn for nothing.
            moved_row(at, reference, new.act, Mover.DECIDER, session.today())
            ready = ground_of(at, row, session)[0].conditions
            check_decision(new, asked, ready, person_of(at, row.person).name, session.today())
            held = office_held(at, office_of(at, row), session.person, session.today())
            readers = readers_about(at, row)
        letter = base64.b64encode(self._letters.signed(row, asked, new)).decode()
        words = DecidedWords(new.line.strip(), new.reason.strip(), session.who().name, held, letter)
        content = self._smith.seal(evened(words), readers, session.register.register_id, new_id())
        session.record(lambda writer: self._decided(writer, reference, new, content))

    def _decided(self, writer: Writer, reference: str, new: NewDecision, content: SealedContent) -> Act:
        session = self._session
        row = moved_row(writer.at, reference, new.act, Mover.DECIDER, session.today())
        if new.act is not RequestAct.NOT_APPROVE:
            row = replace(row, until=new.until)
        decided = Decided(
            reference=reference,
            person=row.person,
            decided_by=session.person,
            decision=row.state,
            conditions="\n".join(new.conditions),
            decided_on=session.today(),
            paper="",
            content=content.content,
        )
        return Act(new.act.value, reference, (row, decided), (content,))

    def _say(self, reference: str, act: RequestAct, words: str) -> None:
        session = self._session
        row, _ = self._readable(reference)
        with session.register.read() as at:
            readers = readers_about(at, row)
        spoken, content = said(session, self._smith, readers, reference, act, words)

        def made(writer: Writer) -> Act:
            moved = moved_row(writer.at, reference, act, Mover.DECIDER, session.today())
            return Act(act.value, reference, (moved, spoken), (content,))

        session.record(made)

    def _readable(self, reference: str) -> tuple[Request, AskedFor]:
        """Return a request and what it says, for whoever may decide it; raises Refused for one's own."""
        session, reader = self._session, OfficeReader(self._session, self._smith)
        with session.register.read() as at:
            row = request_of(at, reference)
            asked = reader.must_open(at, row, AskedFor)
            about_head = people_rows.holdings(at, session.today()) if asked.about_headteacher else []
        heads = {held.person for held in about_head if held.office == "headteacher"}
        refuse_own(session.person, row.person, asked.staff)
        if session.person in heads:
            raise Refused("This request is about the Headteacher, so the chair of governors decides it.")
        return row, asked


def evened(words: DecidedWords) -> bytes:
    """Return what is sealed of a decision, filled up with blanks to whole blocks."""
    plain = msgspec.json.encode(words)
    return plain + b" " * (-len(plain) % BLOCK)
