"""Everyone in one sitting: who has not signed yet, and how many have, read while nobody is signed in."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.people import Office
from candour.domain.round import SIGNED
from candour.register import people as people_rows
from candour.register import people_lists
from candour.register import rounds as round_rows
from candour.services.asked import states_in
from candour.services.results import Named

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.people import Person
    from candour.register.engine import Register
    from candour.services.ports import Clock
    from candour.services.session import Session

MAY_START = (Office.HR, Office.HEADTEACHER)


@dataclass(frozen=True)
class SittingNow:
    """A sitting as it stands: who has not signed yet, by name, and how many have of all in the check.

    `without_way_in` is how many of those who have not signed have neither a code nor a key.
    """

    school: str
    round: str
    names: tuple[Named, ...]
    signed: int
    of: int
    without_way_in: int = 0


class Sitting:
    """Reads the open rows of the running check with the register's key alone, which it keeps as long as it lasts.

    No key of anybody's is in it, so it goes on after whoever started it has locked.
    """

    def __init__(self, session: Session, open_register: Callable[[bytes], Register]) -> None:
        """Take what a sitting needs from its starter's session; raises Refused for whoever may not start one."""
        session.require(*MAY_START)
        self._open = open_register
        self._key = session.slot.register_key
        self._clock: Clock = session.clock

    def now(self) -> SittingNow | None:
        """Return how the running check stands; None while no check is open."""
        register = self._open(self._key)
        try:
            return self._read(register)
        finally:
            register.close()

    def _read(self, register: Register) -> SittingNow | None:
        with register.read() as at:
            today = self._clock().date()
            running = round_rows.current_round(at, today)
            school = people_rows.school(at)
            if running is None or school is None:
                return None
            here = {each.person: each for each in people_rows.current(at) if each.here}
            stands = states_in(at, running)
            way_in = people_lists.with_keys(at) | set(people_lists.with_codes(at, today))
        theirs = {person: state for person, state in stands.items() if person in here}
        waiting = [here[person] for person, state in theirs.items() if state not in SIGNED]
        return SittingNow(
            school=school.name,
            round=running.round,
            names=_named(waiting),
            signed=len(theirs) - len(waiting),
            of=len(theirs),
            without_way_in=sum(each.person not in way_in for each in waiting),
        )


def _named(people: list[Person]) -> tuple[Named, ...]:
    """Return people by name, with the staff number where two share one; signing in looks up the number."""
    times = Counter(each.name for each in people)
    ordered = sorted(people, key=lambda each: (each.name.casefold(), each.number))
    return tuple(
        Named(each.number, f"{each.name} ({each.number})" if times[each.name] > 1 else each.name)
        for each in ordered
    )
