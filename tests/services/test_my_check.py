from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.schools import ROUND, TODAY, answer_all, held_office, person_of, sign_with, there

from candour.domain.checklist import Given
from candour.domain.people import Office
from candour.errors import Refused, Trouble
from candour.register import drafts as content_rows
from candour.register import rounds as round_rows
from candour.sample import people as cast
from candour.services.my_check import after_working_days
from candour.services.people import NewPerson

TEACHER = cast.CLASS_TEACHER.number


def latest_draft(theirs):
    session = theirs.sign_in.session
    with session.register.read() as at:
        row = there(content_rows.latest(at, session.person, ROUND, "personal"))
        return content_rows.content(at, row.content)


def test_an_answer_that_was_saved_comes_back_after_a_new_sign_in(school):
    given = Given("parents", ("still-there",), until=TODAY + timedelta(days=9))
    saved = school.desk(TEACHER).my_check().save(given)
    assert saved.answers == {"parents": given}
    assert saved.at == school.clock()
    assert school.desk(TEACHER).my_check().open().answers == {"parents": given}


def test_a_later_answer_to_the_same_question_takes_its_place(school):
    check = school.desk(TEACHER).my_check()
    check.save(Given("parents", ("none",)))
    check.save(Given("parents", ("removed",)))
    assert check.open().answers == {"parents": Given("parents", ("removed",))}


def test_several_answers_saved_at_once_are_one_entry(school):
    theirs = school.desk(TEACHER)
    before = theirs.sign_in.session.register.head().position
    saved = theirs.my_check().save(Given("parents", ("none",)), Given("pupils", ("none",)))
    assert set(saved.answers) == {"parents", "pupils"}
    assert theirs.sign_in.session.register.head().position == before + 1


def test_answers_that_are_no_longer_asked_for_go(school):
    check = school.desk(TEACHER).my_check()
    check.save(Given("pupils", ("removed",)))
    assert set(check.save(Given("pupils-reached-out", ("no",))).answers) == {"pupils", "pupils-reached-out"}
    assert set(check.save(Given("pupils", ("none",))).answers) == {"pupils"}
    assert set(check.save(Given("accounts", ("no-accounts",))).answers) == {"accounts"}
    assert set(check.open().answers) == {"accounts"}


def test_that_the_policy_was_opened_is_remembered_and_outlives_every_answer(school):
    check = school.desk(TEACHER).my_check()
    assert not check.open().policy_opened
    check.note_policy_opened()
    check.save(Given("parents", ("none",)))
    assert school.desk(TEACHER).my_check().open().policy_opened


