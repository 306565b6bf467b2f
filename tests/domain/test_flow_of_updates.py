from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs_and_paths import TODAY, answered_by, milton, whole_path, with_checklist

from candour.domain.checklist import Given
from candour.domain.flow import (
    asked,
    asked_in,
    chosen,
    confirmable,
    done,
    next_question,
    open_in,
    previous_question,
    unanswered,
    unsettled,
)
from candour.domain.outcomes import hr_view, outcomes

PERSONAL = milton().checklist("personal")
LATE = TODAY - timedelta(days=3)


@given(st.data())
def test_what_an_update_asks_is_the_chosen_questions_that_are_met_and_their_follow_ups(data):
    _, checklist = data.draw(with_checklist())
    answers, met = data.draw(whole_path(checklist))
    asks = data.draw(st.sets(st.sampled_from(met), min_size=1))
    found = [q.id for q in asked_in(checklist, answers, asks)]
    assert asks <= set(found)
    for q in asked(checklist, answers):
        follows = q.asked_when is not None and q.asked_when.question in asks
        assert (q.id in found) == (q.id in asks or follows)


@given(st.data())
def test_forward_and_back_through_an_update_meet_the_same_questions_and_end(data):
    _, checklist = data.draw(with_checklist())
    answers, met = data.draw(whole_path(checklist))
    asks = data.draw(st.sets(st.sampled_from(met)))
    forward, here = [], None
    while (ahead := next_question(checklist, answers, here, asks)) is not None:
        here = ahead.id
        forward.append(here)
    back, here = [], None
    while (before := previous_question(checklist, answers, here, asks)) is not None:
        here = before.id
        back.append(here)
    assert forward == back[::-1] == [q.id for q in asked_in(checklist, answers, asks)]


def test_with_nothing_chosen_an_update_asks_everything():
    assert asked_in(PERSONAL, {}, ()) == asked(PERSONAL, {})


@given(st.data())
def test_whatever_is_open_can_be_done_and_is_confirmed_then_alike_for_hr(data):
    _, checklist = data.draw(with_checklist())
    answers, _ = data.draw(whole_path(checklist))
    for question_id in open_in(checklist, answers):
        after = done(checklist, answers, question_id)
        assert question_id not in open_in(checklist, after)
        assert unanswered(checklist, after) == ()
        assert after[question_id].until is None
        assert after[question_id].requests == answers[question_id].requests
        assert set(after) <= set(answers)
        assert all(after[each] == answers[each] for each in after if each != question_id)


@pytest.mark.parametrize("one", ["still-there", "look", "talk"])
def test_every_way_of_being_open_is_done_alike_for_hr(one):
    answers = answered_by(PERSONAL, {"parents": Given("parents", (one,), until=TODAY)})
    plain = answered_by(PERSONAL, {})
    after = done(PERSONAL, answers, "parents")
    assert hr_view(outcomes(PERSONAL, after, {})) == hr_view(outcomes(PERSONAL, plain, {}))


def test_what_is_not_open_cannot_be_done():
    answers = answered_by(PERSONAL, {"parents": Given("parents", ("removed",))})
    with pytest.raises(ValueError, match="nothing is open in parents"):
        done(PERSONAL, answers, "parents")
    with pytest.raises(ValueError, match="nothing is open in parents"):
        done(PERSONAL, {}, "parents")
    with pytest.raises(KeyError):
        done(PERSONAL, answers, "gone")


def test_what_is_done_leaves_no_answers_to_follow_ups_that_are_no_longer_asked():
    pupils = Given("pupils", ("talk",), until=TODAY)
    answers = answered_by(PERSONAL, {"pupils": pupils}) | {
        "pupils-reached-out": Given("pupils-reached-out", ("no",))
    }
    assert "pupils-reached-out" not in done(PERSONAL, answers, "pupils")


def test_a_promised_day_that_is_past_is_carried_as_it_was_and_given_anew_it_is_not():
    before = answered_by(PERSONAL, {"parents": Given("parents", ("still-there",), until=LATE)})
    assert unsettled(PERSONAL, before, {}, TODAY, before) == ()
    (left,) = unsettled(PERSONAL, before, {}, TODAY)
    assert left.question == "parents"
    given_anew = {**before, "parents": Given("parents", ("look",), until=LATE)}
    (left,) = unsettled(PERSONAL, given_anew, {}, TODAY, before)
    assert left.question == "parents"


def test_a_request_that_is_no_longer_in_force_is_not_carried():
    before = answered_by(PERSONAL, {"family": Given("family", ("some",), requests=("E-2026-014",))})
    (left,) = unsettled(PERSONAL, before, {"E-2026-014": "closed"}, TODAY, before)
    assert "E-2026-014 is not in force" in left.sentence


def test_accounts_and_family_are_confirmed_from_last_year_and_everything_else_is_asked_afresh():
    assert [q.id for q in PERSONAL.questions if confirmable(q)] == ["accounts", "family"]


def test_unanswered_names_what_is_asked_and_not_answered_in_order():
    answers = {"accounts": Given("accounts", ("no-accounts",)), "own-phone": Given("own-phone", ("no",))}
    assert unanswered(PERSONAL, answers) == ("family", "school-email", "child-messages", "worrying")
    assert not any(
        chosen(q, answers.get(q.id)) for q in PERSONAL.questions if q.id in unanswered(PERSONAL, answers)
    )
