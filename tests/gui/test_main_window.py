"""The one window: where one is after something that lay over the page has gone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.gui.pages.registry import PAGES
from tests.gui.pages.settling import settle

from candour.gui.main_window import MainWindow
from candour.gui.pages.still_there import SECONDS, StillThereDialog


@pytest.fixture
def window(qtbot, theme):
    shown = MainWindow(theme)
    qtbot.addWidget(shown)
    shown.show_page(PAGES["question"](theme))
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    settle()
    yield shown
    shown.close()


def opener_on(page):
    """Return a button far down the page, with the focus."""
    opener = page.footer.findChildren(type(page.footer._row.itemAt(page.footer._row.count() - 1).widget()))[-1]
    opener.setFocus()
    return opener


def test_after_an_aside_the_focus_is_at_what_opened_it(window, theme):
    page = window.page
    opener = opener_on(page)
    for aside in ("policy", "stop-card"):
        window.show_aside(PAGES[aside](theme))
        settle()
        assert window.page.focusWidget() is window.page.heading
    window.leave_aside()
    window.leave_aside()
    settle()
    assert window.page is page
    assert page.focusWidget() is opener


def test_after_an_aside_whose_opener_has_gone_the_focus_is_at_the_heading(window, theme):
    page = window.page
    opener = opener_on(page)
    window.show_aside(PAGES["policy"](theme))
    opener.hide()
    window.leave_aside()
    settle()
    assert page.focusWidget() is page.heading


def test_after_a_dialog_the_focus_is_where_it_was(qtbot, window):
    opener = opener_on(window.page)
    dialog = StillThereDialog(window)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    assert dialog.focusWidget() is dialog.stay
    assert SECONDS >= 60
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    window.activateWindow()  # as every desktop does once a dialog has gone
    qtbot.waitUntil(window.isActiveWindow)
    assert window.focusWidget() is opener
