from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs_and_paths import (
    REFERENCES,
    TODAY,
    answered_by,
    choices_of,
    frame_of,
    harbour,
    loose_answers,
    milton,
    names_of,
    whole_path,
    with_checklist,
)

from candour.domain.checklist import Answers, Decision, Given, Outcome
from candour.domain.flow import asked, chosen, tidy
from candour.domain.outcomes import NOT_SENT, hr_view, outcome_of, outcomes
from candour.domain.policy import next_by
from candour.domain.wording import build_facts, summary_words

PERSONAL = milton().checklist("personal")
CONNECTION_LINES = {"in-touch", "parents", "pupils", "ex-pupils"}
DECISIONS: dict[str, Decision] = {REFERENCES[0]: "approved", REFERENCES[1]: "waiting"}


def personal(**picks):
    return answered_by(PERSONAL, {k.replace("_", "-"): v for k, v in picks.items()})


def of_line(found, line):
    return next_by(found, "line", line)


@given(st.data())
def test_a_whole_path_gives_one_outcome_for_each_line_in_order(data):
    _, checklist = data.draw(with_checklist())
    answers, _ = data.draw(whole_path(checklist))
    assert [o.line for o in outcomes(checklist, answers, DECISIONS)] == [line.id for line in checklist.lines]


@given(st.data())
def test_answers_that_must_look_alike_give_equal_open_content(data):
    pack, checklist = data.draw(with_checklist())
    answers, _ = data.draw(whole_path(checklist))
    other = data.draw(alike(checklist, answers))
    mine, theirs = outcomes(checklist, answers, DECISIONS), outcomes(checklist, other, DECISIONS)
    assert hr_view(mine) == hr_view(theirs)
    assert summary_words(mine) == summary_words(theirs)
    printed = [
        build_facts("declaration", pack, checklist, found=found, answers=a, names=names_of(pack), frame=frame_of())
        for found, a in ((mine, answers), (theirs, other))
    ]
    assert printed[0] == printed[1]


@st.composite
def alike(draw, checklist, answers):
    """Somebody who differs only in what HR may not know: other answers with the same outcomes, told others.

    Having accounts or none stays as it was, since it rules questions out; a test of its own looks at that.
    """
    other: Answers = {}
    for question in checklist.questions:
        before = answers.get(question.id)
        if question.id not in {q.id for q in asked(checklist, other)}:
            continue
        kinds = {a.outcome for a in chosen(question, before)} or {"confirmed"}
        if before and before.choices == (question.alone,) and question.kind == "accounts":
            other[question.id] = before
            continue
        same = choices_of(question).filter(lambda c, q=question, k=kinds: look_same(q, c, k))
        until, requests = (before.until, before.requests) if before else (None, ())
        other[question.id] = Given(question.id, tuple(draw(same)), until, requests, "Somebody else")
    return other


def look_same(question, choices, kinds):
    if question.kind == "accounts" and question.alone in choices:
        return False
    found = {a.outcome for a in chosen(question, Given(question.id, tuple(choices)))}
    # what was found and removed beside a request is printed as the request alone
    return found - {"confirmed"} == kinds - {"confirmed"}


def test_no_accounts_looks_like_having_looked_and_found_none():
    without = answered_by(PERSONAL, {"accounts": Given("accounts", ("no-accounts",))})
    assert hr_view(outcomes(PERSONAL, without, {})) == hr_view(outcomes(PERSONAL, personal(), {}))


def test_a_connection_looks_the_same_wherever_it_was_asked_for():
    one = REFERENCES[:1]
    ways = [
        personal(family=Given("family", ("some",), requests=one)),
        personal(parents=Given("parents", ("connection",), requests=one)),
        personal(pupils=Given("pupils", ("connection",), requests=one)),
        personal(ex_pupils=Given("ex-pupils", ("removed", "connection"), requests=one)),
        personal(in_touch=Given("in-touch", ("connection", "stopped"), requests=one)),
        personal(
            family=Given("family", ("some",), requests=one), pupils=Given("pupils", ("connection",), requests=one)
        ),
    ]
    views = [hr_view(outcomes(PERSONAL, way, DECISIONS)) for way in ways]
    assert all(view == views[0] for view in views)


def test_a_connection_reaches_contact_and_all_who_follow_and_no_other_line():
    found = outcomes(PERSONAL, personal(family=Given("family", ("some",), requests=REFERENCES[:2])), DECISIONS)
    assert {o.line for o in found if not o.confirmed} == CONNECTION_LINES
    assert of_line(found, "parents") == Outcome(
        "parents", except_for=(REFERENCES[0],), waiting_for=(REFERENCES[1],)
    )


@pytest.mark.parametrize("answer", ["no", "knows", "not-yet", "own-family", "not-sure"])
def test_messages_from_children_are_confirmed_whatever_the_answer(answer):
    answers = personal(
        child_messages=Given("child-messages", (answer,)),
        pupils=Given("pupils", ("removed",)),
        pupils_reached_out=Given("pupils-reached-out", ("not-yet",)),
    )
    assert all(o.confirmed for o in outcomes(PERSONAL, answers, {}))


