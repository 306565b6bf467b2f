from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from candour.gui.pages.still_there import SECONDS, StillThereDialog


def shown(qtbot) -> tuple[StillThereDialog, list[str]]:
    dialog = StillThereDialog()
    qtbot.addWidget(dialog)
    said: list[str] = []
    dialog.stayed.connect(lambda: said.append("stayed"))
    dialog.locked.connect(lambda: said.append("locked"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)  # the test looks at it afterwards
    dialog.open()
    return dialog, said


@pytest.mark.parametrize("key", [Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_any_key_stays_signed_in(qtbot, key):
    dialog, said = shown(qtbot)
    qtbot.keyClick(dialog.focusWidget(), key)
    assert said == ["stayed"]
    assert not dialog.isVisible()


def test_the_safe_button_has_the_focus(qtbot):
    dialog, _ = shown(qtbot)
    assert dialog.focusWidget() is dialog.stay


def test_the_wait_is_a_minute_and_is_said_in_words(qtbot):
    dialog, said = shown(qtbot)
    assert "in 60 seconds" in dialog.words.text()
    for _ in range(SECONDS - 1):
        dialog.count_down()
    assert "in 1 second." in dialog.words.text()
    assert said == []
    dialog.count_down()
    assert said == ["locked"]


def test_one_may_lock_at_once(qtbot):
    dialog, said = shown(qtbot)
    qtbot.mouseClick(dialog.lock, Qt.MouseButton.LeftButton)
    assert said == ["locked"]


def test_it_is_said_once(qtbot):
    dialog, said = shown(qtbot)
    dialog.reject()
    dialog.count_down()
    dialog.reject()
    assert said == ["stayed"]


def test_a_screen_reader_hears_how_long_there_is(qtbot):
    dialog, _ = shown(qtbot)
    assert dialog.accessibleDescription() == dialog.words.text()
