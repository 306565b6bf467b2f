"""What the offices are called in the window; their values are the register's."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from candour.domain.people import Office


def office_words(office: str) -> str:
    """Return how an office is called in the middle of a sentence; KeyError for what is no office."""
    return {
        Office.HEADTEACHER: _tr("Headteacher"),
        Office.DESIGNATED_LEAD: _tr("designated lead"),
        Office.DEPUTY_LEAD: _tr("deputy lead"),
        Office.CHAIR: _tr("chair of governors"),
        Office.HR: _tr("HR"),
        Office.KEEPER: _tr("keeper of the register"),
    }[Office(office)]


def _tr(words: str) -> str:
    return QCoreApplication.translate("offices", words)
