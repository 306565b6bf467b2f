"""HR's term dates: the days on which the school is closed, and nobody is reminded."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.reminding import Holiday, school_years
from candour.errors import Refused
from candour.register import reminders
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.reminder_paper import ReadHoliday
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Documents
    from candour.services.session import Session

LONGEST = timedelta(days=70)
"""A summer holiday is shorter; what is longer is a slip of the pen that would stop all reminding."""


@dataclass(frozen=True)
class HolidayGround:
    """The holidays of this school year and the next, earliest first; `until` is the last day of the two."""

    today: date
    since: date
    until: date
    holidays: tuple[Holiday, ...]


class Holidays:
    """The days on which the school is closed: each change is one entry, and nothing is overwritten."""

    def __init__(self, session: Session, documents: Documents) -> None:
        self._session = session
        self._documents = documents

    def ground(self) -> HolidayGround:
        """Return the holidays of this school year and the next."""
        session = self._session
        session.require(Office.HR)
        since, until = school_years(session.today())
        with session.register.read() as at:
            found = [each for each in reminders.holidays(at) if each.last >= since and each.first <= until]
        return HolidayGround(session.today(), since, until, tuple(found))

    def add(self, name: str, first: date, last: date) -> None:
        """Add one; raises Refused for days that cannot stand."""
        self.add_all([(name, first, last)])

    def add_all(self, new: Sequence[tuple[str, date, date]]) -> int:
        """Add several as one entry and return how many; those that stand already are not added again."""
        self._session.require(Office.HR)
        made = [_checked(Holiday(new_id(), name, first, last, removed=False)) for name, first, last in new]

        def act(writer: Writer) -> Act:
            standing = {_days(each) for each in reminders.holidays(writer.at)}
            rows = tuple({_days(each): each for each in made if _days(each) not in standing}.values())
            if not rows:
                raise Refused("These days stand in the list already.")
            added.extend(rows)
            return Act("holidays added", self._session.register.school_id, rows)

        added: list[Holiday] = []
        self._session.record(act)
        return len(added)

    def change(self, holiday: str, name: str, first: date, last: date) -> None:
        """Give one another name or other days."""
        self._session.require(Office.HR)

        def act(writer: Writer) -> Act:
            row = _checked(replace(_standing(writer.at, holiday), name=name, first=first, last=last))
            return Act("holiday changed", holiday, (row,))

        self._session.record(act)

    def remove(self, holiday: str) -> None:
        """Take one away."""
        self._session.require(Office.HR)

        def act(writer: Writer) -> Act:
            return Act("holiday taken away", holiday, (replace(_standing(writer.at, holiday), removed=True),))

        self._session.record(act)

    def read(self, content: bytes) -> tuple[ReadHoliday, ...]:
        """Return the whole days of a calendar file that lie in this school year or the next and may be added."""
        ground = self.ground()
        standing = {(each.first, each.last) for each in ground.holidays}
        found = self._documents.holidays_in(content)
        new = tuple(
            each
            for each in found
            if each.last >= ground.since
            and each.first <= ground.until
            and each.last - each.first <= LONGEST
            and (each.first, each.last) not in standing
        )
        if not new:
            raise Refused("This file names no whole days of these two school years that are not in the list.")
        return new


def _standing(at: Connection, holiday: str) -> Holiday:
    found = reminders.holiday(at, holiday)
    if found is None:
        raise Refused("This holiday was taken away meanwhile.")
    return found


def _days(holiday: Holiday) -> tuple[date, date]:
    return holiday.first, holiday.last


def _checked(holiday: Holiday) -> Holiday:
    name = " ".join(holiday.name.split())
    if not name:
        raise Refused("Give the holiday a name.")
    if holiday.last < holiday.first:
        raise Refused("The last day is not before the first.")
    if holiday.last - holiday.first > LONGEST:
        raise Refused("A holiday lasts ten weeks at most: look at its days again.")
    return replace(holiday, name=name)
