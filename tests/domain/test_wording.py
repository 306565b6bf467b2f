from __future__ import annotations

from dataclasses import replace
from datetime import date

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.packs_and_paths import (
    TODAY,
    answered_by,
    frame_of,
    harbour,
    milton,
    names_of,
    whole_path,
    with_checklist,
)

from candour.domain.checklist import Given, Outcome
from candour.domain.declaration import AnswerFact, AskedFact, DeclarationFacts, LineFact
from candour.domain.flow import asked
from candour.domain.outcomes import outcomes
from candour.domain.policy import Ages, next_by
from candour.domain.wording import (
    answer_words,
    build_facts,
    ex_pupil_year,
    fill,
    outcome_words,
    summary_words,
)

DAY = date(2026, 10, 30)
LATER = date(2026, 11, 6)
PERSONAL = milton().checklist("personal")
NAMES = names_of(milton())


def facts(kind="declaration", answers=None, decisions=None):
    answers = answered_by(PERSONAL, {}) if answers is None else answers
    found = outcomes(PERSONAL, answers, decisions or {})
    return build_facts(kind, milton(), PERSONAL, found=found, answers=answers, names=NAMES, frame=frame_of())


def test_placeholders_are_filled_once_and_braces_in_a_name_stay_as_typed():
    odd = replace(NAMES, lead="Bo {hr} Tarn")
    assert fill("Tell {lead}, not {hr}.", odd) == "Tell Bo {hr} Tarn, not Perpetua Quill."


def test_a_placeholder_that_there_is_not_is_a_bug():
    with pytest.raises(KeyError):
        fill("{dsl}", NAMES)


def test_the_names_come_from_the_pack_and_the_round():
    assert NAMES.ex_pupil_year == "2020"
    assert NAMES.since == "5 October 2025"
    assert NAMES.policy_date == "5 February 2025"
    assert NAMES.approved_systems == "SeeSaw"
    assert names_of(harbour()).approved_systems == "Gullpost or Harbour Talk"


def test_the_year_of_ex_pupils_follows_the_ages_of_the_pack():
    assert ex_pupil_year(Ages(18, 11, "Year 6"), 2026) == 2020
    assert ex_pupil_year(Ages(18, 16, "Year 11"), 2026) == 2025


@pytest.mark.parametrize(
    ("outcome", "mark", "words"),
    [
        (Outcome("l"), "confirmed", "Confirmed"),
        (Outcome("l", except_for=("E-2026-014",)), "except", "Except E-2026-014"),
        (Outcome("l", waiting_for=("E-2026-014",)), "waiting", "Waiting for E-2026-014"),
        (Outcome("l", waiting_for_school=True), "waiting", "Waiting for the school"),
        (Outcome("l", open_until=DAY), "open", "Open until 30 October 2026"),
        (Outcome("l", except_for=("E-1", "E-2", "E-3")), "except", "Except E-1, E-2 and E-3"),
        (
            Outcome("l", ("E-1",), ("E-2",), waiting_for_school=True, open_until=DAY),
            "open",
            "Except E-1; Waiting for E-2; Waiting for the school; Open until 30 October 2026",
        ),
    ],
)
def test_an_outcome_has_its_words_and_the_mark_of_its_most_pressing_part(outcome, mark, words):
    assert outcome_words(outcome) == (mark, words)


@pytest.mark.parametrize(
    ("found", "words"),
    [
        ([Outcome("a"), Outcome("b")], "Signed, with every point confirmed."),
        (
            [Outcome("a", ("E-1",)), Outcome("b", ("E-1",)), Outcome("c", open_until=DAY)],
            "Signed, with one approved exception and one point open until 30 October 2026.",
        ),
        (
            [Outcome("a", open_until=DAY), Outcome("b", open_until=LATER)],
            "Signed, with two points open until 6 November 2026 at the latest.",
        ),
        (
            [Outcome("a", open_until=DAY), Outcome("b", open_until=DAY)],
            "Signed, with two points open until 30 October 2026.",
        ),
        (
            [Outcome("a", ("E-1", "E-2"), ("E-3",)), Outcome("b", waiting_for_school=True)],
            (
                "Signed, with two approved exceptions, one request waiting for an answer "
                "and one point waiting for the school."
            ),
        ),
        (
            [Outcome(str(n), open_until=DAY) for n in range(11)],
            "Signed, with 11 points open until 30 October 2026.",
        ),
    ],
)
def test_the_summary_counts_what_is_not_plainly_confirmed(found, words):
    assert summary_words(found) == words


