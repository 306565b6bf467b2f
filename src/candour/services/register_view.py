"""HR's register of a round: everybody in it and how they stand; nothing in it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.people import Office
from candour.domain.register_view import RegisterLine, RegisterView
from candour.domain.round import CheckState
from candour.register import people as people_rows
from candour.register import people_lists, register_lists, states
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
            return RegisterView(found.round, found.opens, found.due, today, self._lines(at, found))

    def _lines(self, at: Connection, found: Round) -> tuple[RegisterLine, ...]:
        people = {each.person: each for each in people_rows.current(at) if each.here}
        away = people_lists.away(at, self._session.today())
        state = states.states(at, found.round, PERSONAL)
        signed = register_lists.in_force(at, found.round, PERSONAL)
        named = register_lists.outcomes_with_exceptions(at, found.round)
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
                    on_paper=declared is not None and declared.on_paper,
                )
            )
        return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.number)))
