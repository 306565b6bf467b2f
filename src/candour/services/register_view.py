"""HR's register of a round: everybody in it and how they stand; nothing in it is sealed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.people import Office
from candour.domain.register_view import Filter, LastYear, RegisterLine, RegisterView
from candour.domain.round import CheckState
from candour.register import exceptions as exception_rows
from candour.register import people as people_rows
from candour.register import people_lists, register_lists, states
from candour.register import requests as request_rows
from candour.register import rounds as round_rows
from candour.services.people_list import PERSONAL

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.round import Round
    from candour.register.reading import Connection
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
    names = [each.round for each in (found, before) if each is not None]
    signings = register_lists.first_signed(at, names, PERSONAL)
    lines = _lines(at, found, today, signings[found.round])
    view = RegisterView(found.round, found.opens, found.due, today, lines, _last(at, before, signings))
    view.count(Filter.EVERYONE)  # counted here and once, so that no page waits for it
    return view


def _last(at: Connection, before: Round | None, signings: dict[str, dict[str, date]]) -> LastYear | None:
    if before is None:
        return None
    of = len(register_lists.due_dates(at, before.round))
    return LastYear(before.opens, of, tuple(sorted(signings[before.round].values())))


def _lines(at: Connection, found: Round, today: date, first: dict[str, date]) -> tuple[RegisterLine, ...]:
    people = {each.person: each for each in people_rows.current(at) if each.here}
    away = people_lists.away(at, today)
    state = states.states(at, found.round, PERSONAL)
    signed = register_lists.in_force(at, found.round, PERSONAL)
    named = register_lists.outcomes_with_exceptions(at, found.round)
    undecided = Counter(each.person for each in exception_rows.undecided(at))
    ends = _first_ends(at, today)
    lines = []
    for person, own in register_lists.due_dates(at, found.round).items():
        if person not in people:
            continue
        known, declared = people[person], signed.get(person)
        lines.append(
            RegisterLine(
                person=person,
                number=known.number,
                name=known.name,
                role=known.role,
                phase=known.phase,
                state=state.get(person, CheckState.NOT_STARTED),
                signed_on=None if declared is None else declared.signed_on,
                due=own.due,
                open_lines=0 if declared is None else declared.open_lines,
                next_date=None if declared is None else declared.next_date,
                exceptions=() if declared is None else references_in(named.get(declared.reference, "")),
                away_until=away.get(person),
                first_signed=first.get(person),
                undecided=undecided[person],
                exception_ends=ends.get(person),
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.number)))


def _first_ends(at: Connection, today: date) -> dict[str, date]:
    """Return by person the first last day of an exception of theirs that holds."""
    ends: dict[str, date] = {}
    for each in request_rows.holding_on(at, today):
        if each.until is not None:
            ends[each.person] = min(each.until, ends.get(each.person, each.until))
    return ends
