"""The places of the sidebar: the few that this person has, in the same order on every page."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.domain.people import CONFIRMED_OFFICES, Office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from candour.services.results import SignedIn

CHECK, RECORD, HELD, PEOPLE, CONFIRM = "check", "record", "held", "people", "confirm"
ANSWERS, OFFICES = "answers", "offices"
CHECK_PDF, EXPORT, REGISTER, GOING = "check-pdf", "export", "register", "going"
BRING, SPEAK, BROUGHT = "bring", "speak", "brought"
REMINDERS = "reminders"
HOLIDAYS = "holidays"  # led to from Rounds and policy, and from Reminders; no row of its own
ACTIVITY = "activity"
TODAY, DECISIONS, STANDING, SLIPS = "today", "decisions", "standing", "slips"
PAPER = "paper"
SITTING, GOVERNORS = "sitting", "governors"
ROUNDS = "rounds"
"""The keys of the places, which `went` carries."""

MAY_END_SITTING = frozenset({"hr", Office.HEADTEACHER.value, Office.KEEPER.value})
"""The offices of which one ends a sitting of everyone by signing in."""

_HR = "hr"
_OPENS = (Office.HEADTEACHER, Office.CHAIR)
_SPEAKS = (Office.HEADTEACHER, Office.DESIGNATED_LEAD, Office.DEPUTY_LEAD)
_ANYBODY = "anybody"
"""Stands for no office at all."""


@dataclass(frozen=True)
class Place:
    """One place: its key, how it is called, and the heading that it stands under."""

    key: str
    words: str
    group: str = ""


_OWN = frozenset({CHECK, RECORD, HELD, BRING})


@dataclass(frozen=True)
class Frame:
    """What stands in the sidebar: who is here, and the places that they have."""

    name: str
    role: str
    places: tuple[Place, ...]

    @property
    def has_work(self) -> bool:
        """Whether there are places beside one's own: people, keys to confirm."""
        return any(place.key not in _OWN for place in self.places)

    def groups(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """Return the places under their headings, in the order in which they stand."""
        grouped = groupby(self.places, key=lambda place: place.group)
        return tuple((heading, tuple(places)) for heading, places in grouped)


def places_of(offices: Iterable[str]) -> tuple[Place, ...]:
    """Return the places that somebody has: everybody their own, HR the people, offices more."""
    held = set(offices)
    everybody = {_ANYBODY, *held}
    mine, deciding, staff, school = _tr("Mine"), _tr("Deciding and speaking"), _tr("Staff"), _tr("The school")
    offered = (
        (CHECK, _tr("My check"), mine, everybody),
        (RECORD, _tr("My record"), mine, everybody),
        (HELD, _tr("What is held about me"), mine, everybody),
        (BRING, _tr("Bring something"), mine, everybody),
        (TODAY, _tr("Today"), deciding, _OPENS),
        (DECISIONS, _tr("Decisions"), deciding, _OPENS),
        (STANDING, _tr("Standing approvals"), deciding, (Office.HEADTEACHER,)),
        (SPEAK, _tr("People to speak to"), deciding, _SPEAKS),
        (BROUGHT, _tr("Brought to you"), deciding, _OPENS),
        (ANSWERS, _tr("Answers of one person"), deciding, _OPENS),
        (GOING, _tr("How it is going"), deciding, () if _HR in held else _OPENS),
        (REGISTER, _tr("Register"), staff, (_HR,)),
        (GOING, _tr("How it is going"), staff, (_HR,)),
        (REMINDERS, _tr("Reminders"), staff, (_HR,)),
        (PEOPLE, _tr("People"), staff, (_HR,)),
        (ROUNDS, _tr("Rounds and policy"), staff, (_HR,)),
        (EXPORT, _tr("Exports"), staff, (_HR,)),
        (SITTING, _tr("Everyone in one sitting"), staff, (_HR, Office.HEADTEACHER)),
        (PAPER, _tr("Paper declarations"), staff, (_HR, *CONFIRMED_OFFICES)),
        (SLIPS, _tr("Paper decisions"), staff, (_HR, *CONFIRMED_OFFICES)),
        (ACTIVITY, _tr("Activity"), staff, (_HR,)),
        (CONFIRM, _tr("Keys to confirm"), school, CONFIRMED_OFFICES),
        (OFFICES, _tr("Offices"), school, held),
        (CHECK_PDF, _tr("Check a PDF"), school, held),
        (GOVERNORS, _tr("For governors"), school, (_HR, *_OPENS)),
    )
    return tuple(Place(key, words, heading) for key, words, heading, whose in offered if everybody & set(whose))


def frame_of(signed_in: SignedIn) -> Frame:
    """Return what stands in the sidebar of somebody."""
    return Frame(signed_in.name, signed_in.role, places_of(signed_in.offices))


def _tr(words: str) -> str:
    return QCoreApplication.translate("places", words)
