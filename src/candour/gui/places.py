"""The places of the sidebar: the few that this person has, in the same order on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.domain.people import CONFIRMED_OFFICES

if TYPE_CHECKING:
    from candour.services.results import SignedIn

CHECK, RECORD, HELD, PEOPLE, CONFIRM = "check", "record", "held", "people", "confirm"
CHECK_PDF, EXPORT, REGISTER = "check-pdf", "export", "register"
"""The keys of the places, which `went` carries."""

_HR = "hr"


@dataclass(frozen=True)
class Place:
    """One place: its key, and how it is called."""

    key: str
    words: str


_OWN = frozenset({CHECK, RECORD, HELD})


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


def places_of(signed_in: SignedIn) -> tuple[Place, ...]:
    """Return the places that somebody has: everybody their own, HR the people, offices more."""
    words = {CHECK: _tr("My check"), RECORD: _tr("My record"), HELD: _tr("What is held about me")}
    if _HR in signed_in.offices:
        words[REGISTER] = _tr("Register")
        words[PEOPLE] = _tr("People")
        words[EXPORT] = _tr("Exports")
    if any(office in CONFIRMED_OFFICES for office in signed_in.offices):
        words[CONFIRM] = _tr("Keys to confirm")
    if signed_in.offices:
        words[CHECK_PDF] = _tr("Check a PDF")
    return tuple(Place(key, said) for key, said in words.items())


def frame_of(signed_in: SignedIn) -> Frame:
    """Return what stands in the sidebar of somebody."""
    return Frame(signed_in.name, signed_in.role, places_of(signed_in))


def _tr(words: str) -> str:
    return QCoreApplication.translate("places", words)
