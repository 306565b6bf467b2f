"""HR reads the journal in plain words: a page at a time, sought by name, group and day, counted, saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from candour.domain.activity import A_PAGE, ActivityPage, Group
from candour.domain.activity_words import KINDS, NAMELESS, kinds_of
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import activity as shown
from candour.register.activity import Wanted
from candour.register.journal import as_time
from candour.services.activity_lines import DELETED, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from candour.domain.activity import ActivityLine, Sought
    from candour.register.reading import Connection
    from candour.services.ports import Documents
    from candour.services.session import Session

AT_ONCE = 2_000
"""How many lines a saved table reads and writes at once."""

MOST_NAMES = 10_000
"""How many people a search takes: fewer than a database takes values in one query."""


class Activity:
    """Reads the entries that are not confidential, for HR alone: beside names stand outcomes and exceptions."""

    def __init__(self, session: Session, documents: Documents) -> None:
        self._session = session
        self._documents = documents

    def page(self, sought: Sought, after: str = "") -> ActivityPage:
        """Return the newest lines that are sought, or those that follow a page's `last`."""
        return self._page(sought, after, A_PAGE)

    def counts(self, sought: Sought) -> dict[Group, int]:
        """Return how many lines of each group are sought, whichever group is chosen."""
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            found = shown.counts(at, _wanted(at, replace(sought, group=None)))
        counted = dict.fromkeys(Group, 0)
        for kind, count in found.items():
            counted[KINDS[kind].group] += count
        return counted

    def today(self) -> date:
        """Return today's date where this computer stands."""
        return self._session.today()

    def name_of(self, person: str) -> str:
        """Return the name of somebody whose activity is sought."""
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            return shown.names(at, (person,)).get(person, DELETED)

    def save(self, sought: Sought, target: Path, wanted: Callable[[], bool] = lambda: True) -> None:
        """Write all that is sought as a table, CSV or XLSX by the file's ending, a part at a time.

        It is written aside until it is whole; where it is `wanted` no more nothing is left of it.
        """
        self._documents.activity_table(self._lines(sought), target, wanted)

    def _lines(self, sought: Sought) -> Iterator[ActivityLine]:
        page = self._page(sought, "", AT_ONCE)
        yield from page.lines
        while page.last:
            page = self._page(sought, page.last, AT_ONCE)
            yield from page.lines

    def _page(self, sought: Sought, after: str, limit: int) -> ActivityPage:
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            found = shown.page(at, _wanted(at, sought), after, limit + 1)
            lines = lines_of(at, found[:limit])
        return ActivityPage(tuple(lines), found[limit - 1].uuid if len(found) > limit else "")


def _wanted(at: Connection, sought: Sought) -> Wanted:
    return Wanted(
        kinds=kinds_of(sought.group),
        people=_people(at, sought),
        nameless=NAMELESS,
        since="" if sought.since is None else _begins(sought.since),
        until="" if sought.until is None else _begins(sought.until + timedelta(days=1)),
    )


def _people(at: Connection, sought: Sought) -> tuple[str, ...] | None:
    """Return whom a search is about: who has every word in their name, small and capital letters alike."""
    words = sought.text.casefold().split()
    if not words:
        return (sought.person,) if sought.person else None
    known = shown.names(at, (sought.person,) if sought.person else None)
    found = tuple(each for each, name in known.items() if all(word in name.casefold() for word in words))
    if len(found) > MOST_NAMES:
        raise Refused("Many people have that in their name: type more of it.")
    return found


def _begins(day: date) -> str:
    """Return when a day begins on this computer, as the journal writes times."""
    return as_time(datetime.combine(day, time()).astimezone())
