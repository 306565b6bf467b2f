"""Signing a declaration: the facts first, then drawn, shown, signed, and then the entry."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from candour.domain.checklist import Unsettled
from candour.domain.declaration import DeclarationFacts, PersonFact, SchoolFact, SeenHead
from candour.domain.flow import asked, done, open_in, unsettled
from candour.domain.journal import Act, Row, StoredFile
from candour.domain.outcomes import outcome_of, outcomes
from candour.domain.people_import import padded
from candour.domain.round import Declared, DeclaredLine, SignedUnder
from candour.domain.wording import Frame, answer_words, build_facts, outcome_words
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import rounds as round_rows
from candour.services.asked import left_to_sign
from candour.services.full_copy import FullCopy
from candour.services.known import school_of
from candour.services.my_check import Ground
from candour.services.request_reading import decisions, exception_facts
from candour.services.results import AnswerLine, Signed, ToSign
from candour.services.sign_in import new_id
from candour.services.wishes import wishes

if TYPE_CHECKING:
    from candour.domain.checklist import Answers, Decision, Outcome
    from candour.domain.round import Round
    from candour.register.engine import Writer
    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session
    from candour.services.sign_in import SignIn
    from candour.services.standing import Standing


CHANGED = "Something has changed since: look at your answers once more, then sign."
OPEN_POLICY = Unsettled("", "Open the policy once before you sign")
"""Settled on no question's page (its id is ""): the policy itself (screens S2)."""


@dataclass(frozen=True)
class Prepared:
    """Both copies drawn and shown, with the facts that they render; what is signed is exactly this.

    `finished` is the question whose to-do this declaration says is done, "" for a check or an update.
    """

    ground: Ground
    finished: str
    answers: Answers
    found: tuple[Outcome, ...]
    declaration: DeclarationFacts
    declaration_pdf: bytes
    full_copy_pdf: bytes


