"""HR's register of a round: everybody in it and how they stand; nothing in it is sealed."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.people import Office
from candour.domain.register_view import Filter, LastYear, RegisterLine, RegisterView
from candour.domain.reminding import is_school_day
from candour.domain.round import SIGNED
from candour.register import exceptions as exception_rows
from candour.register import people as people_rows
from candour.register import people_lists, register_lists, reminders
from candour.register import requests as request_rows
from candour.register import rounds as round_rows
from candour.services.asked import everybody, first_signed, state_of

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.people import Person
    from candour.domain.round import Round
    from candour.register.reading import Connection
    from candour.services.asked import CheckStands
    from candour.services.session import Session


class RegisterReading:
    """Reads the register of a round for HR."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self) -> RegisterView | None:
        """Return the running round, else the newest one that has opened; None before the first."""
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            return view_of(at, self._session.today())


def view_of(at: Connection, today: date) -> RegisterView | None:
    """Return how the newest check that has opened stands; a handful of queries however many people there are."""
    rounds = round_rows.rounds(at)
    found = next((each for each in rounds if each.opens <= today), None)
    if found is None:
        return None
    before = next((each for each in rounds if each.opens < found.opens), None)
    view = RegisterView(
        found.round,
        found.opens,
        found.due,
        today,
        lines_of(at, found, today),
        school_day=is_school_day(today, reminders.holidays(at)),
        last_year=_last(at, before),
    )
    _ = view.count(Filter.EVERYONE), view.to_remind  # found here and once, so that no page waits for it
    return view


def _last(at: Connection, before: Round | None) -> LastYear | None:
    if before is None:
        return None
    stands = everybody(at, before)
    return LastYear(before.opens, len(stands), tuple(sorted(first_signed(at, before, stands).values())))


def lines_of(at: Connection, found: Round, today: date) -> tuple[RegisterLine, ...]:
    """Return everybody in a round who is here, by name."""
    people = {each.person: each for each in people_rows.current(at) if each.here}
    away = people_lists.away(at, today)
    reminded = reminders.of_round(at, found.round)
    named = register_lists.outcomes_with_exceptions(at, found.round)
    undecided = Counter(each.person for each in exception_rows.undecided(at))
    ends, stands = _first_ends(at, today), everybody(at, found)
    first = first_signed(at, found, stands)
    lines = [
        replace(
            _line(people[person], own.due, stands[person], named),
            away_until=away.get(person),
            reminders=len(reminded.get(person, ())),
            reminded_on=max(reminded.get(person, ()), default=None),
            first_signed=first.get(person),
            undecided=undecided[person],
            exception_ends=ends.get(person),
        )
        for person, own in register_lists.due_dates(at, found.round).items()
        if person in people
    ]
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.number)))


def _line(person: Person, due: date, stands: tuple[CheckStands, ...], named: dict[str, str]) -> RegisterLine:
    signed = [each.declared for each in stands if each.declared is not None]
    beside = [each for each in stands if not each.checklist.everyones]
    state = state_of(stands)
    return RegisterLine(
        person=person.person,
        number=person.number,
        name=person.name,
        role=person.role,
        phase=person.phase,
        state=state,
        signed_on=max(each.signed_on for each in signed) if state in SIGNED else None,
        due=due,
        open_lines=sum(each.open_lines for each in signed),
        next_date=min((each.next_date for each in signed if each.next_date is not None), default=None),
        exceptions=references_in(" ".join(named.get(each.reference, "") for each in signed)),
        away_until=None,
        on_paper=any(each.on_paper for each in signed),
        school=state_of(beside) if beside else None,
    )


def _first_ends(at: Connection, today: date) -> dict[str, date]:
    """Return by person the first last day of an exception of theirs that holds."""
    ends: dict[str, date] = {}
    for each in request_rows.holding_on(at, today):
        if each.until is not None:
            ends[each.person] = min(each.until, ends.get(each.person, each.until))
    return ends
