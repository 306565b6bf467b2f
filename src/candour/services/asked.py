"""What everybody is asked in a round, and how that stands: the one place where "signed" is made up of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.round import SIGNED, together
from candour.register import declarations as declaration_rows
from candour.register import register_lists, states
from candour.register import rounds as round_rows
from candour.register.posting import posting, posts
from candour.services.known import pack_of_round

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from candour.domain.policy import Checklist, Pack
    from candour.domain.round import CheckState, Round
    from candour.register.reading import Connection
    from candour.register.signed import InForce


@dataclass(frozen=True)
class CheckStands:
    """One checklist that somebody is asked, as HR may see it, with what counts of it once it is signed."""

    checklist: Checklist
    state: CheckState
    declared: InForce | None


def asked_of(at: Connection, round_: Round, pack: Pack, person: str) -> tuple[Checklist, ...]:
    """Return what one person is asked in a round, everybody's checklists first."""
    if posts(at, round_, person):
        return pack.asked_of(posts=True)
    beside = [each.id for each in pack.checklists if not each.everyones]
    signed = [each for each in beside if declaration_rows.latest(at, person, round_.round, each) is not None]
    return pack.asked_of(posts=False, signed=signed)


def left_to_sign(at: Connection, round_: Round, person: str) -> tuple[Checklist, ...]:
    """Return what one person is asked in a round and has not signed; nothing where they are not in it."""
    if round_rows.in_round(at, round_.round, person) is None:
        return ()
    return tuple(each.checklist for each in stands_of(at, round_, person) if each.state not in SIGNED)


def everybody(at: Connection, round_: Round) -> dict[str, tuple[CheckStands, ...]]:
    """Return how everybody in a round stands in each checklist that they are asked, by person id.

    A handful of queries for each checklist, however many people there are.
    """
    pack = pack_of_round(at, round_)
    signed = {each.id: register_lists.in_force(at, round_.round, each.id) for each in pack.checklists}
    post = posting(at, round_)
    beside = post.union(*(signed[each.id] for each in pack.checklists if not each.everyones))
    state = {
        each.id: states.states(at, round_.round, each.id, () if each.everyones else beside)
        for each in pack.checklists
        if each.everyones or beside
    }
    found = {}
    for person in register_lists.due_dates(at, round_.round):
        own = {each for each, declared in signed.items() if person in declared} if person in beside else ()
        asked = pack.asked_of(posts=person in post, signed=own)
        found[person] = tuple(CheckStands(one, state[one.id][person], signed[one.id].get(person)) for one in asked)
    return found


def stands_of(at: Connection, round_: Round, person: str) -> tuple[CheckStands, ...]:
    """Return how one person stands in each checklist that they are asked in a round that they are in."""
    return tuple(
        CheckStands(
            each,
            states.states(at, round_.round, each.id, {person})[person],
            register_lists.in_force(at, round_.round, each.id, person).get(person),
        )
        for each in asked_of(at, round_, pack_of_round(at, round_), person)
    )


def first_signed(at: Connection, round_: Round, stands: Mapping[str, tuple[CheckStands, ...]]) -> dict[str, date]:
    """Return when everybody in a round had signed all that they are asked for the first time; `stands`: of all."""
    checklists = {each.checklist.id for own in stands.values() for each in own}
    days = {each: register_lists.first_signed(at, round_.round, each) for each in checklists}
    found = {}
    for person, own in stands.items():
        signed = [days[each.checklist.id].get(person) for each in own]
        first = [day for day in signed if day is not None]
        if first and len(first) == len(signed):
            found[person] = max(first)
    return found


def all_signed(at: Connection, round_: Round) -> set[str]:
    """Return who in a round has signed all that they are asked, by person id."""
    return {person for person, state in states_in(at, round_).items() if state in SIGNED}


def states_in(at: Connection, round_: Round) -> dict[str, CheckState]:
    """Return how everybody in a round stands in all that they are asked together, by person id."""
    return {person: state_of(stands) for person, stands in everybody(at, round_).items()}


def state_of(stands: Iterable[CheckStands]) -> CheckState:
    """Return how somebody stands in several checklists together."""
    return together([each.state for each in stands])
