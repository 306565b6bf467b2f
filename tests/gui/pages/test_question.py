from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import cut_sideways, problems
from tests.gui.pages.registry_samples import SAVED, TODAY, sample_check, sample_pack, sample_question
from tests.gui.pages.settling import settle

from candour.domain.checklist import Given
from candour.domain.flow import check_given
from candour.gui.pages.question import QuestionPage
from candour.gui.theme import Theme

QUESTIONS = [q for checklist in sample_pack().checklists for q in checklist.questions if q.kind == "choice"]


@pytest.fixture
def page(qtbot) -> QuestionPage:
    page = QuestionPage()
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    page.activateWindow()
    return page


def ask(page, question, given=None):
    asked = sample_question(question)
    page.show_question(sample_check(), asked, given, TODAY, SAVED)
    settle()
    return asked


def sent(qtbot, page):
    with qtbot.waitSignal(page.continued, timeout=1000) as blocker:
        page.main_button.click()
    return blocker.args[0]


def shown(page):
    return " ".join(label.text() for label in page.follow_up.findChildren(QLabel) if not label.isHidden())


def test_nothing_is_chosen_beforehand(page):
    ask(page, "parents")
    assert page.answers.chosen() == ""
    assert page.given() is None


def test_continue_without_an_answer_says_what_to_choose_and_moves_there(qtbot, page):
    question = ask(page, "pupils")
    with qtbot.assertNotEmitted(page.continued):
        page.main_button.click()
    assert problems(page) == [question.error] == ["Choose the answer that fits best for pupils"]
    assert page.title().startswith("Error: ")
    page.summary.links()[0].click()
    assert page.focusWidget() is page.answers.cards["none"]


def test_a_plain_answer_goes_on_as_it_was_chosen(qtbot, page):
    ask(page, "parents")
    page.answers.choose("removed")
    assert sent(qtbot, page) == Given("parents", ("removed",))


def test_under_the_chosen_card_stands_what_the_declaration_will_say_and_who_sees_what(page):
    ask(page, "parents")
    page.answers.choose("removed")
    words = page.answers.cards["removed"].accessibleDescription()
    assert "Your declaration will say: Confirmed." in words
    assert "Only you and the Headteacher can see: you found some and removed them." in words


def test_an_open_answer_asks_on_the_same_page_when_and_fills_in_the_usual_day(qtbot, page):
    ask(page, "parents")
    page.answers.choose("still-there")
    assert "When will you do it?" in shown(page)
    assert sent(qtbot, page).until == TODAY + timedelta(days=14)


def test_another_day_can_be_chosen_and_the_declaration_says_it(qtbot, page):
    ask(page, "parents")
    page.answers.choose("still-there")
    page.follow_up.day.set_date(date(2026, 10, 5))
    assert "Open until 5 October 2026" in page.answers.cards["still-there"].accessibleDescription()
    assert sent(qtbot, page).until == date(2026, 10, 5)


def test_no_day_before_today_can_be_chosen(page):
    ask(page, "parents")
    page.answers.choose("still-there")
    page.follow_up.day.set_date(TODAY - timedelta(days=1))
    assert page.follow_up.until() == TODAY


@pytest.mark.parametrize("answer", ["still-there", "look", "talk"])
def test_answers_that_look_alike_to_hr_say_the_same_of_the_declaration(page, answer):
    ask(page, "pupils")
    page.answers.choose(answer)
    says = page.declaration_says(page.given())
    assert says == "Your declaration will say: Open until 28 September 2026."


def test_a_family_reason_asks_what_is_true_apart_from_them(qtbot, page):
    ask(page, "parents")
    page.answers.choose("connection")
    page.main_button.click()
    assert problems(page) == ["Choose what else is true, apart from them"]
    page.follow_up.beside.choose("removed")
    given = sent(qtbot, page)
    assert given.choices == ("removed", "connection")
    assert check_given(sample_question("parents"), given, TODAY) is None


def test_beside_a_family_reason_something_open_asks_for_its_day(qtbot, page):
    ask(page, "parents")
    page.answers.choose("connection")
    page.follow_up.beside.choose("still-there")
    given = sent(qtbot, page)
    assert (given.choices, given.until) == (("still-there", "connection"), TODAY + timedelta(days=14))


def test_nothing_else_beside_a_family_reason_is_an_answer(qtbot, page):
    ask(page, "parents")
    page.answers.choose("connection")
    page.follow_up.beside.choose("")
    assert sent(qtbot, page).choices == ("connection",)


def test_who_told_somebody_says_whom(qtbot, page):
    ask(page, "worrying")
    page.answers.choose("reported")
    page.main_button.click()
    assert problems(page) == ["Choose whom you told"]
    page.follow_up.told.field.setCurrentIndex(0)
    assert sent(qtbot, page).told == "Lena Example, designated lead"


def test_not_sure_how_to_look_leads_to_where_to_look(page):
    ask(page, "parents")
    page.answers.choose("look")
    assert "Where to look" in shown(page)


