"""Every page in every scheme, at 100 per cent in the usual window and at 200 per cent in the smallest one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QRadioButton, QWidget
from tests.gui.pages.page_rules import RULES
from tests.gui.pages.registry import PAGES
from tests.gui.pages.settling import settle
from tests.gui.pages.walk import ids_of_pages

from candour.gui.pages.page import Page
from candour.gui.theme import Scheme
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Art
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

SIZES = {100: (1280, 832), 200: (800, 600)}
SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST)


def put_up(qtbot, page, size):
    qtbot.addWidget(page)
    page.resize(*SIZES[size])
    page.show()
    page.activateWindow()
    settle()
    page.begin()


def breaches(page):
    return {sentence: found for sentence, rule in RULES.items() if (found := rule(page))}


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.value)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_the_page_keeps_the_rules_of_every_page(qtbot, theme, name, size, scheme):
    theme.set_scheme(scheme)
    theme.set_text_size(size)
    page = PAGES[name](theme)
    put_up(qtbot, page, size)
    assert breaches(page) == {}


def test_no_page_escapes_the_registry():
    assert ids_of_pages() <= set(PAGES)


class Careless(Page):
    """Breaks every rule at once."""

    def __init__(self) -> None:
        super().__init__("A heading")
        self.line, self.radio = QLineEdit(), QRadioButton("&A choice")
        squeezed = BodyLabel("Words that need more than one line of room here")
        squeezed.setFixedSize(40, 10)
        art = Art("tick")
        art.setAccessibleName("A tick")
        self.main_button = PrimaryButton("Go")
        self.main_button.setFixedHeight(20)
        parts: list[QWidget] = [
            HeadingLabel("Another first heading"),
            self.line,
            self.radio,
            BodyLabel("Sorry, that is invalid"),
            squeezed,
            art,
        ]
        for part in parts:
            self.content.addWidget(part)
        self.footer.add(self.main_button)

    def focusNextPrevChild(self, _forwards: bool) -> bool:  # noqa: FBT001, N802 - Qt's signature
        """Go nowhere."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Answer no key."""
        event.ignore()

    def begin(self) -> None:
        """Begin somewhere else."""
        self.radio.setFocus()


@pytest.mark.parametrize("sentence", RULES)
def test_every_rule_finds_what_breaks_it(qtbot, sentence):
    page = Careless()
    put_up(qtbot, page, 100)
    assert RULES[sentence](page)
