"""How a whole is shared, as shapes without colour or size: the window and the printed page paint the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

TURN = 360.0
LEAST = 6.0
"""No part that is there is painted with fewer degrees: one of thousands is still seen."""


@dataclass(frozen=True)
class Arc:
    """A part of a ring: where it starts and how far it goes, in degrees clockwise from the top."""

    start: float
    span: float

    @property
    def middle(self) -> float:
        """Return the direction of its middle, in degrees clockwise from the top."""
        return self.start + self.span / 2


def arcs_of(counts: Sequence[int]) -> tuple[Arc, ...]:
    """Return one arc for each count, together a whole turn; a count of 0 has an arc of no length.

    A very small part takes its least length from the larger ones. Where all are 0, all arcs have no length.
    """
    whole = sum(counts)
    spans = [TURN * count / whole if whole else 0.0 for count in counts]
    small = [0 < span < LEAST for span in spans]
    spare = TURN - LEAST * sum(small)
    large = sum(span for span, is_small in zip(spans, small, strict=True) if not is_small)
    fair = [
        LEAST if is_small else span * spare / large if large else 0.0
        for span, is_small in zip(spans, small, strict=True)
    ]
    return tuple(Arc(sum(fair[:place]), span) for place, span in enumerate(fair))


def apart(directions: Sequence[float], least: float) -> tuple[float, ...]:
    """Return ascending directions, moved so that none stands nearer than `least` degrees to the next.

    The last may reach round to the first; where there is no room for all, they stand at equal distances.
    """
    if len(directions) * least >= TURN:
        return tuple(directions[0] + TURN * place / len(directions) for place in range(len(directions)))
    moved = list(directions)
    for place in range(1, len(moved)):
        moved[place] = max(moved[place], moved[place - 1] + least)
    if not moved:
        return ()
    furthest = moved[0] + TURN - least
    for place in reversed(range(1, len(moved))):
        moved[place] = min(moved[place], furthest)
        furthest = moved[place] - least
    return tuple(moved)


@dataclass(frozen=True)
class Span:
    """A part of a bar: where it starts and how long it is, in parts of the longest bar there can be."""

    start: float
    length: float


def spans_of(counts: Sequence[int], whole: int) -> tuple[Span, ...]:
    """Return one span for each count, laid end to end; together as long as their sum is of `whole`.

    A very small part is still seen, as in a ring. Where `whole` is 0, no part has a length.
    """
    long = sum(counts) / whole / TURN if whole else 0.0
    return tuple(Span(arc.start * long, arc.span * long) for arc in arcs_of(counts))
