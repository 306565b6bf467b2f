from __future__ import annotations

import pytest
from tests.deciders import DEPUTY, HEAD, TEACHER, chairs
from tests.papers import ON_PAPER, entered, on_paper
from tests.schools import TODAY, proved, sign_with, there

from candour.errors import Refused
from candour.sample import people as cast

FAMILY = frozenset({0})


def waiting(theirs):
    return [line.name for line in theirs.paper_envelopes().waiting()]


def test_an_envelope_waits_for_the_headteacher_once_its_paper_counts_until_it_is_dealt_with(school):
    paper = entered(school, excepted=FAMILY)
    heads = school.desk(HEAD)
    assert waiting(heads) == []
    school.desk(DEPUTY).paper_declarations().confirm(paper)
    today = heads.today().today()
    (line,) = today.envelopes
    assert (line.paper, line.name, line.signed_on, line.points) == (paper, ON_PAPER.name, TODAY, ("2.1", "2.8"))
    assert today.waits
    heads.paper_envelopes().deal(paper)
    assert heads.today().today().envelopes == ()
    (view,) = there(school.office().paper_declarations().ground()).papers
    assert (view.envelope, view.dealt) == (True, (cast.HEADTEACHER.name, TODAY))
    with pytest.raises(Refused, match="dealt with"):
        heads.paper_envelopes().deal(paper)
    assert proved(school).ok
    held = school.desk(ON_PAPER.number).held().mine()
    assert any("envelope of your paper" in line.what for line in held.lines)


def test_nobody_but_who_opens_it_is_told_of_it_or_deals_with_it(school):
    paper = on_paper(school, excepted=FAMILY)
    for number in (DEPUTY, TEACHER, cast.BUSINESS_MANAGER.number):
        theirs = school.desk(number)
        assert waiting(theirs) == []
        with pytest.raises(Refused, match="Somebody else opens"):
            theirs.paper_envelopes().deal(paper)


def test_the_headteacher_s_own_envelope_is_the_chair_s(school):
    chair = chairs(school)
    paper = entered(school, HEAD, excepted=FAMILY)
    chair.paper_declarations().confirm(paper)
    heads = school.desk(HEAD)
    assert waiting(heads) == []
    with pytest.raises(Refused, match="Somebody else opens"):
        heads.paper_envelopes().deal(paper)
    assert waiting(chair) == [cast.HEADTEACHER.name]
    chair.paper_envelopes().deal(paper)
    assert waiting(chair) == []


def test_a_paper_without_exception_or_superseded_by_a_signature_has_no_envelope_that_waits(school):
    on_paper(school)
    paper = on_paper(school, TEACHER, excepted=FAMILY)
    heads = school.desk(HEAD)
    assert waiting(heads) == [cast.CLASS_TEACHER.name]
    sign_with(school.desk(TEACHER))
    assert waiting(heads) == []
    with pytest.raises(Refused, match="counts no more"):
        heads.paper_envelopes().deal(paper)
