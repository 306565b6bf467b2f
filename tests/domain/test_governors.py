"""The governors' summary: no figure that it prints tells of a few, by itself or together with all the others."""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import date
from itertools import product

import pytest

from candour.domain.governors import (
    CONFIRMED,
    FEW_WORDS,
    MANY_WORDS,
    NEARLY_ALL_WORDS,
    WITHHELD_WORDS,
    Figures,
    is_small,
    lines_of,
    put_right,
    words_of,
)
from candour.domain.round import Declared, DeclaredLine

NOTHING = Figures("2026–27", 0, 0, 0, 0, 0, 0, 0, 0, ())
DAY = date(2026, 10, 16)


def figures(**said):
    return Figures(**{**NOTHING.__dict__, **said})


def in_words(what, **said):
    return words_of(figures(**said))[what]


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_figure_of_one_to_four_is_printed_as_fewer_than_five(count):
    assert in_words("Points put right after signing", put_right=count) == FEW_WORDS
    assert in_words("Not approved", requests=count, not_approved=count, days=(1,) * count) == FEW_WORDS


def test_none_and_five_are_printed_as_they_are():
    assert in_words("Points put right after signing") == "none"
    assert in_words("Points put right after signing", put_right=5) == "5"


def test_two_who_have_not_signed_of_forty_two_are_not_to_be_found_by_taking_away():
    words = words_of(figures(asked=42, signed=40))
    assert words["People asked to sign"] == "42"
    assert words["Have signed"] == NEARLY_ALL_WORDS
    assert words_of(figures(asked=42, signed=42))["Have signed"] == "42"
    assert words_of(figures(asked=42, signed=37))["Have signed"] == "37"


def test_one_request_that_waits_is_not_to_be_found_by_taking_away():
    words = words_of(figures(requests=6, approved=5, days=(1,) * 5))
    assert words["Exceptions asked for"] == MANY_WORDS
    assert words["Approved"] == "5"


def test_two_exceptions_that_still_hold_are_not_to_be_found_by_taking_away():
    words = words_of(figures(requests=8, approved=8, ended=6, days=(1,) * 8))
    assert words["Exceptions that have ended"] == WITHHELD_WORDS
    assert words["Exceptions asked for"] == "8"


def test_the_days_of_a_few_decisions_are_not_printed():
    assert in_words("Days to a decision (median)", days=(3, 4, 9, 1)) == WITHHELD_WORDS
    assert in_words("Days to a decision (median)", days=(3, 4, 9, 1, 2)) == "3"
    assert in_words("Days to a decision (median)", days=(1, 2, 3, 4, 9, 9)) == "3.5"


def requests_in(approved, conditions, refused, undecided, ended):
    decided = approved + conditions + refused
    return figures(
        requests=decided + undecided,
        approved=approved,
        with_conditions=conditions,
        not_approved=refused,
        ended=ended,
        days=(7,) * decided,
    )


def small_figures_of(world):
    """Return every count that can be told of a world of requests, those that the summary never prints too."""
    approved, conditions, refused, undecided, ended = world
    ever = approved + conditions
    counts = (ever + refused + undecided, approved, conditions, refused, undecided, ended, ever, ever - ended)
    return {place: count for place, count in enumerate(counts) if is_small(count)}


def test_who_knows_the_rules_and_every_figure_on_the_page_can_compute_no_small_one():
    """Of all worlds that print the same page, no count from 1 to 4 is the same in every one of them.

    This counts with a reader who knows how figures are withheld, and tries every world; only worlds far enough
    from the largest that was tried are asked about.
    """
    pages = defaultdict(list)
    for approved, conditions, refused, undecided in product(range(9), range(9), range(8), range(10)):
        for ended in range(approved + conditions + 1):
            world = (approved, conditions, refused, undecided, ended)
            pages[tuple(words_of(requests_in(*world)).values())].append(world)
    for worlds in pages.values():
        common = small_figures_of(worlds[0])
        for world in worlds[1:]:
            theirs = small_figures_of(world)
            common = {place: count for place, count in common.items() if theirs.get(place) == count}
        assert not common or not any(max(world[:4]) <= 5 for world in worlds), (worlds[0], common)


def test_who_knows_the_rules_cannot_compute_how_few_have_or_have_not_signed():
    pages = defaultdict(set)
    for asked in range(30):
        for signed in range(asked + 1):
            words = words_of(figures(asked=asked, signed=signed))
            pages[words["People asked to sign"], words["Have signed"]].add((asked, signed, asked - signed))
    for page, worlds in pages.items():
        for counts in zip(*worlds, strict=True):
            assert len(set(counts)) > 1 or not is_small(counts[0]), page


def test_no_line_holds_a_bare_figure_from_one_to_four_but_the_median():
    for asked, signed, right in product((0, 3, 7, 42), (0, 2, 5, 40), (0, 4, 5)):
        lines = lines_of(figures(asked=max(asked, signed), signed=signed, put_right=right), None)
        printed = [line.now for line in lines if "median" not in line.what]
        assert not [words for words in printed if re.fullmatch(r"[1-4]", words)]


def test_last_years_figures_stand_beside_and_keep_the_same_rules():
    now, before = figures(asked=42, signed=37), figures(round="2025–26", asked=40, signed=3)
    asked, signed, *_ = lines_of(now, before)
    assert (asked.now, asked.before) == ("42", "40")
    assert (signed.now, signed.before) == ("37", FEW_WORDS)
    assert {line.before for line in lines_of(now, None)} == {""}


def declared(reference, supersedes=""):
    return Declared(reference, "p", "2026–27", "personal", "k", DAY, "f", "d", "c", supersedes, 0, None)


def line(reference, which, outcome, until=None):
    return DeclaredLine(reference, which, "2.1", outcome, until)


def test_put_right_is_what_was_open_and_is_confirmed_in_the_next_declaration():
    lines = {
        "D-1": [
            line("D-1", "a", "Open until 30 October 2026", DAY),
            line("D-1", "b", "Open until 30 October 2026", DAY),
            line("D-1", "c", CONFIRMED),
            line("D-1", "d", "Open until 30 October 2026", DAY),
        ],
        "D-1-2": [
            line("D-1-2", "a", CONFIRMED),
            line("D-1-2", "b", "Open until 6 November 2026", DAY),
            line("D-1-2", "c", CONFIRMED),
            line("D-1-2", "d", "Except E-2026-001"),
        ],
        "D-1-3": [line("D-1-3", "b", CONFIRMED)],
    }
    chain = [declared("D-1"), declared("D-1-2", "D-1"), declared("D-1-3", "D-1-2")]
    assert put_right(chain[:1], lines) == 0
    assert put_right(chain[:2], lines) == 1
    assert put_right(chain, lines) == 2
