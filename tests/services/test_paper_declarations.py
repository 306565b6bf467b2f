from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError
from tests.deciders import DEPUTY, HEAD, PNG, TEACHER
from tests.documents.reading import attached, words_of
from tests.papers import ON_PAPER, entered, form, on_paper
from tests.schools import ROUND, TODAY, person_of, proved, sign_with, there

from candour.domain.checklist import Given
from candour.domain.journal import Act
from candour.domain.paper_declaration import NewPaper, PaperState
from candour.domain.people import Office
from candour.domain.register_view import Filter
from candour.domain.round import CheckState
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.sample import people as cast

SOON = TODAY + timedelta(days=7)
NUMBER = ON_PAPER.number
MARKER = "marker-TOLD-Zuleika"


def line_of(school, number=NUMBER):
    """Return somebody's line of HR's register."""
    view = there(school.office().register_view().current())
    return next(line for line in view.lines if line.number == number)


def views(theirs):
    return there(theirs.paper_declarations().ground()).papers


def test_a_paper_counts_for_nothing_before_a_second_person_has_compared_it_with_its_scan(school):
    paper = entered(school, open_until={"posts": SOON})
    deputys = school.desk(DEPUTY)
    assert line_of(school).state is CheckState.NOT_STARTED
    assert school.desk(HEAD).today().today().signed == 0
    (view,) = views(deputys)
    assert (view.name, view.entered_by, view.confirmed_by) == (ON_PAPER.name, cast.BUSINESS_MANAGER.name, "")
    assert (view.can_confirm, view.counts) == (True, False)
    assert deputys.paper_declarations().scan(paper) == PNG
    deputys.paper_declarations().confirm(paper)
    line = line_of(school)
    assert (line.state, line.on_paper, line.signed_on) == (CheckState.SIGNED_OPEN, True, TODAY)
    assert (line.open_lines, line.next_date) == (1, SOON)
    assert school.desk(HEAD).today().today().signed == 1
    (view,) = views(deputys)
    assert (view.confirmed_by, view.counts, view.can_confirm) == (cast.DEPUTY.name, True, False)
    assert proved(school).ok


def test_every_count_takes_a_paper_like_a_declaration_and_marks_it(school):
    on_paper(school)
    sign_with(school.desk(TEACHER))
    office = school.office()
    view = there(office.register_view().current())
    assert (view.count(Filter.SIGNED), view.count(Filter.ON_PAPER)) == (2, 1)
    assert school.desk(HEAD).today().today().signed == 2
    file = office.people_list().one(person_of(office, NUMBER).person)
    (line,) = [each for each in file.rounds if each.round == ROUND]
    assert (line.state, line.signed_on, line.on_paper) == (CheckState.SIGNED, TODAY, True)
    with pytest.raises(Refused, match="signed already"):
        office.people().ask_by(file.line.person, SOON)


def test_what_is_entered_names_who_entered_and_confirmed_it_and_holds_the_scan(school):
    paper = on_paper(school)
    office = school.office()
    with office.sign_in.session.register.read() as at:
        row = there(paper_rows.paper(at, paper))
        assert declaration_rows.file(at, row.scan) == PNG
        kinds = [there(paper_rows.entry_of(at, paper, state)).entry.kind for state in list(PaperState)[:2]]
    assert kinds == ["paper declaration entered", "paper declaration confirmed"]
    assert row.entered_by == person_of(office, cast.BUSINESS_MANAGER.number).person
    assert row.confirmed_by == person_of(office, DEPUTY).person
    assert row.reference.endswith("-P")


def test_neither_who_entered_it_nor_whose_it_is_nor_staff_confirm_it(school):
    office = school.office()
    office.people().appoint(Office.KEEPER, person_of(office, TEACHER).person)
    paper = entered(school, DEPUTY)
    with pytest.raises(Refused, match="You entered it"):
        office.paper_declarations().confirm(paper)
    with pytest.raises(Refused, match="your own declaration"):
        school.desk(DEPUTY).paper_declarations().confirm(paper)
    with pytest.raises(Refused, match="waits to be confirmed"):
        school.desk(TEACHER).paper_declarations().confirm(paper)
    with pytest.raises(Refused, match="Only somebody who is"):
        school.desk(cast.ASSISTANT.number).paper_declarations().ground()
    assert not any(views(each)[0].can_confirm for each in (office, school.desk(DEPUTY)))
    assert line_of(school, DEPUTY).state is CheckState.NOT_STARTED


def test_the_database_itself_refuses_a_paper_without_a_second_person(school):
    paper = entered(school)
    session = school.office().sign_in.session
    with session.register.read() as at:
        row = there(paper_rows.paper(at, paper))
    for second in (row.entered_by, row.person):
        forged = replace(row, state=PaperState.CONFIRMED.value, confirmed_by=second)
        with pytest.raises(IntegrityError):
            session.record(Act("paper declaration confirmed", row.person, (forged,)))


def test_nobody_enters_their_own_and_only_hr_enters(school):
    with pytest.raises(Refused, match="your own declaration"):
        entered(school, cast.BUSINESS_MANAGER.number)
    for number in (DEPUTY, HEAD, TEACHER):
        with pytest.raises(Refused, match="Only somebody who is hr"):
            school.desk(number).paper_declarations().enter(form(school))


