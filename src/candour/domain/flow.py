"""The flow of a check: which question comes next, what a page still lacks, what to settle before signing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from candour.domain.checklist import Answers, Decision, Given, Unsettled
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from candour.domain.policy import Answer, Checklist, Question

LONGEST_OPEN_DAYS = 60
"""How far ahead an open answer may be put, in days: about half a term and the holiday after it."""


def asked(checklist: Checklist, answers: Answers) -> tuple[Question, ...]:
    """Return the questions that this person meets, in order.

    Follow-ups are there when their condition holds; questions that need accounts are not, once the person has
    said that they have none. Until the accounts question is answered, they are.
    """
    without = _has_no_accounts(checklist, answers)
    top = {q.id for q in checklist.questions if q.asked_when is None and not (without and q.needs_accounts)}
    return tuple(q for q in checklist.questions if q.id in top or _followed_up(checklist, q, top, answers))


def _has_no_accounts(checklist: Checklist, answers: Answers) -> bool:
    return any(
        q.kind == "accounts" and bool(q.alone) and _ids(q, answers.get(q.id)) == {q.alone}
        for q in checklist.questions
    )


def _followed_up(checklist: Checklist, question: Question, top: set[str], answers: Answers) -> bool:
    when = question.asked_when
    if when is None or when.question not in top:
        return False
    before = next(q for q in checklist.questions if q.id == when.question)
    return not _ids(before, answers.get(before.id)).isdisjoint(when.answers)


def chosen(question: Question, given: Given | None) -> tuple[Answer, ...]:
    """Return the answers that were chosen, in the pack's order.

    Nothing when there is no answer, or when the answer is none that this pack allows (an older pack's answer,
    or answers that exclude each other): such a question counts as unanswered.
    """
    if given is None or given.question != question.id or not set(given.choices) <= {a.id for a in question.answers}:
        return ()
    picked = tuple(a for a in question.answers if a.id in given.choices)
    return picked if _together(question, picked) else ()


def _ids(question: Question, given: Given | None) -> set[str]:
    return {answer.id for answer in chosen(question, given)}


def _together(question: Question, picked: tuple[Answer, ...]) -> bool:
    """Whether these answers may be true together: any accounts but the one that stands alone, else `beside`."""
    if question.alone and len(picked) > 1 and question.alone in {a.id for a in picked}:
        return False
    if question.kind == "accounts":
        return True
    return all(b.id in a.beside or a.id in b.beside for a in picked for b in picked if a.id != b.id)


def next_question(
    checklist: Checklist, answers: Answers, after: str | None, asks: Iterable[str] = ()
) -> Question | None:
    """Return the question that follows `after` (None: the first one); None means Check and sign.

    `asks`: the questions chosen for an update, which asks no others but their follow-ups.
    `after` may be a question that is no longer asked: what follows its place in the checklist comes next.
    Raises KeyError when the checklist has no such question.
    """
    place = -1 if after is None else _place(checklist, after)
    found = asked_in(checklist, answers, asks)
    return next((q for q in found if _place(checklist, q.id) > place), None)


def previous_question(
    checklist: Checklist, answers: Answers, before: str | None, asks: Iterable[str] = ()
) -> Question | None:
    """Return the question before `before` (None: before Check and sign); None means that it is the first one."""
    place = len(checklist.questions) if before is None else _place(checklist, before)
    found = asked_in(checklist, answers, asks)
    return next((q for q in reversed(found) if _place(checklist, q.id) < place), None)


def _place(checklist: Checklist, question_id: str) -> int:
    for place, question in enumerate(checklist.questions):
        if question.id == question_id:
            return place
    raise KeyError(question_id)


def first_unanswered(checklist: Checklist, answers: Answers) -> Question | None:
    """Return the first question that is asked and not answered; None when all are."""
    return next((q for q in asked(checklist, answers) if not chosen(q, answers.get(q.id))), None)


def numbering(checklist: Checklist, answers: Answers) -> dict[str, str]:
    """Return the numbers that this person sees, by question id: "4", and "4a" for its follow-up."""
    return _numbers(asked(checklist, answers))


def all_numbers(checklist: Checklist) -> dict[str, str]:
    """Return the number of every question of the checklist, asked or not: the numbers on the documents."""
    return _numbers(checklist.questions)


def _numbers(questions: Iterable[Question]) -> dict[str, str]:
    numbers: dict[str, str] = {}
    top, letter = 0, 0
    for question in questions:
        if question.asked_when is None:
            top, letter = top + 1, 0
            numbers[question.id] = str(top)
        else:
            letter += 1
            numbers[question.id] = f"{top}{chr(ord('a') + letter - 1)}"
    return numbers


def confirmable(question: Question) -> bool:
    """Whether last year's answer is filled in to be confirmed ("Still right?"): accounts, and family and others.

    All other questions are about a year of new looking: their answers are given afresh.
    """
    return question.kind in ("accounts", "connections")


def asked_in(checklist: Checklist, answers: Answers, asks: Iterable[str]) -> tuple[Question, ...]:
    """Return what an update asks: the chosen questions and their follow-ups; all that is met if none was chosen."""
    chosen_ids = set(asks)
    met = asked(checklist, answers)
    if not chosen_ids:
        return met
    return tuple(q for q in met if q.id in chosen_ids or (q.asked_when and q.asked_when.question in chosen_ids))


def unanswered(checklist: Checklist, answers: Answers) -> tuple[str, ...]:
    """Return the ids of the questions that are asked and not answered, in order."""
    return tuple(q.id for q in asked(checklist, answers) if not chosen(q, answers.get(q.id)))


def open_in(checklist: Checklist, answers: Answers) -> tuple[str, ...]:
    """Return the ids of the questions whose answer leaves something to do, in order."""
    met = asked(checklist, answers)
    return tuple(q.id for q in met if any(a.outcome == "open" for a in chosen(q, answers.get(q.id))))


def done(checklist: Checklist, answers: Answers, question_id: str) -> Answers:
    """Return the answers once what is open in one of them is done: it becomes the answer that the pack names.

    Raises ValueError when nothing is open there, KeyError when the checklist has no such question.
    """
    question = checklist.questions[_place(checklist, question_id)]
    given = answers.get(question_id)
    picked = chosen(question, given)
    if given is None or not any(answer.done_as for answer in picked):
        raise ValueError(f"nothing is open in {question_id}")
    choices = tuple(dict.fromkeys(answer.done_as or answer.id for answer in picked))
    return tidy(checklist, {**answers, question_id: replace(given, choices=choices, until=None)})


def top_level_count(checklist: Checklist, answers: Answers) -> int:
    """Return the 12 of "Question 4 of 12": the questions that this person meets, follow-ups not counted."""
    return sum(q.asked_when is None for q in asked(checklist, answers))


def check_given(
    question: Question, given: Given | None, today: date, *, longest: int = LONGEST_OPEN_DAYS
) -> str | None:
    """Return the sentence that says what this page still lacks, or None when the person may continue.

    A missing request keeps nobody here: it is asked for before signing, by `unsettled`.
    """
    picked = chosen(question, given)
    if given is None or not picked:
        return question.error if given is None else _why_not(question, given)
    if any(a.outcome == "open" for a in picked):
        return _check_day(given.until, today, longest)
    if any(a.leads_to == "told" for a in picked) and not given.told.strip():
        return "Choose whom you told"
    return None


def _why_not(question: Question, given: Given) -> str:
    alone = next((a for a in question.answers if a.id == question.alone), None)
    if alone is not None and alone.id in given.choices and len(given.choices) > 1:
        return f"Choose “{alone.label}” on its own, or leave it out"
    return question.error


def _check_day(until: date | None, today: date, longest: int) -> str | None:
    last = today + timedelta(days=longest)
    if until is None:
        return "Choose the day by which you will do it"
    if until < today:
        return "Choose today or a later day"
    return f"Choose a day no later than {uk_date(last)}" if until > last else None


def default_until(answer: Answer, today: date) -> date:
    """Return the day with which "When will you do it?" is filled in for an open answer.

    It is `days` from today and stays there on a Saturday or Sunday: what concerns pupils is due today on every
    day of the week, and the person can choose another. It depends on nothing but `days` and today, so answers
    that must look alike get the same day. Raises ValueError for an answer that is not open.
    """
    if answer.days is None:
        raise ValueError(f"the answer {answer.id} is not open")
    return today + timedelta(days=answer.days)


def unsettled(
    checklist: Checklist,
    answers: Answers,
    decisions: Mapping[str, Decision],
    today: date,
    carried: Answers | None = None,
) -> tuple[Unsettled, ...]:
    """Return what must be settled before signing, in the order of the questions; empty when all is.

    `carried` are the answers of the declaration that is superseded: a day that was promised there and is past stays
    as it was promised, so that doing one thing late keeps nobody from signing that another is done.
    """
    before = carried or {}
    numbers = numbering(checklist, answers)
    found = []
    for question in asked(checklist, answers):
        given = answers.get(question.id)
        day = None if given is not None and given == before.get(question.id) else today
        sentence = _lacks(question, given, decisions, day, numbers[question.id])
        if sentence:
            found.append(Unsettled(question.id, sentence))
    return tuple(found)


def _lacks(
    question: Question, given: Given | None, decisions: Mapping[str, Decision], today: date | None, number: str
) -> str | None:
    named = f"question {number}, {question.about},"
    picked = chosen(question, given)
    if given is None or not picked:
        return f"Answer {named} before you sign"
    lacking = None if today is None else check_given(question, given, today)
    if lacking:
        return f"Look at {named} again: {lacking[0].lower()}{lacking[1:]}"
    if not any(a.outcome == "ask" for a in picked):
        return None
    if not given.requests:
        return f"Send your request in {named} before you sign"
    closed = sorted(r for r in given.requests if decisions.get(r) == "closed")
    return f"Look at {named} again: {' and '.join(closed)} is not in force" if closed else None


def tidy(checklist: Checklist, answers: Answers) -> Answers:
    """Return the answers without those to questions that are no longer asked."""
    kept = {q.id for q in asked(checklist, answers)}
    return {question: given for question, given in answers.items() if question in kept}
