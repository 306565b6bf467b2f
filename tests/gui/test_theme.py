"""The colours keep their contrast, and a switch of theme or text size reaches what is on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

import candour
from candour.gui.metrics import TEXT_SIZES, Type
from candour.gui.palette import DARK, LIGHT, Tokens, contrast, high_contrast
from candour.gui.theme import Scheme, Theme, theme_of
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

SCHEMES = {"light": LIGHT, "dark": DARK}
TEXT_PAIRS = [
    ("text", "surface"),
    ("text", "page"),
    ("text", "quiet"),
    ("text", "chosen"),
    ("text", "primary_soft"),
    ("text", "waiting_soft"),
    ("text", "danger_soft"),
    ("muted", "surface"),
    ("muted", "page"),
    ("muted", "quiet"),
    ("muted", "chosen"),
    ("primary", "surface"),
    ("primary", "page"),
    ("primary", "primary_soft"),
    ("on_primary", "primary"),
    ("on_primary", "done"),
    ("done", "done_soft"),
    ("todo", "todo_soft"),
    ("danger", "danger_soft"),
    ("danger", "surface"),
    ("waiting", "waiting_soft"),
    ("neutral", "neutral_soft"),
    ("on_stop", "stop"),
]
GRAPHIC_PAIRS = [
    ("control", "surface"),
    ("control", "page"),
    ("control", "chosen"),
    ("primary", "chosen"),
    ("focus_outer", "focus_inner"),
    ("chart_signed", "surface"),
    ("chart_under_way", "surface"),
    ("chart_not_started", "surface"),
    ("chart_overdue", "surface"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out_seven_to_one(scheme, ink, ground):
    tokens = SCHEMES[scheme]
    assert round(contrast(getattr(tokens, ink), getattr(tokens, ground)), 1) >= 7.0


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("ink", "ground"), GRAPHIC_PAIRS)
def test_borders_and_graphics_stand_out_three_to_one(scheme, ink, ground):
    tokens = SCHEMES[scheme]
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 3.0


def test_contrast_is_the_ratio_of_the_standard():
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_high_contrast_wears_only_the_two_colours_of_the_system():
    system = QPalette()
    system.setColor(QPalette.ColorRole.WindowText, QColor("#ffff00"))
    system.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    tokens = high_contrast(system)
    assert {getattr(tokens, name) for name in Tokens.__slots__} == {"#ffff00", "#000000"}
    for ink, ground in [*TEXT_PAIRS, *GRAPHIC_PAIRS]:
        assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 7.0, (ink, ground)


def shown_page(qtbot) -> tuple[QWidget, HeadingLabel, PrimaryButton, QLineEdit]:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    heading, button, field = HeadingLabel("Before you start"), PrimaryButton("Start my check"), QLineEdit()
    for part in (heading, BodyLabel("About 10 minutes."), button, field):
        column.addWidget(part)
    page.show()
    return page, heading, button, field


def colours_of(part: QWidget) -> set[str]:
    image = part.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_dark_reaches_every_part_that_shows(qtbot, qapp, theme):
    page, heading, button, field = shown_page(qtbot)
    assert LIGHT.page in colours_of(page)
    theme.set_scheme(Scheme.DARK)
    qapp.processEvents()
    assert theme.is_dark
    assert DARK.page in colours_of(page)
    assert LIGHT.page not in colours_of(page)
    assert DARK.text in colours_of(heading)
    assert DARK.primary in colours_of(button)
    assert DARK.surface in colours_of(field)


def test_a_larger_text_size_reaches_every_part_that_shows(qtbot, qapp, theme):
    _, heading, button, field = shown_page(qtbot)
    before = heading.sizeHint().height(), button.sizeHint(), field.sizeHint().height()
    theme.set_text_size(200)
    qapp.processEvents()
    assert heading.sizeHint().height() > 1.8 * before[0]
    assert button.sizeHint().width() > 1.8 * before[1].width()
    assert field.sizeHint().height() > 1.8 * before[2]
    assert field.font().pointSizeF() == pytest.approx(22.0)


def test_the_base_is_never_under_eleven_points(theme):
    assert theme.metrics.points >= 11.0
    theme.set_text_size(90)
    assert theme.metrics.points == pytest.approx(theme.metrics.font(Type.BODY).pointSizeF())


def test_text_sizes_go_up_and_down_the_list_and_stop_at_its_ends(theme):
    met = [theme.text_size]
    for _ in range(6):
        theme.larger()
        met.append(theme.text_size)
    assert met == [100, 125, 150, 200, 200, 200, 200]
    for _ in range(6):
        theme.smaller()
    assert theme.text_size == TEXT_SIZES[0]


def test_a_text_size_that_is_not_offered_becomes_the_nearest(theme):
    theme.set_text_size(140)
    assert theme.text_size == 150


def test_nothing_wears_a_style_sheet(qtbot, qapp):
    page, *_ = shown_page(qtbot)
    assert qapp.styleSheet() == ""
    assert [part for part in [page, *page.findChildren(QWidget)] if part.styleSheet()] == []


def test_no_code_sets_a_style_sheet():
    source = Path(candour.__file__).parent
    setting = [path.name for path in source.rglob("*.py") if "setStyleSheet" in path.read_text(encoding="utf-8")]
    assert setting == []


def test_a_later_theme_takes_the_place_of_the_earlier(qapp, qtbot):
    later = Theme(Scheme.DARK, 125)
    later.apply(qapp)
    part = QWidget()
    qtbot.addWidget(part)
    assert theme_of(part) is later
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == DARK.page


def test_a_part_without_a_theme_says_so(qapp, theme, qtbot):
    theme.setParent(None)
    with pytest.raises(LookupError, match="no theme was applied"):
        BodyLabel("Nobody dressed me")
    theme.setParent(qapp)