def test_a_paper_of_somebody_who_signed_in_the_app_is_refused_kindly_before_and_after_it_was_entered(school):
    sign_with(school.desk(TEACHER))
    with pytest.raises(Refused, match="That counts"):
        entered(school, TEACHER)
    paper = entered(school)
    sign_with(school.desk(NUMBER))
    with pytest.raises(Refused, match="has signed in Candour already"):
        school.desk(DEPUTY).paper_declarations().confirm(paper)
    assert line_of(school).on_paper is False


def test_who_signs_in_the_app_later_supersedes_their_paper(school):
    on_paper(school, open_until={"posts": SOON})
    theirs = school.desk(NUMBER)
    home = theirs.my_year().home()
    assert (home.kind, [each.on_paper for each in home.checks]) == ("open", [TODAY])
    signed = sign_with(theirs)
    with theirs.sign_in.session.register.read() as at:
        assert there(declaration_rows.declaration(at, signed.reference)).supersedes.endswith("-P")
    line = line_of(school)
    assert (line.state, line.on_paper, line.open_lines) == (CheckState.SIGNED, False, 0)
    assert [each.on_paper for each in theirs.my_year().home().checks] == [None]
    (view,) = views(school.office())
    assert view.counts is False


def test_a_later_paper_supersedes_an_earlier_one_and_an_older_one_is_refused(school):
    on_paper(school, open_until={"posts": SOON})
    school.clock.go_on(days=3)
    with pytest.raises(Refused, match="which is newer"):
        entered(school, signed_on=TODAY - timedelta(days=1))
    later = TODAY + timedelta(days=3)
    paper = entered(school, signed_on=later)
    assert line_of(school).state is CheckState.SIGNED_OPEN
    school.desk(DEPUTY).paper_declarations().confirm(paper)
    line = line_of(school)
    assert (line.state, line.signed_on) == (CheckState.SIGNED, later)
    assert [(view.reference[-2:], view.counts) for view in views(school.office())] == [("P2", True), ("-P", False)]


def test_a_paper_waits_once_and_is_taken_back_before_and_after_it_was_confirmed(school):
    paper = entered(school)
    papers = school.office().paper_declarations()
    with pytest.raises(Refused, match="waits to be compared"):
        entered(school)
    papers.take_back(paper)
    assert views(school.office()) == ()
    for work in (lambda: school.desk(DEPUTY).paper_declarations().confirm(paper), lambda: papers.take_back(paper)):
        with pytest.raises(Refused, match="taken back meanwhile"):
            work()
    again = on_paper(school)
    assert line_of(school).state is CheckState.SIGNED
    with pytest.raises(Refused, match="confirmed already"):
        school.desk(DEPUTY).paper_declarations().confirm(again)
    papers.take_back(again)
    assert line_of(school).state is CheckState.NOT_STARTED
    assert proved(school).ok


def test_who_is_not_in_the_check_has_no_paper_in_it(school):
    stranger = NewPaper("nobody", TODAY, {}, frozenset(), frozenset(), PNG)
    with pytest.raises(Refused, match="not in this check"):
        school.office().paper_declarations().enter(stranger)


def test_a_form_that_cannot_be_so_writes_nothing(school):
    office = school.office()
    before = office.sign_in.session.register.head()
    with pytest.raises(Refused, match="cannot stay open"):
        office.paper_declarations().enter(form(school, open_until={"worrying": SOON}))
    assert office.sign_in.session.register.head() == before


def test_of_everybody_it_is_said_whether_a_paper_of_theirs_is_wanted(school):
    entered(school)
    sign_with(school.desk(TEACHER))
    ground = there(school.office().paper_declarations().ground())
    why = {person.number: person.not_wanted for person in ground.people}
    assert "waits to be compared" in why[NUMBER]
    assert "signed in Candour" in why[TEACHER]
    assert "your own" in why[cast.BUSINESS_MANAGER.number]
    assert why[DEPUTY] == ""
    assert ground.headteacher == cast.HEADTEACHER.name
    assert ("2.1", "2.8") in ground.excepts


def test_what_is_open_about_pupils_past_its_day_is_late_on_paper_too(school):
    on_paper(school, open_until={"pupils": SOON, "posts": SOON})
    school.clock.go_on(days=8)
    (late,) = school.desk(HEAD).today().today().late
    assert (late.name, late.about, late.until) == (ON_PAPER.name, "pupils", SOON)


def test_the_person_is_told_of_it_under_what_is_held_about_them(school):
    on_paper(school)
    held = school.desk(NUMBER).held().mine()
    assert any("entered for you from paper" in line.what for line in held.lines)
    assert b"child-messages" in held.json


def test_the_person_sees_the_paper_in_their_record_and_saves_its_record_with_the_scan(school):
    on_paper(school)
    theirs = school.desk(NUMBER)
    line, *_ = theirs.my_year().home().declarations
    assert (line.on_paper, line.sealed, line.signed_on) == (True, False, TODAY)
    assert PNG in attached(theirs.copies().declaration(line.reference)).values()
    with pytest.raises(LookupError):
        school.desk(TEACHER).copies().declaration(line.reference)


def test_hr_learns_from_a_paper_nothing_that_its_person_keeps_sealed(school):
    theirs = school.desk(NUMBER)
    theirs.my_check().save(Given("parents", ("talk",), until=SOON, told=MARKER))
    on_paper(school)
    office = school.office()
    assert MARKER not in repr(office.paper_declarations().ground())
    assert MARKER not in words_of(office.paper_forms().blank(large=False))
    line = next(each for each in office.exporting().plan(ROUND).lines if each.on_paper)
    assert MARKER not in repr(line)
