from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.deciders import ASSISTANT, DEPUTY, HEAD, TEACHER
from tests.schools import TODAY, person_of, proved

from candour.domain.deciding import NewStanding
from candour.errors import Refused
from candour.sample import people as cast

TRIP = NewStanding("own-phone", "The residential trip’s phone", TODAY + timedelta(days=30), ())


def words_for(school, number):
    return [each.words for each in school.desk(number).asking().ground().approved]


def test_an_approval_for_everybody_is_offered_to_everybody_but_who_made_it(school):
    school.desk(HEAD).standing_approvals().make(TRIP)
    assert words_for(school, TEACHER) == words_for(school, DEPUTY) == [TRIP.words]
    assert words_for(school, HEAD) == []
    assert proved(school).ok


def test_an_approval_for_some_is_offered_to_them_alone(school):
    heads = school.desk(HEAD)
    teacher = person_of(heads, TEACHER).person
    heads.standing_approvals().make(replace(TRIP, people=(teacher, teacher)))
    assert (words_for(school, TEACHER), words_for(school, ASSISTANT)) == ([TRIP.words], [])
    (line,) = heads.standing_approvals().ground().lines
    assert (line.people, line.everyone, line.over) == ((cast.CLASS_TEACHER.name,), False, False)


def test_an_approval_that_is_ended_or_past_is_offered_no_more_and_stands_last(school):
    standing = school.desk(HEAD).standing_approvals()
    ended = standing.make(TRIP)
    standing.end(ended)
    standing.make(replace(TRIP, words="Ringing in sick", until=None))
    assert words_for(school, TEACHER) == ["Ringing in sick"]
    lines = standing.ground().lines
    assert [(line.words, line.over) for line in lines] == [("Ringing in sick", False), (TRIP.words, True)]
    with pytest.raises(Refused, match="has ended already"):
        standing.end(ended)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"words": " "}, "Write what is approved"),
        ({"question": "posts"}, "Choose where it is offered"),
        ({"until": TODAY - timedelta(days=1)}, "not past"),
    ],
)
def test_what_cannot_be_approved_so_is_refused(school, changed, sentence):
    with pytest.raises(Refused, match=sentence):
        school.desk(HEAD).standing_approvals().make(replace(TRIP, **changed))


def test_nobody_approves_for_themselves(school):
    heads = school.desk(HEAD)
    with pytest.raises(Refused, match="Nobody approves for themselves"):
        heads.standing_approvals().make(replace(TRIP, people=(heads.sign_in.session.person,)))
    assert heads.sign_in.session.person not in dict(heads.standing_approvals().ground().staff)


@pytest.mark.parametrize("number", [TEACHER, DEPUTY, cast.BUSINESS_MANAGER.number])
def test_only_the_headteacher_sees_makes_and_ends_them(school, number):
    made = school.desk(HEAD).standing_approvals().make(TRIP)
    theirs = school.desk(number).standing_approvals()
    for work in (theirs.ground, lambda: theirs.make(TRIP), lambda: theirs.end(made)):
        with pytest.raises(Refused):
            work()
