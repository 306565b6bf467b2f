"""Text spaced out as a reader may need it: lines 1.5, letters 0.12 and words 0.16 em; nothing is cut (1.4.12)."""

from __future__ import annotations

from itertools import product

import pytest
from PySide6.QtGui import QFont, QFontInfo
from tests.gui.pages.registry import PAGES
from tests.gui.pages.rules.looks import clipped
from tests.gui.pages.settling import settle

from candour.gui import metrics
from candour.gui.main_window import SMALLEST, USUAL
from candour.gui.widgets import text_block
from candour.gui.widgets.labels import BodyLabel


@pytest.fixture
def spaced(monkeypatch, theme):
    """Space all text out, before a page is made."""
    plain = metrics._font

    def wide(family, points, step):
        font = QFont(plain(family, points, step))
        em = QFontInfo(font).pixelSize()
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.12 * em)
        font.setWordSpacing(0.16 * em)
        return font

    before = BodyLabel("How wide and tall is this").sizeHint()
    monkeypatch.setattr(metrics, "_font", wide)
    monkeypatch.setattr(text_block, "LINE_HEIGHT", 1.5)
    theme.set_text_size(theme.text_size)
    after = BodyLabel("How wide and tall is this").sizeHint()
    assert after.width() > before.width()
    assert after.height() > before.height()
    return theme


@pytest.mark.parametrize("name", PAGES)
def test_spaced_text_is_not_clipped(qtbot, spaced, name):
    page = PAGES[name](spaced)
    qtbot.addWidget(page)
    page.show()
    found = {}
    for text_size, window in product((100, 200), (USUAL, SMALLEST)):
        spaced.set_text_size(text_size)
        page.resize(*window)
        settle()
        if broken := clipped(page):
            found[f"{text_size} %, {window}"] = broken
    assert found == {}
