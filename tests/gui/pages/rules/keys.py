"""What the keys do on a page: Tab, Enter, Esc, the arrows, pasting (screens, checks 6 to 10, 22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLineEdit, QPlainTextEdit, QRadioButton, QWidget
from tests.gui.pages.rules.parts import focusable, group_of, said

if TYPE_CHECKING:
    from candour.gui.pages.page import Page

_TYPED = "Typed by hand"


def focus_elsewhere(page: Page) -> list[str]:
    return [] if page.focusWidget() is page.heading else [said(page.focusWidget())]


def out_of_tab_order(page: Page) -> list[str]:
    """Walk from the heading with Tab, and back with Shift+Tab, until a part comes again; look where each stands."""
    page.begin()
    wanted = focusable(page)
    forth, unseen = _walk(page, Qt.Key.Key_Tab)
    page.begin()
    back, unseen_back = _walk(page, Qt.Key.Key_Backtab)
    places = [wanted.index(part) for part in forth if part in wanted]
    first = places.index(min(places)) if places else 0
    round_ = places[first:] + places[:first]  # the rail stands before the heading
    found = [] if round_ == sorted(places) else [f"Tab jumps: {[said(part) for part in forth]}"]
    found += [f"Tab never reaches {said(part)}" for part in wanted if not _reached(part, forth)]
    found += [f"Shift+Tab never reaches {said(part)}" for part in wanted if not _reached(part, back)]
    return found + [f"{said(part)} has the focus and is out of sight" for part in unseen + unseen_back]


def _walk(page: Page, key: Qt.Key) -> tuple[list[QWidget], list[QWidget]]:
    visited: list[QWidget] = []
    unseen: list[QWidget] = []
    for _ in range(len(focusable(page)) + 3):
        QTest.keyClick(page.focusWidget(), key)
        part = page.focusWidget()
        if part in visited:
            break
        visited.append(part)
        if not _in_sight(page, part):
            unseen.append(part)
    return visited, unseen


def _in_sight(page: Page, part: QWidget) -> bool:
    """Return whether a part shows as a whole, or fills the page's height where it is taller."""
    where, view = QRect(part.mapTo(page, QPoint(0, 0)), part.size()), page.rect()
    if page.area.isAncestorOf(part):
        port = page.area.viewport()
        view = QRect(port.mapTo(page, QPoint(0, 0)), port.size())
    seen = where.intersected(view)
    return seen.width() == where.width() and seen.height() >= min(where.height(), view.height())


def _reached(part: QWidget, visited: list[QWidget]) -> bool:
    if part in visited or part.focusProxy() in visited:
        return True
    group = group_of(part)
    return group is not None and any(group_of(other) is group for other in visited)


def enter_that_goes_astray(page: Page) -> list[str]:
    """Press Enter in every radio, tick and line: each presses the main button once; a box of lines keeps it."""
    main, pressed = page.main_button, list[str]()
    if main is None:
        return []
    main.clicked.connect(lambda: pressed.append("clicked"))
    found = []
    for part in focusable(page):
        wanted = 0 if isinstance(part, QPlainTextEdit) else 1
        if isinstance(part, QRadioButton | QCheckBox | QLineEdit | QPlainTextEdit) and main.isEnabled():
            pressed.clear()
            part.setFocus()
            QTest.keyClick(part, Qt.Key.Key_Return)
            found += [] if pressed.count("clicked") == wanted else [said(part)]
    return found


def what_escape_loses(page: Page) -> list[str]:
    """Type into every field and press Esc: what was typed is still there."""
    found = []
    for part in _fields(page):
        _empty(part)
        part.setFocus()
        QTest.keyClicks(part, _TYPED)
        before = _content(part)
        QTest.keyClick(part, Qt.Key.Key_Escape)
        found += [] if before and _content(part) == before else [said(part)]
        _empty(part)
    return found


def what_cannot_be_pasted_into(page: Page) -> list[str]:
    """Paste into every field, passphrases too: nobody has to know or to copy out by hand what they have in hand."""
    found = []
    QGuiApplication.clipboard().setText("12 pasted")
    for part in _fields(page):
        _empty(part)
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        found += [] if "12" in _content(part) else [said(part)]
        _empty(part)
    return found


def _fields(page: Page) -> list[QLineEdit | QPlainTextEdit]:
    return [
        part for part in focusable(page) if isinstance(part, QLineEdit | QPlainTextEdit) and not part.isReadOnly()
    ]


def _content(part: QLineEdit | QPlainTextEdit) -> str:
    return part.text() if isinstance(part, QLineEdit) else part.toPlainText()


def _empty(part: QLineEdit | QPlainTextEdit) -> None:
    part.setText("") if isinstance(part, QLineEdit) else part.setPlainText("")


def arrows_that_do_more_than_choose(page: Page) -> list[str]:
    """Press Down in each group of answers: the choice moves on inside it, and nothing is pressed or left."""
    heard: list[str] = []
    for signal in (page.left, page.went_back, page.help_wanted):
        signal.connect(lambda: heard.append("the page was left"))
    for button in page.findChildren(QAbstractButton):
        if not button.isCheckable():
            button.clicked.connect(lambda _=False, button=button: heard.append(f"{said(button)} was pressed"))
    found = []
    for first in _first_radios(page):
        group = group_of(first)
        first.setFocus()
        first.setChecked(True)
        QTest.keyClick(first, Qt.Key.Key_Down)
        now = page.focusWidget()
        moved = isinstance(now, QRadioButton) and now is not first and now.isChecked()
        found += [] if moved and group is not None and group_of(now) is group else [said(first)]
    return found + heard


def _first_radios(page: Page) -> list[QRadioButton]:
    """Return the first answer of every group that has two or more."""
    firsts: dict[QWidget | None, list[QRadioButton]] = {}
    for part in page.findChildren(QRadioButton):
        if part.isVisible() and part.isEnabled():
            firsts.setdefault(part.parentWidget(), []).append(part)
    return [radios[0] for radios in firsts.values() if len(radios) > 1]
