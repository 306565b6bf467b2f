"""The wall around decisions: HR's keys open nothing, and what is sealed makes no difference that HR could see."""

from __future__ import annotations

import shutil
from dataclasses import replace
from functools import cache

import pytest
from tests.deciders import HEAD, REFUSE, TEACHER, TERMS, asked
from tests.schools import School, TestClock, dump, there
from tests.services.test_wall import differences, everything

from candour.domain.deciding import NewDecision
from candour.domain.people import Office
from candour.domain.request_moves import RequestAct
from candour.errors import Refused, Trouble
from candour.register import drafts as content_rows
from candour.register import exceptions as exception_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.office_reading import open_as_office
from candour.services.place import Place

pytestmark = pytest.mark.xdist_group("deciding wall")  # what it plays is played once

LONG = "The two families share the way to school and a garden, and have done so for many years. " * 6
PLAIN_LINE = replace(TERMS, line="Only at home")
LONG_LINE = replace(TERMS, line=LONG)
OTHER_WORDS = {
    "connection": "An old friend",
    "who": "Wilhelmina Wanderer and her three sisters",
    "where": ("Instagram", "Snapchat"),
    "line": LONG,
    "group": True,
}


@pytest.fixture(scope="module")
def play(made_sample, tmp_path_factory):
    school = School(made_sample.place, made_sample.code, TestClock())

    @cache
    def once(new, words="Who else is in the group?", *, other=False, revoked=""):
        folder = tmp_path_factory.mktemp("wall") / "school"
        shutil.copytree(school.place.folder, folder)
        copy = replace(school, place=Place(folder), clock=TestClock())
        reference = asked(copy, TEACHER, **(OTHER_WORDS if other else {}))
        heads = copy.desk(HEAD)
        heads.deciding().ask(reference, words)
        copy.desk(TEACHER).my_requests().answer(reference, words)
        heads.deciding().decide(reference, new)
        if revoked:
            heads.deciding().revoke(reference, revoked)
        heads.sign_in.lock()
        return copy

    return once


def test_questions_free_conditions_and_who_it_is_make_no_difference(play):
    one, other = play(PLAIN_LINE), play(LONG_LINE, LONG, other=True)
    assert differences(everything(one), everything(other)) == {}


def test_why_it_was_not_approved_makes_no_difference(play):
    one = play(replace(REFUSE, reason="Too close"))
    assert differences(everything(one), everything(play(replace(REFUSE, reason=LONG)))) == {}


def test_why_it_was_revoked_makes_no_difference(play):
    one = play(PLAIN_LINE, revoked="Too close")
    assert differences(everything(one), everything(play(PLAIN_LINE, revoked=LONG))) == {}


def test_the_comparison_sees_what_hr_may_know(play):
    """That the tests above can fail: a decision, and which ready conditions are ticked, show in the rows."""
    one = everything(play(PLAIN_LINE))
    ticked = differences(one, everything(play(replace(PLAIN_LINE, conditions=("No talk of school",)))))
    assert set(ticked) == {"decided"}  # and not the activity: it tells reference, kind, state and dates
    approved = differences(one, everything(play(NewDecision(RequestAct.APPROVE))))
    assert set(approved) == {"activity", "decided", "entries", "request"}


def test_what_hr_sees_of_people_is_the_same_whatever_was_sealed(play):
    seen = [play(PLAIN_LINE), play(LONG_LINE, LONG, other=True)]
    lists = []
    for copy in seen:
        office = copy.office()
        shown = (office.people_list().all(), office.paper_decisions().ground())
        lists.append((*shown, office.register_view().current(), office.going().going()))
    assert lists[0] == lists[1]


def test_hr_s_keys_open_nothing_of_a_decision(school):
    reference = asked(school)
    heads = school.desk(HEAD)
    heads.deciding().ask(reference, "marker-QUESTION-Ursula")
    heads.deciding().decide(reference, TERMS)
    heads.deciding().revoke(reference, "marker-REVOKED-Ottoline")
    for number in (cast.BUSINESS_MANAGER.number, cast.DEPUTY.number, cast.ASSISTANT.number):
        theirs = school.desk(number)
        session = theirs.sign_in.session
        with session.register.read() as at:
            ids = [row.content for row in exception_rows.words_about(at, reference)]
            ids += [there(exception_rows.decision_on(at, reference)).content]
            ids += [there(request_rows.request(at, reference)).content]
            contents = [content_rows.content(at, each) for each in ids]
        assert len(contents) == 4
        for content in contents:
            with pytest.raises(Trouble):
                theirs._smith.open(content, session.register.register_id, session.keys)
            with pytest.raises(Refused):
                open_as_office(session, theirs._smith, content, Office.HEADTEACHER)
    kept = str(dump(school.register()))
    for marker in ("Ursula", "Ottoline", "Quetzal", "Quentin"):
        assert marker not in kept
