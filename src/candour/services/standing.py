"""Where a person's check stands: under way, signed, or signed and being updated."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from candour.domain.flow import chosen
from candour.register import declarations as declaration_rows
from candour.services.drafts import read_draft
from candour.services.full_copy import read_full_copy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from candour.domain.checklist import Answers, Decision
    from candour.domain.policy import Checklist
    from candour.domain.round import Declared, Round
    from candour.services.ports import Keysmith
    from candour.services.session import Session


@dataclass(frozen=True)
class Standing:
    """A check as it stands.

    `signed` is the declaration in force, `said` the answers behind it (None where the person's keys of today cannot
    open them). `under_way`: answers can be saved, into the first check of the round or into an update. `answers`
    are those of what is under way, else those that were signed; `asks` the questions that an update asks; `decided`
    how the requests of `signed` stood when it was signed.
    """

    answers: Answers
    policy_opened: bool
    asks: tuple[str, ...]
    signed: Declared | None
    said: Answers | None
    under_way: bool
    decided: Mapping[str, Decision] = field(default_factory=dict)

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
    full = None if signed is None else read_full_copy(session, smith, signed)
    said, decided = (None, {}) if full is None else (full.answers, full.decided)
    draft = read_draft(session, smith, round_.round, checklist.id)
    if draft is not None and draft.supersedes == ("" if signed is None else signed.reference):
        under_way = Standing(draft.answers, draft.policy_opened, draft.asks, signed, said, under_way=True)
        return replace(under_way, decided=decided)
    if signed is None:
        return Standing({}, policy_opened=False, asks=(), signed=None, said=None, under_way=True)
    return Standing(
        said or {}, policy_opened=True, asks=(), signed=signed, said=said, under_way=False, decided=decided
    )


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