def test_noting_the_policy_twice_writes_one_entry(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().note_policy_opened()
    before = theirs.sign_in.session.register.head()
    theirs.my_check().note_policy_opened()
    assert theirs.sign_in.session.register.head() == before


def test_nothing_is_answered_before_the_person_answers(school):
    opened = school.desk(TEACHER).my_check().open()
    assert opened.answers == {}
    assert opened.signed is None
    assert opened.round == ROUND


def test_more_time_moves_the_due_date_by_ten_working_days_and_for_nobody_else(school):
    theirs = school.desk(TEACHER)
    due = theirs.my_check().open().due
    later = theirs.my_check().more_time()
    assert (due.weekday(), later) == (4, due + timedelta(days=14))
    assert school.desk(TEACHER).my_check().open().due == later
    assert school.desk(cast.ASSISTANT.number).my_check().open().due == due


def test_more_time_is_taken_once_in_a_round_and_hr_can_give_more(school):
    theirs = school.desk(TEACHER)
    later = theirs.my_check().more_time()
    with pytest.raises(Refused, match=f"more time already, until {later.day} .* Ask Bertie"):
        theirs.my_check().more_time()
    assert theirs.my_check().open().due == later


def test_more_time_after_the_due_date_counts_from_today(school):
    school.clock.go_on(days=60)
    assert school.desk(TEACHER).my_check().more_time() == after_working_days(TODAY + timedelta(days=60), 10)


@pytest.mark.parametrize(
    ("start", "days", "end"),
    [
        (date(2026, 10, 1), 1, date(2026, 10, 2)),
        (date(2026, 10, 2), 1, date(2026, 10, 5)),
        (date(2026, 10, 3), 1, date(2026, 10, 5)),
        (date(2026, 10, 1), 10, date(2026, 10, 15)),
        (date(2026, 10, 3), 0, date(2026, 10, 3)),
    ],
)
def test_saturdays_and_sundays_are_no_working_days(start, days, end):
    assert after_working_days(start, days) == end


def test_more_time_tells_nobody_why(school):
    """Asking for advice is an extension like any other: one kind of entry, and a date as its only content."""
    theirs = school.desk(TEACHER)
    due = theirs.my_check().more_time()
    session = theirs.sign_in.session
    with session.register.read() as at:
        member = there(round_rows.in_round(at, ROUND, session.person))
        kinds = at.exec_driver_sql("SELECT kind, content FROM entries ORDER BY position DESC LIMIT 1").one()
        sealed = at.exec_driver_sql(
            "SELECT count(*) FROM sealed_contents WHERE entry = "
            "(SELECT uuid FROM entries ORDER BY position DESC LIMIT 1)"
        ).scalar_one()
    assert (member.round, member.person, member.due) == (ROUND, session.person, due)
    assert kinds.kind == "more time"
    assert sealed == 0


def test_somebody_who_was_left_out_of_the_round_has_nothing_to_do(school):
    office = school.office()
    (joiner,) = office.people().add((NewPerson("0077", "Nora Newly", "", "Cook", "Kitchen"),), kept_out=True)
    theirs = school.desk("0077", office.keepers().invite(joiner.person).code)
    with pytest.raises(Refused, match="Nothing to do now: no check is open for you"):
        theirs.my_check().open()
    with pytest.raises(Refused, match="Nothing to do now"):
        theirs.my_check().save(Given("parents", ("none",)))


def test_before_any_round_has_opened_there_is_nothing_to_do(school):
    school.clock.at = school.clock.at.replace(year=2025, month=9, day=1)
    with pytest.raises(Refused, match="Nothing to do now"):
        school.desk(TEACHER).my_check().open()


def test_after_signing_nothing_can_be_saved(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    head = theirs.sign_in.session.register.head()
    with pytest.raises(Refused, match="You have signed"):
        theirs.my_check().save(Given("parents", ("removed",)))
    with pytest.raises(Refused, match="You have signed"):
        theirs.my_check().more_time()
    assert theirs.sign_in.session.register.head() == head


def test_the_check_shows_what_was_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs, [Given("parents", ("look",), until=TODAY + timedelta(days=14))])
    line = theirs.my_check().open().signed
    assert (line.reference, line.round, line.signed_on) == ("D-2026-0004", ROUND, TODAY)
    assert (line.open_lines, line.next_date, line.sealed) == (1, TODAY + timedelta(days=14), False)
    school.office().sealing().seal_new()
    assert theirs.my_check().open().signed.sealed


def test_a_draft_is_sealed_to_its_author_alone(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(Given("parents", ("removed",)))
    assert set(latest_draft(theirs).keys) == {theirs.sign_in.session.keys.reading_id}


@pytest.mark.parametrize("number", [cast.BUSINESS_MANAGER.number, cast.HEADTEACHER.number, cast.DEPUTY.number])
def test_nobody_else_can_open_a_draft(school, number):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(Given("parents", ("removed",)))
    session, content = school.desk(number).sign_in.session, latest_draft(theirs)
    with pytest.raises(Trouble):
        theirs._smith.open(content, session.register.register_id, session.keys)
    # Nor with the key of the content, were it handed to them under their own name.
    (wrapped,) = content.keys.values()
    stolen = type(content)(content.content, content.ciphertext, {session.keys.reading_id: wrapped})
    with pytest.raises(Trouble):
        theirs._smith.open(stolen, session.register.register_id, session.keys)


def test_the_headteacher_s_office_cannot_open_a_draft(school):
    theirs, heads = school.desk(TEACHER), school.desk(cast.HEADTEACHER.number)
    theirs.my_check().save(Given("parents", ("removed",)))
    office, keys = held_office(heads, Office.HEADTEACHER), heads.sign_in.session.keys
    with pytest.raises(Trouble):
        heads._smith.open_for_office(latest_draft(theirs), office, keys)


def test_a_draft_of_keys_that_are_gone_starts_afresh(school):
    answer_all(school.desk(TEACHER))
    office = school.office()
    slip = office.keepers().invite(person_of(office, TEACHER).person)
    again = school.desk(TEACHER, slip.code).my_check()
    assert again.open().answers == {}
    assert set(again.save(Given("parents", ("removed",))).answers) == {"parents"}
