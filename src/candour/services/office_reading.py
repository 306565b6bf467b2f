"""Reading as an office: whoever holds it today, is confirmed, and was handed its key opens what is sealed to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.people import READING_OFFICES
from candour.errors import Refused
from candour.register import office_keys as office_key_rows
from candour.register.secrets import secret as secret_of
from candour.services.confirming import is_good
from candour.services.known import name_of_holder
from candour.services.office_ports import HeldOffice

if TYPE_CHECKING:
    from candour.domain.journal import SealedContent
    from candour.domain.people import Office
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


def open_as_office(session: Session, smith: Keysmith, content: SealedContent, office: Office) -> bytes:
    """Open what was sealed to an office's reading key, be it of today or an earlier one, for who holds it today.

    Raises Refused, in a sentence that says what to do, for who does not hold the office today, waits to be
    confirmed, or was not handed its key; and where the office was no reader when the content was sealed.
    """
    require_reader(session, office)
    with session.register.read() as at:
        held = _held_for(session, at, content, office)
    return smith.open_for_office(content, held, session.keys)


def require_reader(session: Session, office: Office) -> None:
    """Raise Refused unless the signed-in person holds the office today, acting or not, and their key is good."""
    if office not in READING_OFFICES:
        raise ValueError(f"nothing is sealed to the office {office}")
    today = session.today()
    if not session.holds(office):
        with session.register.read() as at:
            name = name_of_holder(at, office, today)
        words = f"Only the {office} of today reads this"
        raise Refused(f"{words}: that is {name}." if name else f"{words}, and nobody holds that office.")
    with session.register.read() as at:
        good = is_good(at, session.keys, today)
    if not good:
        raise Refused("Your key waits to be confirmed for this office: ask another office-holder or a keeper.")


def keys_of_office(at: Connection, office: str) -> tuple[str, ...]:
    """Return the reading keys that an office ever had, the one in force first."""
    newest_first = reversed([each.reading_key for each in office_key_rows.office_keys(at, office)])
    return tuple(dict.fromkeys(newest_first))


def held_office(session: Session, at: Connection, office: str, key: str) -> HeldOffice | None:
    """Return one key of an office as the signed-in person opens it, or None where they were not handed it."""
    blob = secret_of(at, key, session.keys.reading_id)
    return None if blob is None else HeldOffice(session.register.register_id, office, key, blob)


def _held_for(session: Session, at: Connection, content: SealedContent, office: Office) -> HeldOffice:
    sealed_to = [key for key in keys_of_office(at, office) if key in content.keys]
    if not sealed_to:
        raise Refused(f"This was not sealed to the {office}: whoever wrote it can send it again, or print it.")
    held = held_office(session, at, office, sealed_to[0])
    if held is None:
        raise Refused(f"You have no key of the {office} yet: take it over under Offices, or have it handed over.")
    return held
