"""The names for the sign-in page, read in a few milliseconds: sqlcipher3 alone, since SQLAlchemy takes longer."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from candour.domain.people import Contact, Office
from candour.register.connection import keyed, refuse_old_sqlite
from candour.register.troubles import in_plain_words

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class SignInName:
    """One line of the list: the person's opaque id, name and staff number."""

    person: str
    name: str
    number: str


@dataclass(frozen=True)
class SignInNames:
    """What the sign-in page shows before anybody has signed in; `hr` is whom to ask for a new code ("" if none)."""

    school: str
    people: tuple[SignInName, ...]
    hr: str
    contacts: tuple[Contact, ...]


_SCHOOL = "SELECT name FROM school ORDER BY row_id DESC LIMIT 1"
_NEWEST = "NOT EXISTS (SELECT 1 FROM {0} l WHERE l.{1} = t.{1} AND l.row_id > t.row_id)"
_PEOPLE = (
    f"SELECT person, name, number FROM person t WHERE here AND {_NEWEST.format('person', 'person')} "  # noqa: S608
    "ORDER BY name COLLATE NOCASE, number"
)
_HR = (
    "SELECT p.name FROM holding t JOIN person p ON p.person = t.person "  # noqa: S608 - no value of anybody's
    f"WHERE t.office = ? AND {_NEWEST.format('holding', 'holding')} "
    "AND t.since <= date('now') AND (t.until IS NULL OR t.until >= date('now')) "
    "ORDER BY t.row_id DESC, p.row_id DESC LIMIT 1"
)
_CONTACTS = (
    f"SELECT office, name, room, phone FROM contact t WHERE {_NEWEST.format('contact', 'office')} "  # noqa: S608
    "AND name <> '' ORDER BY row_id"
)


def read_names(path: Path, key: bytes) -> SignInNames:
    """Return who may sign in, read-only: everybody who is here, by name.

    Raises Refused for a wrong key, Trouble when the file cannot be read.
    """
    refuse_old_sqlite()
    with in_plain_words(), closing(keyed(path, key, "ro")) as connection:
        return SignInNames(
            school=_first(connection, _SCHOOL),
            people=tuple(SignInName(*row) for row in connection.execute(_PEOPLE)),
            hr=_first(connection, _HR, Office.HR.value),
            contacts=tuple(Contact(*row) for row in connection.execute(_CONTACTS)),
        )


def _first(connection: Any, query: str, *values: str) -> str:
    found = connection.execute(query, values).fetchone()
    return str(found[0]) if found else ""
