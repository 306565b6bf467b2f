"""What a new version of a policy pack changes, point by point, and which questions that touches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from candour.domain.dates import uk_date
from candour.domain.policy import next_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from candour.domain.policy import Answer, Checklist, Line, Pack, Point, Question

    Fill = Callable[[str], str]

Asked = tuple[str, str]
"""A checklist and one of its questions with a number of its own; follow-ups are asked with it."""


class Part(StrEnum):
    """Which part of the pack changed."""

    RULE = "rule"
    STATEMENT = "statement"
    QUESTION = "question"
    ANSWER = "answer"
    FLOW = "flow"
    HELP = "help"
    WHOLE = "whole"


class Kind(StrEnum):
    """How it changed; what is HELP touches no answer."""

    ADDED = "added"
    REMOVED = "removed"
    WORDS = "words"
    ANSWERS = "answers"
    HELP = "help"


@dataclass(frozen=True)
class Change:
    """One difference: `about` is the question's short name, of the whole pack the name of its field."""

    part: Part
    kind: Kind
    about: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class PointChange:
    """All that changed at one point; its ref is "" for what belongs to none.

    `asks` is what whoever has signed answers again if the change is material, `proposed` whether it is proposed
    as such, and `bound` that it has to be: an answer given before could no longer stand.
    """

    point: str
    words: str
    changes: tuple[Change, ...]
    asks: tuple[Asked, ...]
    proposed: bool
    bound: bool


@dataclass(frozen=True)
class _Found:
    point: str
    change: Change
    asks: frozenset[Asked] = frozenset()
    bound: bool = False


def compare(
    before: Pack, after: Pack, filled_before: Fill = str, filled_after: Fill = str
) -> tuple[PointChange, ...]:
    """Return what changed, in the order of the new pack's points; then points that went, then the whole pack.

    It knows of no person and no answer: whatever it proposes to ask again is asked of everybody who has signed.
    """
    found = [
        *_points(before, after),
        *_checklists(before, after, filled_before, filled_after),
        *_whole(before, after),
    ]
    refs = [p.ref for p in after.points]
    refs += [p.ref for p in before.points if p.ref not in refs]
    words = {p.ref: filled_before(p.words) for p in before.points}
    words |= {p.ref: filled_after(p.words) for p in after.points}
    return tuple(
        _gathered(ref, words.get(ref, ""), own, after)
        for ref in (*refs, "")
        if (own := [each for each in found if each.point == ref])
    )


def point_of(checklist: Checklist, question: Question) -> str:
    """Return the point that a question speaks to: its own, else that of its line, else ""."""
    if question.point or not question.line:
        return question.point
    return next_by(checklist.lines, "id", question.line).point


def _gathered(ref: str, words: str, found: list[_Found], after: Pack) -> PointChange:
    weighty = [each for each in found if each.change.kind is not Kind.HELP]
    asks = frozenset[Asked]().union(*(each.asks for each in weighty or found))
    ordered = tuple((c.id, q.id) for c in after.checklists for q in c.questions if (c.id, q.id) in asks)
    return PointChange(
        ref,
        words,
        tuple(each.change for each in found),
        ordered,
        proposed=bool(weighty and ordered),
        bound=any(each.bound for each in found),
    )


def _points(before: Pack, after: Pack) -> Iterator[_Found]:
    old, new = {p.ref: p for p in before.points}, {p.ref: p for p in after.points}
    known = {c.id for c in before.checklists}
    for ref in (*new, *(ref for ref in old if ref not in new)):
        asks = frozenset(
            (c.id, _top(q)) for c in after.checklists if c.id in known for q in c.questions if point_of(c, q) == ref
        )
        yield from _point(ref, old.get(ref), new.get(ref), asks)


def _point(ref: str, old: Point | None, new: Point | None, asks: frozenset[Asked]) -> Iterator[_Found]:
    was, now = old.words if old else "", new.words if new else ""
    if old is None:
        yield _Found(ref, Change(Part.RULE, Kind.ADDED, "", "", now), asks)
    elif new is None:
        yield _Found(ref, Change(Part.RULE, Kind.REMOVED, "", was, ""))
    else:
        if (was, old.advice) != (now, new.advice):
            yield _Found(ref, Change(Part.RULE, Kind.WORDS, "", was, now), asks)
        if old.place != new.place:
            yield _Found(ref, Change(Part.HELP, Kind.HELP, "", old.place, new.place), asks)


def _checklists(before: Pack, after: Pack, filled_before: Fill, filled_after: Fill) -> Iterator[_Found]:
    old = {c.id: c for c in before.checklists}
    for new in after.checklists:
        was = old.pop(new.id, None)
        if was is None:
            yield _Found("", Change(Part.WHOLE, Kind.ADDED, "checklists", "", new.title))
            continue
        yield from _lines(was, new)
        yield from _questions(was, new, filled_before, filled_after)
        if _frame(was, new) != _frame(new, was):
            yield _Found("", Change(Part.WHOLE, Kind.HELP, "checklists", was.title, new.title))
    for gone in old.values():
        yield _Found("", Change(Part.WHOLE, Kind.REMOVED, "checklists", gone.title, ""))


def _frame(checklist: Checklist, other: Checklist) -> tuple[object, ...]:
    """Return what of a checklist is neither line nor question, and the order of what both have."""
    questions, lines = {q.id for q in other.questions}, {line.id for line in other.lines}
    order = [q.id for q in checklist.questions if q.id in questions]
    order += [line.id for line in checklist.lines if line.id in lines]
    return (checklist.title, checklist.declaration_title, checklist.for_whom, checklist.groups, order)


