"""What the eye meets on a page: room, targets, contrast, the focus, spaced text (checks 8, 11 to 14, 16)."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget
from tests.gui.pages.rules.parts import focusable, said, shown

from candour.gui.metrics import RING, Type
from candour.gui.palette import contrast
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import FlatButton
from candour.gui.widgets.labels import TextLabel

if TYPE_CHECKING:
    from candour.gui.pages.page import Page

_ACTIVE, _INK = QPalette.ColorGroup.Active, QPalette.ColorRole.Text
_TEXT, _GRAPHIC = 4.5, 3.0
_ROUND_CORNERS = 0.9
"""How much of a straight ring of two pixels is left where its corners are round."""


def clipped(page: Page) -> list[str]:
    sheet = page.area.widget()
    if sheet is None:
        return ["there is no page"]
    found = [] if sheet.width() <= page.area.viewport().width() else ["the page is wider than the window"]
    for part in page.findChildren(QWidget):
        if part.isVisible() and isinstance(part, TextLabel | QAbstractButton):
            low = part.hasHeightForWidth() and part.height() < part.heightForWidth(part.width())
            if low or part.width() < part.minimumSizeHint().width():
                found.append(said(part))
    return found


def small_targets(page: Page) -> list[str]:
    small = [
        said(part)
        for part in focusable(page)
        if not isinstance(part, QAbstractScrollArea) and min(part.width(), part.height()) < 24
    ]
    main = page.main_button
    if main is not None and main.isVisible() and main.height() - 2 * RING < 44:
        small.append(said(main))
    return small


def faint_words(page: Page) -> list[str]:
    """Find labels and buttons whose words, as painted, stand out less than 4.5 to 1 from their ground."""
    found = []
    sheet = page.area._inner
    pictures: dict[QWidget, QImage] = {each: each.grab().toImage() for each in (page, sheet)}
    parts: list[TextLabel | FlatButton] = [*shown(page, TextLabel), *shown(page, FlatButton)]
    for part in parts:
        if part.text().strip() and part.isEnabled() and not part.size().isEmpty():
            under = sheet if sheet.isAncestorOf(part) else page
            if under is page and part.visibleRegion().boundingRect() != part.rect():
                continue  # scrolled out of the side, in part or whole: its words are not all painted
            where = QRect(part.mapTo(under, QPoint(0, 0)), part.size())
            times = Counter(_pixels(pictures[under].copy(where)))
            (ground, _), *_ = times.most_common(1)
            if max(_ratio(ground, each) for each in times) < _TEXT:
                found.append(said(part))
    return found


def focus_that_hardly_shows(page: Page) -> list[str]:
    """Compare each part without and with the focus: a ring of two pixels or more changes by 3 to 1 or more."""
    found = []
    for part in focusable(page):
        part.setFocus(Qt.FocusReason.TabFocusReason)
        ringed = _around(page, part)
        part.clearFocus()
        plain = _around(page, part)
        pairs = Counter(zip(_pixels(plain), _pixels(ringed), strict=True))
        changed = sum(times for (one, other), times in pairs.items() if _ratio(one, other) >= _GRAPHIC)
        least = 2 * 2 * (part.width() + part.height() - 4 * RING) * _ROUND_CORNERS
        if changed < least:
            found.append(f"{said(part)}: {changed} pixels of {least:.0f}")
    page.begin()
    return found


def _around(page: Page, part: QWidget) -> QImage:
    where = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
    return page.grab(where.adjusted(*[-2 * RING] * 2, *[2 * RING] * 2)).toImage()


def _pixels(image: QImage) -> list[int]:
    packed = image.convertToFormat(QImage.Format.Format_RGB32)
    return memoryview(packed.constBits()).cast("I").tolist()


@cache
def _ratio(one: int, other: int) -> float:
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))


def left_behind_by_the_theme(page: Page) -> list[str]:
    """Find parts that wear another palette, or a font that is no step of the ramp in force."""
    theme = theme_of(page)
    worn = QApplication.palette()
    steps = {round(theme.metrics.points * step.ratio, 1) for step in Type}
    found = []
    for part in shown(page, QWidget):
        theirs = part.palette()
        same = theirs.color(_ACTIVE, _INK) == worn.color(_ACTIVE, _INK)
        found += [] if same else [f"{said(part)} wears another palette"]
        found += [] if round(part.font().pointSizeF(), 1) in steps else [f"{said(part)} keeps another size"]
    return found
