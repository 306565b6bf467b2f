"""How a check is going as shapes: completion, ageing, roles and phases, who may need a hand; nobody's answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from candour.domain.progress import Progress, progress_of
from candour.domain.register_view import AGEING, COMPLETION, Among, By, Filter, keeping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from candour.domain.register_view import RegisterLine, RegisterView

LEAST_GROUP: Final = 5
"""Where people are not to be named, a group of fewer stands together with others."""

HANDS: Final = 5
_AHEAD = timedelta(days=7)


@dataclass(frozen=True)
class Group:
    """The people of one role or phase, counted in the four states of `COMPLETION`; `which` keeps just them.

    `which` is None for several small groups together, which no filter keeps.
    """

    which: Among | None
    counts: tuple[int, ...]

    @property
    def whole(self) -> int:
        """Return how many people are in it."""
        return sum(self.counts)

    @property
    def unsigned(self) -> int:
        """Return how many of them have not signed."""
        return self.whole - self.counts[0]


@dataclass(frozen=True)
class Overview:
    """The pictures of a round: each number in it is the count of a filter of the register."""

    round: str
    due: date
    today: date
    of: int
    completion: tuple[tuple[Filter, int], ...]
    ageing: tuple[tuple[Filter, int], ...]
    away: int
    progress: Progress
    by_role: tuple[Group, ...]
    by_phase: tuple[Group, ...]

    @property
    def signed(self) -> int:
        """Return how many have signed."""
        return self.completion[0][1]

    @property
    def overdue(self) -> int:
        """Return how many are overdue."""
        return self.completion[-1][1]


def begun(completion: Sequence[tuple[Filter, int]]) -> bool:
    """Return whether the counts of `COMPLETION` tell anything: somebody has begun, or is overdue."""
    return any(count for which, count in completion if which is not Filter.NOT_BEGUN)


def overview_of(view: RegisterView, least: int = 1) -> Overview:
    """Return the pictures of a round; groups of fewer than `least` people stand together."""
    ageing = tuple((which, view.count(which)) for which in AGEING)
    return Overview(
        round=view.round,
        due=view.due,
        today=view.today,
        of=len(view.lines),
        completion=tuple((which, view.count(which)) for which in COMPLETION),
        ageing=ageing,
        away=view.count(Filter.NOT_SIGNED) - sum(count for _, count in ageing),
        progress=progress_of(view),
        by_role=groups_of(view, By.ROLE, least),
        by_phase=groups_of(view, By.PHASE, least),
    )


def groups_of(view: RegisterView, by: By, least: int = 1) -> tuple[Group, ...]:
    """Return everybody by role or phase, the largest share of unsigned first.

    Groups of fewer than `least` stand together at the end, with the next smallest where these alone would be too
    few: nobody can be told by what is left over. Without two groups there is nothing to compare, so there is none.
    """
    found: dict[str, Counter[int]] = {}
    for place, which in enumerate(COMPLETION):
        for line in filter(keeping(which, view.today), view.lines):
            found.setdefault(by.name_of(line), Counter())[place] += 1
    places = range(len(COMPLETION))
    groups = [Group(Among(by, name), tuple(each[place] for place in places)) for name, each in found.items()]
    groups.sort(key=lambda group: group.whole)
    small: list[Group] = []
    while groups and (groups[0].whole < least or 0 < sum(each.whole for each in small) < least):
        small.append(groups.pop(0))
    groups.sort(key=lambda group: (-group.unsigned / group.whole, -group.unsigned, _name(group)))
    if small:
        counts = tuple(sum(numbers) for numbers in zip(*(each.counts for each in small), strict=True))
        groups.append(Group(None, counts))
    return tuple(groups) if len(groups) > 1 else ()


def _name(group: Group) -> str:
    return "" if group.which is None else group.which.name.casefold()


def may_need_a_hand(view: RegisterView) -> tuple[RegisterLine, ...]:
    """Return up to five people whose day is past or within a week, the oldest first; nobody who is away."""
    last = view.today + _AHEAD
    found = [line for line in view.lines if not line.signed and line.away_until is None and line.due <= last]
    return tuple(sorted(found, key=lambda line: (line.due, line.name.casefold()))[:HANDS])
