"""What a form has boxes for, what may be entered from it, and that its boxes tell HR no more than the app does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from candour.app import shipped_pack
from candour.domain.checklist import Given
from candour.domain.outcomes import outcomes
from candour.domain.paper_declaration import (
    NewPaper,
    check_paper,
    form_of,
    mark_of,
    open_in_paper,
    paper_lines,
    paper_reference,
)
from candour.domain.scans import LARGEST_SCAN
from candour.errors import Refused

OPENS, TODAY = date(2026, 9, 14), date(2026, 10, 1)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
PLAIN = NewPaper("somebody", TODAY, {}, frozenset(), frozenset(), PNG)


@pytest.fixture(scope="module")
def checklist():
    return shipped_pack().checklist("personal")


@pytest.fixture(scope="module")
def form(checklist):
    return form_of(checklist)


def test_a_form_has_every_line_of_the_checklist_in_its_order(checklist, form):
    assert [(line.line, line.point) for line in form.lines] == [(line.id, line.point) for line in checklist.lines]


def test_a_point_has_the_boxes_that_its_answers_can_lead_to_and_reports_have_none(form):
    boxes = {line.line: (line.may_stay_open, line.may_lack) for line in form.lines}
    assert boxes["child-messages"] == boxes["worrying"] == (False, False)
    assert boxes["pupils"] == (True, False)
    assert boxes["own-phone"] == boxes["school-email"] == (True, True)


def test_points_that_one_request_reaches_share_one_box_so_that_it_tells_not_whom_it_is_about(checklist, form):
    assert ("in-touch", "parents", "pupils", "ex-pupils") in form.excepts
    lines = [line for group in form.excepts for line in group]
    assert len(lines) == len(set(lines))
    groups = [set(group) for group in form.excepts]
    for question in checklist.questions:
        if question.line and any(answer.outcome == "ask" for answer in question.answers):
            given = Given(question.id, tuple(a.id for a in question.answers if a.outcome == "ask")[:1])
            reached = {o.line for o in outcomes(checklist, {question.id: given}, {}) if o.waiting_for}
            assert any(reached <= group and question.line in group for group in groups)


def test_groups_that_share_a_point_become_one(checklist):
    asks = next(q for q in checklist.questions if q.id == "own-phone")
    chained = [
        msgspec.structs.replace(asks, id=line, line=line, also_lines=also)
        for line, also in (("posts", ("reputation",)), ("parents", ()), ("reputation", ("worrying",)))
    ]
    form = form_of(msgspec.structs.replace(checklist, questions=tuple(chained)))
    assert form.excepts == (("worrying", "posts", "reputation"), ("parents",))


def test_a_plain_form_is_confirmed_in_every_line(form):
    lines = paper_lines(PLAIN, form, "paper")
    assert {line.outcome for line in lines} == {"Confirmed"}
    assert {mark_of(line) for line in lines} == {"confirmed"}
    assert open_in_paper(lines) == (0, None)


def test_what_is_open_excepted_or_lacking_is_said_as_on_a_declaration(form):
    family = next(at for at, group in enumerate(form.excepts) if "pupils" in group)
    soon, later = TODAY + timedelta(days=7), TODAY + timedelta(days=29)
    new = replace(
        PLAIN,
        open_until={"pupils": soon, "posts": later},
        lacking=frozenset({"own-phone"}),
        excepted=frozenset({family}),
    )
    lines = paper_lines(new, form, "paper")
    said = {line.line: (line.outcome, mark_of(line), line.until) for line in lines}
    assert said["pupils"] == ("Waiting for the Headteacher; Open until 8 October 2026", "open", soon)
    assert said["parents"] == said["in-touch"] == ("Waiting for the Headteacher", "waiting", None)
    assert said["posts"] == ("Open until 30 October 2026", "open", later)
    assert said["own-phone"] == ("Waiting for the school", "waiting", None)
    assert open_in_paper(lines) == (3, soon)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"scan": b"MZ a program"}, "a PDF, a PNG or a JPEG"),
        ({"scan": b"%PDF-" + bytes(LARGEST_SCAN)}, "larger than 10 MB"),
        ({"signed_on": TODAY + timedelta(days=1)}, "not after today"),
        ({"signed_on": OPENS - timedelta(days=1)}, "not before 14 September 2026"),
        ({"open_until": {"pupils": TODAY - timedelta(days=1)}}, "before the signature"),
        ({"open_until": {"worrying": TODAY}}, "cannot stay open"),
        ({"open_until": {"no such line": TODAY}}, "cannot stay open"),
        ({"lacking": frozenset({"pupils"})}, "needs nothing of the school"),
        ({"excepted": frozenset({17})}, "open the page once more"),
    ],
)
def test_a_form_that_cannot_be_so_is_refused_in_a_sentence(form, changed, sentence):
    check_paper(PLAIN, form, OPENS, TODAY)
    with pytest.raises(Refused, match=sentence):
        check_paper(replace(PLAIN, **changed), form, OPENS, TODAY)


def test_a_reference_says_that_it_is_a_paper_and_which_of_several():
    assert paper_reference(2026, "38", 0) == "D-2026-0038-P"
    assert paper_reference(2026, "38", 1) == "D-2026-0038-P2"
