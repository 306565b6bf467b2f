from __future__ import annotations

from datetime import date, timedelta

from tests.domain.packs_and_paths import answered_by, harbour
from tests.schools import ROUND, TODAY, answer_all, sign_with, some_request

from candour.domain.checklist import Given
from candour.sample import people as cast
from candour.services.check_lines import groups_of
from candour.services.people import NewPerson

TEACHER = cast.CLASS_TEACHER.number
OPEN = Given("parents", ("still-there",), until=TODAY + timedelta(days=9))


def test_before_the_first_answer_everything_is_still_to_be_asked(school):
    home = school.desk(TEACHER).my_year().home()
    (check,) = home.checks
    assert (home.kind, home.round) == ("open", ROUND)
    assert (check.done, check.of, check.stopped_at, check.begun) == (0, 12, "Your accounts", False)
    assert [group.title for group in check.groups] == [
        "Your accounts",
        "Family and others",
        "People who follow you or are your friends",
        "Being in touch",
        "Phone and e-mail",
        "Children and messages",
        "What you post",
    ]
    assert [group.of for group in check.groups] == [1, 1, 3, 1, 2, 2, 2]
    assert [group.first for group in check.groups][2:4] == ["parents", "in-touch"]
    assert home.due == school.desk(TEACHER).my_check().open().due
    assert (home.todos, home.telling, check.updating) == ((), False, False)


def test_a_check_under_way_says_where_it_stopped_and_how_far_each_group_is(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(Given("accounts", ("facebook",)), Given("parents", ("none",)))
    (check,) = theirs.my_year().home().checks
    assert (check.done, check.of, check.stopped_at) == (2, 12, "Family and others")
    assert [group.done for group in check.groups] == [1, 0, 1, 0, 0, 0, 0]
    assert check.groups[2].first == "pupils"


def test_a_question_whose_follow_up_waits_is_not_done_and_the_row_opens_the_follow_up(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(Given("pupils", ("removed",)), Given("parents", ("none",)))
    theirs.my_check().save(Given("ex-pupils", ("none",)))
    group = theirs.my_year().home().checks[0].groups[2]
    assert (group.done, group.of, group.first) == (2, 3, "pupils-reached-out")


def test_a_checklist_without_headings_is_one_group_and_two_waiting_follow_ups_are_one_question():
    checklist = harbour().checklists[0]
    plain = answered_by(checklist, {})
    (group,) = groups_of(checklist, plain)
    assert (group.title, group.done, group.of) == (checklist.title, group.of, 4)
    (group,) = groups_of(checklist, plain | {"written": Given("written", ("once",))})
    assert (group.done, group.of, group.first) == (3, 4, "who-knows")


def test_who_has_no_accounts_has_fewer_questions_and_no_empty_group(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(Given("accounts", ("no-accounts",)))
    (check,) = theirs.my_year().home().checks
    assert (check.done, check.of) == (1, 6)
    assert all(group.of for group in check.groups)
    assert "What you post" not in [group.title for group in check.groups]


def test_with_every_answer_given_the_check_waits_at_check_and_sign(school):
    theirs = school.desk(TEACHER)
    answer_all(theirs)
    home = theirs.my_year().home()
    (check,) = home.checks
    assert (home.kind, check.done, check.of, check.stopped_at) == ("open", 12, 12, "")


def test_after_signing_what_is_to_do_stands_beside_requests_and_declarations(school):
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    sign_with(theirs, [OPEN, Given("family", ("some",), requests=(reference,))])
    home = theirs.my_year().home()
    (check,) = home.checks
    assert (home.kind, check.done, check.of) == ("signed", 12, 12)
    assert [each.question for each in home.todos] == ["parents"]
    assert [(each.reference, each.who) for each in home.requests] == [(reference, "Quentin Quill")]
    assert [each.reference for each in home.declarations] == ["D-2026-0004", "D-2025-0004"]
    assert not check.updating


def test_a_begun_update_shows_and_the_check_stays_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    theirs.updating().begin(("parents",))
    home = theirs.my_year().home()
    (check,) = home.checks
    assert (home.kind, check.updating, check.done, check.stopped_at) == ("signed", True, 11, "Parents")


def test_the_next_check_opens_on_the_first_of_september_unless_a_round_says_otherwise(school):
    theirs = school.desk(TEACHER)
    assert theirs.my_year().home().next_opens == date(2027, 9, 1)
    school.office().rounds().open_round(2027, date(2027, 9, 13), date(2027, 10, 15))
    assert theirs.my_year().home().next_opens == date(2027, 9, 13)


def test_when_nobody_has_opened_the_next_check_in_time_no_day_is_promised(school):
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=1)
    assert school.desk(TEACHER).my_year().home().next_opens is None


def test_with_no_round_open_for_somebody_home_says_that_there_is_nothing_to_do(school):
    office = school.office()
    (joiner,) = office.people().add((NewPerson("0077", "Nora Newly", "", "Cook", "Kitchen"),), kept_out=True)
    home = school.desk("0077", office.keepers().invite(joiner.person).code).my_year().home()
    assert (home.kind, home.round, home.due, home.checks) == ("nothing", "", None, ())
    assert home.next_opens == date(2027, 9, 1)


def test_who_turns_a_year_finds_the_new_check_open_and_last_year_s_in_the_record(school):
    sign_with(school.desk(TEACHER), [OPEN])
    school.office().rounds().open_round(2027, date(2027, 9, 13), date(2027, 10, 15))
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=20)
    theirs = school.desk(TEACHER)
    home = theirs.my_year().home()
    assert (home.kind, home.round, home.checks[0].done) == ("open", "2027–28", 0)
    assert [each.reference for each in home.declarations] == ["D-2026-0004", "D-2025-0004"]
    assert theirs.my_check().open().last_year["accounts"].choices == ("facebook", "instagram")
    assert theirs.my_record().mine().declarations == home.declarations
