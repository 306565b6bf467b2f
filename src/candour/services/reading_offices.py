"""What a listener opens: what is sealed to an office that they hold, or to their own key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.register import drafts as content_rows
from candour.services.office_reading import keys_of_office, open_as_office, require_reader

if TYPE_CHECKING:
    from candour.domain.people import Office
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class Listener:
    """Opens what is sealed to an office, be it to its key of today or an earlier one; None: to the person's own.

    `reading_keys` are all these keys, the one in force first; what is sealed from now on goes to that one.
    """

    def __init__(self, session: Session, smith: Keysmith, office: Office | None = None) -> None:
        self._session = session
        self._smith = smith
        self._office = office
        if office is None:
            self.reading_keys: tuple[str, ...] = (session.keys.reading_id,)
        else:
            with session.register.read() as at:
                self.reading_keys = keys_of_office(at, office)

    def open(self, content_id: str) -> tuple[bytes, str]:
        """Return what is sealed, and the reading key of its other reader: the person whom it comes from.

        Content has two readers; where both are one key, that is the other too.
        """
        session = self._session
        with session.register.read() as at:
            content = content_rows.content(at, content_id)
        others = [key for key in content.keys if key not in self.reading_keys]
        if self._office is None:
            plain = self._smith.open(content, session.register.register_id, session.keys)
        else:
            plain = open_as_office(session, self._smith, content, self._office)
        return plain, others[0] if others else self.reading_keys[0]


def listener_for(session: Session, smith: Keysmith, office: Office) -> Listener:
    """Return what opens an office's content; raises Refused for who may not read for it today."""
    require_reader(session, office)
    return Listener(session, smith, office)
