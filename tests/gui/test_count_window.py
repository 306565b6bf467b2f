"""The count for the projector: huge, in words for everybody, and with no name in it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from tests.gui.pages.settling import settle
from tests.gui.test_role_wall import everything_of
from tests.gui.test_sitting import TEACHER, answered, at_names, come_in, sign, start
from tests.gui.windows import playing

from candour.gui.count_window import CountWindow
from candour.gui.palette import contrast
from candour.gui.theme import Scheme, theme_of
from candour.sample import people as cast

SIZES = ((960, 600), (1920, 1080), (320, 220), (700, 1000))


@pytest.fixture
def count(qtbot, theme):
    window = CountWindow()
    qtbot.addWidget(window)
    window.show_count("Invented Primary School", 23, 42)
    window.show()
    settle()
    return window


def room(label):
    return QFontMetrics(label.font()).size(Qt.TextFlag.TextSingleLine, label.text())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_count_is_as_large_as_the_window_allows_and_nothing_is_cut(count, theme, size, text_size):
    theme.set_text_size(text_size)
    count.resize(*size)
    settle()
    labels = [label for label in count.findChildren(QLabel) if label.isVisible() and label is not count.hint]
    for label in labels:
        assert room(label).width() <= label.width(), label.text()
        assert room(label).height() <= label.height() + 2, label.text()
    wide, tall = room(count.count).width() / count.width(), room(count.count).height() / count.height()
    assert max(wide / 0.86, tall / 0.42) > 0.9
    assert count.count.font().pixelSize() >= 1.9 * count.below.font().pixelSize()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK, Scheme.HIGH_CONTRAST])
def test_it_wears_the_theme_while_it_shows_and_stands_out(count, theme, scheme):
    theme.set_scheme(scheme)
    settle()
    picture = count.grab().toImage()
    ground = picture.pixelColor(2, 2)
    ink = theme_of(count).tokens.of("text")
    assert contrast(ground, ink) >= 7
    where = count.count.geometry()
    painted = {picture.pixel(x, where.center().y()) for x in range(where.left(), where.right())}
    assert max(contrast(ground, QColor.fromRgb(each)) for each in painted) >= 7


def test_title_and_accessible_name_say_it_in_words_and_a_change_is_announced_once(count, qtbot, monkeypatch):
    assert count.windowTitle() == "Sitting: 23 of 42 have signed"
    assert QAccessible.queryAccessibleInterface(count).text(QAccessible.Text.Name) == count.windowTitle()
    count.activateWindow()
    qtbot.waitUntil(count.isActiveWindow)
    said = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
    for _ in range(2):
        count.show_count("Invented Primary School", 24, 42)
    assert said == ["Sitting: 24 of 42 have signed"]


def test_f11_takes_the_whole_screen_and_f11_or_esc_gives_it_back(count, qtbot):
    count.activateWindow()
    qtbot.waitUntil(count.isActiveWindow)
    for back in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
        QTest.keyClick(count, Qt.Key.Key_F11)
        assert count.isFullScreen()
        assert count.hint.isHidden()
        QTest.keyClick(count, back)
        assert not count.isFullScreen()
        assert count.hint.isVisible()


@pytest.fixture
def played(qapp, school, tmp_path):
    answered(school, TEACHER)
    yield from playing(qapp, school, tmp_path)


def test_it_counts_on_as_people_sign_names_nobody_and_goes_with_the_sitting(played):
    start(played)
    played.driver.press("Show the count")
    count = played.app.rooms.sitting.count
    assert count.isVisible()
    assert count.isWindow()
    before = count.windowTitle()
    come_in(played, TEACHER)
    sign(played)
    at_names(played)
    signed = int(before.split()[1]) + 1
    assert count.windowTitle() == before.replace(f": {signed - 1} of", f": {signed} of")
    people = (cast.BUSINESS_MANAGER, *cast.OTHERS, cast.SUPERVISOR)
    assert not [each.name for each in people if each.name in everything_of(count)]
    played.app.window.close()
    assert not count.isVisible()


def test_it_looks_again_by_itself_for_who_signs_at_another_computer(played, school):
    start(played)
    played.driver.press("Show the count")
    before = played.app.rooms.sitting.count.windowTitle()
    theirs = school.desk(TEACHER.number)
    declaring = theirs.declaring()
    declaring.prepare()
    declaring.sign("")
    theirs.sign_in.lock()
    played.app.rooms.sitting._clock.timeout.emit()
    played.idle()
    assert played.app.rooms.sitting.count.windowTitle() != before
    assert TEACHER.name not in [name for _, name in played.app.window.page.grid.names.shown]
