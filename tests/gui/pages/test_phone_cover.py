from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.gui.pages.around import cut_sideways
from tests.gui.pages.registry_samples import sample_check
from tests.gui.pages.settling import settle

from candour.gui.pages.phone_cover import MINUTES, PhoneCover
from candour.gui.pages.where_to_look import ticked_platforms
from candour.gui.theme import Theme


@pytest.fixture
def cover(qtbot):
    check = sample_check()
    cover = PhoneCover(ticked_platforms(check.pack, check.checklist, check.answers))
    qtbot.addWidget(cover)
    cover.resize(1280, 832)
    cover.show()
    cover.activateWindow()
    settle()
    return cover


def words(cover):
    return [label.text() for label in cover.findChildren(QLabel)]


def test_it_shows_the_steps_for_the_ticked_accounts_and_no_answer(cover):
    shown = words(cover)
    assert {"Facebook", "Instagram", "WhatsApp"} <= set(shown)
    assert "TikTok" not in shown
    assert "1. Open your profile and press Friends." in shown
    assert not [text for text in shown if "Confirmed" in text or "removed them" in text]


def test_one_press_comes_back(qtbot, cover):
    with qtbot.waitSignal(cover.came_back, timeout=1000):
        qtbot.keyClick(cover.heading, Qt.Key.Key_Return)


def test_no_key_goes_back_to_the_answers(qtbot, cover):
    with qtbot.assertNotEmitted(cover.went_back), qtbot.assertNotEmitted(cover.left):
        qtbot.keyClick(cover.heading, Qt.Key.Key_Escape)
        qtbot.keyClick(cover.heading, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)


def test_the_minutes_are_said_and_after_the_last_one_it_locks(qtbot, cover):
    assert cover.minutes.text().startswith("20 minutes left.")
    with qtbot.assertNotEmitted(cover.timed_out):
        for _ in range(MINUTES - 1):
            cover.pass_minute()
    assert cover.minutes.text().startswith("1 minute left.")
    with qtbot.waitSignal(cover.timed_out, timeout=1000):
        cover.pass_minute()


def test_help_and_the_designated_lead_stay_in_reach(qtbot, cover):
    with qtbot.waitSignal(cover.lead_wanted, timeout=1000):
        cover.footer.lead_wanted.emit()


def test_everything_fits_a_small_window_with_large_text(cover, theme: Theme):
    theme.set_text_size(200)
    cover.resize(800, 600)
    settle()
    assert cut_sideways(cover) == []
