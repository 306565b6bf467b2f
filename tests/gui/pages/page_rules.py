"""The rules of every page (screens, section 4): each is a sentence and a function from a page to what breaks it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QWidget,
)

from candour.gui.metrics import RING
from candour.gui.pages.reading_order import in_reading_order, takes_tab
from candour.gui.widgets.card import Art
from candour.gui.widgets.labels import HeadingLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.gui.pages.page import Page

_BANNED = re.compile(r"\b(?:please|sorry|invalid|DSL|HoS|chased|error code)\b", re.IGNORECASE)
_LONGEST_SENTENCE = 25


def focusable(page: Page) -> list[QWidget]:
    """Return what Tab may reach, in the order of the layouts."""
    return [part for part in in_reading_order(page) if takes_tab(part)]


def said(part: QWidget) -> str:
    """Return a part as it is called in a breach: its class and its name."""
    return f"{type(part).__name__} “{name_of(part)}”"


def name_of(part: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(part)
    return face.text(QAccessible.Text.Name) if face is not None else ""


def _role(part: QWidget) -> QAccessible.Role:
    return QAccessible.queryAccessibleInterface(part).role()


def without_a_name(page: Page) -> list[str]:
    return [said(part) for part in focusable(page) if not name_of(part).strip()]


def fields_named_by_their_value(page: Page) -> list[str]:
    kinds = (QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit)
    return [said(part) for part in focusable(page) if isinstance(part, kinds) and not part.accessibleName()]


def radios_without_a_group(page: Page) -> list[str]:
    found = []
    for radio in (part for part in page.findChildren(QRadioButton) if part.isVisible()):
        group = radio.parentWidget()
        if not isinstance(group, QGroupBox) or not name_of(group) or _role(group) != QAccessible.Role.Grouping:
            found.append(said(radio))
    return found


def headings_amiss(page: Page) -> list[str]:
    firsts = [h for h in page.findChildren(HeadingLabel) if h.level == 1 and h.isVisible()]
    found = [] if len(firsts) == 1 else [f"{len(firsts)} headings of the first level"]
    for heading in firsts:
        if _role(heading) != QAccessible.Role.Heading or name_of(heading) != heading.text():
            found.append(said(heading))
        if heading.text() not in page.title():
            found.append(f"the title {page.title()} does not hold it")
    return found


def out_of_tab_order(page: Page) -> list[str]:
    """Walk from the heading with Tab, and back with Shift+Tab, until a part comes again."""
    page.begin()
    wanted = focusable(page)
    forth = _walk(page, Qt.Key.Key_Tab)
    page.begin()
    back = _walk(page, Qt.Key.Key_Backtab)
    places = [wanted.index(part) for part in forth if part in wanted]
    first = places.index(min(places)) if places else 0
    round_ = places[first:] + places[:first]  # the rail stands before the heading
    found = [] if round_ == sorted(places) else [f"Tab jumps: {[said(part) for part in forth]}"]
    found += [f"Tab never reaches {said(part)}" for part in wanted if not _reached(part, forth)]
    found += [f"Shift+Tab never reaches {said(part)}" for part in wanted if not _reached(part, back)]
    return found


def _walk(page: Page, key: Qt.Key) -> list[QWidget]:
    visited: list[QWidget] = []
    for _ in range(len(focusable(page)) + 3):
        QTest.keyClick(page.focusWidget(), key)
        part = page.focusWidget()
        if part in visited:
            break
        visited.append(part)
    return visited


def _reached(part: QWidget, visited: list[QWidget]) -> bool:
    if part in visited or part.focusProxy() in visited:
        return True
    same = part.parentWidget()
    return isinstance(part, QRadioButton) and any(
        isinstance(other, QRadioButton) and other.parentWidget() is same for other in visited
    )


def focus_elsewhere(page: Page) -> list[str]:
    return [] if page.focusWidget() is page.heading else [said(page.focusWidget())]


def enter_that_goes_astray(page: Page) -> list[str]:
    """Press Enter in every radio, tick and line: each presses the main button once."""
    main, pressed = page.main_button, list[str]()
    if main is None:
        return []
    main.pressed.connect(lambda: pressed.append("pressed"))
    main.clicked.connect(lambda: pressed.append("clicked"))
    found = []
    for part in focusable(page):
        if isinstance(part, QRadioButton | QCheckBox | QLineEdit) and main.isEnabled():
            pressed.clear()
            part.setFocus()
            QTest.keyClick(part, Qt.Key.Key_Return)
            found += [] if pressed.count("clicked") == 1 else [said(part)]
    return found


def clipped(page: Page) -> list[str]:
    sheet = page.area.widget()
    if sheet is None:
        return ["there is no page"]
    found = [] if sheet.width() <= page.area.viewport().width() else ["the page is wider than the window"]
    for part in sheet.findChildren(QWidget):
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


def art_that_speaks(page: Page) -> list[str]:
    return [
        said(art)
        for art in page.findChildren(Art)
        if art.accessibleName() or art.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def one_letter_shortcuts(page: Page) -> list[str]:
    keys = [(shortcut.key().toString(), "a shortcut") for shortcut in page.findChildren(QShortcut)]
    keys += [(button.shortcut().toString(), said(button)) for button in page.findChildren(QAbstractButton)]
    return [f"{where}: {key}" for key, where in keys if len(key) == 1 or re.fullmatch(r"Alt\+[A-Z0-9]", key)]


def words_amiss(page: Page) -> list[str]:
    texts = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    texts += [name_of(part) for part in focusable(page)]
    found = [text for text in texts if _BANNED.search(text) or "{" in text]
    for text in texts:
        found += [s for s in re.split(r"[.:;!?\n•·]", text) if len(s.split()) > _LONGEST_SENTENCE]
    return found


RULES: dict[str, Callable[[Page], list[str]]] = {
    "the focus begins at the heading (2.4.3)": focus_elsewhere,
    "every part that takes the focus has a name (4.1.2)": without_a_name,
    "no field is named by its value (4.1.2)": fields_named_by_their_value,
    "radio buttons stand in a group that is the question (1.3.1)": radios_without_a_group,
    "there is one first heading, named as it reads, and the title holds it (2.4.2)": headings_amiss,
    "Tab visits everything once, in reading order, and comes round (2.1.2, 2.4.3)": out_of_tab_order,
    "nothing is clipped, and nothing scrolls sideways (1.4.4, 1.4.10)": clipped,
    "nothing to press is smaller than 24 px, the main button not than 44 (2.5.8)": small_targets,
    "a drawing has no name and no focus": art_that_speaks,
    "no single letter is a shortcut (2.1.4)": one_letter_shortcuts,
    "the words are plain, the sentences short": words_amiss,
    "Enter presses the main button from a radio, a tick and a line": enter_that_goes_astray,
}
"""In this order: the last one presses buttons, and so may change the page."""
