"""The reading key of an office, as whoever holds it today opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.errors import Trouble
from candour.register import drafts as content_rows
from candour.register import keys as key_rows
from candour.register.secrets import secret as secret_of
from candour.services.office_ports import HeldOffice

if TYPE_CHECKING:
    from candour.domain.people import Office
    from candour.services.ports import Keysmith
    from candour.services.session import Session

NOT_HANDED_OVER = (
    "The key of the office “{office}” was not handed over to you yet: ask whoever held it to hand it over."
)


class OfficeReader:
    """Opens what is sealed to one reading key: an office's that the person holds, or their own."""

    def __init__(self, session: Session, smith: Keysmith, office: HeldOffice | None = None) -> None:
        self._session = session
        self._smith = smith
        self._office = office

    @property
    def reading_key(self) -> str:
        """The id of the key that content is sealed to."""
        return self._session.keys.reading_id if self._office is None else self._office.reading_id

    def open(self, content_id: str) -> tuple[bytes, str]:
        """Return what is sealed, and the reading key of its other reader: the person whom it comes from.

        Content has two readers; where both are one key, that is the other too.
        """
        session = self._session
        with session.register.read() as at:
            content = content_rows.content(at, content_id)
        others = [key for key in content.keys if key != self.reading_key]
        if self._office is None:
            plain = self._smith.open(content, session.register.register_id, session.keys)
        else:
            plain = self._smith.open_for_office(content, self._office, session.keys)
        return plain, others[0] if others else self.reading_key


def office_reader(session: Session, smith: Keysmith, office: Office) -> OfficeReader:
    """Return what opens an office's content; raises Refused for who does not hold it, Trouble without its key."""
    session.require(office)
    with session.register.read() as at:
        key = key_rows.office_key(at, office)
        for_holder = None if key is None else secret_of(at, key.reading_key, session.keys.reading_id)
    if key is None or for_holder is None:
        raise Trouble(NOT_HANDED_OVER.format(office=office))
    return OfficeReader(
        session, smith, HeldOffice(session.register.register_id, office, key.reading_key, for_holder)
    )
