from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs_and_paths import (
    REFERENCES,
    TODAY,
    answered_by,
    harbour,
    loose_answers,
    milton,
    whole_path,
    with_checklist,
)

from candour.domain.checklist import Given, Unsettled
from candour.domain.flow import (
    all_numbers,
    asked,
    check_given,
    chosen,
    default_until,
    first_unanswered,
    next_question,
    numbering,
    previous_question,
    tidy,
    top_level_count,
    unsettled,
)
from candour.domain.policy import next_by

PERSONAL = milton().checklist("personal")
NO_ACCOUNTS = {"accounts": Given("accounts", ("no-accounts",))}


def question(question_id, checklist=PERSONAL):
    return next_by(checklist.questions, "id", question_id)


@given(st.data())
def test_every_path_ends_at_check_and_sign_with_nothing_unsettled(data):
    _, checklist = data.draw(with_checklist())
    answers, met = data.draw(whole_path(checklist))
    assert [q.id for q in asked(checklist, answers)] == met
    assert first_unanswered(checklist, answers) is None
    assert unsettled(checklist, answers, {}, TODAY) == ()
    assert all(check_given(question(q, checklist), answers[q], TODAY) is None for q in met)


@given(st.data())
def test_going_back_retraces_the_way(data):
    _, checklist = data.draw(with_checklist())
    answers, met = data.draw(whole_path(checklist))
    back, here = [], None
    while (before := previous_question(checklist, answers, here)) is not None:
        back.append(before.id)
        here = before.id
    assert back[::-1] == met


@given(st.data())
def test_a_draft_in_any_state_leads_on_to_check_and_sign(data):
    _, checklist = data.draw(with_checklist())
    answers = data.draw(loose_answers(checklist))
    here, steps = None, 0
    while (ahead := next_question(checklist, answers, here)) is not None:
        here, steps = ahead.id, steps + 1
    assert steps == len(asked(checklist, answers))


@given(st.data())
def test_nobody_meets_a_question_that_their_accounts_rule_out(data):
    answers, met = data.draw(whole_path(PERSONAL))
    if answers["accounts"].choices == ("no-accounts",):
        assert met == ["accounts", "family", "own-phone", "school-email", "child-messages", "worrying"]
    else:
        assert {q.id for q in PERSONAL.questions if q.asked_when is None} <= set(met)


@given(st.data())
def test_a_follow_up_is_met_exactly_when_its_condition_holds(data):
    _, checklist = data.draw(with_checklist())
    answers, met = data.draw(whole_path(checklist))
    for follow_up in checklist.questions:
        when = follow_up.asked_when
        if when:
            parent = answers.get(when.question)
            holds = parent is not None and bool(set(parent.choices) & set(when.answers))
            assert (follow_up.id in met) == holds


def test_a_follow_up_of_a_question_that_is_no_longer_asked_is_not_asked():
    answers = NO_ACCOUNTS | {"pupils": Given("pupils", ("removed",))}
    assert "pupils-reached-out" not in [q.id for q in asked(PERSONAL, answers)]


def test_until_the_accounts_are_known_the_questions_about_them_are_asked():
    assert "parents" in [q.id for q in asked(PERSONAL, {})]


def test_none_together_with_an_account_is_no_answer():
    assert first_unanswered(PERSONAL, {"accounts": Given("accounts", ("x", "no-accounts"))}) == question("accounts")


def test_an_answer_of_an_older_pack_counts_as_unanswered():
    assert chosen(question("parents"), Given("parents", ("none", "gone"))) == ()
    answers = answered_by(PERSONAL, {}) | {"worrying": Given("worrying", ("gone",))}
    assert first_unanswered(PERSONAL, answers) == question("worrying")
    assert unsettled(PERSONAL, answers, {}, TODAY) == (
        Unsettled("worrying", "Answer question 10, worrying messages, before you sign"),
    )


def test_an_answer_stored_under_another_question_counts_as_unanswered():
    assert chosen(question("parents"), Given("pupils", ("none",))) == ()


def test_family_may_be_said_together_with_what_was_found_but_not_with_none():
    parents = question("parents")
    assert chosen(parents, Given("parents", ("connection", "removed")))
    assert chosen(parents, Given("parents", ("connection", "still-there")))
    assert not chosen(parents, Given("parents", ("connection", "none")))
    assert not chosen(parents, Given("parents", ("removed", "still-there")))
    assert not chosen(parents, Given("parents", ("connection", "removed", "still-there")))


def test_the_next_question_after_one_that_fell_away_is_the_next_in_the_checklist():
    assert next_question(PERSONAL, NO_ACCOUNTS, "pupils-reached-out") == question("own-phone")
    assert previous_question(PERSONAL, NO_ACCOUNTS, "pupils-reached-out") == question("family")


def test_a_question_that_the_checklist_does_not_have_is_a_bug():
    with pytest.raises(KeyError):
        next_question(PERSONAL, {}, "gone")


def test_a_follow_up_shares_the_number_of_its_question():
    answers = {"pupils": Given("pupils", ("removed",))}
    numbers = numbering(PERSONAL, answers)
    assert (numbers["pupils"], numbers["pupils-reached-out"], numbers["ex-pupils"]) == ("4", "4a", "5")
    assert "ex-pupils-reached-out" not in numbers


