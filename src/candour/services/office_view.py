"""How an office stands: who holds it or is going to, who reads with its key, and what whoever looks can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.confirmation import KeyState
from candour.domain.people import CONFIRMED_OFFICES, READING_OFFICES, Office
from candour.register import keys as key_rows
from candour.register import office_keys as office_key_rows
from candour.register import people_lists
from candour.register.secrets import purposes
from candour.services.confirming import is_good, state_of
from candour.services.held_lines import day_of
from candour.services.known import person_of
from candour.services.office_reading import keys_of_office
from candour.services.office_results import OfficeHolder, OfficeLine

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.people import Enrolment, Holding
    from candour.register.reading import Connection
    from candour.services.session import Session

OFFICE_PEOPLE = (*CONFIRMED_OFFICES, Office.DEPUTY_LEAD, Office.HR)
"""Who sees how the offices stand."""


def holders_of(at: Connection, office: str, on: date) -> list[Holding]:
    """Return who holds an office on a day or is going to, as it now stands."""
    found = people_lists.holdings_of_office(at, office)
    return [held for held in found if held.until is None or held.until >= on]


def newest_key(at: Connection, person: str) -> Enrolment | None:
    """Return the newest key of a person that is not closed, or None."""
    open_keys = key_rows.open_keys(at, person)
    return open_keys[-1] if open_keys else None


def receivers(session: Session, at: Connection, office: str) -> dict[str, str]:
    """Return who could be handed an office's key just now and reads with it not yet: reading keys by person."""
    able: dict[str, str] = {}
    sealed_to = _sealed_to(at, office)
    for held in holders_of(at, office, session.today()):
        key = newest_key(at, held.person)
        if key is None or held.person == session.person or key.reading_key in sealed_to:
            continue
        if state_of(at, key, session.today()) is KeyState.GOOD:
            able[held.person] = key.reading_key
    return able


def office_line(session: Session, at: Connection, office: Office) -> OfficeLine:
    """Return one office as it stands for whoever looks."""
    today = session.today()
    held = holders_of(at, office, today)
    sealed_to = _sealed_to(at, office)
    holds = [each for each in held if each.person == session.person and each.since <= today]
    reads = session.keys.reading_id in sealed_to
    first = office_key_rows.entry_of_office_key(at, office)
    ready = bool(holds) and first is not None and is_good(at, session.keys, today)
    able = receivers(session, at, office) if ready and reads else {}
    return OfficeLine(
        office=office,
        holders=tuple(_holder(session, at, each, sealed_to) for each in held),
        reads_since=None if first is None else day_of(first.received, session.clock().tzinfo),
        receivers=tuple((person, person_of(at, person).name) for person in able),
        takes_over=ready and not reads,
        renews=ready and reads and any(not each.acting for each in holds),
        past=_past(at, office, [each.person for each in held]) if first is not None else (),
    )


def _holder(session: Session, at: Connection, held: Holding, sealed_to: set[str]) -> OfficeHolder:
    today, key = session.today(), newest_key(at, held.person)
    confirmed = held.office not in CONFIRMED_OFFICES or key is None or state_of(at, key, today) is KeyState.GOOD
    return OfficeHolder(
        person=held.person,
        name=person_of(at, held.person).name,
        since=held.since,
        until=held.until,
        acting=held.acting,
        coming=held.since > today,
        waits=not confirmed,
        keyed=key is not None,
        reads=held.office in READING_OFFICES and key is not None and key.reading_key in sealed_to,
        me=held.person == session.person,
    )


def _sealed_to(at: Connection, office: str) -> set[str]:
    """Return the reading keys to which the key in force of an office is sealed."""
    keys = keys_of_office(at, office)
    return set(purposes(at, keys[0])) if keys else set()


def _past(at: Connection, office: str, holders: list[str]) -> tuple[str, ...]:
    in_force = keys_of_office(at, office)[0]
    once = [each.holder for each in office_key_rows.office_keys(at, office) if each.reading_key == in_force]
    return tuple(person_of(at, each).name for each in dict.fromkeys(once) if each not in holders)
