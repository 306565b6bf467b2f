from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from tests.gui.pages.settling import settle

from candour.gui.pages.page import Page
from candour.gui.theme import Theme
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.choices import ChoiceCard, ChoiceGroup, TickCard
from candour.gui.widgets.fields import LabelledField, LabelledText
from candour.gui.widgets.sidebar import Sidebar


class Sample(Page):
    page_id = "sample"

    def __init__(self) -> None:
        self.sidebar = Sidebar("Somewhere")
        super().__init__("A heading", self.sidebar)
        self.line = LabelledField("A line")
        self.many = LabelledText("Many lines")
        self.card = ChoiceCard("A choice")
        self.tick = TickCard("A tick")
        self.other = SecondaryButton("Other")
        for part in (ChoiceGroup("Which?", [self.card]), self.tick, self.line, self.many, self.other):
            self.content.addWidget(part)
        self.main_button = PrimaryButton("Go on")
        self.footer.add(self.main_button)
        self.pressed: list[str] = []
        self.main_button.clicked.connect(lambda: self.pressed.append("main"))
        self.other.clicked.connect(lambda: self.pressed.append("other"))


@pytest.fixture
def page(qtbot) -> Sample:
    page = Sample()
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    page.activateWindow()
    return page


def test_a_page_that_shows_begins_at_its_heading(page):
    assert page.focusWidget() is page.heading


@pytest.mark.parametrize("field", ["card", "tick", "line"])
def test_enter_presses_the_main_button_from_a_radio_a_tick_and_a_line(qtbot, page, field):
    part = getattr(page, field)
    (part.field if isinstance(part, LabelledField) else part).setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    assert page.pressed == ["main"]


def test_enter_begins_a_line_in_a_box_of_many_lines(qtbot, page):
    page.many.field.setFocus()
    qtbot.keyClick(page.many.field, Qt.Key.Key_Return)
    assert (page.pressed, page.many.text()) == ([], "\n")


def test_enter_on_another_button_presses_that_one(qtbot, page):
    page.other.setFocus()
    qtbot.keyClick(page.other, Qt.Key.Key_Return)
    assert page.pressed == ["other"]


@pytest.mark.parametrize(
    ("key", "modifier", "signal"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "left"),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier, "went_back"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help_wanted"),
    ],
)
def test_the_keys_of_every_page_speak_by_signals(qtbot, page, key, modifier, signal):
    with qtbot.waitSignal(getattr(page, signal), timeout=1000):
        qtbot.keyClick(page.heading, key, modifier)


def test_escape_keeps_what_was_typed(qtbot, page):
    page.line.field.setFocus()
    qtbot.keyClicks(page.line.field, "half a word")
    qtbot.keyClick(page.line.field, Qt.Key.Key_Escape)
    assert page.line.text() == "half a word"


def test_the_three_ways_to_help_stand_on_every_page_in_the_same_order(qtbot, page):
    links = ["Help", "The policy", "Tell the designated lead"]
    found = [part.words for part in page.footer.findChildren(LinkButton) if part.words in links]
    assert found == links
    for words, signal in zip(links, (page.help_wanted, page.policy_wanted, page.lead_wanted), strict=True):
        link = next(part for part in page.footer.findChildren(LinkButton) if part.words == words)
        with qtbot.waitSignal(signal, timeout=1000):
            link.click()


def test_errors_stand_in_the_summary_and_beside_the_field_and_in_the_title(page):
    page.show_errors([(page.line, "Write a line")])
    assert page.title() == "Error: A heading"
    assert [link.words for link in page.summary.links()] == ["Write a line"]
    assert page.line.error.text() == "Write a line"
    assert "Write a line" in page.line.field.accessibleDescription()
    assert page.summary.isAncestorOf(page.focusWidget())


def test_a_link_of_the_summary_leads_to_its_field(page):
    page.show_errors([(page.line, "Write a line")])
    page.summary.links()[0].click()
    assert page.focusWidget() is page.line.field


def test_errors_that_are_settled_leave_no_trace(page):
    page.show_errors([(page.line, "Write a line")])
    page.show_errors([])
    assert (page.title(), page.line.error.text(), page.summary.isHidden()) == ("A heading", "", True)


def test_trouble_stays_until_it_is_settled_and_can_be_tried_again(qtbot, page):
    page.show_trouble("We could not save that answer. It is still on screen.")
    page.show_trouble("We could not save that answer. It is still on screen.")
    settle()
    assert page.banner is not None
    assert not page.banner.isHidden()
    with qtbot.waitSignal(page.tried_again, timeout=1000):
        page.banner.action.click()
    assert not page.banner.isHidden()
    page.clear_trouble()
    assert page.banner is None


def test_the_side_folds_away_in_a_small_window_and_comes_back(page):
    assert page.sidebar.isVisible()
    page.resize(800, 600)
    assert not page.sidebar.isVisible()
    page.resize(1280, 832)
    assert page.sidebar.isVisible()


def test_the_side_folds_away_when_the_text_grows(page, theme: Theme):
    theme.set_text_size(200)
    assert not page.sidebar.isVisible()


def test_the_foot_stands_below_and_in_a_low_window_scrolls_with_the_page(page, theme: Theme):
    assert not page.area.isAncestorOf(page.footer)
    theme.set_text_size(200)
    page.resize(800, 600)
    assert page.area.isAncestorOf(page.footer)


def test_tab_goes_from_the_heading_through_everything_as_it_stands_and_comes_round(qtbot, page):
    wanted = [page.card, page.tick, page.line.field, page.many.field, page.other, page.main_button]
    visited = []
    for _ in wanted:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    assert visited == wanted


def test_a_part_that_was_added_later_comes_where_it_stands(qtbot, page):
    late = QLineEdit()
    page.content.insertWidget(0, late)
    settle()
    page.begin()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is late
