from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.deciders import APPROVE, DEPUTY, HEAD, PNG, TEACHER, asked
from tests.documents.reading import text_of
from tests.schools import TODAY, person_of, proved, there

from candour.domain.answer_slips import NewSlip
from candour.domain.people import Office
from candour.domain.request_moves import RequestAct, RequestState
from candour.domain.scans import LARGEST_SCAN
from candour.errors import Refused
from candour.register import exceptions as exception_rows
from candour.register import requests as request_rows
from candour.sample import people as cast

CHAIR = "Govind Specimen"


def slip(reference, **changed):
    values = {
        "act": RequestAct.APPROVE_WITH_CONDITIONS,
        "conditions": ("No talk of school",),
        "until": None,
        "decided_on": TODAY,
        "signed_by": CHAIR,
        "scan": PNG,
    }
    return NewSlip(reference, **(values | changed))


def entered(school, **changed):
    """Let the Headteacher ask and HR enter the chair's slip; return the reference and the slip's id."""
    reference = asked(school, HEAD)
    return reference, school.office().paper_decisions().enter(slip(reference, **changed))


def state_of(theirs, reference):
    with theirs.sign_in.session.register.read() as at:
        return there(request_rows.request(at, reference)).state


def test_a_slip_decides_nothing_before_a_second_person_has_compared_it_with_its_scan(school):
    reference, paper = entered(school)
    office, deputys = school.office(), school.desk(DEPUTY)
    assert state_of(office, reference) == RequestState.WAITING
    (line,) = deputys.paper_decisions().ground().lines
    assert (line.reference, line.signed_by, line.can_confirm, line.confirmed_by) == (reference, CHAIR, True, "")
    assert line.entered_by == cast.BUSINESS_MANAGER.name
    assert deputys.paper_decisions().scan(paper) == PNG
    deputys.paper_decisions().confirm(paper)
    with office.sign_in.session.register.read() as at:
        decided = there(exception_rows.decision_on(at, reference))
    assert (decided.paper, decided.decision, decided.conditions) == (
        paper,
        "Approved with conditions",
        "No talk of school",
    )
    assert decided.decided_by == deputys.sign_in.session.person
    heads = school.desk(HEAD).my_requests().one(reference)
    assert (heads.state, there(heads.decision).by) == (RequestState.WITH_CONDITIONS, CHAIR)
    assert there(heads.decision).office == "chair of governors"
    assert proved(school).ok


def test_what_the_chair_did_not_approve_is_not_approved(school):
    reference, paper = entered(school, act=RequestAct.NOT_APPROVE, conditions=())
    school.desk(DEPUTY).paper_decisions().confirm(paper)
    assert state_of(school.office(), reference) == RequestState.NOT_APPROVED


def test_neither_who_entered_it_nor_who_asked_confirms_it(school):
    office = school.office()
    office.people().appoint(Office.KEEPER, person_of(office, TEACHER).person)
    reference, paper = entered(school)
    with pytest.raises(Refused, match="You entered it"):
        office.paper_decisions().confirm(paper)
    with pytest.raises(Refused, match="your own request"):
        school.desk(HEAD).paper_decisions().confirm(paper)
    with pytest.raises(Refused, match="waits to be confirmed"):
        school.desk(TEACHER).paper_decisions().confirm(paper)
    lines = [each.paper_decisions().ground().lines[0] for each in (office, school.desk(HEAD))]
    assert [line.can_confirm for line in lines] == [False, False]
    assert state_of(office, reference) == RequestState.WAITING


def test_nobody_enters_a_slip_on_their_own_request(school):
    reference = asked(school, cast.BUSINESS_MANAGER.number)
    with pytest.raises(Refused, match="your own request"):
        school.office().paper_decisions().enter(slip(reference))


