"""What HR sees of people: the list, and one person's file; nothing in it is sealed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.people import Office
from candour.register import people as people_rows
from candour.register import people_lists
from candour.register import rounds as round_rows
from candour.services.activity_lines import timeline
from candour.services.asked import stands_of, state_of
from candour.services.key_lines import key_lines
from candour.services.known import held_by, person_of
from candour.services.people_results import HoldingLine, PartLine, PersonFile, PersonLine, RoundLine

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.people import Person
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class PeopleList:
    """Reads the list of people for HR."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def all(self) -> tuple[PersonLine, ...]:
        """Return everybody by name, who is here first; a handful of queries however many they are."""
        self._session.require(Office.HR)
        with self._session.register.read() as at:
            lines = _lines(at, people_rows.current(at), self._session.today())
        return tuple(sorted(lines, key=lambda line: (not line.here, line.name.casefold(), line.number)))

    def one(self, person_id: str) -> PersonFile:
        """Return one person's file."""
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            person = person_of(at, person_id)
            running = round_rows.current_round(at, today)
            own = None if running is None else round_rows.in_round(at, running.round, person_id)
            return PersonFile(
                line=_lines(at, [person], today)[0],
                details=person,
                today=today,
                holdings=_holdings(at, person_id, today),
                rounds=_rounds(at, person_id),
                keys=key_lines(at, self._smith, person_id, today),
                left_on=None if person.here else people_rows.left_on(at, person_id),
                asked="" if running is None else running.round,
                due=None if own is None else own.due,
                gives_codes=Office.KEEPER in held_by(at, session.person, today),
                years=timeline(at, person_id),
            )


def _lines(at: Connection, people: list[Person], today: date) -> list[PersonLine]:
    away, keyed = people_lists.away(at, today), people_lists.with_keys(at)
    codes = people_lists.with_codes(at, today)
    offices: dict[str, list[str]] = {}
    for held in people_rows.holdings(at, today):
        offices.setdefault(held.person, []).append(held.office)
    return [
        PersonLine(
            person=each.person,
            number=each.number,
            name=each.name,
            role=each.role,
            phase=each.phase,
            here=each.here,
            away_until=away.get(each.person),
            has_key=each.person in keyed,
            code_until=codes.get(each.person) if each.here else None,
            offices=tuple(offices.get(each.person, ())),
        )
        for each in people
    ]


def _holdings(at: Connection, person_id: str, today: date) -> tuple[HoldingLine, ...]:
    return tuple(
        HoldingLine(
            held.holding,
            held.office,
            held.since,
            held.until,
            held.acting,
            over=held.until is not None and held.until < today,
        )
        for held in people_lists.holdings_of(at, person_id)
    )


def _rounds(at: Connection, person_id: str) -> tuple[RoundLine, ...]:
    lines = []
    for each in round_rows.rounds(at):
        own = round_rows.in_round(at, each.round, person_id)
        if own is None:
            continue
        stands = stands_of(at, each, person_id)
        counts = [(one, one.declared) for one in stands]
        parts = tuple(
            PartLine(one.checklist.title, one.state, None if found is None else found.signed_on)
            for one, found in counts
        )
        on_paper = any(found is not None and found.on_paper for _, found in counts)
        lines.append(RoundLine(each.round, state_of(stands), own.due, parts, on_paper=on_paper))
    return tuple(lines)
