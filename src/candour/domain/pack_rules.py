"""What a policy pack must hold to, beyond its shape: it may not contradict itself, nor let HR infer anything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from candour.domain.flow import LONGEST_OPEN_DAYS
from candour.domain.pack_lines import Path
from candour.domain.pack_places import place_in
from candour.domain.policy import Part
from candour.domain.wording import PLACEHOLDER, PLACEHOLDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from candour.domain.policy import Answer, Checklist, Pack, Question

Fault = tuple[Path, str]
"""Where in the pack, and what is wrong and what to do; without the line and the full stop."""


def faults(pack: Pack) -> Iterator[Fault]:
    """Yield all faults of a pack that has the right shape, in the order of its parts."""
    yield from _texts(pack, pack, ())
    yield from _twice(pack.points, "ref", ("points",))
    yield from _twice(pack.platforms, "id", ("platforms",))
    yield from _twice(pack.checklists, "id", ("checklists",))
    yield from _choices(pack)
    yield from _conditions(pack)
    if not pack.checklists:
        yield (), "a pack needs at least one checklist; add it"
    elif not any(checklist.everyones for checklist in pack.checklists):
        yield ("checklists", 0, "for_whom"), "no checklist is for everyone; write “everyone” here, or add one"
    if not 0 < pack.ages.leaves_at < pack.ages.ex_pupil_under:
        yield ("ages", "leaves_at"), "pupils leave before they are of age; correct one of the two ages"
    if pack.extension_days < 0:
        yield ("extension_days",), "days are counted from 0 up; correct the number"
    for index, checklist in enumerate(pack.checklists):
        yield from _checklist(pack, checklist, ("checklists", index))


def _choices(pack: Pack) -> Iterator[Fault]:
    yield from _twice(pack.choices, "id", ("choices",))
    for index, choice in enumerate(pack.choices):
        here: Path = ("choices", index)
        yield from _twice(choice.options, "id", (*here, "options"))
        if choice.chosen and choice.chosen not in {option.id for option in choice.options}:
            yield (*here, "chosen"), f"no option is called “{choice.chosen}”; correct the word or remove it"
        for place, option in enumerate(choice.options):
            for number, setting in enumerate(option.sets):
                if place_in(pack, setting.at) is None:
                    where = (*here, "options", place, "sets", number, "at")
                    yield where, f"the pack has no text at “{setting.at}”; correct the place"


def _conditions(pack: Pack) -> Iterator[Fault]:
    """Yield ready conditions that cannot stand on a line of their own, or stand there already."""
    for index, words in enumerate(pack.conditions):
        here: Path = ("conditions", index)
        if len(words.splitlines()) > 1:
            yield here, "a condition is one line; write it without a line break"
        if words in pack.conditions[:index]:
            yield here, f"“{words}” stands twice; leave it once"


def _texts(pack: Pack, part: Part, path: Path) -> Iterator[Fault]:
    """Yield texts that are empty though they are needed, and braces that are no placeholder."""
    for field in msgspec.structs.fields(part):
        value, here = getattr(part, field.encode_name), (*path, field.encode_name)
        if isinstance(value, str):
            yield from _text(pack, value, here, needed=field.required)
        elif isinstance(value, Part):
            yield from _texts(pack, value, here)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Part):
                    yield from _texts(pack, item, (*here, index))
                else:
                    yield from _text(pack, item, (*here, index), needed=True)


def _text(pack: Pack, text: str, path: Path, *, needed: bool) -> Iterator[Fault]:
    if needed and not text.strip():
        yield path, f"“{_last_key(path)}” is empty; write its words"
    for name in PLACEHOLDER.findall(text):
        if name not in PLACEHOLDERS:
            known = ", ".join(sorted(PLACEHOLDERS))
            yield path, f"{{{name}}} is no name that can be filled in; use one of {known}"
        elif name == "approved_systems" and not pack.approved_systems:
            yield path, "{approved_systems} has nothing to show; name a system in “approved_systems”"
    if set(PLACEHOLDER.sub("", text)) & {"{", "}"}:
        yield path, "a brace stands alone; braces are for names that are filled in"


def _last_key(path: Path) -> str:
    return next(str(step) for step in reversed(path) if isinstance(step, str))


def _twice(parts: Sequence[Part], field: str, path: Path) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, part in enumerate(parts):
        value = getattr(part, field)
        if value in seen:
            yield (*path, index, field), f"“{value}” stands twice; give each its own"
        seen.add(value)


def _dangling(names: Iterable[str], known: Iterable[str], path: Path, what: str) -> Iterator[Fault]:
    there = set(known)
    for index, name in enumerate(names):
        if name not in there:
            yield (*path, index), f"“{name}” is no {what}; correct the name"


def _checklist(pack: Pack, checklist: Checklist, path: Path) -> Iterator[Fault]:
    lines = [line.id for line in checklist.lines]
    points = [point.ref for point in pack.points]
    yield from _twice(checklist.lines, "id", (*path, "lines"))
    yield from _twice(checklist.questions, "id", (*path, "questions"))
    if not checklist.questions or not checklist.lines:
        yield path, "a checklist needs questions and lines; add them"
    if checklist.version < 1:
        yield (*path, "version"), "versions are counted from 1; correct the number"
    for index, line in enumerate(checklist.lines):
        if line.point not in points:
            yield (*path, "lines", index, "point"), f"“{line.point}” is no point of this pack; correct it"
        if line.id not in {question.line for question in checklist.questions}:
            yield (*path, "lines", index, "id"), f"no question speaks to the line “{line.id}”; add one or remove it"
    for index, question in enumerate(checklist.questions):
        here = (*path, "questions", index)
        yield from _question(question, here)
        yield from _references(question, lines, points, here)
        yield from _place(pack, checklist, index, here)
    yield from _groups(checklist, path)
    yield from _requests_alike(checklist, path)


def _references(question: Question, lines: list[str], points: list[str], path: Path) -> Iterator[Fault]:
    if question.line and question.line not in lines:
        yield (*path, "line"), f"“{question.line}” is no line of this checklist; correct the name"
    if question.point and question.point not in points:
        yield (*path, "point"), f"“{question.point}” is no point of this pack; correct it"
    yield from _dangling(question.also_lines, lines, (*path, "also_lines"), "line of this checklist")


def _question(question: Question, path: Path) -> Iterator[Fault]:
    ids = [answer.id for answer in question.answers]
    if not ids:
        yield path, f"the question “{question.id}” has no answers, so nobody could go on; add them"
    yield from _twice(question.answers, "id", (*path, "answers"))
    if question.alone and question.alone not in ids:
        yield (*path, "alone"), f"“{question.alone}” is no answer of this question; correct the name"
    if question.request is None and (question.kind == "connections" or "ask" in _kinds(question)):
        yield path, f"the question “{question.id}” leads to a request; say which in “request”"
    if not question.line and _kinds(question) - {"confirmed"}:
        yield path, f"the question “{question.id}” needs a line, or its answers would be lost; name it in “line”"
    yield from _answers(question, path)
    yield from _done(question, path)
    yield from _alike(question, path)


def _kinds(question: Question) -> set[str]:
    return {answer.outcome for answer in question.answers}


def _answers(question: Question, path: Path) -> Iterator[Fault]:
    ids = [answer.id for answer in question.answers]
    for index, answer in enumerate(question.answers):
        here = (*path, "answers", index)
        others = [name for name in ids if name != answer.id]
        yield from _dangling(answer.beside, others, (*here, "beside"), "other answer of this question")
        if question.alone and _beside_alone(answer, question.alone):
            yield (*here, "beside"), f"“{question.alone}” stands alone; it can be beside nothing"
        if answer.outcome == "open" and answer.days is None:
            yield here, f"the answer “{answer.id}” is open; say in “days” how long it may take"
        if answer.outcome != "open" and answer.days is not None:
            yield (*here, "days"), f"the answer “{answer.id}” is not open; remove its “days”"
        if answer.days is not None and not 0 <= answer.days <= LONGEST_OPEN_DAYS:
            yield (*here, "days"), f"an open answer takes 0 to {LONGEST_OPEN_DAYS} days; correct the number"
        if answer.leads_to == "look" and not question.where_to_look:
            yield (*here, "leads_to"), "there is nowhere to look here; say so in “where_to_look”, or lead elsewhere"
        if (answer.outcome == "ask") != (answer.leads_to == "request"):
            yield here, f"the answer “{answer.id}” needs the outcome “ask” and leads to “request”, or neither"


def _done(question: Question, path: Path) -> Iterator[Fault]:
    """Yield open answers that nothing, or nothing Confirmed, follows once they are done."""
    confirmed = {answer.id for answer in question.answers if answer.outcome == "confirmed"}
    for index, answer in enumerate(question.answers):
        here = (*path, "answers", index)
        if answer.outcome != "open":
            if answer.done_as:
                yield (*here, "done_as"), f"the answer “{answer.id}” is not open; remove its “done_as”"
        elif not answer.done_as:
            yield here, f"the answer “{answer.id}” is open; say in “done_as” which one it is once it is done"
        elif answer.done_as not in confirmed:
            words = f"“{answer.done_as}” is no answer of this question that is Confirmed; correct the name"
            yield (*here, "done_as"), words
        else:
            for other in _beside(question, answer.id) - _beside(question, answer.done_as) - {answer.done_as}:
                words = f"“{answer.done_as}” must be allowed beside “{other}” as “{answer.id}” is; add it there"
                yield (*here, "done_as"), words


def _beside(question: Question, answer_id: str) -> set[str]:
    own = next(set(a.beside) for a in question.answers if a.id == answer_id)
    return own | {a.id for a in question.answers if answer_id in a.beside}


def _beside_alone(answer: Answer, alone: str) -> bool:
    return alone in answer.beside or (answer.id == alone and bool(answer.beside))


def _alike(question: Question, path: Path) -> Iterator[Fault]:
    """Yield answers that HR could tell apart though they must look alike (the wall of who may read what)."""
    for index, answer in enumerate(question.answers):
        here = (*path, "answers", index)
        first = next(a for a in question.answers if a.outcome == answer.outcome)
        if answer.outcome == "open" and None not in (answer.days, first.days) and answer.days != first.days:
            yield (*here, "days"), f"open answers of one question must look alike to HR; write {first.days}"
        if answer.outcome in ("open", "confirmed") and answer.hr_sees != first.hr_sees:
            yield here, f"HR must see the same for “{answer.id}” and “{first.id}”; write the same in “hr_sees”"
    reports = any(answer.leads_to in ("stop", "told") for answer in question.answers)
    if reports and _kinds(question) != {"confirmed"}:
        yield path, f"HR must not infer a report from “{question.id}”; give all its answers the outcome “confirmed”"


def _requests_alike(checklist: Checklist, path: Path) -> Iterator[Fault]:
    """Yield connection questions whose requests reach other lines than the first one's: HR could infer who."""
    reached: set[str] | None = None
    for index, question in enumerate(checklist.questions):
        if question.request != "connection":
            continue
        lines = {question.line, *question.also_lines}
        reached = lines if reached is None else reached
        if lines != reached:
            words = f"a connection must reach the same lines wherever it is asked for: {', '.join(sorted(reached))}"
            yield (*path, "questions", index), f"{words}; correct “line” or “also_lines”"