def test_a_declaration_says_the_lines_with_the_policys_own_place():
    line = next_by(
        facts().lines, "statement", "E-mail on school business goes only through my school account or SeeSaw"
    )
    assert line == LineFact("2.4", "section 2, bullet 4", line.statement, "confirmed", "Confirmed")


def test_a_declaration_carries_the_words_of_its_frame():
    found = facts()
    assert found.title == "Social media declaration 2026–27"
    assert found.summary == "Signed, with every point confirmed."
    assert found.declaration.startswith("I have read the social media policy of 5 February 2025. ")
    assert found.note == (
        "Self-declared: the school looked at no account. Confirmed means true when signed, perhaps after "
        "putting it right. A full copy is kept for the person and the Headteacher."
    )
    assert (found.checklist, found.checklist_version, found.signed_on) == ("Personal accounts", 1, TODAY)
    assert (found.policy.pack, found.policy.dated) == ("cd" * 32, date(2025, 2, 5))


def test_every_question_is_listed_as_asked_whoever_met_it():
    without = facts(answers=answered_by(PERSONAL, {"accounts": Given("accounts", ("no-accounts",))}))
    assert without.asked == facts().asked
    assert " ".join(a.number for a in without.asked) == "1 2 3 4 4a 5 5a 6 7 8 9 10 11 12"
    assert without.asked[8] == AskedFact(
        "7",
        "2.5",
        next_by(PERSONAL.questions, "id", "own-phone").heading,
        (
            "No, or only what is approved",
            "I did, and I have stopped",
            "I still do, I will stop",
            "I have no school way to call or write",
            "I need approval",
            "I would rather talk to someone first",
        ),
    )


def test_only_the_full_copy_holds_the_answers():
    assert facts().answers == ()
    full = facts("full copy", answered_by(PERSONAL, {"parents": Given("parents", ("still-there",), DAY)}))
    assert full.title == "Social media declaration 2026–27, full copy"
    assert (
        AnswerFact("3", full.asked[2].question, "Some are still there; I will remove them; by 30 October 2026")
        in full.answers
    )


@given(st.data())
def test_the_full_copy_answers_what_was_met_under_the_numbers_of_the_list(data):
    pack, checklist = data.draw(with_checklist())
    answers, _ = data.draw(whole_path(checklist))
    found = outcomes(checklist, answers, {})
    full = build_facts(
        "full copy", pack, checklist, found=found, answers=answers, names=names_of(pack), frame=frame_of()
    )
    listed = {a.number: a.question for a in full.asked}
    assert len(full.answers) == len(asked(checklist, answers))
    assert all(listed[a.number] == a.question for a in full.answers)
    text = msgspec.json.encode(full)
    assert b"{lead}" not in text
    assert b"{approved_systems}" not in text
    assert msgspec.json.decode(text, type=DeclarationFacts) == full


def test_an_answer_says_where_it_led():
    worrying, parents = (next_by(PERSONAL.questions, "id", q) for q in ("worrying", "parents"))
    told = Given("worrying", ("reported",), told="{deputy}, deputy for the designated lead")
    assert answer_words(worrying, told, NAMES) == (
        "Yes, and it has been reported; told: Ines Abernathy-Moss, deputy for the designated lead"
    )
    asks = Given("parents", ("connection", "removed"), requests=("E-2026-015", "E-2026-014"))
    assert answer_words(parents, asks, NAMES) == (
        "I found some and removed them; There is family, or another reason to ask the Headteacher; "
        "E-2026-014 and E-2026-015"
    )


def test_what_no_longer_belongs_to_an_answer_is_not_in_its_words():
    parents = next_by(PERSONAL.questions, "id", "parents")
    changed = Given("parents", ("none",), DAY, ("E-2026-014",), "The police")
    assert answer_words(parents, changed, NAMES) == "I have looked, and there are none that I know of"
    assert answer_words(parents, None, NAMES) == "Not answered"


def test_whom_somebody_told_is_kept_as_typed_when_it_is_no_placeholder():
    worrying = next_by(PERSONAL.questions, "id", "worrying")
    assert answer_words(worrying, Given("worrying", ("reported",), told="Bo {x}"), NAMES).endswith("told: Bo {x}")


def test_what_is_unsettled_makes_no_declaration():
    answers = answered_by(PERSONAL, {})
    del answers["worrying"]
    with pytest.raises(ValueError, match="one outcome for each line"):
        facts(answers=answers)
