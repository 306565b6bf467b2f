"""What the filters of the register are called, the same on chips, pictures and cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.domain.register_view import Among, By, Filter

if TYPE_CHECKING:
    from candour.domain.register_view import Wanted


def filter_words(which: Wanted) -> str:
    """Return the words of a filter."""
    if isinstance(which, Among):
        return group_words(which)
    return {
        Filter.EVERYONE: _tr("Everyone"),
        Filter.SIGNED: _tr("Signed"),
        Filter.NOT_SIGNED: _tr("Not signed"),
        Filter.OVERDUE: _tr("Overdue"),
        Filter.OPEN: _tr("Open"),
        Filter.LATE: _tr("To-dos past their date"),
        Filter.EXCEPTIONS: _tr("Exceptions"),
        Filter.SCHOOL: _tr("School accounts"),
        Filter.AWAY: _tr("Away"),
        Filter.ON_PAPER: _tr("On paper"),
        Filter.UNDER_WAY: _tr("In progress, not overdue"),
        Filter.NOT_BEGUN: _tr("Not started, not overdue"),
        Filter.DUE_LATER: _tr("Due later"),
        Filter.OVER_A_WEEK: _tr("1–7 days overdue"),
        Filter.OVER_TWO_WEEKS: _tr("8–14 days overdue"),
        Filter.OVER_LONGER: _tr("15+ days overdue"),
        Filter.UNDECIDED: _tr("Headteacher to decide"),
        Filter.ENDING: _tr("Exceptions ending within 60 days"),
    }[which]


def group_words(which: Among | None) -> str:
    """Return the name of a role or phase; who has none, and small groups together, have words of their own."""
    if which is None:
        return _tr("Smaller groups together")
    without = {By.ROLE: _tr("No role"), By.PHASE: _tr("No phase")}
    return which.name or without[which.by]


def _tr(words: str) -> str:
    return QCoreApplication.translate("filters", words)
