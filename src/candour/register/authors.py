"""Who may have signed an entry: which keys were enrolled for whom, and which were closed, as the check goes on."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import Any, Protocol, TypeVar, get_type_hints

from candour.domain.journal import Row
from candour.domain.people import Enrolment, Invitation, KeyClosed, Person, School

RowT = TypeVar("RowT", bound=Row)


class Certificates(Protocol):
    """What the check asks of whoever knows certificates; each answers "" or one plain sentence of what is wrong."""

    def school_fault(self, school: School, author: str) -> str:
        """Say what is wrong with a school's certificates and its root's signature over the opening."""
        ...

    def enrolment_fault(self, school: School, invitation: Invitation, person: Person, enrolment: Enrolment) -> str:
        """Say what is wrong with an enrolment: its chain up to the root, its name, its signatures."""
        ...


class Authors:
    """The keys enrolled so far; `read` takes an entry's rows and returns what is wrong with them."""

    def __init__(self, certificates: Certificates) -> None:
        self._certificates = certificates
        self._school: School | None = None
        self._people: dict[str, Person] = {}
        self._invitations: dict[str, Invitation] = {}
        self._used: set[str] = set()
        self._enrolled: dict[str, Enrolment] = {}
        self._closed: dict[str, int] = {}

    def name(self, key: str) -> str:
        """Return the name of a key's person as far as it is known, else the start of the key."""
        enrolled = self._enrolled.get(key)
        person = self._people.get(enrolled.person) if enrolled else None
        return person.name if person else f"the unknown key {key[:16]}…"

    def key_fault(self, key: str, position: int) -> str:
        """Say what is wrong with a key that signed the entry at a position, once its rows are read."""
        if key not in self._enrolled:
            return "was signed with a key that nobody had enrolled"
        if self._closed.get(key, position) < position:
            return f"was signed with a key that entry {self._closed[key]} had closed"
        return ""

    def read(self, rows: list[dict[str, Any]], author: str, position: int) -> list[str]:
        """Take in an entry's rows (plain values), and return what is wrong with the enrolments among them."""
        faults = []
        for said in sorted(rows, key=lambda row: _ORDER.get(str(row["row"]), 0)):
            row_class = _CLASSES.get(str(said["row"]))
            if row_class is None:
                continue
            try:
                row = _row_of(row_class, said)
            except (TypeError, ValueError):
                continue  # no row of ours: the entry's own commitment already differs
            faults.append(self._take(row, author, position))
        return [fault for fault in faults if fault]

    def _take(self, row: Row, author: str, position: int) -> str:
        if isinstance(row, School):
            self._school = row
            return self._certificates.school_fault(row, author)
        if isinstance(row, Person):
            self._people[row.person] = row
        elif isinstance(row, Invitation):
            self._invitations[row.invitation] = row
        elif isinstance(row, Enrolment):
            return self._enrol(row)
        elif isinstance(row, KeyClosed):
            self._closed.setdefault(row.key, position)
        return ""

    def _enrol(self, row: Enrolment) -> str:
        invitation, person = self._invitations.get(row.invitation), self._people.get(row.person)
        used = row.invitation in self._used
        self._used.add(row.invitation)
        self._enrolled.setdefault(row.key, row)
        if self._school is None or invitation is None or person is None or invitation.person != row.person:
            return "enrols a key without an invitation of that person"
        if used:
            return f"enrols a second key with one invitation of {person.name}"
        return self._certificates.enrolment_fault(self._school, invitation, person, row)


_CLASSES: dict[str, type[Row]] = {c.__name__: c for c in (School, Person, Invitation, Enrolment, KeyClosed)}
_ORDER = {name: number for number, name in enumerate(_CLASSES)}
_HINTS = {row_class: get_type_hints(row_class) for row_class in _CLASSES.values()}


def _row_of(row_class: type[RowT], said: dict[str, Any]) -> RowT:
    hints = _HINTS[row_class]
    return row_class(**{f.name: _value(hints[f.name], said[f.name]) for f in fields(row_class)})


def _value(kind: object, value: Any) -> Any:
    if kind is bytes:
        return bytes.fromhex(value)
    return date.fromisoformat(value) if kind is date else value