def test_who_would_rather_talk_chooses_with_whom_and_reads_that_they_learn_it(qtbot, page):
    ask(page, "parents")
    page.answers.choose("talk")
    page.main_button.click()
    assert problems(page) == ["Choose whom you would like to talk to"]
    field = page.follow_up.told.field
    field.setCurrentIndex(field.findText("Henrietta Sample, Headteacher"))
    assert "HR learns nothing." in shown(page)
    assert sent(qtbot, page).told == "{headteacher}, Headteacher"


def test_somebody_who_was_tagged_reads_how_to_get_out(page):
    ask(page, "posts")
    page.answers.choose("tagged")
    assert all(step in shown(page) for step in sample_pack().untag)


@pytest.mark.parametrize(
    "given",
    [
        Given("parents", ("removed",)),
        Given("parents", ("still-there",), until=date(2026, 10, 9)),
        Given("parents", ("still-there", "connection"), until=date(2026, 10, 9), requests=("E-2026-021",)),
        Given("parents", ("connection",), requests=("E-2026-014",)),
        Given("worrying", ("reported",), told="The police"),
    ],
)
def test_what_was_given_comes_back_and_goes_on_unchanged(qtbot, page, given):
    ask(page, given.question, given)
    assert sent(qtbot, page) == given


def test_an_answer_that_the_pack_no_longer_has_is_asked_afresh(page):
    ask(page, "parents", Given("parents", ("an older answer",)))
    assert page.answers.chosen() == ""


def test_another_answer_takes_away_what_belonged_to_the_first(qtbot, page):
    ask(page, "parents")
    page.answers.choose("still-there")
    page.answers.choose("none")
    assert sent(qtbot, page) == Given("parents", ("none",))


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.id)
def test_every_answer_of_the_pack_can_be_given(qtbot, page, question):
    check = sample_check()
    for answer in question.answers:
        page.show_question(check, question, None, TODAY)
        page.answers.choose(answer.id)
        _fill(page, answer)
        given = sent(qtbot, page)
        assert answer.id in given.choices
        assert check_given(question, given, TODAY) is None


def _fill(page, answer):
    if answer.beside:
        page.follow_up.beside.choose("")
    if answer.leads_to in {"told", "talk"}:
        page.follow_up.told.field.setCurrentIndex(1)


def test_space_chooses_arrows_change_the_choice_and_only_enter_goes_on(qtbot, page):
    ask(page, "parents")
    page.answers.cards["none"].setFocus()
    with qtbot.assertNotEmitted(page.continued):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
    assert page.answers.chosen() == "removed"
    with qtbot.waitSignal(page.continued, timeout=1000):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)


def test_enter_in_the_day_goes_on(qtbot, page):
    ask(page, "parents")
    page.answers.choose("still-there")
    page.follow_up.day.field.setFocus()
    with qtbot.waitSignal(page.continued, timeout=1000):
        qtbot.keyClick(page.follow_up.day.field, Qt.Key.Key_Return)


def test_enter_in_the_list_of_people_told_goes_on(qtbot, page):
    ask(page, "worrying")
    page.answers.choose("reported")
    page.follow_up.told.field.setCurrentIndex(0)
    page.follow_up.told.field.setFocus()
    with qtbot.waitSignal(page.continued, timeout=1000):
        qtbot.keyClick(page.follow_up.told.field, Qt.Key.Key_Return)


def test_the_question_stands_in_words_above_the_heading(page):
    ask(page, "ex-pupils")
    assert page.kicker.text() == "Question 5 of 12"


def test_the_rail_shows_what_was_answered_and_leads_back(qtbot, page):
    ask(page, "ex-pupils")
    assert [step.step.state for step in page.rail.steps[:6]] == ["answered"] * 4 + ["here", "open"]
    with qtbot.waitSignal(page.jumped, timeout=1000) as blocker:
        page.rail.steps[3].click()
    assert blocker.args == ["pupils"]


def test_why_we_ask_names_the_point_and_its_place_and_leads_to_the_policy(qtbot, page):
    ask(page, "ex-pupils")
    words = " ".join(label.text() for label in page.why.findChildren(QLabel))
    assert "Policy of 5 February 2025, section 2, bullet 8." in words
    with qtbot.waitSignal(page.policy_wanted, timeout=1000):
        page.policy_link.click()
    with qtbot.waitSignal(page.policy_wanted, timeout=1000):
        qtbot.keyClick(page.heading, Qt.Key.Key_F1)


def test_braces_of_the_pack_are_filled_everywhere(page):
    for question in QUESTIONS:
        page.show_question(sample_check(), question, None, TODAY)
        texts = [label.text() for label in page.findChildren(QLabel)]
        texts += [card.label for card in page.answers.cards.values()]
        assert not [text for text in texts if "{" in text]


def test_everything_fits_a_small_window_with_large_text(page, theme: Theme):
    ask(page, "parents")
    page.answers.choose("connection")
    page.follow_up.beside.choose("still-there")
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []
