from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import FRAME, cut_sideways, problems
from tests.gui.pages.registry_requests import a_request, asked_a_question, decided
from tests.gui.pages.registry_samples import sample_asking
from tests.gui.pages.settling import settle
from tests.schools import there

from candour.domain.request_dates import Reminder
from candour.domain.request_moves import RequestAct, RequestState
from candour.gui.pages.ask_what import AskWhatPage
from candour.gui.pages.request import RequestPage
from candour.gui.pages.request_end import RequestEndPage
from candour.gui.theme import Theme


def shown(qtbot, request, said=""):
    page = RequestPage(FRAME, request, said)
    qtbot.addWidget(page)
    page.show()
    return page


def words_of(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_whole_story_stands_there_as_it_was_written(qtbot):
    words = words_of(shown(qtbot, decided()))
    for said in (
        "E-2026-021 · Prior approval",
        "Approved with conditions",
        "Families on the first morning",
        "Lena Example",
        "The school year ends · 31 July 2027",
        "You sent it",
        "Henrietta Sample asked you: Which families, and how often?",
        "You answered: Year 4 only, once a term.",
        "Henrietta Sample approved it with conditions",
        "25 September 2026, by Henrietta Sample, headteacher",
        "Ring from the office when the line is free.",
    ):
        assert said in words


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        (RequestState.WAITING, {RequestAct.WITHDRAW}),
        (RequestState.QUESTION, {RequestAct.WITHDRAW}),
        (RequestState.APPROVED, {RequestAct.END, RequestAct.STILL_RIGHT}),
        (RequestState.WITH_CONDITIONS, {RequestAct.END, RequestAct.STILL_RIGHT}),
        (RequestState.NOT_APPROVED, {RequestAct.ASK}),
        (RequestState.WITHDRAWN, {RequestAct.ASK}),
        (RequestState.ENDED, {RequestAct.ASK}),
    ],
)
def test_its_moves_are_its_buttons(qtbot, state, buttons):
    page = shown(qtbot, a_request(state))
    assert set(page.buttons) == buttons
    signals = {
        RequestAct.WITHDRAW: page.withdraw_wanted,
        RequestAct.END: page.end_wanted,
        RequestAct.STILL_RIGHT: page.still_right,
        RequestAct.ASK: page.again_wanted,
    }
    for act in buttons:
        with qtbot.waitSignal(signals[act], timeout=1000):
            page.buttons[act].click()


def test_a_question_is_answered_with_words_and_not_without(qtbot):
    page = shown(qtbot, asked_a_question())
    with qtbot.assertNotEmitted(page.answered):
        there(page.main_button).click()
    assert problems(page) == ["Write your answer: one line is enough"]
    page.answer.box.field.setPlainText(" Year 4 only. ")
    with qtbot.waitSignal(page.answered, timeout=1000) as answered:
        there(page.main_button).click()
    assert answered.args == ["Year 4 only."]


@pytest.mark.parametrize(
    ("why", "signal"),
    [
        (Reminder.ENDS, "again_wanted"),
        (Reminder.ENDS_SOON, "again_wanted"),
        (Reminder.STILL_RIGHT, "still_right"),
    ],
)
def test_a_reminder_leads_where_it_says(qtbot, why, signal):
    page = shown(qtbot, decided(reminder=why))
    with qtbot.waitSignal(getattr(page, signal), timeout=1000):
        page.reminder.acted.emit()


def test_the_letter_is_opened_and_saved_where_there_is_one(qtbot):
    page = shown(qtbot, decided())
    for link, signal in ((page.decision.open, page.letter_opened), (page.decision.save, page.letter_saved)):
        with qtbot.waitSignal(signal, timeout=1000):
            link.click()


def test_what_keys_of_today_cannot_open_is_said(qtbot):
    page = shown(qtbot, a_request(RequestState.WAITING, asked=None, staff=""))
    assert page.heading.text() == "E-2026-021"
    assert "Your keys of today cannot open this" in words_of(page)


def test_ending_wants_a_reason_and_withdrawing_wants_none(qtbot):
    end, withdraw = (RequestEndPage(FRAME, each) for each in (decided(), a_request(RequestState.WAITING)))
    for page in (end, withdraw):
        qtbot.addWidget(page)
        page.show()
    end.confirm.click()
    assert problems(end) == ["Choose why it ends"]
    there(end.why).choose("not needed")
    with qtbot.waitSignal(end.confirmed, timeout=1000) as ended:
        end.confirm.click()
    with qtbot.waitSignal(withdraw.confirmed, timeout=1000) as withdrawn:
        withdraw.confirm.click()
    assert (ended.args, withdrawn.args) == (["I no longer need it"], [""])


@pytest.mark.parametrize("request_", [decided(), a_request(RequestState.WAITING)], ids=["end", "withdraw"])
def test_the_safe_button_is_the_one_that_enter_presses(qtbot, request_):
    page = RequestEndPage(FRAME, request_)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.went_back, timeout=1000):
        there(page.main_button).click()


def test_what_to_ask_for_is_chosen_first(qtbot):
    page = AskWhatPage(FRAME, sample_asking())
    qtbot.addWidget(page)
    there(page.main_button).click()
    assert problems(page) == ["Choose what you want to ask for"]
    page.choices.choose("school-email")
    with qtbot.waitSignal(page.chosen, timeout=1000) as chosen:
        there(page.main_button).click()
    assert chosen.args[0].id == "school-email"


def test_everything_fits_a_small_window_with_large_text(qtbot, theme: Theme):
    page = shown(qtbot, decided())
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []


def test_what_waits_for_the_chair_can_be_printed_for_them_and_nothing_else_can(qtbot):
    page = shown(qtbot, a_request(RequestState.WAITING, for_chair=True))
    with qtbot.waitSignal(page.paper_wanted):
        page.paper.click()
    assert not hasattr(shown(qtbot, a_request(RequestState.WAITING)), "paper")
