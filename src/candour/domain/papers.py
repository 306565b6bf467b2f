"""What stands on the papers of set-up: the recovery sheet, and invitation slips with "before you come"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from candour.domain.flow import all_numbers
from candour.domain.wording import fill, names_for

if TYPE_CHECKING:
    from candour.domain.policy import Pack


@dataclass(frozen=True)
class RecoveryPaper:
    """The recovery sheet: whose register it opens, and the 24 words."""

    school: str
    register: str
    made_on: date
    words: tuple[str, ...]


@dataclass(frozen=True)
class SlipLine:
    """One person's slip: name, staff number, and the code that is printed here and kept nowhere."""

    name: str
    number: str
    code: str


@dataclass(frozen=True)
class QuestionLine:
    """A question as it will be asked: its number, its words, and its answers."""

    number: str
    heading: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class WhereLine:
    """An app, and where in it to look; `settings` are words to search its settings for."""

    app: str
    steps: tuple[str, ...]
    settings: tuple[str, ...]


@dataclass(frozen=True)
class BeforeYouCome:
    """All the questions and where to look, for reading at home; it names nobody."""

    policy: str
    questions: tuple[QuestionLine, ...]
    where: tuple[WhereLine, ...]


@dataclass(frozen=True)
class SlipPaper:
    """The slips of some people, good for a first use until `until`, and what to read before coming."""

    school: str
    hr: str
    made_on: date
    until: date
    slips: tuple[SlipLine, ...]
    before: BeforeYouCome


def before_you_come(pack: Pack, today: date, year: int) -> BeforeYouCome:
    """Return the questions that everybody may be asked, offices in place of names, and where to look."""
    dated = names_for(
        pack,
        headteacher="the Headteacher",
        lead="the designated lead",
        deputy="the deputy lead",
        hr="the school office",
        since=today,
        start_year=year,
    )
    names = replace(dated, since="your last check, or since you started here")
    questions = [
        QuestionLine(
            all_numbers(checklist)[question.id],
            fill(question.heading, names),
            tuple(fill(answer.label, names) for answer in question.answers),
        )
        for checklist in pack.checklists
        if checklist.for_whom == "everyone"
        for question in checklist.questions
    ]
    return BeforeYouCome(
        f"{pack.title} of {names.policy_date}",
        tuple(questions),
        tuple(WhereLine(each.name, each.steps, each.settings) for each in pack.platforms),
    )
