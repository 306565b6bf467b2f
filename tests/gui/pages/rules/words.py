"""What a page says, and what it says when something is wrong (screens, checks 15, 19, 21, 24)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QWidget
from tests.gui.pages.rules.parts import description_of, focusable, name_of, said, shown
from tests.gui.pages.settling import settle

from candour.gui.pages.page import Mendable
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.fields import Labelled
from candour.gui.widgets.labels import HeadingLabel
from candour.gui.widgets.rows import TaskRow

if TYPE_CHECKING:
    from candour.gui.pages.page import Page

_BANNED = re.compile(r"\b(?:please|sorry|invalid|DSL|HoS|chased|error code)\b", re.IGNORECASE)
_LONGEST_SENTENCE = 25
_PROBLEM = "Write the year with four figures"


def words_amiss(page: Page) -> list[str]:
    texts = [label.text() for label in shown(page, QLabel)]
    texts += [name_of(part) for part in focusable(page)]
    found = [text for text in texts if _BANNED.search(text) or "{" in text]
    for text in texts:
        found += [s for s in re.split(r"[.:;!?\n•·]", text) if len(s.split()) > _LONGEST_SENTENCE]
    return found


def told_by_colour_alone(page: Page) -> list[str]:
    """Find what has a colour for its state and no word for it: chips, rows, banners, fields that are wrong."""
    found = [said(chip) for chip in shown(page, Chip) if not chip.text().strip()]
    found += [said(row) for row in shown(page, TaskRow) if not row.state.strip()]
    found += [said(banner) for banner in shown(page, Banner) if not banner.title.text().strip()]
    for each in page.findChildren(Labelled):
        if each.field.property("wrong") and each.field.isVisible() and not each.error.isVisible():
            found.append(said(each.field))
    return found


def banners_that_time_out(page: Page) -> list[str]:
    """Let every clock of the page run out under a message: it stays until somebody acts."""
    clocks = [clock for clock in page.findChildren(QTimer) if any(isinstance(p, Banner) for p in _above(clock))]
    found = [f"a clock of {clock.interval()} ms" for clock in clocks]
    page.show_trouble("The folder cannot be reached. Try again once it can.")
    settle()
    for clock in page.findChildren(QTimer):
        clock.timeout.emit()
    if page.banner is None or not page.banner.isVisible():
        found.append("the message about trouble went by itself")
    page.clear_trouble()
    return found


def _above(clock: QTimer) -> list[QWidget]:
    found, above = [], clock.parent()
    while isinstance(above, QWidget):
        found.append(above)
        above = above.parentWidget()
    return found


def errors_amiss(page: Page) -> list[str]:
    """Let something be wrong with every field that can say so, and press the main button with nothing filled in."""
    fields = [part for part in shown(page, QWidget) if isinstance(part, Mendable)]
    page.show_errors([(field, f"{_PROBLEM} ({place})") for place, field in enumerate(fields)])
    found = _unsaid(page)
    page.show_errors([])
    found += [f"the error of {said(field)} stays" for field in fields if _PROBLEM in _described(field)]
    if page.main_button is not None and page.main_button.isEnabled():
        page.main_button.click()
        found += _unsaid(page)
        page.show_errors([])
    return found


def _unsaid(page: Page) -> list[str]:
    """Return what is not said of the errors that show: in the title, in the summary, beside and to the field."""
    if not page.has_errors:
        return []
    found = [] if page.title().startswith("Error:") else ["the title does not say so"]
    found += [] if page.focusWidget() is page.summary.heading else ["the focus is not at the summary"]
    links = [link.words for link in page.summary.links()]
    found += [] if links == [sentence for _, sentence in page._wrong] else ["the summary says something else"]
    for field, sentence in page._wrong:
        if not isinstance(field, HeadingLabel) and sentence not in _described(field):
            found.append(f"{said(field)} does not say: {sentence}")
    return found


def _described(field: QWidget) -> str:
    """Return what is heard of a field, or of the parts that it is made of."""
    return " ".join(description_of(part) for part in [field, *field.findChildren(QWidget)])
