"""School accounts: the second checklist, for whoever posts for the school, as they do it and as HR sees it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.documents.reading import text_of
from tests.schools import ROUND, TODAY, answer_all, let_post, person_of, sign_with

from candour.domain.checklist import Given
from candour.domain.exports import DECLARATIONS, Existing
from candour.domain.opening import OpeningReason
from candour.domain.register_view import Filter
from candour.domain.round import CheckState
from candour.errors import NotMatching, Refused
from candour.sample import people as cast
from candour.upkeep import register_info

NUMBER, HEAD, NEW = cast.ASSISTANT.number, cast.HEADTEACHER.number, cast.SUPERVISOR.number
SCHOOL = "school"
DAY = TODAY + timedelta(days=9)
OPEN = Given("photos", ("to-do",), until=DAY)


@pytest.fixture
def posting(school):
    """Return a school in which the assistant posts for the school."""
    let_post(school, NUMBER)
    return school


def sign_school(theirs, differently=()):
    return sign_with(theirs, differently, checklist=SCHOOL)


def next_round(school):
    school.office().rounds().open_round(2027, date(2027, 9, 13), date(2027, 10, 15))
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=20)


def line_of(school, number=NUMBER):
    view = school.office().register_view().current()
    return next(line for line in view.lines if line.number == number)


def state_of(school, number=NUMBER):
    return line_of(school, number).state


def file_of(school, number=NUMBER):
    office = school.office()
    return office.people_list().one(person_of(office, number).person)


def test_it_is_asked_of_whoever_posts_for_the_school_and_of_nobody_else(school):
    with pytest.raises(Refused, match="no check is open"):
        school.desk(NUMBER).my_check(SCHOOL).open()
    let_post(school, NUMBER)
    check = school.desk(NUMBER).my_check(SCHOOL).open()
    assert check.checklist.title == "School accounts"
    assert (check.answers, check.last_year, len(check.checklist.questions)) == ({}, {}, 9)
    assert [each.checklist for each in school.desk(NUMBER).my_year().home().checks] == ["personal", "school"]


def test_each_has_its_own_declaration_under_its_own_reference_and_title(posting):
    theirs = posting.desk(NUMBER)
    own = sign_with(theirs)
    assert (own.reference, own.left) == (f"D-2026-{NUMBER}", (("school", "School accounts"),))
    signed = sign_school(theirs)
    assert (signed.reference, signed.left) == (f"D-2026-{NUMBER}-S", ())
    words = " ".join(text_of(theirs.copies().declaration(signed.reference)).split())
    assert "School accounts declaration 2026–27" in words
    assert "I have looked at the school’s own accounts" in words
    assert "looked at my own accounts" not in words
    titles = [(line.reference, line.title) for line in theirs.my_record().mine().declarations][:2]
    assert titles == [
        (f"D-2026-{NUMBER}-S", "School accounts declaration"),
        (f"D-2026-{NUMBER}", "Social media declaration"),
    ]


def test_either_can_be_signed_first_and_the_policy_is_opened_once_for_both(posting):
    theirs = posting.desk(NUMBER)
    sign_school(theirs)
    home = theirs.my_year().home()
    assert (home.kind, [check.signed for check in home.checks]) == ("open", [False, True])
    assert theirs.my_check().open().policy_opened
    assert sign_with(theirs).left == ()
    assert theirs.my_year().home().kind == "signed"


def test_what_is_answered_in_one_leaves_the_other_as_it_is(posting):
    theirs = posting.desk(NUMBER)
    answer_all(theirs, checklist=SCHOOL)
    assert theirs.my_check().open().answers == {}
    theirs.my_check().save(Given("accounts", ("facebook",)))
    assert len(theirs.my_check(SCHOOL).open().answers) == 9


def test_a_to_do_of_it_is_done_and_it_is_updated_under_references_of_its_own(posting):
    theirs = posting.desk(NUMBER)
    sign_with(theirs)
    sign_school(theirs, [OPEN])
    (todo,) = theirs.my_year().home().todos
    assert (todo.checklist, todo.question, todo.beside) == ("school", "photos", "School accounts")
    declaring = theirs.declaring(todo.checklist)
    assert declaring.done(todo.question).reference == f"D-2026-{NUMBER}-S-2"
    declaring.sign("")
    assert theirs.my_record().mine().todos == ()
    assert theirs.updating(SCHOOL).begin(("links",)).updates == f"D-2026-{NUMBER}-S-2"
    theirs.my_check(SCHOOL).save(Given("links", ("mended",)))
    again = theirs.declaring(SCHOOL)
    again.prepare()
    assert again.sign("").reference == f"D-2026-{NUMBER}-S-3"
    assert theirs.my_check().open().signed.reference == f"D-2026-{NUMBER}"


def test_next_year_what_was_said_last_stands_beside_the_questions(posting):
    theirs = posting.desk(NUMBER)
    sign_with(theirs)
    sign_school(theirs, [Given("links", ("mended",))])
    next_round(posting)
    check = posting.desk(NUMBER).my_check(SCHOOL).open()
    assert check.answers == {}
    assert check.last_year["links"].choices == ("mended",)


def test_a_code_stays_good_until_both_are_signed(school):
    let_post(school, NEW)
    theirs = school.desk(NEW, school.code)
    sign_with(theirs)
    theirs.passphrase().let_go()
    theirs = school.desk(NEW, school.code)
    sign_school(theirs)
    theirs.passphrase().let_go()
    with pytest.raises(NotMatching):
        school.desk(NEW, school.code)


def test_for_hr_nobody_has_signed_before_both_are_and_every_count_says_so(posting):
    def counts():
        view = posting.office().register_view().current()
        today = posting.desk(HEAD).today().today()
        info = register_info(posting.place.folder, cast.BUSINESS_MANAGER.number, lambda: cast.PASSPHRASE)
        signed = sum(int(info[state]) for state in ("signed", "signed, with something open"))
        return view.count(Filter.SIGNED), today.signed, signed

    assert (state_of(posting), line_of(posting).school) == (CheckState.NOT_STARTED, CheckState.NOT_STARTED)
    sign_with(posting.desk(NUMBER))
    line = line_of(posting)
    assert (line.state, line.school, line.signed_on) == (CheckState.IN_PROGRESS, CheckState.NOT_STARTED, None)
    assert counts() == (0, 0, 0)
    posting.clock.go_on(days=1)
    sign_school(posting.desk(NUMBER), [OPEN])
    line = line_of(posting)
    assert (line.state, line.school) == (CheckState.SIGNED_OPEN, CheckState.SIGNED_OPEN)
    assert (line.signed_on, line.open_lines, line.next_date) == (TODAY + timedelta(days=1), 1, DAY)
    assert counts() == (1, 1, 1)


def test_the_register_counts_who_is_asked_it(posting):
    view = posting.office().register_view().current()
    assert view.count(Filter.SCHOOL) == 1
    assert line_of(posting, HEAD).school is None


def test_a_person_s_page_tells_both_parts_and_the_day_can_be_moved_until_both_are_signed(posting):
    office = posting.office()
    person = person_of(office, NUMBER).person
    sign_with(posting.desk(NUMBER))
    line = file_of(posting).rounds[0]
    assert [(part.title, part.state, part.signed_on) for part in line.parts] == [
        ("Personal accounts", CheckState.SIGNED, TODAY),
        ("School accounts", CheckState.NOT_STARTED, None),
    ]
    assert (line.state, line.signed_on) == (CheckState.IN_PROGRESS, None)
    office.people().ask_by(person, TODAY + timedelta(days=60))
    assert posting.desk(NUMBER).my_check(SCHOOL).open().due == TODAY + timedelta(days=60)
    sign_school(posting.desk(NUMBER))
    assert file_of(posting).rounds[0].signed_on == TODAY
    with pytest.raises(Refused, match="have signed already"):
        office.people().ask_by(person, TODAY + timedelta(days=70))


def test_a_tick_that_was_a_slip_of_the_pen_is_taken_back_before_signing(posting):
    sign_with(posting.desk(NUMBER))
    assert state_of(posting) is CheckState.IN_PROGRESS
    let_post(posting, NUMBER, posts=False)
    assert (state_of(posting), line_of(posting).school) == (CheckState.SIGNED, None)
    assert posting.desk(NUMBER).my_year().home().kind == "signed"


def test_what_was_signed_stays_with_its_to_dos_though_somebody_posts_no_more(posting):
    theirs = posting.desk(NUMBER)
    sign_with(theirs)
    sign_school(theirs, [OPEN])
    let_post(posting, NUMBER, posts=False)
    assert [todo.question for todo in posting.desk(NUMBER).my_year().home().todos] == ["photos"]
    assert line_of(posting).school is CheckState.SIGNED_OPEN


def test_a_tick_changes_nothing_in_a_round_that_is_over(school):
    sign_with(school.desk(NUMBER))
    next_round(school)
    let_post(school, NUMBER)
    this, last = file_of(school).rounds[:2]
    assert [part.title for part in this.parts] == ["Personal accounts", "School accounts"]
    assert (last.round, last.state) == (ROUND, CheckState.SIGNED)
    assert [part.title for part in last.parts] == ["Personal accounts"]


def test_a_tick_for_the_new_year_before_its_round_opens_leaves_the_last_one_as_it_was(school):
    sign_with(school.desk(NUMBER))
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=2)
    let_post(school, NUMBER)
    assert (state_of(school), line_of(school).school) == (CheckState.SIGNED, None)
    assert school.desk(NUMBER).my_year().home().kind == "signed"
    next_round(school)
    assert line_of(school).school is CheckState.NOT_STARTED


def test_who_posted_in_a_round_that_is_over_and_signed_one_of_both_had_not_signed(posting):
    sign_with(posting.desk(NUMBER))
    next_round(posting)
    let_post(posting, NUMBER, posts=False)
    this, last = file_of(posting).rounds[:2]
    assert (len(this.parts), last.state) == (1, CheckState.IN_PROGRESS)


def test_an_export_holds_both_under_names_that_tell_them_apart_and_both_are_genuine(posting, tmp_path):
    theirs = posting.desk(NUMBER)
    sign_with(theirs)
    sign_school(theirs)
    office = posting.office()
    exporting = office.exporting()
    assert exporting.export(exporting.plan(ROUND), tmp_path, Existing.SKIP).saved == 2
    names = sorted(each.name for each in (tmp_path / DECLARATIONS).iterdir())
    assert names == [
        "2026-10-01 Declaration - Example, Łukasz.pdf",
        "2026-10-01 School accounts declaration - Example, Łukasz.pdf",
    ]
    found = office.checking().check([tmp_path / DECLARATIONS / name for name in names], lambda _: None)
    assert [each.verdict for each in found] == ["Genuine and unchanged"] * 2
    assert "School accounts" in (tmp_path / "index.csv").read_text(encoding="utf-8-sig")


def test_the_headteacher_opens_both_at_once_and_the_person_sees_what_was_opened(posting):
    theirs = posting.desk(NUMBER)
    sign_with(theirs)
    sign_school(theirs, [Given("links", ("mended",))])
    heads = posting.desk(HEAD)
    opened = heads.answers_of_one().open(person_of(heads, NUMBER).person, OpeningReason.QUESTION)
    assert [copy.reference for copy in opened.copies] == [f"D-2026-{NUMBER}", f"D-2026-{NUMBER}-S"]
    assert ("Links", "I found something and mended it") in opened.copies[1].answers
    held = posting.desk(NUMBER).held().mine()
    assert held.opened[-1].what == f"your answers in D-2026-{NUMBER}, D-2026-{NUMBER}-S"


def test_pictures_and_names_of_children_that_are_past_their_day_are_the_headteacher_s_to_know(posting):
    sign_school(posting.desk(NUMBER), [OPEN, Given("links", ("to-do",), until=DAY)])
    posting.clock.go_on(days=10)
    (late,) = posting.desk(HEAD).today().today().late
    assert (late.about, late.until) == ("photographs and videos (School accounts)", DAY)


def test_what_is_held_tells_both_checks_apart_and_that_somebody_posts(posting):
    theirs = posting.desk(NUMBER)
    theirs.my_check(SCHOOL).save(Given("links", ("mended",)))
    theirs.my_check().save(Given("accounts", ("facebook",)))
    words = " ".join(text_of(theirs.held().mine().pdf).split())
    assert f"The answers that you saved last in the check of {ROUND}, School accounts" in words
    assert "I found something and mended it" in words
    assert "You post for the school Yes" in words


def test_more_time_is_one_and_the_same_day_for_both(posting):
    theirs = posting.desk(NUMBER)
    sign_with(theirs)
    due = theirs.my_check(SCHOOL).more_time()
    assert due > date(2026, 10, 15)
    assert theirs.my_year().home().due == due
