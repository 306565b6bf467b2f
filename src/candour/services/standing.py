"""Where a person's check stands: under way, signed, or signed and being updated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from candour.domain.flow import asked_in, chosen, tidy
from candour.register import declarations as declaration_rows
from candour.services.drafts import read_draft
from candour.services.full_copy import read_full_copy
from candour.services.pack_history import asked_since, pack_behind, pack_said_under

if TYPE_CHECKING:
    from collections.abc import Mapping

    from candour.domain.checklist import Answers, Decision
    from candour.domain.policy import Checklist
    from candour.domain.round import AskedAgain, Declared, Round
    from candour.services.drafts import DraftContent
    from candour.services.ports import Keysmith
    from candour.services.session import Session


@dataclass(frozen=True)
class Standing:
    """A check as it stands.

    `signed` is the declaration in force, `said` the answers behind it (None where the person's keys of today cannot
    open them). `under_way`: answers can be saved, into the first check of the round or into an update. `answers`
    are those of what is under way, else those that were signed; `asks` the questions that an update asks; `decided`
    how the requests of `signed` stood when it was signed. `owed` is what a pack taken into force since then asks
    again: whoever has signed owes an update, whether or not they meet these questions.
    """

    answers: Answers
    policy_opened: bool
    asks: tuple[str, ...]
    signed: Declared | None
    said: Answers | None
    under_way: bool
    decided: Mapping[str, Decision] = field(default_factory=dict)
    owed: tuple[AskedAgain, ...] = ()

    @property
    def owes(self) -> tuple[str, ...]:
        """The questions that are owed."""
        return tuple(dict.fromkeys(row.question for row in self.owed))

    @property
    def updating(self) -> bool:
        """Whether an update was begun and is not signed."""
        return self.under_way and self.signed is not None

    @property
    def in_force(self) -> str:
        """The reference of the declaration in force, "" before the first."""
        return "" if self.signed is None else self.signed.reference


def standing(session: Session, smith: Keysmith, round_: Round, checklist: Checklist) -> Standing:
    """Return how the signed-in person's check of a round stands.

    A draft counts while the declaration that it says it supersedes is the one in force ("" for the first): what was
    left of it is over as soon as anything later is signed.
    """
    with session.register.read() as at:
        signed = declaration_rows.latest(at, session.person, round_.round, checklist.id)
        under = "" if signed is None else pack_behind(at, signed)
        again = () if signed is None else asked_since(at, round_.round, checklist.id, under)
    there = {q.id for q in checklist.questions}
    owed = tuple(row for row in again if row.question in there)
    full = None if signed is None else read_full_copy(session, smith, signed)
    said, decided = (None, {}) if full is None else (full.answers, full.decided)
    draft = read_draft(session, smith, round_.round, checklist.id)
    if draft is not None and draft.supersedes == ("" if signed is None else signed.reference):
        under_way = _under_way(session, round_, checklist, draft, owed)
        return replace(under_way, signed=signed, said=said, decided=decided)
    if signed is None:
        return Standing({}, policy_opened=False, asks=(), signed=None, said=None, under_way=True)
    return Standing(
        said or {},
        policy_opened=True,
        asks=(),
        signed=signed,
        said=said,
        under_way=False,
        decided=decided,
        owed=owed,
    )


def _under_way(
    session: Session, round_: Round, checklist: Checklist, draft: DraftContent, owed: tuple[AskedAgain, ...]
) -> Standing:
    """Return what is under way: what a pack has changed since it was saved last is to be answered anew.

    The policy is then to be opened once more, and an update asks what is owed beside what it was begun for.
    """
    with session.register.read() as at:
        changed = asked_since(at, round_.round, checklist.id, draft.pack)
        same = pack_said_under(at, round_.round, draft.pack) == round_.pack
    anew = [row.question for row in changed]
    again = {q.id for q in asked_in(checklist, draft.answers, anew)} if anew else set[str]()
    answers = tidy(checklist, {asked: given for asked, given in draft.answers.items() if asked not in again})
    stands = Standing(answers, draft.policy_opened and same, draft.asks, None, None, under_way=True, owed=owed)
    more = tuple(each for each in stands.owes if draft.asks and each not in draft.asks)
    return replace(stands, asks=(*draft.asks, *more))


def answers_behind(session: Session, smith: Keysmith, signed: Declared) -> Answers | None:
    """Return the answers behind a declaration of the signed-in person, None where their keys cannot open them."""
    full = read_full_copy(session, smith, signed)
    return None if full is None else full.answers


def said_last_year(session: Session, smith: Keysmith, checklist: Checklist) -> Answers:
    """Return what the person answered in their last round, as far as the checklist still has it.

    For who has not signed in this round yet. Empty for who was not here, and for who can no longer open it.
    """
    with session.register.read() as at:
        rows = declaration_rows.of_person(at, session.person)
    earlier = [row for row in rows if row.checklist == checklist.id]
    answers = answers_behind(session, smith, earlier[-1]) if earlier else None
    if answers is None:
        return {}
    return {q.id: answers[q.id] for q in checklist.questions if chosen(q, answers.get(q.id))}
