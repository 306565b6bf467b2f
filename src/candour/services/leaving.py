"""What it means that people leave: their last day is kept, their keys are closed, their codes end."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candour.domain.people import KeyClosed, Left
from candour.register import keys as key_rows
from candour.services.sign_in import AUTHORITY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from candour.domain.journal import Row
    from candour.domain.people import Person
    from candour.register.engine import Writer
    from candour.register.reading import Connection


def leaving_rows(at: Connection, people: Iterable[Person], on: date) -> tuple[Row, ...]:
    """Return the rows by which people leave: gone from the list, their last day, every open key closed."""
    rows: list[Row] = []
    for person in people:
        rows += [replace(person, here=False), Left(person.person, on)]
        rows += [KeyClosed(each.key, person.person, "left") for each in key_rows.open_keys(at, person.person)]
    return tuple(rows)


def drop_codes(writer: Writer, people: Iterable[Person], today: date) -> None:
    """Destroy the authorities of codes that nobody used; the slots that they opened then lead to nothing."""
    for person in people:
        for invitation in key_rows.open_invitations(writer.at, person.person, today):
            writer.drop_secret(invitation.invitation, AUTHORITY)
