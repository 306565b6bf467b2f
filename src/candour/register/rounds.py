"""Rounds, who is in them, and the policy packs in force: read from the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.round import AskedAgain, InRound, KeptOut, PackAdopted, Round, SignedUnder
from candour.register.rows import last, newest, rows
from candour.register.tables import TABLES

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

_ROUND = TABLES[Round].c
_IN_ROUND = TABLES[InRound].c
_PACK = TABLES[PackAdopted].c
_KEPT_OUT = TABLES[KeptOut].c
_ASKED = TABLES[AskedAgain].c
_UNDER = TABLES[SignedUnder].c


def rounds(at: Connection) -> list[Round]:
    """Return every round as it now stands, the newest first."""
    return sorted(rows(at, Round, newest(Round, "round")), key=lambda one: one.opens, reverse=True)


def round_named(at: Connection, name: str) -> Round | None:
    """Return a round by its name ("2026–27") as it now stands, or None."""
    return last(at, Round, _ROUND.round == name)


def current_round(at: Connection, on: date) -> Round | None:
    """Return the newest round that has opened by a day, or None."""
    return next((one for one in rounds(at) if one.opens <= on), None)


def in_round(at: Connection, round_name: str, person: str) -> InRound | None:
    """Return that a person is in a round, with their own due date, or None."""
    return last(at, InRound, _IN_ROUND.round == round_name, _IN_ROUND.person == person)


def members(at: Connection, round_name: str) -> list[InRound]:
    """Return everybody who is in a round, with their own due dates."""
    return rows(at, InRound, _IN_ROUND.round == round_name, newest(InRound, "round", "person"))


def kept_out(at: Connection, round_name: str) -> set[str]:
    """Return whom HR left out of a round, and has not added to it since."""
    left_out = {row.person for row in rows(at, KeptOut, _KEPT_OUT.round == round_name)}
    return left_out - {row.person for row in members(at, round_name)}


def packs_of(at: Connection, round_name: str) -> list[str]:
    """Return the packs that a round has had, by hash, in the order in which it had them."""
    found = [row.pack for row in rows(at, Round, _ROUND.round == round_name)]
    return [each for place, each in enumerate(found) if not place or each != found[place - 1]]


def asked_again(at: Connection, round_name: str, checklist: str) -> list[AskedAgain]:
    """Return what packs taken into force while a round ran ask again of one checklist."""
    return rows(at, AskedAgain, _ASKED.round == round_name, _ASKED.checklist == checklist)


def signed_under(at: Connection, reference: str) -> str:
    """Return the pack that a declaration was signed under, by hash; "" where it was not written down."""
    found = last(at, SignedUnder, _UNDER.reference == reference)
    return "" if found is None else found.pack


def pack(at: Connection, pack_hash: str) -> PackAdopted | None:
    """Return a policy pack that the school adopted, by the hash of its text, or None."""
    return last(at, PackAdopted, _PACK.pack == pack_hash)


def times_adopted(at: Connection) -> int:
    """Return how often the school took a pack into force; it opens with one."""
    return len(rows(at, PackAdopted))


def adopted(at: Connection) -> PackAdopted | None:
    """Return the pack that was adopted last, or None."""
    return last(at, PackAdopted)
