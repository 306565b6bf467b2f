from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from tests.gui.pages.around import PACK

from candour.errors import Trouble
from candour.gui.asides import Asides
from candour.gui.gallery.rooms import GALLERY, Gallery, frame
from candour.gui.gallery.show import leave_pictures
from candour.gui.main_window import MainWindow
from candour.gui.palette import DARK, LIGHT
from candour.gui.theme import Scheme
from candour.gui.widgets.buttons import LinkButton


def pack():
    return PACK


def test_it_leaves_a_picture_of_every_part_in_the_chosen_look(qapp, tmp_path):
    left = leave_pictures(tmp_path / "pictures", pack, Scheme.DARK, 100)
    assert len(left) == len(GALLERY)
    assert sorted(left) == sorted((tmp_path / "pictures").iterdir())
    for path in left:
        picture = QImage(str(path))
        assert picture.width() == 1280
        assert picture.pixelColor(picture.width() - 30, 3).name() == DARK.page, path


def test_a_picture_is_as_tall_as_its_page(qapp, tmp_path):
    usual, large = (leave_pictures(tmp_path / str(size), pack, Scheme.LIGHT, size) for size in (100, 200))
    for one, other in zip(usual, large, strict=True):
        assert QImage(str(other)).height() >= QImage(str(one)).height()
    assert QImage(str(large[-1])).height() > 1.3 * QImage(str(usual[-1])).height()


def test_a_folder_that_takes_nothing_is_trouble_in_one_sentence(qapp, tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(Trouble, match="cannot be used"):
        leave_pictures(tmp_path / "file", pack, Scheme.LIGHT, 100)


@pytest.fixture
def window(qtbot, theme) -> MainWindow:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    Gallery(window, Asides(window, pack)).show(GALLERY[0])
    window.show()
    return window


def test_the_sidebar_leads_to_every_part(qtbot, window):
    for place in frame().places:
        qtbot.mouseClick(window.page.sidebar.places[place.key], Qt.MouseButton.LeftButton)
        assert window.page.page_id == place.key
        assert window.windowTitle().startswith(place.words)


def test_scheme_and_text_size_are_switched_on_the_page_itself(qtbot, window, theme):
    for words in ("Dark", "Larger text", "Larger text", "Smaller text"):
        link = next(
            each for each in window.page.content.parentWidget().findChildren(LinkButton) if each.words == words
        )
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert (theme.scheme, theme.text_size) == (Scheme.DARK, 125)
    assert theme.tokens is not LIGHT


def test_how_it_looks_opens_over_the_gallery(qtbot, window):
    window.page.looks_wanted.emit()
    assert window.page.page_id == "looks"
    window.page.went_back.emit()
    assert window.page.page_id == GALLERY[0].page_id
