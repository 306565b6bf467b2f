from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from tests.gui.pages.around import PACK, cut_sideways

from candour.gui.pages.policy import PolicyPage, section_of


def shown(qtbot) -> PolicyPage:
    page = PolicyPage(PACK)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show()
    return page


def test_every_point_of_the_pack_is_there_in_its_order(qtbot):
    assert list(shown(qtbot).rows) == [point.ref for point in PACK.points]


def test_what_is_to_be_filled_in_is_filled_in(qtbot):
    page = shown(qtbot)
    assert "SeeSaw" in page.rows["2.4"].words.text()
    assert not any("{" in row.words.text() for row in page.rows.values())


def test_points_stand_under_the_section_of_the_document(qtbot):
    assert section_of(PACK.point("2.8")) == "Section 2"


def test_a_point_asked_for_is_marked_and_in_view(qtbot):
    page = shown(qtbot)
    page.show_point("2.8")
    row = page.rows["2.8"]
    assert row.chip.isVisible()
    assert not page.rows["2.1"].chip.isVisible()
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty())
    assert page.focusWidget() is row.words


def test_a_point_asked_for_before_the_page_shows_is_in_view_too(qtbot):
    page = PolicyPage(PACK)
    qtbot.addWidget(page)
    page.resize(1000, 600)
    page.show_point("3.3")
    page.show()
    qtbot.waitUntil(lambda: not page.rows["3.3"].visibleRegion().isEmpty())


def test_a_point_that_there_is_not_is_loud(qtbot):
    with pytest.raises(KeyError):
        shown(qtbot).show_point("9.9")


def test_the_schools_own_document_is_offered_once_there_is_one(qtbot):
    page = shown(qtbot)
    assert not page.document.isVisible()
    assert page.no_document.isVisible()
    page.offer_document("Policy 2025.pdf")
    assert not page.no_document.isVisible()
    with qtbot.waitSignal(page.document_wanted):
        qtbot.mouseClick(page.document, Qt.MouseButton.LeftButton)


def test_enter_goes_back(qtbot):
    page = shown(qtbot)
    with qtbot.waitSignal(page.went_back):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []
