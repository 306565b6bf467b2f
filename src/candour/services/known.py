"""What a service may take for granted of a register that stands: its school, a person named by id, a key."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from candour.domain.pack_file import read_pack
from candour.register import declarations as declaration_rows
from candour.register import keys as key_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.people import Enrolment, Person, School
    from candour.domain.policy import Pack
    from candour.domain.round import Declared, PackAdopted, Round
    from candour.register.reading import Connection

RowT = TypeVar("RowT")

pack_from = lru_cache(maxsize=4)(read_pack)
"""A pack read once for each text: it is asked for at every Continue, and its hash makes it immutable."""


def school_of(at: Connection) -> School:
    """Return the school; LookupError for a register in which none was opened, which is a bug."""
    return _there(people_rows.school(at), "school")


def person_of(at: Connection, person: str) -> Person:
    """Return a person by opaque id; LookupError for one that was never added, which is a bug."""
    return _there(people_rows.person(at, person), "person")


def enrolment_of(at: Connection, key: str) -> Enrolment:
    """Return the enrolment of a key; LookupError for a key that was never enrolled, which is a bug."""
    return _there(key_rows.enrolment_of_key(at, key), "enrolment")


def name_of_holder(at: Connection, office: str, on: date) -> str:
    """Return the name of whoever holds an office on that day, "" where nobody does."""
    holder = people_rows.holder(at, office, on)
    return "" if holder is None else holder.name


def pack_of(at: Connection, pack: str) -> PackAdopted:
    """Return an adopted pack by its hash; LookupError for one that the school never took, which is a bug."""
    return _there(round_rows.pack(at, pack), "pack")


def round_of(at: Connection, name: str) -> Round:
    """Return a round by its name; LookupError for one that was never opened, which is a bug."""
    return _there(round_rows.round_named(at, name), "round")


def pack_of_round(at: Connection, round_: Round) -> Pack:
    """Return the pack of a round, read."""
    return pack_from(pack_of(at, round_.pack).text)


def pack_in_force(at: Connection) -> PackAdopted:
    """Return the newest pack that the school took into force; every school opens with one."""
    return _there(round_rows.adopted(at), "pack")


def declaration_of(at: Connection, reference: str) -> Declared:
    """Return a declaration by reference; LookupError for one that was never signed, which is a bug."""
    return _there(declaration_rows.declaration(at, reference), "declaration")


def inviter_of(at: Connection, enrolment: Enrolment) -> str:
    """Return the name of whoever invited the person to make these keys."""
    invitation = _there(key_rows.invitation(at, enrolment.invitation), "invitation")
    return person_of(at, invitation.invited_by).name


def held_by(at: Connection, person: str, on: date) -> tuple[str, ...]:
    """Return the offices that a person holds on that day."""
    return tuple(h.office for h in people_rows.holdings(at, on) if h.person == person)


def _there(row: RowT | None, what: str) -> RowT:
    if row is None:
        raise LookupError(f"the register has no such {what}")
    return row
