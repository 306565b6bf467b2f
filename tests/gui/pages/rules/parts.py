"""What the rules look at: the parts of a page, as Tab reaches them and as a screen reader hears them."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QComboBox, QGroupBox, QRadioButton, QWidget

from candour.gui.pages.reading_order import in_reading_order, takes_tab

if TYPE_CHECKING:
    from candour.gui.pages.page import Page

P = TypeVar("P", bound=QWidget)


def focusable(page: Page) -> list[QWidget]:
    """Return what Tab may reach, in the order of the layouts."""
    return [part for part in in_reading_order(page) if takes_tab(part)]


def shown(page: Page, kind: type[P]) -> list[P]:
    return [part for part in page.findChildren(kind) if part.isVisible()]


def said(part: QWidget) -> str:
    """Return a part as it is called in a breach: its class and its name."""
    return f"{type(part).__name__} “{name_of(part)}”"


def name_of(part: QWidget) -> str:
    """Return the name; of a list its label: on Linux Qt gives its value, and a relation to the label."""
    return part.accessibleName() if isinstance(part, QComboBox) else _heard(part, QAccessible.Text.Name)


def description_of(part: QWidget) -> str:
    return _heard(part, QAccessible.Text.Description)


def _heard(part: QWidget, text: QAccessible.Text) -> str:
    face = QAccessible.queryAccessibleInterface(part)
    return face.text(text) if face is not None else ""


def role_of(part: QWidget) -> QAccessible.Role:
    face = QAccessible.queryAccessibleInterface(part)
    return face.role() if face is not None else QAccessible.Role.NoRole


def group_of(part: QWidget) -> QGroupBox | None:
    """Return the group of choices in which a radio button stands."""
    above = part.parentWidget()
    return above if isinstance(part, QRadioButton) and isinstance(above, QGroupBox) else None