@pytest.mark.parametrize("number", [TEACHER, cast.ASSISTANT.number])
def test_staff_see_and_enter_and_confirm_no_slips(school, number):
    reference, paper = entered(school)
    papers = school.desk(number).paper_decisions()
    for work in (
        papers.ground,
        lambda: papers.scan(paper),
        lambda: papers.confirm(paper),
        lambda: papers.enter(slip(reference)),
        lambda: papers.drop(paper),
    ):
        with pytest.raises(Refused):
            work()


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"scan": b"MZ\x90 a program"}, "as a PDF, a PNG or a JPEG"),
        ({"scan": b""}, "as a PDF, a PNG or a JPEG"),
        ({"scan": b"%PDF-" + bytes(LARGEST_SCAN)}, "larger than 10 MB"),
        ({"signed_by": "  "}, "the name that stands under the slip"),
        ({"decided_on": TODAY - timedelta(days=1)}, "the day that stands on the slip"),
        ({"decided_on": TODAY + timedelta(days=1)}, "the day that stands on the slip"),
        ({"conditions": ("Something else",)}, "not among the ready ones"),
        ({"act": RequestAct.APPROVE}, "There are conditions"),
        ({"act": RequestAct.NOT_APPROVE, "conditions": (), "until": TODAY}, "has no end"),
        ({"until": TODAY - timedelta(days=1)}, "before the decision"),
        ({"act": RequestAct.REVOKE, "conditions": ()}, "waiting to be decided"),
        ({"reference": "E-2026-999"}, "No request has that reference"),
    ],
)
def test_a_slip_that_cannot_be_so_is_refused_in_a_sentence(school, changed, sentence):
    reference = asked(school, HEAD)
    office = school.office()
    before = office.sign_in.session.register.head()
    with pytest.raises(Refused, match=sentence):
        office.paper_decisions().enter(replace(slip(reference), **changed))
    assert office.sign_in.session.register.head() == before


def test_a_reference_is_taken_as_people_type_it(school):
    reference = asked(school, HEAD)
    assert school.office().paper_decisions().enter(slip(f" {reference.lower()} "))


def test_a_slip_is_entered_once_and_a_mistaken_one_is_taken_back(school):
    reference, paper = entered(school)
    papers = school.office().paper_decisions()
    with pytest.raises(Refused, match="entered already"):
        papers.enter(slip(reference))
    papers.drop(paper)
    assert papers.ground().lines == ()
    for work in (lambda: school.desk(DEPUTY).paper_decisions().confirm(paper), lambda: papers.drop(paper)):
        with pytest.raises(Refused, match="taken back meanwhile"):
            work()
    assert papers.enter(slip(reference)) != paper


def test_a_confirmed_slip_cannot_be_taken_back(school):
    _, paper = entered(school)
    school.desk(DEPUTY).paper_decisions().confirm(paper)
    with pytest.raises(Refused, match="is confirmed"):
        school.office().paper_decisions().drop(paper)


def test_a_request_that_was_decided_or_withdrawn_meanwhile_overtakes_its_slip(school):
    reference = asked(school)
    paper = school.office().paper_decisions().enter(slip(reference))
    school.desk(HEAD).deciding().decide(reference, APPROVE)
    deputys = school.desk(DEPUTY).paper_decisions()
    with pytest.raises(Refused, match="decided already"):
        deputys.confirm(paper)
    (line,) = deputys.ground().lines
    assert (line.overtaken, line.can_confirm, line.confirmed_by) == (True, False, "")


def test_hr_learns_from_no_refusal_to_whom_a_request_goes(school):
    """A request about the Headteacher is sealed to the chair, and what is entered for it looks like any other."""
    references = [asked(school), asked(school, about_headteacher=True)]
    office = school.office()
    for each in references:
        office.paper_decisions().enter(slip(each))
    one, other = office.paper_decisions().ground().lines
    same = {"paper": "", "reference": ""}
    assert replace(one, **same) == replace(other, **same)


def test_request_and_answer_slip_are_printed_by_who_asked_and_by_the_office_that_reads_it(school):
    reference = asked(school, HEAD)
    printed = text_of(school.desk(HEAD).chair_papers().printed(reference))
    assert reference in printed
    assert "Quentin Quill" in printed
    with pytest.raises(Refused):
        school.office().chair_papers().printed(reference)
    other = asked(school)
    assert "Quentin Quill" in text_of(school.desk(HEAD).chair_papers().printed(other))
    school.desk(HEAD).deciding().decide(other, APPROVE)
    with pytest.raises(Refused, match="nothing to print"):
        school.desk(HEAD).chair_papers().printed(other)