class Declaring:
    """Prepares and signs the signed-in person's declaration."""

    def __init__(self, sign_in: SignIn, check: MyCheck, smith: Keysmith, documents: Documents) -> None:
        self._sign_in = sign_in
        self._session: Session = sign_in.session
        self._check = check
        self._smith = smith
        self._documents = documents
        self._prepared: Prepared | None = None

    def prepare(self) -> ToSign:
        """Return what will be signed, with both PDFs drawn once nothing is unsettled."""
        return self._prepare(self._check.ground(), "")

    def done(self, question: str) -> ToSign:
        """Return what will be signed once what was open in a question is done: the superseding declaration.

        Everything else is carried forward as it was signed. Raises Refused before the first declaration, while an
        update is under way, where the person's keys cannot open their answers, and where nothing is open.
        """
        ground = self._check.ground()
        stands = self._check.standing(ground)
        if stands.signed is None:
            raise Refused("You have not signed yet: change the answer in your check.")
        if stands.updating:
            raise Refused("You have begun an update: sign it, or let it go, and then come back.")
        if stands.owes:
            raise Refused("The policy has changed since you signed: sign that update first, and then come back.")
        if stands.said is None:
            raise Refused("Your present keys cannot open your answers: choose “Something has changed” instead.")
        if question not in open_in(ground.checklist, stands.said):
            raise Refused("This is done already: nothing is open there.")
        return self._prepare(ground, question)

    def _prepare(self, ground: Ground, finished: str) -> ToSign:
        stands = self._check.standing(ground)
        answers = _answers(ground, stands, finished)
        decided = decisions(self._session)
        left = unsettled(ground.checklist, answers, decided, self._session.today(), stands.said)
        if not stands.policy_opened:
            left = (*left, OPEN_POLICY)
        found = outcomes(ground.checklist, answers, decided)
        self._prepared = None if left else self._draw(ground, finished, answers, found)
        drawn = self._prepared
        return ToSign(
            reference=self._reference(ground)[0],
            lines=_answer_lines(ground, answers, decided),
            outcomes=found,
            unsettled=left,
            declaration_words=drawn.declaration.declaration if drawn else "",
            confirm_words=ground.pack.confirm,
            declaration_pdf=drawn.declaration_pdf if drawn else b"",
            full_copy_pdf=drawn.full_copy_pdf if drawn else b"",
            ask_secret=self._session.needs_proof(),
        )

    def sign(self, secret: str) -> Signed:
        """Sign both copies as they were shown and write the entry; `secret` may be "" while proof lasts.

        Raises Refused when nothing was prepared, the secret does not match, or something changed since.
        """
        if self._session.needs_proof():
            self._sign_in.prove(secret)
        prepared = self._prepared
        if prepared is None:
            raise Refused("Look at your answers once more before you sign.")
        self._refuse_changed(prepared)
        now = self._session.clock()
        signer, name = self._session.keys.signing, prepared.declaration.person.name
        declaration = StoredFile(self._documents.sign(prepared.declaration_pdf, signer, now, name))
        full_copy = self._documents.sign(prepared.full_copy_pdf, signer, now, name)
        self._write(prepared, declaration, full_copy)
        self._prepared = None
        row = prepared.declaration
        return Signed(
            reference=row.reference,
            title=prepared.ground.checklist.declaration_title,
            name=name,
            signed_at=now,
            policy=row.policy.title,
            open_until=_next_date(prepared.found),
            offer_passphrase=self._session.with_code,
            must_choose_passphrase=self._session.with_code and self._holds_office(),
            proposed_passphrase=self._smith.proposed_passphrase(),
            left=self._left(prepared.ground),
        )

    def _left(self, ground: Ground) -> tuple[tuple[str, str], ...]:
        with self._session.register.read() as at:
            left = left_to_sign(at, ground.round, self._session.person)
        return tuple((each.id, each.title) for each in left)

    def _write(self, prepared: Prepared, declaration: StoredFile, full_copy: bytes) -> None:
        session, facts, ground = self._session, prepared.declaration, prepared.ground
        content = msgspec.json.encode(_full_copy(prepared, full_copy, decisions(session)))
        sealed = self._smith.seal(content, session.readers(), session.register.register_id, new_id())
        declared = Declared(
            reference=facts.reference,
            person=session.person,
            round=ground.round.round,
            checklist=ground.checklist.id,
            key=session.keys.signing.key_id,
            signed_on=facts.signed_on,
            facts=self._documents.facts_hash(facts),
            pdf=declaration.digest,
            full_copy=sealed.content,
            supersedes=facts.supersedes,
            open_lines=sum(o.open_until is not None or o.waiting_for_school for o in prepared.found),
            next_date=_next_date(prepared.found),
        )
        wished, notes = wishes(session, self._smith, ground, prepared.answers)
        under = SignedUnder(facts.reference, ground.round.pack)
        rows: tuple[Row, ...] = (declared, *_lines(prepared), under, *wished)
        act = Act("declared", facts.reference, rows, (sealed, *notes), (declaration,))
        session.record(lambda writer: _signed_once(writer, act, ground.round))

    def _draw(self, ground: Ground, finished: str, answers: Answers, found: tuple[Outcome, ...]) -> Prepared:
        frame = self._frame(ground, found)
        facts = build_facts(
            "declaration",
            ground.pack,
            ground.checklist,
            found=found,
            answers=answers,
            names=ground.names,
            frame=frame,
        )
        full = build_facts(
            "full copy",
            ground.pack,
            ground.checklist,
            found=found,
            answers=answers,
            names=ground.names,
            frame=frame,
        )
        pages = self._documents.draw(facts), self._documents.draw(full)
        return Prepared(ground, finished, answers, found, facts, *pages)

    def _frame(self, ground: Ground, found: tuple[Outcome, ...]) -> Frame:
        session = self._session
        with session.register.read() as at:
            school = school_of(at)
            exceptions = exception_facts(at, session, found)
        person = session.who()
        head = session.register.head()
        reference, supersedes = self._reference(ground)
        return Frame(
            reference=reference,
            supersedes=supersedes,
            round=ground.round.round,
            signed_on=session.today(),
            school=SchoolFact(school.name, school.register, self._smith.fingerprint(school.root)),
            person=PersonFact(person.name, padded(person.number), person.role, session.keys.signing.key_id),
            pack=ground.round.pack,
            document=ground.document,
            exceptions=exceptions,
            head=SeenHead(head.position, head.hash),
        )

    def _reference(self, ground: Ground) -> tuple[str, str]:
        person = self._session.who()
        with self._session.register.read() as at:
            own = (person.person, ground.round.round, ground.checklist.id)
            latest = declaration_rows.latest(at, *own) or paper_rows.latest(at, *own)
            count = sum(
                d.round == ground.round.round and d.checklist == ground.checklist.id
                for d in declaration_rows.of_person(at, person.person)
            )
        suffix = "" if ground.checklist.everyones else "-S"
        again = f"-{count + 1}" if count else ""
        return f"D-{ground.round.year}-{padded(person.number)}{suffix}{again}", latest.reference if latest else ""

    def _refuse_changed(self, prepared: Prepared) -> None:
        answers = self._answers_now(prepared)
        same_day = prepared.declaration.signed_on == self._session.today()
        taken = self._reference(prepared.ground)[0] != prepared.declaration.reference
        now = self._check.ground()
        other_policy = (now.document, now.round.pack) != (prepared.ground.document, prepared.ground.round.pack)
        found = outcomes(prepared.ground.checklist, answers or {}, decisions(self._session))
        if (answers, found) != (prepared.answers, prepared.found) or not same_day or taken or other_policy:
            self._prepared = None
            raise Refused(CHANGED)

    def _answers_now(self, prepared: Prepared) -> Answers | None:
        stands = self._check.standing(prepared.ground)
        if prepared.finished and stands.in_force != prepared.declaration.supersedes:
            return None
        return _answers(prepared.ground, stands, prepared.finished)

    def _holds_office(self) -> bool:
        return bool(self._session.offices())


