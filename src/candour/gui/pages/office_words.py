"""How offices are called on screen, and the days of one holding in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.domain.people import Office
from candour.domain.setting_up import LOCAL_AUTHORITY
from candour.gui.language import day_words

if TYPE_CHECKING:
    from candour.services.office_results import OfficeHolder


def office_words(office: str) -> str:
    """Return an office with a capital letter, as the school writes it."""
    known = {
        Office.HEADTEACHER: _tr("Headteacher"),
        Office.DESIGNATED_LEAD: _tr("Designated lead"),
        Office.DEPUTY_LEAD: _tr("Deputy lead"),
        Office.CHAIR: _tr("Chair of governors"),
        Office.HR: _tr("HR: people and exports"),
        Office.KEEPER: _tr("Keeper"),
        LOCAL_AUTHORITY: _tr("Local authority"),
    }
    return next((words for each, words in known.items() if each == office), office)


def days_held(holder: OfficeHolder) -> str:
    """Return since when and until when somebody holds an office, and whether they are acting."""
    words = _tr("Acting from {day} to {last}") if holder.acting else _tr("From {day} to {last}")
    if holder.until is None:
        words = _tr("Acting from {day}") if holder.acting else _tr("From {day}")
        return words.format(day=day_words(holder.since))
    return words.format(day=day_words(holder.since), last=day_words(holder.until))


def _tr(words: str) -> str:
    return QCoreApplication.translate("offices", words)
