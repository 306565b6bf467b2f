"""Which paper counts, and that whoever asks who has signed is told of it, in both homes of the register."""

from __future__ import annotations

import pytest
from tests.register.invented import (
    CHECKLIST,
    DAY,
    ROUND,
    declaring,
    drafting,
    joining,
    keep,
    on_paper,
    opening,
    the,
)

from candour.domain.paper_declaration import PaperState
from candour.domain.round import CheckState
from candour.register import papers, register_lists, states


@pytest.fixture
def asked(home):
    """Return a register in whose round the teacher is."""
    keep(home, opening())
    keep(home, joining())
    return home


def stands(register):
    """Return the teacher's state, what counts for them, and the papers in force."""
    with register.read() as at:
        state = states.states(at, ROUND, CHECKLIST)["teacher"]
        counts = register_lists.in_force(at, ROUND, CHECKLIST).get("teacher")
        return state, counts, [each.paper for each in papers.in_force(at, ROUND)]


def test_a_paper_counts_from_its_confirmation_until_it_is_taken_back(asked):
    keep(asked, on_paper(state="entered"))
    assert stands(asked) == (CheckState.NOT_STARTED, None, [])
    keep(asked, on_paper(open_lines=2))
    state, counts, found = stands(asked)
    assert (state, found) == (CheckState.SIGNED_OPEN, ["paper-1"])
    assert (counts.reference, counts.signed_on, counts.on_paper) == ("D-2026-0038-P-paper-1", DAY, True)
    assert (counts.open_lines, counts.next_date) == (2, DAY)
    keep(asked, on_paper(state="taken back"))
    assert stands(asked) == (CheckState.NOT_STARTED, None, [])


def test_of_two_papers_the_one_confirmed_last_counts_and_taking_it_back_brings_the_first_back(asked):
    keep(asked, on_paper(open_lines=1))
    keep(asked, on_paper("paper-2", state="entered"))
    assert stands(asked)[2] == ["paper-1"]
    keep(asked, on_paper("paper-2"))
    assert stands(asked)[0] == CheckState.SIGNED
    assert stands(asked)[2] == ["paper-2"]
    keep(asked, on_paper("paper-2", state="taken back"))
    assert stands(asked)[2] == ["paper-1"]


def test_what_somebody_signs_in_the_app_takes_the_place_of_their_paper(asked):
    keep(asked, on_paper(open_lines=1))
    keep(asked, declaring(open_lines=0))
    state, counts, found = stands(asked)
    assert (state, counts.reference, counts.on_paper, found) == (CheckState.SIGNED, "D-2026-0038", False, [])
    with asked.read() as at:
        assert [each.paper for each in papers.of_person(at, "teacher")] == ["paper-1"]
        assert the(papers.latest(at, "teacher", ROUND, CHECKLIST)).paper == "paper-1"


def test_a_paper_counts_before_any_draft_and_for_its_own_person_round_and_checklist_alone(asked):
    keep(asked, drafting())
    keep(asked, on_paper())
    assert stands(asked)[0] == CheckState.SIGNED
    with asked.read() as at:
        assert states.states(at, ROUND, CHECKLIST)["hr"] == CheckState.NOT_STARTED
        assert states.states(at, ROUND, "another")["teacher"] != CheckState.SIGNED
        assert papers.in_force(at, "2025–26") == []


def test_the_papers_of_a_round_are_those_not_taken_back_and_each_that_was_ever_entered_is_numbered(asked):
    for paper, state in (("paper-1", "taken back"), ("paper-2", "entered"), ("paper-3", "confirmed")):
        keep(asked, on_paper(paper, state="entered"))
        if state != "entered":
            keep(asked, on_paper(paper, state=state))
    with asked.read() as at:
        assert [each.paper for each in papers.of_round(at, ROUND)] == ["paper-2", "paper-3"]
        assert papers.entered_so_far(at, "teacher", ROUND) == 3
        assert [line.outcome for line in papers.lines(at, "paper-3")] == ["Confirmed"]
        confirmed = the(papers.entry_of(at, "paper-3", PaperState.CONFIRMED))
        assert confirmed.entry.kind == "paper declaration confirmed"
        assert papers.entry_of(at, "paper-2", PaperState.CONFIRMED) is None