def _answers(ground: Ground, stands: Standing, finished: str) -> Answers:
    return done(ground.checklist, stands.answers, finished) if finished else stands.answers


def _full_copy(prepared: Prepared, signed: bytes, decided: dict[str, Decision]) -> FullCopy:
    """Return what is sealed with a declaration; how each request that it names stood is kept with the answers."""
    named = {reference for given in prepared.answers.values() for reference in given.requests}
    kept = {reference: decision for reference, decision in decided.items() if reference in named}
    return FullCopy(prepared.answers, base64.b64encode(signed).decode(), kept)


def _answer_lines(ground: Ground, answers: Answers, decided: dict[str, Decision]) -> tuple[AnswerLine, ...]:
    lines = []
    for question in asked(ground.checklist, answers):
        outcome = outcome_of(question, answers.get(question.id), decided) if question.line else None
        mark, words = ("", "") if outcome is None else outcome_words(outcome)
        answer = answer_words(question, answers.get(question.id), ground.names)
        lines.append(AnswerLine(question.id, question.rail, question.about, answer, mark, words))
    return tuple(lines)


def _lines(prepared: Prepared) -> tuple[DeclaredLine, ...]:
    return tuple(
        DeclaredLine(
            prepared.declaration.reference, line.id, line.point, outcome_words(outcome)[1], outcome.open_until
        )
        for line, outcome in zip(prepared.ground.checklist.lines, prepared.found, strict=True)
    )


def _signed_once(writer: Writer, act: Act, round_: Round) -> Act:
    """Return the act, unless something was signed meanwhile, or another pack taken into force."""
    now = round_rows.round_named(writer.at, round_.round)
    taken = declaration_rows.declaration(writer.at, act.subject) is not None
    if taken or now is None or now.pack != round_.pack:
        raise Refused(CHANGED)
    return act


def _next_date(found: tuple[Outcome, ...]) -> date | None:
    return min((o.open_until for o in found if o.open_until), default=None)
