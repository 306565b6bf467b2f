from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import cut_sideways
from tests.gui.pages.registry_samples import sample_pdf
from tests.gui.pages.settling import settle

from candour.errors import Trouble
from candour.gui.pages.pdf_view import DECLARATION, FULL_COPY, MOST_ZOOM, PdfViewPage
from candour.gui.theme import Theme


@pytest.fixture
def page(qtbot):
    page = PdfViewPage(sample_pdf("For HR"), sample_pdf("With the answers"))
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    page.activateWindow()
    settle()
    return page


def test_the_declaration_shows_first_with_its_pages_counted(page):
    assert page.which.chosen() == DECLARATION
    assert "For HR" in page.view.text()
    assert page.count.text() == "2 pages"


def test_the_full_copy_can_be_seen_too(page):
    page.which.choose(FULL_COPY)
    assert "With the answers" in page.view.text()
    assert page.view.accessibleName() == "Full copy (only you and the Headteacher)"


def test_a_screen_reader_finds_the_words_of_both_pages(page):
    assert "For HR" in page.view.accessibleDescription()
    assert "Questions as they were asked" in page.view.accessibleDescription()


def test_the_page_can_be_read_as_text_and_seen_again(page):
    page.as_text.click()
    settle()
    assert page.text.isVisible()
    assert "For HR" in page.text.toPlainText()
    assert not page.larger.isEnabled()
    page.as_text.click()
    settle()
    assert page.view.isVisible()


def test_the_page_grows_and_shrinks_within_bounds(page):
    page.larger.click()
    first = page.view.zoomFactor()
    page.larger.click()
    assert page.view.zoomFactor() > first
    for _ in range(20):
        page.larger.click()
    assert page.view.zoomFactor() == MOST_ZOOM
    page.smaller.click()
    assert page.view.zoomFactor() < MOST_ZOOM


def test_page_keys_turn_the_pages(qtbot, page):
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.view.verticalScrollBar().value() > 0


def test_enter_and_escape_lead_back_to_signing(qtbot, page):
    with qtbot.waitSignal(page.went_back, timeout=1000):
        qtbot.keyClick(page.which.cards[DECLARATION], Qt.Key.Key_Return)
    with qtbot.waitSignal(page.left, timeout=1000):
        qtbot.keyClick(page.heading, Qt.Key.Key_Escape)


def test_what_is_no_pdf_is_trouble_and_never_an_empty_page(qtbot):
    with pytest.raises(Trouble, match="cannot be shown"):
        PdfViewPage(b"no PDF at all", b"")


def test_everything_fits_a_small_window_with_large_text(page, theme: Theme):
    theme.set_text_size(200)
    page.resize(800, 600)
    settle()
    assert cut_sideways(page) == []
