"""Every kind of entry that the code can write has words, and none tells HR more than it may know."""

from __future__ import annotations

import ast
import importlib
from datetime import date
from pathlib import Path

import pytest
from tests.reading_ease import hard_words

from candour.domain.activity import Deed, Group
from candour.domain.activity_words import KINDS, NAMELESS, NOT_SHOWN, OF_A_LIFE, TELLING, kinds_of
from candour.domain.journal import CONFIDENTIAL
from candour.domain.people import Away, Holding, Opened
from candour.domain.request_moves import RequestAct
from candour.domain.round import Declared, InRound, PackAdopted, Request, Round

SOURCE = Path(__file__).parents[2] / "src" / "candour"
DAY = date(2026, 10, 16)
PASSED_ON = {"kind": "_pass_on"}
"""Where the kind of an act is a parameter, and whose first argument gives it."""


def kinds_written():
    """Return every kind that an act is made with, by reading each `Act(…)` of the source."""
    found = set()
    for path in sorted(SOURCE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        for call in calls:
            if getattr(call.func, "id", "") == "Act":
                found |= _kinds(call.args[0], path, calls)
    return found


def _kinds(said, path, calls):
    if isinstance(said, ast.Constant):
        return {said.value}
    if ast.unparse(said).endswith(".value"):  # an act on a request, chosen as it goes
        return {act.value for act in RequestAct}
    assert isinstance(said, ast.Name), f"{path}: say in this test where the kind {ast.unparse(said)} comes from"
    if said.id in PASSED_ON:
        given = [each.args[0] for each in calls if getattr(each.func, "attr", "") == PASSED_ON[said.id]]
        return {kind for each in given for kind in _kinds(each, path, calls)}
    name = ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    return {getattr(importlib.import_module(name), said.id)}


def test_every_kind_that_is_written_has_words_but_the_confidential_one():
    written = kinds_written()
    assert {"declared", "office key renewed", "more time", "exception revoked", CONFIDENTIAL} <= written
    assert written - {CONFIDENTIAL} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_are_plain_also_where_the_rows_were_deleted(kind):
    words = KINDS[kind].words(Deed(kind, "E-2026-014"))
    assert words[0].isupper()
    assert "{" not in words
    assert hard_words([words]) == []


def told(kind, *rows, subject="E-2026-014"):
    return KINDS[kind].words(Deed(kind, subject, {type(row): row for row in rows}))


def declared(open_lines, supersedes=""):
    facts = ("personal", "key", DAY, "facts", "pdf", "copy", supersedes, open_lines, None)
    return Declared("D-2026-0038", "p38", "2026–27", *facts)


@pytest.mark.parametrize(
    ("kind", "row", "words"),
    [
        ("declared", declared(0), "Signed: E-2026-014"),
        ("declared", declared(2, "D-2026-0038"), "Signed an update: E-2026-014, 2 open"),
        ("away", Away("p38", DAY), "Away until 16 October 2026"),
        ("away", Away("p38", None), "Back again"),
        (
            "round opened",
            Round("2026–27", 2026, DAY, DAY, "pack"),
            "Opened the check of E-2026-014, due 16 October 2026",
        ),
        ("policy attached", PackAdopted("pack", "", "", "Policy.pdf"), "Attached the policy document: Policy.pdf"),
        (
            "office given",
            Holding("h1", "deputy lead", "p38", DAY, DAY, acting=True),
            "Office given: deputy lead, acting, from 16 October 2026, until 16 October 2026",
        ),
        (
            "opened somebody's answers",
            Opened("p38", "p2", "your answers", "A duty of the office that reads it"),
            "Opened the answers. A duty of the office that reads it.",
        ),
    ],
)
def test_the_words_tell_what_hr_may_know(kind, row, words):
    assert told(kind, row) == words


def test_of_a_request_hr_reads_reference_kind_state_and_dates():
    row = Request("E-2026-014", "p38", "2026–27", "connection", "Approved", DAY, DAY, "content")
    assert told("exception asked", row) == "Asked for E-2026-014: family or other connection"
    assert told("exception approved", row) == "Approved exception E-2026-014, until 16 October 2026"
    assert told("exception not approved", row) == "Did not approve exception E-2026-014"


def test_who_decided_and_why_an_exception_ended_is_not_told():
    decided = {RequestAct.QUESTION, RequestAct.APPROVE, RequestAct.APPROVE_WITH_CONDITIONS, RequestAct.NOT_APPROVE}
    over = {RequestAct.END, RequestAct.REVOKE, RequestAct.LAPSE}
    assert {act.value for act in decided | over} <= NAMELESS
    assert len({told(act.value) for act in over}) == 1
    assert {KINDS[each].by for each in NAMELESS} == {NOT_SHOWN}


def test_more_time_is_alike_whoever_moved_the_day():
    row = InRound("2026–27", "p38", DAY)
    assert KINDS["more time"] == KINDS["due date set"]
    assert told("more time", row) == "Day to sign by: 16 October 2026"
    assert "more time" in NAMELESS


def test_every_kind_is_in_one_group_and_every_group_has_kinds():
    assert sum(len(kinds_of(group)) for group in Group) == len(kinds_of(None)) == len(KINDS)
    assert all(kinds_of(group) for group in Group)


def test_seals_and_keys_are_no_part_of_a_life():
    assert not OF_A_LIFE & {"declaration sealed", "office handed over", "key closed"}
    assert {"declared", "left", "office given", "exception asked"} <= OF_A_LIFE


def test_the_confidential_kind_is_never_told():
    assert CONFIDENTIAL not in KINDS
    assert not {"Draft", "Wish", "Note", "Brought", "RequestWords"} & {each.__name__ for each in TELLING}
