"""What a screen reader hears of a page: names, groups, headings, tables, pictures (checks 1-5, 17, 18, 22, 23)."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTableView,
    QWidget,
)
from tests.gui.pages.rules.parts import description_of, focusable, group_of, name_of, role_of, said, shown

from candour.gui.widgets.card import Art
from candour.gui.widgets.labels import HeadingLabel
from candour.gui.widgets.ring import ProgressRing

if TYPE_CHECKING:
    from candour.gui.pages.page import Page

_BARE = frozenset({"change", "remove", "delete", "edit", "show", "hide", "view", "more", "open", "here", "details"})
"""Words that say what a press does and not to what."""

_HELP = ["Help", "The policy", "Tell the designated lead"]


def without_a_name(page: Page) -> list[str]:
    return [said(part) for part in focusable(page) if not name_of(part).strip()]


def fields_named_by_their_value(page: Page) -> list[str]:
    kinds = (QComboBox, QLineEdit, QAbstractSpinBox, QPlainTextEdit)
    return [said(part) for part in focusable(page) if isinstance(part, kinds) and not part.accessibleName()]


def names_that_repeat(page: Page) -> list[str]:
    """Return names that two parts share; equal answers to two questions differ by their question."""
    groups = [(part, group_of(part)) for part in focusable(page)]
    names = Counter((name_of(part), name_of(group) if group else "") for part, group in groups)
    return [name for (name, _), times in names.items() if times > 1]


def names_that_say_too_little(page: Page) -> list[str]:
    return [said(part) for part in focusable(page) if name_of(part).strip(" …").casefold() in _BARE]


def radios_without_a_group(page: Page) -> list[str]:
    found = []
    for radio in shown(page, QRadioButton):
        group = group_of(radio)
        if group is None or not name_of(group) or role_of(group) != QAccessible.Role.Grouping:
            found.append(said(radio))
        elif name_of(group) not in _labels_of(radio):
            found.append(f"{said(radio)} is not labelled by its question")
    return found


def _labels_of(part: QWidget) -> list[str]:
    relations = QAccessible.queryAccessibleInterface(part).relations()
    return [other.text(QAccessible.Text.Name) for other, how in relations if how & QAccessible.RelationFlag.Label]


def headings_amiss(page: Page) -> list[str]:
    headings = shown(page, HeadingLabel)
    firsts = [heading for heading in headings if heading.level == 1]
    found = [] if len(firsts) == 1 else [f"{len(firsts)} headings of the first level"]
    unheard = [h for h in headings if role_of(h) != QAccessible.Role.Heading or name_of(h) != h.text()]
    found += [said(heading) for heading in unheard]
    found += [f"the title {page.title()} does not hold {h.text()}" for h in firsts if h.text() not in page.title()]
    return found


def art_that_speaks(page: Page) -> list[str]:
    return [
        said(art)
        for art in page.findChildren(Art)
        if art.accessibleName() or art.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]


def tables_amiss(page: Page) -> list[str]:
    """Look at every table: named columns, words in every cell, how it is sorted, and a way out by Tab."""
    found = []
    for table in shown(page, QTableView):
        found += [f"{said(table)} keeps Tab"] if table.tabKeyNavigation() else []
        found += [f"{said(table)}: {words}" for words in _columns_amiss(table) + _cells_amiss(table)]
    return found


def _columns_amiss(table: QTableView) -> list[str]:
    model, header, across = table.model(), table.horizontalHeader(), Qt.Orientation.Horizontal
    shown_ones = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
    found = [f"column {each} has no heading" for each in shown_ones if not model.headerData(each, across)]
    if table.isSortingEnabled() and header.sortIndicatorSection() in shown_ones:
        heading = model.headerData(header.sortIndicatorSection(), across, Qt.ItemDataRole.AccessibleTextRole)
        found += [] if "sorted" in str(heading) else ["how it is sorted is not said"]
    return found


def _cells_amiss(table: QTableView) -> list[str]:
    model, words = table.model(), Qt.ItemDataRole.DisplayRole
    painted = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole)
    found = []
    for row in range(model.rowCount()):
        for index in (model.index(row, column, QModelIndex()) for column in range(model.columnCount())):
            spoken = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(words)
            if any(index.data(role) is not None for role in painted) and not spoken:
                found.append(f"the cell {row}, {index.column()} has a colour or an icon and no words")
    return found


def pictures_without_words(page: Page) -> list[str]:
    """Find charts without title, numbers in a sentence, or a table; and rings whose numbers no words repeat."""
    found = []
    for part in shown(page, QWidget):
        if role_of(part) in (QAccessible.Role.Chart, QAccessible.Role.Graphic):
            found += [] if name_of(part) else [f"{said(part)} has no title"]
            found += [] if re.search(r"\d", description_of(part)) else [f"{said(part)} tells no numbers"]
            found += [] if _has_table(part) else [f"{said(part)} has no table"]
    words = " ".join(label.text() for label in shown(page, QLabel))
    for ring in shown(page, ProgressRing):
        found += [] if _is_told(ring, words) else ["the numbers of the ring stand nowhere in words"]
    return found


def _has_table(part: QWidget) -> bool:
    above = part.parentWidget()
    beside = above.findChildren(QWidget) if above is not None else []
    return any(isinstance(each, QTableView) or role_of(each) == QAccessible.Role.Table for each in beside)


def _is_told(ring: ProgressRing, words: str) -> bool:
    if ring._done >= ring._of:
        return True
    return re.search(rf"\b{ring._done}\b\D+\b{ring._of}\b", words) is not None


def help_out_of_place(page: Page) -> list[str]:
    """Find the three ways to help, in their one order, each of them to be pressed."""
    ways = [name_of(part) for part in focusable(page) if name_of(part) in _HELP]
    return [] if ways == _HELP else [f"the ways to help are {ways}"]


def one_letter_shortcuts(page: Page) -> list[str]:
    """Find keys that a dictated word or a slip would press; so no two letters with Alt can be the same either."""
    keys = [(shortcut.key().toString(), "a shortcut") for shortcut in page.findChildren(QShortcut)]
    keys += [(button.shortcut().toString(), said(button)) for button in page.findChildren(QAbstractButton)]
    keys += [(action.shortcut().toString(), action.text()) for action in page.actions()]
    found = [f"{where}: {key}" for key, where in keys if len(key) == 1 or re.fullmatch(r"Alt\+[A-Z0-9]", key)]
    titles = [group.title() for group in page.findChildren(QGroupBox)]
    titles += [QLabel.text(label) for label in page.findChildren(QLabel) if label.buddy() is not None]
    return found + [words for words in titles if re.search(r"&(?!&)", words.replace("&&", ""))]
