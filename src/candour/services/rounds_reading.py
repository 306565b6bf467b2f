"""What HR sees of rounds and of the policy: all of them, a new one to open, one to change."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from candour.domain.people import Office
from candour.domain.round import SIGNED
from candour.domain.round_dates import Proposed, joiner_due, proposed, review_of
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import people_lists
from candour.register import rounds as round_rows
from candour.services.asked import states_in
from candour.services.known import held_by, pack_from, pack_in_force, pack_of
from candour.services.round_results import ChangeGround, Member, PackCard, RoundCard, RoundsView, StartGround

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from candour.domain.people import Person
    from candour.domain.round import PackAdopted, Round
    from candour.register.reading import Connection
    from candour.services.session import Session

SLIPS_BEFORE = timedelta(days=14)
"""How long before a check opens its slips are made: a code is good for 30 days."""


class RoundsReading:
    """Reads rounds and policy for HR."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def view(self) -> RoundsView:
        """Return every round and the policy as they stand."""
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            here = _here(at)
            found, current = round_rows.rounds(at), round_rows.current_round(at, today)
            newest = pack_card(pack_in_force(at))
            running = None if current is None else _card(at, current, here)
            coming = [each for each in found if each.opens > today]
            pack = newest if running is None else running.pack
            without = _without_keys(at, today, here)
            review = review_of(pack.review_due)
            return RoundsView(
                today=today,
                running=running,
                coming=tuple(_card(at, each, here) for each in reversed(coming)),
                earlier=tuple(_card(at, each, here) for each in found if each.opens <= today and each != current),
                pack=pack,
                next_pack=newest if newest.pack != pack.pack else None,
                review=review if review is not None and review.near(today) else None,
                need_codes=len(without),
                unused=len(without & set(people_lists.with_codes(at, today))),
                gives_codes=Office.KEEPER in held_by(at, session.person, today),
                slips_from=_slips_from(coming, today),
            )

    def start(self) -> StartGround:
        """Return what this year's round can be opened with, proposed from last year's."""
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            found = round_rows.rounds(at)
            last = max(found, key=lambda each: each.year, default=None)
            days = None if last is None else Proposed(last.year, last.opens, last.due)
            people = _members(_here(at).values())
            names = tuple(each.round for each in found)
            pack = pack_card(pack_in_force(at))
        return StartGround(today, proposed(days, today), "" if last is None else last.round, people, pack, names)

    def change(self, name: str) -> ChangeGround:
        """Return what of a round can be changed."""
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            found = round_rows.round_named(at, name)
            if found is None:
                raise Refused(f"There is no check called {name}: choose one of the list.")
            here = _here(at)
            inside = {each.person for each in round_rows.members(at, name)}
            card = _card(at, found, here)
        outside = _members(person for person in here.values() if person.person not in inside)
        return ChangeGround(today, card, card.of - card.signed, outside, joiner_due(found.due, today))


def pack_card(adopted: PackAdopted) -> PackCard:
    """Return a pack as the pages show it."""
    pack = pack_from(adopted.text)
    asked = sum(q.asked_when is None for c in pack.checklists for q in c.questions)
    return PackCard(
        adopted.pack,
        pack.title,
        pack.policy_date,
        pack.review_due,
        pack.written_by,
        len(pack.points),
        asked,
        adopted.document_name if adopted.document else "",
    )


def people_without_keys(at: Connection, today: date) -> tuple[str, ...]:
    """Return who is here, is to sign in a round that runs or opens soon, and has no key to sign in with."""
    return tuple(sorted(_without_keys(at, today, _here(at))))


def _here(at: Connection) -> dict[str, Person]:
    return {each.person: each for each in people_rows.current(at) if each.here}


def _members(people: Iterable[Person]) -> tuple[Member, ...]:
    found = (Member(each.person, each.name, each.number, each.role) for each in people)
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.number)))


def _card(at: Connection, found: Round, here: dict[str, Person]) -> RoundCard:
    stands = states_in(at, found)
    counted = [state for person, state in stands.items() if person in here]
    return RoundCard(
        found.round,
        found.opens,
        found.due,
        sum(state in SIGNED for state in counted),
        len(counted),
        len(round_rows.kept_out(at, found.round) & set(here)),
        pack_card(pack_of(at, found.pack)),
    )


def _without_keys(at: Connection, today: date, here: dict[str, Person]) -> set[str]:
    keyed, wanted = people_lists.with_keys(at), set[str]()
    current = round_rows.current_round(at, today)
    soon = [each for each in round_rows.rounds(at) if today < each.opens <= today + SLIPS_BEFORE]
    for each in (*soon, *([current] if current else ())):
        stands = states_in(at, each)
        wanted |= {person for person, state in stands.items() if state not in SIGNED}
    return (wanted & set(here)) - keyed


def _slips_from(coming: list[Round], today: date) -> date | None:
    """Return from which day on slips for the next check to come are made; None where that is now, or never."""
    first = min((each.opens for each in coming), default=None)
    if first is None or first <= today + SLIPS_BEFORE:
        return None
    return first - SLIPS_BEFORE