def _lines(was: Checklist, new: Checklist) -> Iterator[_Found]:
    old: dict[str, Line] = {line.id: line for line in was.lines}
    for line in new.lines:
        before = old.pop(line.id, None)
        asks = frozenset((new.id, _top(q)) for q in new.questions if q.line == line.id)
        if before is None:
            yield _Found(line.point, Change(Part.STATEMENT, Kind.ADDED, "", "", line.statement), asks, bound=True)
        elif (before.statement, before.point) != (line.statement, line.point):
            change = Change(Part.STATEMENT, Kind.WORDS, "", before.statement, line.statement)
            yield _Found(line.point, change, asks)
    for gone in old.values():
        yield _Found(gone.point, Change(Part.STATEMENT, Kind.REMOVED, "", gone.statement, ""))


def _questions(was: Checklist, new: Checklist, filled_before: Fill, filled_after: Fill) -> Iterator[_Found]:
    old: dict[str, Question] = {q.id: q for q in was.questions}
    for question in new.questions:
        point, asks = point_of(new, question), frozenset({(new.id, _top(question))})
        before = old.pop(question.id, None)
        if before is None:
            change = Change(Part.QUESTION, Kind.ADDED, question.rail, "", filled_after(_asked_as(question)))
            yield _Found(point, change, asks, bound=True)
            continue
        for change, bound in _question(before, question, filled_before, filled_after):
            yield _Found(point, change, asks, bound)
    for gone in old.values():
        change = Change(Part.QUESTION, Kind.REMOVED, gone.rail, filled_before(_asked_as(gone)), "")
        yield _Found(point_of(was, gone), change)


def _question(
    old: Question, new: Question, filled_before: Fill, filled_after: Fill
) -> Iterator[tuple[Change, bool]]:
    was, now = filled_before(_asked_as(old)), filled_after(_asked_as(new))
    if was != now:
        yield Change(Part.QUESTION, Kind.WORDS, new.rail, was, now), False
    if _flow(old) != _flow(new):
        yield Change(Part.FLOW, Kind.ANSWERS, new.rail), True
    yield from _answers(old, new, filled_before, filled_after)
    if _explained(old, filled_before) != _explained(new, filled_after):
        yield Change(Part.HELP, Kind.HELP, new.rail, filled_before(old.why), filled_after(new.why)), False


def _answers(
    old: Question, new: Question, filled_before: Fill, filled_after: Fill
) -> Iterator[tuple[Change, bool]]:
    left = {answer.id: answer for answer in old.answers}
    for answer in new.answers:
        before = left.pop(answer.id, None)
        now = filled_after(_means(answer))
        if before is None:
            yield Change(Part.ANSWER, Kind.ADDED, new.rail, "", now), False
            continue
        was = filled_before(_means(before))
        leads = _leads(before) != _leads(answer)
        if was != now or leads:
            yield Change(Part.ANSWER, Kind.ANSWERS, new.rail, was, now), leads
    for gone in left.values():
        yield Change(Part.ANSWER, Kind.REMOVED, new.rail, filled_before(_means(gone)), ""), True


def _top(question: Question) -> str:
    return question.asked_when.question if question.asked_when else question.id


def _asked_as(question: Question) -> str:
    return f"{question.heading} {question.body}".strip()


def _flow(question: Question) -> tuple[object, ...]:
    """Return what decides who is asked, which answers go together, and to which line they speak."""
    reached = (question.line, question.also_lines, question.request)
    return (question.kind, question.needs_accounts, question.asked_when, question.alone, *reached)


def _leads(answer: Answer) -> tuple[object, ...]:
    """Return of an answer what an earlier one might not fit: a day or a request that was not asked for then."""
    return (answer.outcome, answer.leads_to, answer.beside)


_MEANS = {"confirmed": "Confirmed", "open": "Open until", "ask": "Except E-…", "school": "Waiting for the school"}


def _means(answer: Answer) -> str:
    days = f" ({answer.days} days)" if answer.days is not None else ""
    return f"{answer.label}: {_MEANS[answer.outcome]}{days}"


def _explained(question: Question, filled: Fill) -> tuple[object, ...]:
    answers = {
        a.id: tuple(map(filled, (a.hint, a.only_you_see, a.hr_sees, a.thanks, a.done_as))) for a in question.answers
    }
    said = tuple(map(filled, (question.rail, question.about, question.error, question.why)))
    return (said, question.where_to_look, answers)


_WORDS = ("declaration", "confirm", "community")
"""What of the whole pack is said or signed by everybody: no help."""


def _whole(before: Pack, after: Pack) -> Iterator[_Found]:
    for field in msgspec.structs.fields(after):
        name = field.name
        was, now = getattr(before, name), getattr(after, name)
        if was != now and name not in ("points", "checklists"):
            kind = Kind.WORDS if name in _WORDS else Kind.HELP
            yield _Found("", Change(Part.WHOLE, kind, name, _plain(was), _plain(now)))


def _plain(value: object) -> str:
    """Return a text, a day or a list of texts as it may be shown; "" for what has parts of its own."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return uk_date(value)
    if isinstance(value, tuple) and all(isinstance(each, str) for each in value):
        return "; ".join(value)
    return ""


def asked_questions(changes: Iterable[PointChange], material: Iterable[str]) -> tuple[tuple[str, Asked], ...]:
    """Return what is asked again where these points are material, each with its point; a bound point always is."""
    chosen = set(material)
    return tuple((each.point, ask) for each in changes if each.bound or each.point in chosen for ask in each.asks)