@pytest.mark.parametrize("answer", ["no", "reported", "report-now", "not-sure"])
def test_worrying_messages_are_confirmed_whatever_the_answer(answer):
    answers = personal(worrying=Given("worrying", (answer,), told="The police"))
    assert all(o.confirmed for o in outcomes(PERSONAL, answers, {}))


@pytest.mark.parametrize("answer", ["still-there", "look", "talk"])
def test_an_open_answer_is_open_until_its_day(answer):
    day = TODAY + timedelta(days=3)
    found = outcomes(PERSONAL, personal(pupils=Given("pupils", (answer,), day)), {})
    assert of_line(found, "pupils") == Outcome("pupils", open_until=day)
    assert sum(not o.confirmed for o in found) == 1


def test_no_school_phone_or_account_waits_for_the_school():
    found = outcomes(PERSONAL, personal(own_phone=Given("own-phone", ("no-school-way",))), {})
    assert of_line(found, "own-phone") == Outcome("own-phone", waiting_for_school=True)


def test_what_was_found_beside_family_is_open_and_excepted_at_once():
    both = Given("parents", ("connection", "still-there"), TODAY, REFERENCES[:1])
    found = of_line(outcomes(PERSONAL, personal(parents=both), DECISIONS), "parents")
    assert found == Outcome("parents", except_for=REFERENCES[:1], open_until=TODAY)


def test_a_line_is_combined_of_all_questions_that_speak_to_it():
    code = harbour().checklist("code")
    soon = Given("tools", ("soon", "allowed"), TODAY, REFERENCES[1:2])
    found = outcomes(code, answered_by(code, {"tools": soon, "ties": Given("ties", ("nobody",))}), {})
    assert of_line(found, "apart") == Outcome("apart", waiting_for=REFERENCES[1:2], open_until=TODAY)
    assert of_line(found, "filming").confirmed


@pytest.mark.parametrize("days", [(1, 5), (5, 1)])
def test_a_line_has_the_latest_day_of_what_is_open(days):
    code = harbour().checklist("code")
    questions = (msgspec.structs.replace(q, line="apart" if q.id == "film" else q.line) for q in code.questions)
    code = msgspec.structs.replace(code, questions=tuple(questions))
    first, second = (TODAY + timedelta(days=n) for n in days)
    picks = {"tools": Given("tools", ("soon",), first), "film": Given("film", ("will",), second)}
    found = of_line(outcomes(code, answered_by(code, picks), {}), "apart")
    assert found.open_until == TODAY + timedelta(days=5)


def test_days_requests_and_lists_of_an_answer_changed_since_mean_nothing():
    changed = Given("parents", ("none",), TODAY, REFERENCES, "The police")
    assert outcome_of(next_by(PERSONAL.questions, "id", "parents"), changed, DECISIONS) == Outcome("parents")


def test_a_request_not_sent_and_one_that_ended_are_never_called_confirmed():
    parents = next_by(PERSONAL.questions, "id", "parents")
    unsent = outcome_of(parents, Given("parents", ("connection",)), {})
    ended = outcome_of(
        parents, Given("parents", ("connection",), requests=REFERENCES[:1]), {REFERENCES[0]: "closed"}
    )
    assert unsent == ended == Outcome("parents", waiting_for=(NOT_SENT,))


def test_an_open_answer_without_a_day_and_no_answer_at_all_have_no_outcome_yet():
    parents = next_by(PERSONAL.questions, "id", "parents")
    assert outcome_of(parents, None, {}) is None
    assert outcome_of(parents, Given("parents", ("talk",)), {}) is None


def test_a_line_with_an_unanswered_question_is_left_out_rather_than_confirmed():
    answers = personal()
    del answers["child-messages"]
    assert "child-messages" not in [o.line for o in outcomes(PERSONAL, answers, {})]


@given(st.data())
def test_one_answer_changes_no_line_but_those_that_it_speaks_to(data):
    _, checklist = data.draw(with_checklist())
    answers = data.draw(loose_answers(checklist))
    question = data.draw(st.sampled_from([q for q in checklist.questions if q.kind != "accounts"]))
    followers = [q for q in checklist.questions if q.asked_when and q.asked_when.question == question.id]
    touched = {line for q in [question, *followers] for line in (q.line, *q.also_lines)}
    without = {k: v for k, v in answers.items() if k != question.id}
    before, after = outcomes(checklist, answers, DECISIONS), outcomes(checklist, without, DECISIONS)
    assert [o for o in before if o.line not in touched] == [o for o in after if o.line not in touched]


@given(st.data())
def test_tidying_changes_no_outcome(data):
    _, checklist = data.draw(with_checklist())
    answers = data.draw(loose_answers(checklist))
    assert outcomes(checklist, tidy(checklist, answers), DECISIONS) == outcomes(checklist, answers, DECISIONS)


def test_the_open_content_is_plain_and_complete():
    found = (
        Outcome("a", ("E-2026-014",), ("E-2026-015",), waiting_for_school=True, open_until=TODAY),
        Outcome("b"),
    )
    assert hr_view(found) == {
        "lines": [
            {
                "line": "a",
                "except_for": ["E-2026-014"],
                "waiting_for": ["E-2026-015"],
                "waiting_for_school": True,
                "open_until": "2026-10-05",
            },
            {
                "line": "b",
                "except_for": [],
                "waiting_for": [],
                "waiting_for_school": False,
                "open_until": None,
            },
        ]
    }
