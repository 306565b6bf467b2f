"""HR's register of a round: everybody in it and how they stand; nothing in it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.people import Office
from candour.domain.register_view import RegisterLine, RegisterView
from candour.domain.round import SIGNED
from candour.register import people as people_rows
from candour.register import people_lists, register_lists
from candour.register import rounds as round_rows
from candour.services.asked import everybody, state_of

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
        named = register_lists.outcomes_with_exceptions(at, found.round)
        stands = everybody(at, found)
        lines = [
            _line(people[person], own.due, away.get(person), stands[person], named)
            for person, own in register_lists.due_dates(at, found.round).items()
            if person in people
        ]
        return tuple(sorted(lines, key=lambda line: (line.name.casefold(), line.number)))


def _line(
    person: Person, due: date, away: date | None, stands: tuple[CheckStands, ...], named: dict[str, str]
) -> RegisterLine:
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
        away_until=away,
        school=state_of(beside) if beside else None,
    )