def test_two_follow_ups_of_one_question_are_a_and_b():
    code = harbour().checklist("code")
    assert all_numbers(code) == {
        "tools": "1",
        "ties": "2",
        "written": "3",
        "who-knows": "3a",
        "when-was-it": "3b",
        "film": "4",
    }


def test_the_count_leaves_out_follow_ups_and_what_is_not_asked():
    assert top_level_count(PERSONAL, {"pupils": Given("pupils", ("removed",))}) == 12
    assert top_level_count(PERSONAL, NO_ACCOUNTS) == 6
    assert numbering(PERSONAL, NO_ACCOUNTS)["own-phone"] == "3"


@given(st.data())
def test_numbers_count_up_to_the_count_that_the_page_shows(data):
    _, checklist = data.draw(with_checklist())
    answers = data.draw(loose_answers(checklist))
    whole = [number for number in numbering(checklist, answers).values() if number.isdigit()]
    assert whole == [str(n + 1) for n in range(top_level_count(checklist, answers))]


def test_a_page_without_an_answer_says_what_to_choose():
    assert check_given(question("pupils"), None, TODAY) == "Choose the answer that fits best for pupils"
    assert check_given(question("pupils"), Given("pupils", ()), TODAY) == question("pupils").error


def test_what_stands_alone_is_named_when_it_does_not():
    mixed = Given("accounts", ("x", "no-accounts"))
    assert check_given(question("accounts"), mixed, TODAY) == (
        "Choose “I have no personal accounts” on its own, or leave it out"
    )


@pytest.mark.parametrize(
    ("until", "sentence"),
    [
        (None, "Choose the day by which you will do it"),
        (TODAY - timedelta(days=1), "Choose today or a later day"),
        (TODAY, None),
        (TODAY + timedelta(days=60), None),
        (TODAY + timedelta(days=61), "Choose a day no later than 4 December 2026"),
    ],
)
@pytest.mark.parametrize("answer", ["still-there", "look", "talk"])
def test_every_open_answer_needs_a_day_from_today_within_sixty_days(answer, until, sentence):
    assert check_given(question("parents"), Given("parents", (answer,), until), TODAY) == sentence


def test_who_says_that_it_was_reported_chooses_whom_they_told():
    reported = Given("worrying", ("reported",), told=" ")
    assert check_given(question("worrying"), reported, TODAY) == "Choose whom you told"
    assert check_given(question("worrying"), Given("worrying", ("reported",), told="The police"), TODAY) is None


def test_a_missing_request_keeps_nobody_on_the_page_but_from_signing():
    asks = Given("parents", ("connection",))
    assert check_given(question("parents"), asks, TODAY) is None
    answers = answered_by(PERSONAL, {"parents": asks})
    assert unsettled(PERSONAL, answers, {}, TODAY) == (
        Unsettled("parents", "Send your request in question 3, parents, before you sign"),
    )


def test_a_request_that_no_longer_holds_is_looked_at_again():
    asks = Given("parents", ("connection",), requests=REFERENCES[:2])
    answers = answered_by(PERSONAL, {"parents": asks})
    assert unsettled(PERSONAL, answers, {REFERENCES[0]: "approved"}, TODAY) == ()
    assert unsettled(PERSONAL, answers, {REFERENCES[0]: "closed"}, TODAY) == (
        Unsettled("parents", "Look at question 3, parents, again: E-2026-014 is not in force"),
    )


def test_a_day_that_has_passed_meanwhile_is_looked_at_again():
    late = Given("posts", ("still-up",), TODAY)
    answers = answered_by(PERSONAL, {"posts": late})
    assert unsettled(PERSONAL, answers, {}, TODAY + timedelta(days=1)) == (
        Unsettled("posts", "Look at question 11, posts about matters, again: choose today or a later day"),
    )


@given(st.data())
def test_what_is_unsettled_stands_in_the_order_of_the_questions_and_only_where_asked(data):
    _, checklist = data.draw(with_checklist())
    answers = data.draw(loose_answers(checklist))
    met = [q.id for q in asked(checklist, answers)]
    found = [u.question for u in unsettled(checklist, answers, {}, TODAY)]
    assert found == [q for q in met if q in found]
    assert {q for q in met if q not in answers} <= set(found)


def test_the_usual_day_is_as_many_days_off_as_the_pack_says_on_weekends_too():
    saturday = date(2026, 10, 3)
    pupils, parents = question("pupils"), question("parents")
    assert default_until(next_by(pupils.answers, "id", "still-there"), saturday) == saturday
    assert default_until(next_by(parents.answers, "id", "talk"), TODAY) == date(2026, 10, 19)


def test_an_answer_that_is_not_open_has_no_day():
    with pytest.raises(ValueError, match="not open"):
        default_until(next_by(question("parents").answers, "id", "none"), TODAY)


@given(st.data())
def test_tidying_drops_only_what_is_no_longer_asked_and_changes_nothing_else(data):
    _, checklist = data.draw(with_checklist())
    answers = data.draw(loose_answers(checklist))
    kept = tidy(checklist, answers)
    met = asked(checklist, answers)
    assert kept == {q.id: answers[q.id] for q in met if q.id in answers}
    assert asked(checklist, kept) == met
    assert tidy(checklist, kept) == kept
