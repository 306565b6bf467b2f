"""The governors' summary: a check in figures from open rows alone, without a name and without a small figure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from candour.domain.round import Declared, DeclaredLine

CONFIRMED: Final = "Confirmed"
"""What a declaration prints of a line with nothing open behind it (`wording.outcome_words`)."""

LEAST: Final = 5
"""A figure from one up to just below this one is not printed: a few people could be told apart by it."""

FEW_WORDS: Final = f"fewer than {LEAST}"
MANY_WORDS: Final = f"{LEAST} or more"
WITHHELD_WORDS: Final = "not shown"
NEARLY_ALL_WORDS: Final = f"all but fewer than {LEAST}"
NONE_WORDS: Final = "none"

NOTE: Final = (
    f"A figure from 1 to {LEAST - 1} is printed as “{FEW_WORDS}”. Figures that would give such a one away are not "
    f"printed exactly."
)
MEANING: Final = (
    "Self-declared: the school looked at no account. “Put right” counts points that were open in a signed "
    "declaration and are confirmed in a later one."
)
"""What stands under the figures, on the page and on paper."""


@dataclass(frozen=True)
class Figures:
    """One check, counted: `days` holds for every decision how many days it took; `ended` are of those approved."""

    round: str
    asked: int
    signed: int
    put_right: int
    requests: int
    approved: int
    with_conditions: int
    not_approved: int
    ended: int
    days: tuple[int, ...]


@dataclass(frozen=True)
class SummaryLine:
    """One line as it is printed: what was counted, and the figures of this check and the last, in words."""

    what: str
    now: str
    before: str


@dataclass(frozen=True)
class GovernorsPaper:
    """What stands on the page: whose school, which checks, when, the root's SHA-256, and the lines."""

    school: str
    round: str
    round_before: str
    made_on: date
    root: str
    lines: tuple[SummaryLine, ...]


def lines_of(now: Figures, before: Figures | None) -> tuple[SummaryLine, ...]:
    """Return the lines of the summary, last year's figures beside where there was a check."""
    printed, earlier = words_of(now), words_of(before) if before is not None else {}
    return tuple(SummaryLine(what, words, earlier.get(what, "")) for what, words in printed.items())


def words_of(figures: Figures) -> dict[str, str]:
    """Return every line's figure in words: none of them small, and none from which a small one follows."""
    approved, conditions, refused = figures.approved, figures.with_conditions, figures.not_approved
    undecided = figures.requests - approved - conditions - refused
    parts_are_plain = not any(is_small(each) for each in (approved, conditions, refused, undecided))
    return {
        "People asked to sign": _plain(figures.asked),
        "Have signed": _part_of(figures.asked, figures.signed),
        "Points put right after signing": _plain(figures.put_right),
        "Exceptions asked for": _whole(figures.requests, parts_are_plain=parts_are_plain),
        "Approved": _plain(approved),
        "Approved with conditions": _plain(conditions),
        "Not approved": _plain(refused),
        "Exceptions that have ended": _ended(figures),
        "Days to a decision (median)": _median_words(figures.days),
    }


def is_small(count: int) -> bool:
    """Whether a figure is one to four."""
    return 0 < count < LEAST


def _plain(count: int) -> str:
    if is_small(count):
        return FEW_WORDS
    return str(count) if count else NONE_WORDS


def _whole(count: int, *, parts_are_plain: bool) -> str:
    """Return a total: roughly where a part of it is small, which would follow from the total and the others."""
    return MANY_WORDS if count >= LEAST and not parts_are_plain else _plain(count)


def _part_of(whole: int, part: int) -> str:
    """Return a part of a total that is printed: how many are left must not follow either."""
    if not is_small(part) and not is_small(whole - part):
        return _plain(part)
    if whole < 2 * LEAST:
        return WITHHELD_WORDS  # both may be small, and to say which would be to say too much
    return FEW_WORDS if is_small(part) else NEARLY_ALL_WORDS


def _ended(figures: Figures) -> str:
    """Return how many exceptions have ended; with those that were approved it tells how many hold."""
    approved = (figures.approved, figures.with_conditions)
    if not any(is_small(each) for each in approved):
        return _part_of(sum(approved), figures.ended)
    return WITHHELD_WORDS if figures.ended >= LEAST else _plain(figures.ended)


def _median_words(days: Sequence[int]) -> str:
    if len(days) < LEAST:
        return WITHHELD_WORDS if days else NONE_WORDS
    return f"{median(days):g}"


def put_right(declared: Sequence[Declared], lines: Mapping[str, Sequence[DeclaredLine]]) -> int:
    """Return how many lines were open in a declaration and are Confirmed in the one that superseded it.

    `lines` are those of each declaration by its reference.
    """
    count = 0
    for later in declared:
        was_open = {line.line for line in lines.get(later.supersedes, ()) if line.until is not None}
        count += sum(line.line in was_open and line.outcome == CONFIRMED for line in lines.get(later.reference, ()))
    return count
