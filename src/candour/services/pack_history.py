"""Which pack something was said under, and what packs taken into force since then ask again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.register import rounds as round_rows

if TYPE_CHECKING:
    from candour.domain.round import AskedAgain, Declared
    from candour.register.reading import Connection


def pack_said_under(at: Connection, round_name: str, said: str) -> str:
    """Return a pack by hash as it was written down, else ("") the one that its round opened with.

    Before packs could change while a round ran, nothing was written down.
    """
    if said:
        return said
    found = round_rows.packs_of(at, round_name)
    if not found:
        raise LookupError(round_name)
    return found[0]


def pack_behind(at: Connection, declared: Declared) -> str:
    """Return the pack, by hash, that a declaration was signed under."""
    return pack_said_under(at, declared.round, round_rows.signed_under(at, declared.reference))


def asked_since(at: Connection, round_name: str, checklist: str, said: str) -> tuple[AskedAgain, ...]:
    """Return what is asked again of whoever answered under a pack (hash, "" the round's first)."""
    packs = round_rows.packs_of(at, round_name)
    under = pack_said_under(at, round_name, said)
    if packs[-1] == under or under not in packs:
        return ()
    later = set(packs[len(packs) - packs[::-1].index(under) :])
    found = round_rows.asked_again(at, round_name, checklist)
    return tuple(row for row in found if row.pack in later)
