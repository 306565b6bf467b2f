"""What services ask of keys about an office's reading key; part of `ports`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from candour.domain.journal import SealedContent
    from candour.services.ports import PersonKeys


@dataclass(frozen=True)
class NewOffice:
    """A new office's reading key: public id, sealed to its holder, and wrapped for a second recovery sheet."""

    reading_id: str
    for_holder: bytes
    for_recovery: bytes


@dataclass(frozen=True)
class HeldOffice:
    """An office as its holder opens it: register and office, its public reading key, its key sealed to them."""

    register: str
    office: str
    reading_id: str
    for_holder: bytes


@dataclass(frozen=True)
class SheetOffice:
    """An office as its recovery sheet opens it: register and office, its public key, its key under the sheet."""

    register: str
    office: str
    reading_id: str
    for_recovery: bytes


class OfficeSmith(Protocol):
    """Making, sealing on and opening the reading key of an office."""

    def new_office(self, register: str, office: str, holder: str, sheet: bytes) -> NewOffice:
        """Make an office's reading key for its holder (a reading key id) and the office's own sheet."""
        ...

    def open_for_office(self, content: SealedContent, office: HeldOffice, holder: PersonKeys) -> bytes:
        """Open sealed content with an office's reading key, which its holder's own key opens."""
        ...

    def hand_office(self, office: HeldOffice, holder: PersonKeys, receiver: str) -> bytes:
        """Seal an office's reading key to one more person (a reading key id)."""
        ...

    def office_on_sheet(self, office: HeldOffice, holder: PersonKeys, sheet: bytes) -> bytes:
        """Close an office's reading key under another recovery sheet."""
        ...

    def office_from_sheet(self, office: SheetOffice, sheet: bytes, receiver: str) -> bytes:
        """Seal an office's reading key to a person by its recovery sheet; raises Refused for another sheet."""
        ...
