"""The sentences of the page of reminders: who is left out and why, how to remind, and what will be noted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.domain.reminding import LeftOut, Way, again_from
from candour.gui.language import day_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.services.reminding_results import RemindGround, RemindLine

MOST_NAMED = 6
"""So many people are named in a line; the rest are counted."""


def left_out_words(ground: RemindGround) -> tuple[str, ...]:
    """Return one line for each reason why somebody is not reminded, with how many they are."""
    return tuple(_left_out(why, ground.left(why)) for why in LeftOut if ground.left(why))


def _left_out(why: LeftOut, lines: Sequence[RemindLine]) -> str:
    count = len(lines)
    if why is LeftOut.SIGNED:
        return QCoreApplication.translate("remind", "%n people have signed.", "", count)
    if why is LeftOut.AWAY:
        return QCoreApplication.translate("remind", "%n people are away.", "", count)
    if why is LeftOut.OFTEN:
        often = QCoreApplication.translate("remind", "%n people were reminded four times.", "", count)
        return f"{often} {_tr('Speak to them: {names}.').format(names=names_of(lines))}"
    days = [day for line in lines if (day := again_from(line.times, line.last)) is not None]
    again = _tr("Again from {day} on.").format(day=day_words(min(days), weekday=True))
    soon = QCoreApplication.translate("remind", "%n people were reminded not long ago.", "", count)
    return f"{soon} {again}"


def names_of(lines: Sequence[RemindLine]) -> str:
    """Return the names of some people, the first few of many."""
    names = [line.to.name for line in lines[:MOST_NAMED]]
    if len(lines) > MOST_NAMED:
        names.append(_tr("{count} more").format(count=len(lines) - MOST_NAMED))
    return ", ".join(names)


def way_offers() -> tuple[tuple[str, str, str], ...]:
    """Return the ways to remind, each as key, label and hint."""
    return (
        (
            Way.DRAFT.value,
            _tr("One mail to all"),
            _tr("A draft with everybody in Bcc, so nobody sees the others."),
        ),
        (Way.COPIED.value, _tr("Copy the text"), _tr("To paste into a message or on the notice board.")),
        (Way.SLIP.value, _tr("Slips on paper"), _tr("A PDF to print and cut, one slip for each person.")),
        (Way.LIST.value, _tr("A list for a mail merge"), _tr("A CSV with names, addresses, days and words.")),
        (Way.CALENDAR.value, _tr("A calendar entry"), _tr("The day to sign by, as a file to send or import.")),
    )


def press_words(way: Way | None) -> str:
    """Return what the main button says."""
    return {
        None: _tr("Remind them"),
        Way.DRAFT: _tr("Save the mail draft"),
        Way.COPIED: _tr("Copy the text"),
        Way.SLIP: _tr("Save the slips"),
        Way.LIST: _tr("Save the list"),
        Way.CALENDAR: _tr("Save the calendar entry"),
    }[way]


def will_note_words(way: Way | None, count: int) -> str:
    """Return what will be noted, before it is."""
    if not count:
        return _tr("Nothing will be noted.")
    noted = QCoreApplication.translate("remind", "the register notes that you reminded %n people today.", "", count)
    when = _tr("Once the text is copied,") if way is Way.COPIED else _tr("Once the file is saved,")
    return f"{when} {noted} {_tr('That cannot be taken back.')}"


def noted_words(count: int) -> str:
    """Return what was noted."""
    if not count:
        return _tr("These people were noted already today. Nobody is counted twice.")
    return QCoreApplication.translate("remind", "Noted that you reminded %n people today.", "", count)


def file_name(way: Way, day: str) -> str:
    """Return what a file is called; `day` goes into it."""
    return {
        Way.DRAFT: _tr("Reminder {day}.eml"),
        Way.SLIP: _tr("Reminder slips {day}.pdf"),
        Way.LIST: _tr("Reminder list {day}.csv"),
        Way.CALENDAR: _tr("Sign by {day}.ics"),
    }[way].format(day=day)


def _tr(words: str) -> str:
    return QCoreApplication.translate("remind", words)
