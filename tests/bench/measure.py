"""What one figure is: samples of ours, of a peer and of a floor, taken in turns, and whether it is reached."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Size(Enum):
    """How much is measured: a try of the bench itself, the usual, or all that the design names."""

    QUICK = "quick"
    USUAL = "usual"
    FULL = "full"

    def pick(self, quick: int, usual: int, full: int) -> int:
        """Return the count for this size."""
        return {Size.QUICK: quick, Size.USUAL: usual, Size.FULL: full}[self]


@dataclass(frozen=True)
class Side:
    """What was measured of one side, in milliseconds for one piece of work."""

    name: str
    samples: tuple[float, ...]

    @property
    def median(self) -> float:
        """Return the median of the samples."""
        return median(self.samples)

    @property
    def least(self) -> float:
        """Return the smallest sample: the work with the least of what else the machine did."""
        return min(self.samples)

    def percentile(self, hundredth: int) -> float:
        """Return the value that so many of a hundred samples do not exceed."""
        return quantiles(self.samples, n=100, method="inclusive")[hundredth - 1]


@dataclass(frozen=True)
class Judged:
    """What was to be reached, what came out (both in words), and whether that is enough."""

    reach: str
    ratio: str
    reached: bool


@dataclass(frozen=True)
class Line:
    """One line of the table; `notes` say what the numbers leave out."""

    figure: str
    work: str
    ours: Side
    peer: Side
    judged: Judged
    floor: Side | None = None
    notes: tuple[str, ...] = ()


def faster(ours: Side, peer: Side, least: float) -> Judged:
    """Judge how many times faster than the peer ours is."""
    times = peer.median / ours.median
    return Judged(f"at least {least:g} × as fast", f"{times:.2f} × as fast", times >= least)


def as_long(ours: Side, peer: Side, most: float) -> Judged:
    """Judge how many times as long as the peer ours takes."""
    times = ours.median / peer.median
    return Judged(f"at most {most:g} × as long", f"{times:.2f} × as long", times <= most)


def within(ours: Side, hundredth: int, most: float) -> Judged:
    """Judge a percentile of ours against a limit in milliseconds."""
    found = ours.percentile(hundredth)
    words = f"{hundredth} of 100 within"
    return Judged(f"{words} {most:g} ms", f"{words} {found:.1f} ms", found <= most)


def timed(work: Callable[[], object], pieces: int = 1) -> float:
    """Do some work and return the milliseconds that each piece of it took by the clock on the wall."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000 / pieces


def in_turns(rounds: int, works: dict[str, Callable[[], object]], pieces: int = 1) -> dict[str, Side]:
    """Do each work once unmeasured, then all of them in turns, every other round in reverse; return the sides.

    In turns, because a machine is not the same from one minute to the next.
    """
    for work in works.values():
        work()
    samples: dict[str, list[float]] = {name: [] for name in works}
    for at in range(rounds):
        for name in reversed(works) if at % 2 else works:
            samples[name].append(timed(works[name], pieces))
    return {name: Side(name, tuple(found)) for name, found in samples.items()}
