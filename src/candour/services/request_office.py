"""Requests as the office reads them that decides them: opened with its key, for whoever holds it today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from candour.domain.people import Office
from candour.errors import Refused
from candour.register import drafts as content_rows
from candour.register import exceptions as exception_rows
from candour.services.office_reading import held_office, keys_of_office, open_as_office, require_reader
from candour.services.request_moving import office_of

if TYPE_CHECKING:
    from candour.domain.round import Request
    from candour.register.reading import Connection
    from candour.services.office_ports import HeldOffice
    from candour.services.ports import Keysmith
    from candour.services.session import Session

T = TypeVar("T")

DECIDING_OFFICES: Final = (Office.HEADTEACHER, Office.CHAIR)
"""The offices that decide requests."""


class OfficeReader:
    """Opens what is sealed to the deciding offices that the signed-in person holds; they are asked for once.

    Raises Refused for who holds neither, and for whose key waits to be confirmed.
    """

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith
        session.require(*DECIDING_OFFICES)
        self.offices = tuple(each for each in DECIDING_OFFICES if session.holds(each))
        for office in self.offices:
            require_reader(session, office)

    def decides(self, at: Connection, row: Request) -> bool:
        """Whether a request is decided by an office that the signed-in person holds."""
        return office_of(at, row) in self.offices

    def undecided(self, at: Connection) -> list[Request]:
        """Return the requests that wait for these offices, and can be opened by them, the oldest first."""
        return [row for row in exception_rows.undecided(at) if self.decides(at, row) and self._sealed_to(at, row)]

    def opened(self, at: Connection, content_id: str, kind: type[T]) -> T | None:
        """Return sealed content as a value, None where no key that the person was handed opens it."""
        content = content_rows.content(at, content_id)
        for office in self.offices:
            held = self._held(at, office, set(content.keys))
            if held is not None:
                return msgspec.json.decode(
                    self._smith.open_for_office(content, held, self._session.keys), type=kind
                )
        return None

    def must_open(self, at: Connection, row: Request, kind: type[T]) -> T:
        """Return what a request's content says; raises Refused, saying what to do, where it cannot be opened."""
        office = office_of(at, row)
        if office not in self.offices:
            raise Refused(f"This request is for the {office} to decide.")
        content = content_rows.content(at, row.content)
        return msgspec.json.decode(open_as_office(self._session, self._smith, content, office), type=kind)

    def _held(self, at: Connection, office: Office, readers: set[str]) -> HeldOffice | None:
        keys = (key for key in keys_of_office(at, office) if key in readers)
        return next((held for key in keys if (held := held_office(self._session, at, office, key))), None)

    def _sealed_to(self, at: Connection, row: Request) -> bool:
        readers = content_rows.content(at, row.content).keys
        return any(key in readers for office in self.offices for key in keys_of_office(at, office))
