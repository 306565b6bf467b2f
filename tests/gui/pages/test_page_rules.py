"""Every page × light, dark, high contrast × 100, 200 per cent × 1280 × 832, 800 × 600 (screens, section 4)."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter
from tests.gui.pages.careless import Careless
from tests.gui.pages.page_rules import AT_LAST, EVERYWHERE, IN_EVERY_ROOM, IN_EVERY_SCHEME, RULES
from tests.gui.pages.registry import PAGES
from tests.gui.pages.settling import settle
from tests.gui.pages.walk import ids_of_pages

from candour.gui.main_window import SMALLEST, USUAL
from candour.gui.pages.pdf_view import PdfPages
from candour.gui.theme import Scheme

SCHEMES = (Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST)
TEXT_SIZES = (100, 200)
WINDOWS = (USUAL, SMALLEST)


def put_up(qtbot, page):
    qtbot.addWidget(page)
    page.resize(*USUAL)
    page.show()
    page.activateWindow()
    settle()
    page.begin()


def breaches(page, rules):
    return {sentence: found for sentence, rule in rules.items() if (found := rule(page))}


def asked(scheme, window):
    """Return the rules that can come out differently here: each look and each size counts once."""
    rules = dict(EVERYWHERE)
    if scheme is SCHEMES[0]:
        rules |= IN_EVERY_ROOM
    if window is WINDOWS[0]:
        rules |= IN_EVERY_SCHEME
    return rules


@pytest.mark.parametrize("name", PAGES)
def test_the_page_keeps_the_rules_of_every_page(qtbot, theme, name):
    """The page is made once: each scheme and size reaches it while it shows."""
    page = PAGES[name](theme)
    put_up(qtbot, page)
    found = {}
    for text_size, scheme, window in product(TEXT_SIZES, SCHEMES, WINDOWS):
        theme.set_text_size(text_size)
        theme.set_scheme(scheme)
        page.resize(*window)
        settle()
        page.begin()
        if broken := breaches(page, asked(scheme, window)):
            found[f"{scheme.value}, {text_size} %, {window}"] = broken
    assert found == {}
    assert breaches(page, AT_LAST) == {}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_was_switched_looks_like_one_that_was_made_so(qtbot, theme, name):
    switched = PAGES[name](theme)
    put_up(qtbot, switched)
    theme.set_scheme(Scheme.DARK)
    theme.set_text_size(200)
    settle()
    made_so = PAGES[name](theme)
    put_up(qtbot, made_so)
    assert differing(picture(switched), picture(made_so)) is None


def picture(page):
    """Return the page as it looks, but for PDFs: Qt draws them in a thread of its own, sooner or later."""
    page.hide()
    image = page.grab().toImage()
    painter = QPainter(image)
    for view in page.findChildren(PdfPages):
        painter.fillRect(QRect(view.mapTo(page, QPoint(0, 0)), view.size()), Qt.GlobalColor.black)
    painter.end()
    return image


def differing(one, other):
    """Return the first place where two pictures differ, or None."""
    if one == other:
        return None
    places = product(range(one.height()), range(one.width()))
    return next(((x, y) for y, x in places if one.pixel(x, y) != other.pixel(x, y)), None)


def test_no_page_escapes_the_registry():
    assert ids_of_pages() <= set(PAGES)


@pytest.mark.parametrize("sentence", RULES)
def test_every_rule_finds_what_breaks_it(qtbot, sentence):
    page = Careless()
    put_up(qtbot, page)
    assert RULES[sentence](page)