def _place(pack: Pack, checklist: Checklist, index: int, path: Path) -> Iterator[Fault]:
    """Yield faults of a question's place among the others: follow-ups, and what needs the accounts."""
    question, before = checklist.questions[index], checklist.questions[:index]
    accounts = [q for q in before if q.kind == "accounts"]
    if question.kind == "accounts":
        if accounts:
            yield (*path, "kind"), "a checklist asks for accounts once; make this a choice or remove it"
        platforms = [p.id for p in pack.platforms] + [question.alone]
        for place, answer in enumerate(question.answers):
            if answer.id not in platforms:
                yield (
                    (*path, "answers", place, "id"),
                    f"“{answer.id}” is no platform of this pack; correct it",
                )
    if (question.needs_accounts or question.where_to_look) and not any(q.alone for q in accounts):
        yield path, f"“{question.id}” needs a question about accounts before it, with an answer that stands alone"
    when = question.asked_when
    if when is None:
        return
    parent = next((q for q in reversed(before) if q.asked_when is None), None)
    if parent is None or parent.id != when.question:
        yield (*path, "asked_when"), f"a follow-up stands right after its question; move it after “{when.question}”"
    else:
        ids = [answer.id for answer in parent.answers]
        yield from _dangling(when.answers, ids, (*path, "asked_when", "answers"), f"answer of “{parent.id}”")
        for answer in parent.answers:
            # What is done leaves nothing new to ask, or it could not be signed in the same act.
            if answer.done_as in when.answers and answer.id not in when.answers:
                yield (
                    (*path, "asked_when"),
                    f"“{answer.id}” becomes “{answer.done_as}”; ask after “{answer.id}” too",
                )


def _groups(checklist: Checklist, path: Path) -> Iterator[Fault]:
    """Yield questions that stand under no heading or under two, and names that are no question."""
    if not checklist.groups:
        return
    top = [q.id for q in checklist.questions if q.asked_when is None]
    named = Counter(name for group in checklist.groups for name in group.questions)
    for index, group in enumerate(checklist.groups):
        here = (*path, "groups", index, "questions")
        yield from _dangling(group.questions, top, here, "question with a number of its own")
        for place, name in enumerate(group.questions):
            if named[name] > 1:
                yield (*here, place), f"“{name}” stands under two headings; leave it under one"
    for index, question in enumerate(checklist.questions):
        if question.id in top and not named[question.id]:
            yield (*path, "questions", index, "id"), f"“{question.id}” stands under no heading; add it to a group"
