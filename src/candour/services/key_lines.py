"""A person's keys in words: when each was made, who invited, and what it is good for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.register import keys as key_rows
from candour.services.confirming import state_of
from candour.services.known import inviter_of
from candour.services.results import KeyLine

if TYPE_CHECKING:
    from datetime import date

    from candour.register.reading import Connection
    from candour.services.ports import Keysmith


def key_lines(at: Connection, smith: Keysmith, person: str, on: date) -> tuple[KeyLine, ...]:
    """Return every key of a person, oldest first, as it stands on a day."""
    return tuple(
        KeyLine(each.made_on, inviter_of(at, each), state_of(at, each, on), smith.six_words(each.key))
        for each in key_rows.enrolments(at, person)
    )
