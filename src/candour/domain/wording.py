"""The words of the check: placeholders filled in, outcomes and dates in words, the facts of a declaration."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Literal

from candour.domain.dates import uk_date
from candour.domain.declaration import (
    FORMAT,
    AnswerFact,
    AskedFact,
    DeclarationFacts,
    ExceptionFact,
    LineFact,
    PersonFact,
    PolicyFact,
    SchoolFact,
    SeenHead,
)
from candour.domain.flow import all_numbers, asked, chosen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from candour.domain.checklist import Answers, Given, Outcome
    from candour.domain.policy import Ages, Checklist, Line, Pack, Question

Mark = Literal["confirmed", "except", "waiting", "open"]

_NUMBER_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Names:
    """What stands in for the placeholders of a pack's texts: people by name alone ("Rae Snape"), dates in words."""

    headteacher: str
    lead: str
    deputy: str
    hr: str
    school: str
    since: str
    ex_pupil_year: str
    approved_systems: str
    policy_date: str


PLACEHOLDERS = frozenset(field.name for field in fields(Names))
"""The words that may stand between braces in a pack."""

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def names_for(
    pack: Pack, *, headteacher: str, lead: str, deputy: str, hr: str, since: date, start_year: int
) -> Names:
    """Return the names for one person in one round; `since` is when they last signed, or started to work here."""
    return Names(
        headteacher=headteacher,
        lead=lead,
        deputy=deputy,
        hr=hr,
        school=pack.school,
        since=uk_date(since),
        ex_pupil_year=str(ex_pupil_year(pack.ages, start_year)),
        approved_systems=" or ".join(pack.approved_systems),
        policy_date=uk_date(pack.policy_date),
    )


def fill(text: str, names: Names) -> str:
    """Return the text with its placeholders filled in, once: braces inside a name stay as typed.

    Raises KeyError for a placeholder that there is not; `read_pack` refuses such a pack.
    """
    words = {name: str(getattr(names, name)) for name in PLACEHOLDERS}
    return PLACEHOLDER.sub(lambda found: words[found[1]], text)


def ex_pupil_year(ages: Ages, start_year: int) -> int:
    """Return the summer from which leavers may still be under age in the round that starts in `start_year`.

    Whoever leaves at 11 in the summer of 2020 turns 18 between September 2026 and August 2027: 2026 − 6.
    """
    return start_year - (ages.ex_pupil_under - ages.leaves_at - 1)


def outcome_words(outcome: Outcome) -> tuple[Mark, str]:
    """Return the mark and the words of an outcome, the most pressing part giving the mark."""
    parts: list[tuple[Mark, str]] = []
    if outcome.except_for:
        parts.append(("except", f"Except {_listed(outcome.except_for)}"))
    if outcome.waiting_for:
        parts.append(("waiting", f"Waiting for {_listed(outcome.waiting_for)}"))
    if outcome.waiting_for_school:
        parts.append(("waiting", "Waiting for the school"))
    if outcome.open_until:
        parts.append(("open", f"Open until {uk_date(outcome.open_until)}"))
    if not parts:
        return "confirmed", "Confirmed"
    return parts[-1][0], "; ".join(words for _, words in parts)


def summary_words(found: Iterable[Outcome]) -> str:
    """Return the sentence under the title: what is not plainly Confirmed, counted; from the outcomes alone."""
    lines = tuple(found)
    approved = {r for line in lines for r in line.except_for}
    waiting = {r for line in lines for r in line.waiting_for}
    school = sum(line.waiting_for_school for line in lines)
    days = sorted(line.open_until for line in lines if line.open_until)
    parts = [
        _counted(len(approved), "approved exception"),
        _counted(len(waiting), "request", " waiting for an answer"),
        _counted(school, "point", " waiting for the school"),
    ]
    if days:
        at_most = " at the latest" if days[0] != days[-1] else ""
        parts.append(_counted(len(days), "point", f" open until {uk_date(days[-1])}{at_most}"))
    return f"Signed, with {_listed([part for part in parts if part]) or 'every point confirmed'}."


def _counted(number: int, noun: str, rest: str = "") -> str:
    word = _NUMBER_WORDS[number] if number < len(_NUMBER_WORDS) else str(number)
    return f"{word} {noun}{'' if number == 1 else 's'}{rest}" if number else ""


