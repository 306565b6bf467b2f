"""Did the check do good: what was open and is settled since, for the whole school and from outcomes alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

LEAST_TOLD: Final = 5
"""A number of fewer people is not told: it might tell who."""


@dataclass(frozen=True)
class OpenPoint:
    """That somebody's declaration said of a point that it is open; `still`: the one in force says so."""

    person: str
    point: str
    still: bool


@dataclass(frozen=True)
class Settled:
    """A point of the policy, and how many people had it open when they signed and have settled it since."""

    point: str
    people: int


def settled_since(found: Iterable[OpenPoint]) -> tuple[Settled, ...]:
    """Return the points that enough people settled, the most first."""
    opened: dict[str, set[str]] = {}
    still: dict[str, set[str]] = {}
    for each in found:
        (still if each.still else opened).setdefault(each.point, set()).add(each.person)
    settled = {point: len(people - still.get(point, set())) for point, people in opened.items()}
    told = [Settled(point, count) for point, count in settled.items() if count >= LEAST_TOLD]
    return tuple(sorted(told, key=lambda each: (-each.people, each.point)))
