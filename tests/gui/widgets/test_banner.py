from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from candour.gui.metrics import RING
from candour.gui.palette import LIGHT
from candour.gui.widgets.banner import Banner, ErrorSummary
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.fields import LabelledField


def test_a_banner_has_a_bar_of_four_pixels_at_its_left(show):
    banner = Banner("Has a child contacted you?", "Do not wait for this form.", "danger")
    show(banner)
    image, middle = banner.grab().toImage(), banner.height() // 2
    row = [image.pixelColor(x, middle).name() for x in range(RING, RING + 5)]
    assert row == [LIGHT.danger] * 4 + [LIGHT.danger_soft]


def test_a_banner_offers_one_action(show, qtbot):
    banner = Banner("We could not save that answer.", action="Try again")
    show(banner)
    with qtbot.waitSignal(banner.acted):
        qtbot.keyClick(banner.action, Qt.Key.Key_Return)


@pytest.mark.parametrize("size", [100, 200])
def test_the_words_of_a_banner_are_not_clipped(show, theme, size):
    theme.set_text_size(size)
    banner = Banner("We could not save that answer.", "It is still on screen. Try again, or tell somebody. " * 3)
    show(banner, width=360)
    for label in (banner.title, banner.text):
        assert label.height() >= label.heightForWidth(label.width())


@pytest.fixture
def fields():
    return LabelledField("Name"), LabelledField("Role")


def test_the_summary_leads_from_each_problem_to_its_field(show, qtbot, fields):
    summary = ErrorSummary()
    show(summary, *fields)
    assert not summary.isVisible()
    summary.show_problems([("Type a name", fields[0]), ("Type a role", fields[1])])
    assert [link.words for link in summary.links()] == ["Type a name", "Type a role"]
    qtbot.keyClick(summary.links()[1], Qt.Key.Key_Return)
    assert fields[1].field.hasFocus()


def test_the_summary_takes_the_focus_at_its_heading(show, heard, fields):
    summary = ErrorSummary()
    show(summary, *fields)
    summary.show_problems([("Type a name", fields[0])])
    assert summary.heading.hasFocus()
    assert heard(summary.heading)[:2] == (QAccessible.Role.Heading, "Check this page")


def test_a_mended_page_shows_no_summary(show, fields):
    summary = ErrorSummary()
    show(summary, *fields)
    summary.show_problems([("Type a name", fields[0])])
    summary.show_problems([])
    assert not summary.isVisible()
    assert summary.links() == []


@pytest.mark.parametrize("role", ["done", "todo", "danger", "waiting", "neutral"])
def test_a_chip_says_its_word_and_never_takes_the_focus(show, heard, colours, role):
    chip = Chip("Approved", role)
    show(chip)
    assert heard(chip)[:2] == (QAccessible.Role.StaticText, "Approved")
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    painted = colours(chip)
    assert getattr(LIGHT, f"{role}_soft") in painted
    assert getattr(LIGHT, role) in painted


def test_chips_of_two_roles_differ_in_grey_by_their_icon():
    def grey(role):
        chip = Chip("Same", role)
        chip.resize(chip.sizeHint())
        image = chip.grab().toImage()
        return [image.pixelColor(x, y).lightness() < 140 for x in range(10, 28) for y in range(image.height())]

    assert grey("done") != grey("danger")