def _listed(words: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


@dataclass(frozen=True)
class Frame:
    """What stands around the answers on a declaration: references, people and hashes, known to the services.

    `document` is the hash of the school's own policy document ("" if none), `pack` that of the policy pack.
    `exceptions` holds what may be printed of each exception, and must be the same whoever is behind it.
    """

    reference: str
    supersedes: str
    round: str
    signed_on: date
    school: SchoolFact
    person: PersonFact
    pack: str
    document: str
    exceptions: tuple[ExceptionFact, ...]
    head: SeenHead


def build_facts(
    kind: Literal["declaration", "full copy"],
    pack: Pack,
    checklist: Checklist,
    *,
    found: tuple[Outcome, ...],
    answers: Answers,
    names: Names,
    frame: Frame,
) -> DeclarationFacts:
    """Return the facts of a declaration, or of its full copy, which alone holds the answers.

    Every question of the checklist is listed as asked, with the checklist's own numbers, so that the list
    does not tell which follow-ups somebody met. Raises ValueError unless there is one outcome for each line:
    what is unsettled is never signed.
    """
    if [outcome.line for outcome in found] != [line.id for line in checklist.lines]:
        raise ValueError("a declaration needs one outcome for each line of its checklist")
    full = kind == "full copy"
    return DeclarationFacts(
        format=FORMAT,
        kind=kind,
        reference=frame.reference,
        supersedes=frame.supersedes,
        round=frame.round,
        checklist=checklist.title,
        checklist_version=checklist.version,
        signed_on=frame.signed_on,
        title=f"{checklist.declaration_title} {frame.round}{', full copy' if full else ''}",
        summary=summary_words(found),
        school=frame.school,
        policy=PolicyFact(pack.title, pack.policy_date, frame.pack, frame.document),
        person=frame.person,
        lines=tuple(map(lambda line, outcome: _line(pack, line, outcome, names), checklist.lines, found)),
        exceptions=frame.exceptions,
        declaration=fill(checklist.declaration or pack.declaration, names),
        note=fill(checklist.closing_note or pack.closing_note, names),
        asked=_asked_facts(checklist, names),
        answers=_answer_facts(checklist, answers, names) if full else (),
        head=frame.head,
    )


def _line(pack: Pack, line: Line, outcome: Outcome, names: Names) -> LineFact:
    mark, words = outcome_words(outcome)
    return LineFact(line.point, pack.point(line.point).place, fill(line.statement, names), mark, words)


def _asked_facts(checklist: Checklist, names: Names) -> tuple[AskedFact, ...]:
    numbers = all_numbers(checklist)
    return tuple(
        AskedFact(numbers[q.id], q.point, fill(q.heading, names), tuple(fill(a.label, names) for a in q.answers))
        for q in checklist.questions
    )


def _answer_facts(checklist: Checklist, answers: Answers, names: Names) -> tuple[AnswerFact, ...]:
    numbers = all_numbers(checklist)
    return tuple(
        AnswerFact(numbers[q.id], fill(q.heading, names), answer_words(q, answers.get(q.id), names))
        for q in asked(checklist, answers)
    )


def answer_words(question: Question, given: Given | None, names: Names) -> str:
    """Return what was answered in words, with where it leads: the day, whom the person told, the requests.

    Parts are joined by "; ". For the person and the Headteacher alone.
    """
    picked = chosen(question, given)
    if given is None or not picked:
        return "Not answered"
    words = [fill(answer.label, names) for answer in picked]
    if given.until and any(answer.outcome == "open" for answer in picked):
        words.append(f"by {uk_date(given.until)}")
    if given.told and any(answer.leads_to == "told" for answer in picked):
        words.append(f"told: {fill_told(given.told, names)}")
    if given.told and any(answer.leads_to == "talk" for answer in picked):
        words.append(f"with: {fill_told(given.told, names)}")
    if given.requests and any(answer.outcome == "ask" for answer in picked):
        words.append(_listed(sorted(given.requests)))
    return "; ".join(words)


def fill_told(told: str, names: Names) -> str:
    """Return whom a person told: an entry of the pack's list with its placeholders filled, else as it stands."""
    return fill(told, names) if set(PLACEHOLDER.findall(told)) <= PLACEHOLDERS else told
