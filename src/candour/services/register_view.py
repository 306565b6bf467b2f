"""HR's register of a round: everybody in it and how they stand; nothing in it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.people import Office
from candour.domain.register_view import RegisterLine, RegisterView
from candour.domain.reminding import is_school_day
from candour.domain.round import CheckState
from candour.register import people as people_rows
from candour.register import people_lists, register_lists, reminders, states
from candour.register import rounds as round_rows
from candour.services.people_list import PERSONAL

if TYPE_CHECKING:
    from candour.domain.round import Round
    from candour.register.reading import Connection
    from candour.services.session import Session


class RegisterReading:
    """Reads the register of a round for HR."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def current(self) -> RegisterView | None:
        """Return the running round, else the newest one that has opened; None before the first.

        A handful of queries however many people there are.
        """
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            opened = [each for each in round_rows.rounds(at) if each.opens <= today]
            found = round_rows.current_round(at, today) or max(opened, key=lambda r: r.year, default=None)
            if found is None:
                return None
            school_day = is_school_day(today, reminders.holidays(at))
            return RegisterView(found.round, found.opens, found.due, today, self.lines(at, found), school_day)

    def lines(self, at: Connection, found: Round) -> tuple[RegisterLine, ...]:
        """Return everybody in a round who is here, by name; a service reads them in its own transaction."""
        people = {each.person: each for each in people_rows.current(at) if each.here}
        away = people_lists.away(at, self._session.today())
        state = states.states(at, found.round, PERSONAL)
        signed = register_lists.in_force(at, found.round, PERSONAL)
        named = register_lists.outcomes_with_exceptions(at, found.round)
        reminded = reminders.of_round(at, found.round)
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
                    reminders=len(reminded.get(person, ())),
                    reminded_on=max(reminded.get(person, ()), default=None),
                    on_paper=declared is not None and declared.on_paper,
                )
            )
        return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.number)))
