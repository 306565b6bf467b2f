from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.choices import ChoiceCard
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.flow import FlowScroll, TwoColumns
from candour.gui.widgets.labels import BodyLabel, HeadingLabel


@pytest.fixture
def flow(qtbot):
    area = FlowScroll()
    qtbot.addWidget(area)
    return area


@pytest.mark.parametrize("size", [100, 200])
def test_a_page_scrolls_down_and_never_sideways(flow, theme, qapp, size):
    theme.set_text_size(size)
    for number in range(12):
        flow.column.addWidget(
            ChoiceCard(f"Some are still there, number {number}; I will remove them", "You choose.")
        )
    flow.resize(400, 300)
    flow.show()
    qapp.processEvents()
    assert flow.verticalScrollBar().maximum() > 0
    assert flow.widget().width() == flow.viewport().width()
    assert not flow.horizontalScrollBar().isVisible()


def test_the_part_with_the_focus_is_brought_into_view(flow, qtbot):
    cards = [ChoiceCard(f"Answer {number}") for number in range(20)]
    for card in cards:
        flow.column.addWidget(card)
    flow.resize(400, 300)
    flow.show()
    flow.activateWindow()
    qtbot.waitUntil(flow.isActiveWindow)
    for card in (cards[15], cards[0], cards[19]):
        card.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(card.hasFocus)
        seen = QRect(card.mapTo(flow.viewport(), card.rect().topLeft()), card.size())
        assert flow.viewport().rect().contains(seen)


def test_the_right_column_goes_under_the_left_where_it_is_narrow(qtbot, qapp, theme):
    columns = TwoColumns()
    qtbot.addWidget(columns)
    left, right = BodyLabel("Left"), BodyLabel("Right")
    columns.left.addWidget(left)
    columns.right.addWidget(right)
    columns.resize(900, 300)
    columns.show()
    qapp.processEvents()
    assert not columns.folded
    assert right.mapTo(columns, right.pos() - right.pos()).x() > 450
    theme.set_text_size(200)
    qapp.processEvents()
    assert columns.folded
    assert right.y() > left.y()
    theme.set_text_size(100)
    qapp.processEvents()
    assert not columns.folded


def test_fields_beside_each_other_stand_level_though_one_has_a_hint(qtbot, qapp):
    columns = TwoColumns(even_foot=True)
    qtbot.addWidget(columns)
    plain, hinted = LabelledField("Your name"), LabelledField("Your staff number", "Letters and digits.")
    columns.left.addWidget(plain)
    columns.right.addWidget(hinted)
    columns.resize(900, 300)
    columns.show()
    qapp.processEvents()
    assert len({field.field.mapTo(columns, QPoint()).y() for field in (plain, hinted)}) == 1


def test_a_card_carries_its_title_as_a_heading_and_a_part_beside_it(show, heard):
    card = Card("Where to look")
    card.beside_title(BodyLabel("3 of 4"))
    show(card)
    assert heard(card.title)[:2] == (QAccessible.Role.Heading, "Where to look")
    with pytest.raises(ValueError, match="without a title"):
        Card().beside_title(BodyLabel("nowhere"))


def test_what_is_empty_says_one_line_and_offers_one_button(show, qtbot):
    button = PrimaryButton("Start this year’s check")
    empty = EmptyState("No check is open.", "It opens for everybody at once.", button)
    show(empty)
    assert [label.text() for label in empty.findChildren(HeadingLabel)] == ["No check is open."]
    assert button.isVisible()
    assert [part for part in empty.findChildren(QWidget) if part.focusPolicy() != Qt.FocusPolicy.NoFocus] == [
        button
    ]


def test_an_announcement_reaches_the_screen_reader_once(show, monkeypatch):
    spoken = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: spoken.append(event.message()))
    Announcer(show(BodyLabel("Saved"))).say("Saved")
    assert spoken == ["Saved"]


def test_no_part_wears_a_style_sheet(show):
    card = Card("Where to look")
    card.body.addWidget(ChoiceCard("Yes"))
    window = show(card, PrimaryButton("Continue"), FlowScroll())
    assert [part for part in [window, *window.findChildren(QWidget)] if part.styleSheet()] == []


def test_the_scroll_bar_has_a_handle_and_no_arrows(flow, qapp, theme):
    flow.column.addWidget(BodyLabel("One line after the other. " * 200))
    flow.resize(300, 300)
    flow.show()
    qapp.processEvents()
    bar = flow.verticalScrollBar()
    image = bar.grab().toImage()
    column = [image.pixelColor(image.width() // 2, y).name() for y in range(image.height())]
    assert column[image.height() // 12] == theme.tokens.control
    assert theme.tokens.control not in column[-20:]
    bar.setValue(bar.maximum())
    image = bar.grab().toImage()
    assert image.pixelColor(image.width() // 2, image.height() - 8).name() == theme.tokens.control
