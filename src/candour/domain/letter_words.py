"""The words of a decision letter: what was asked for, what it covers, what happens next, how to ask again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.exception_request import KIND_WORDS
from candour.domain.letter import FORMAT, LetterFacts, PointFact, SaidFact, check_decision
from candour.domain.wording import fill

if TYPE_CHECKING:
    from candour.domain.declaration import PersonFact, PolicyFact, SchoolFact, SeenHead
    from candour.domain.exception_request import AskedFor
    from candour.domain.letter import DeciderFact, Decision
    from candour.domain.policy import Pack
    from candour.domain.wording import Names

TITLE = "Decision on your request"


@dataclass(frozen=True)
class Decided:
    """What was decided on a request.

    `conditions` are ready ones and `line` a free one, `reason` is why it was not approved, and then `to_do_by` is
    the day by which it has to end. `ends` says what ends an approval, `until` is its last day.
    """

    decision: Decision
    conditions: tuple[str, ...] = ()
    line: str = ""
    reason: str = ""
    ends: str = ""
    until: date | None = None
    to_do_by: date | None = None


@dataclass(frozen=True)
class LetterFrame:
    """What stands around a decision in its letter: references, people and hashes, known to the services.

    `above` is who hears a grievance about the decider ("the chair of governors").
    """

    reference: str
    round: str
    asked_on: date
    decided_on: date
    school: SchoolFact
    policy: PolicyFact
    person: PersonFact
    decided_by: DeciderFact
    above: str
    head: SeenHead


def build_letter(pack: Pack, names: Names, asked: AskedFor, decided: Decided, frame: LetterFrame) -> LetterFacts:
    """Return the facts of the letter on a decision.

    Raises ValueError for a decision that no letter can say: a refusal without a reason or with a condition, an
    approval with conditions that has none.
    """
    facts = LetterFacts(
        format=FORMAT,
        kind="decision letter",
        reference=frame.reference,
        round=frame.round,
        title=TITLE,
        summary=decided_words(decided),
        school=frame.school,
        policy=frame.policy,
        person=frame.person,
        request=KIND_WORDS[asked.kind],
        asked_on=frame.asked_on,
        asked=said_in(asked),
        decision=decided.decision,
        conditions=decided.conditions,
        line=decided.line,
        reason=decided.reason,
        ends=decided.ends,
        until=decided.until,
        decided_on=frame.decided_on,
        decided_by=frame.decided_by,
        covers=covered(pack, names, asked),
        happens=_happens(asked, decided, frame.reference),
        again=_again(frame),
        head=frame.head,
    )
    check_decision(facts)
    return facts


def decided_words(decided: Decided) -> str:
    """Return the decision as one sentence, with the last day of an approval."""
    until = f" until {uk_date(decided.until)}" if decided.until else ""
    return f"{decided.decision.capitalize()}{until}."


def said_in(asked: AskedFor) -> tuple[SaidFact, ...]:
    """Return what somebody wrote when they asked, part by part; what they left empty is left out."""
    who = "Which group" if asked.group else "Who"
    ends = ", ".join(filter(None, (asked.ends, uk_date(asked.until) if asked.until else "")))
    parts = (
        ("How connected", asked.connection),
        ("Who or what for" if asked.kind == "prior approval" else who, asked.who),
        ("Where", ", ".join(asked.where)),
        ("Kept apart by", "; ".join(asked.safeguards)),
        ("In your words", asked.line),
        ("Asked for until", ends),
    )
    return tuple(SaidFact(label, words) for label, words in parts if words)


def covered(pack: Pack, names: Names, asked: AskedFor) -> tuple[PointFact, ...]:
    """Return the points that a request covers: those of all lines that its question reaches, each once."""
    points = [
        line.point
        for checklist in pack.checklists
        for question in checklist.questions
        if question.id == asked.question
        for line in checklist.lines
        if line.id in {question.line, *question.also_lines}
    ]
    found = (pack.point(ref) for ref in dict.fromkeys(points))
    return tuple(PointFact(each.ref, each.place, fill(each.words, names)) for each in found)


def _happens(asked: AskedFor, decided: Decided, reference: str) -> tuple[str, ...]:
    if decided.decision == "not approved":
        return _refused(asked, decided)
    last = f"until {uk_date(decided.until)}" if decided.until else "until you say that it has ended"
    asks = "Keep to the conditions above. " if decided.decision == "approved with conditions" else ""
    keep = "Keep school out of it." if asked.kind == "connection" else "Use it only for what you asked for."
    return (
        f"You may go on {last}. {asks}{keep}",
        f"Your declaration says “Except {reference}”. It does not say who or why.",
        "When it ends earlier, or is no longer as you wrote, choose “Something has changed” in Candour.",
        "If a child contacts you, or something worries you, tell the designated lead at once.",
    )


def _refused(asked: AskedFor, decided: Decided) -> tuple[str, ...]:
    end = "End this contact" if asked.kind == "connection" else "Use only the school’s own ways for this"
    now = f"{end} now, and keep school out of it."
    by = f"{end} by {uk_date(decided.to_do_by)}. Until then, keep school out of it." if decided.to_do_by else now
    return (
        by,
        "When it is done, choose “Something has changed” in Candour and say so.",
        "If you cannot do it in time, speak to who decided before then.",
    )


def _again(frame: LetterFrame) -> tuple[str, ...]:
    decider = f"{frame.decided_by.name}, {frame.decided_by.office}"
    return (
        "You can ask again: choose “Something has changed”.",
        f"If something here is wrong, or you do not agree, speak to {decider} first.",
        f"If that does not settle it, write to {frame.above} under the school’s grievance procedure.",
    )
