from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.documents.reading import text_of
from tests.schools import ROUND, TODAY, School, person_of, proved, sign_with, there

from candour.app import set_up
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import rounds as round_rows
from candour.resources import resource_text
from candour.sample import people as cast
from candour.services.people import NewPerson, new_person
from candour.services.place import Place
from candour.services.school import NewSchool

TEACHER = cast.CLASS_TEACHER.number
OPENS, DUE = date(2027, 9, 6), date(2027, 10, 15)


def new_school(school, folder):
    """Set up a school in which nobody but the business manager has signed in."""
    new = School(Place(folder), "", school.clock)
    folder.mkdir()
    (folder / "sample.json").write_text("{}", encoding="utf-8")
    pack = resource_text("policies", "milton-road-2025.toml")
    business = new_person(cast.BUSINESS_MANAGER, lambda _: "")
    opened = set_up(new.building()).open_school(NewSchool(cast.SCHOOL, business, cast.PASSPHRASE, pack, ()))
    opened.session.register.close()
    return new


def test_a_round_opens_only_once_the_headteacher_has_signed_in(school, tmp_path):
    new = new_school(school, tmp_path / "new")
    office = new.office()
    (head,) = office.people().add((cast.HEADTEACHER,))
    office.people().appoint(Office.HEADTEACHER, head.person)
    slip = office.keepers().invite(head.person)
    with pytest.raises(Refused, match="once the Headteacher has signed in: give them their slip first"):
        office.rounds().open_round(2026, date(2026, 9, 7), date(2026, 10, 16))
    assert len(new.desk().sign_in.sign_in(cast.HEADTEACHER.number, slip.code).office_sheet) == 24
    opened = office.rounds().open_round(2026, date(2026, 9, 7), date(2026, 10, 16))
    assert opened.round == "2026–27"
    assert new.office().my_check().open().due == date(2026, 10, 16)


def test_everybody_who_is_here_is_in_the_round_with_its_due_date(school):
    office = school.office()
    opened = office.rounds().open_round(2027, OPENS, DUE)
    with office.sign_in.session.register.read() as at:
        members = round_rows.members(at, opened.round)
    assert len(members) == 6
    assert {each.due for each in members} == {DUE}


def test_a_round_that_has_not_opened_yet_leaves_the_running_one(school):
    office = school.office()
    office.rounds().open_round(2027, OPENS, DUE)
    assert school.office().my_check().open().round == "2026–27"
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=6)
    assert school.office().my_check().open().round == "2027–28"


def test_a_year_is_opened_once(school):
    with pytest.raises(Refused, match="The check of 2026–27 is open already"):
        school.office().rounds().open_round(2026, date(2026, 9, 7), date(2026, 10, 16))


def test_a_check_opens_after_the_one_before_it(school):
    """Else the older would go on as the running one."""
    rounds = school.office().rounds()
    with pytest.raises(Refused, match=r"Choose a first day after .* 2026, when the check before it opened"):
        rounds.open_round(2024, date(2024, 9, 9), date(2024, 10, 15))


def test_the_day_to_sign_by_is_not_before_the_first(school):
    rounds = school.office().rounds()
    with pytest.raises(Refused, match="not before the first day"):
        rounds.open_round(2027, OPENS, date(2027, 9, 5))
    assert rounds.open_round(2027, OPENS, OPENS).due == OPENS


@pytest.mark.parametrize("number", [cast.HEADTEACHER.number, cast.DEPUTY.number, cast.CLASS_TEACHER.number])
def test_only_hr_opens_a_round(school, number):
    with pytest.raises(Refused, match="Only somebody who is hr can do this"):
        school.desk(number).rounds().open_round(2027, OPENS, DUE)


def members_of(office, name=ROUND):
    with office.sign_in.session.register.read() as at:
        return {each.person: each.due for each in round_rows.members(at, name)}


def kept_out_of(office, name=ROUND):
    with office.sign_in.session.register.read() as at:
        return round_rows.kept_out(at, name)


def test_who_is_left_out_is_written_down_and_has_no_check(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    opened = office.rounds().open_round(2027, OPENS, DUE, (teacher,))
    assert teacher not in members_of(office, opened.round)
    assert kept_out_of(office, opened.round) == {teacher}
    school.clock.at = school.clock.at.replace(year=2027, month=9, day=6)
    theirs = school.desk(TEACHER)
    assert theirs.my_year().home().kind == "nothing"
    assert "That you were left out of the check of 2027–28" in {line.what for line in theirs.held().mine().lines}
    view = there(school.office().rounds_reading().view().running)
    assert (view.of, view.kept_out) == (5, 1)


def test_a_round_for_nobody_is_refused(school):
    office = school.office()
    everybody = tuple(members_of(office))
    with pytest.raises(Refused, match="Nobody is left in the check"):
        office.rounds().open_round(2027, OPENS, DUE, everybody)


def test_who_was_left_out_can_be_added_later_with_a_day_of_their_own(school):
    office = school.office()
    teacher = person_of(office, TEACHER).person
    office.rounds().open_round(2027, OPENS, DUE, (teacher,))
    ground = office.rounds_reading().change("2027–28")
    assert [each.person for each in ground.outside] == [teacher]
    office.rounds().bring_in("2027–28", (teacher,), date(2027, 11, 1))
    assert members_of(office, "2027–28")[teacher] == date(2027, 11, 1)
    assert kept_out_of(office, "2027–28") == set()
    with pytest.raises(Refused, match="is in the check already"):
        office.rounds().bring_in("2027–28", (teacher,), date(2027, 11, 1))
    with pytest.raises(Refused, match="today or later"):
        office.rounds().bring_in("2027–28", (teacher,), TODAY - timedelta(days=1))
    assert proved(school).ok


def test_nobody_who_has_left_is_added(school):
    office = school.office()
    person = office.people().add((NewPerson("0091", "Nia New", "", "Cook", ""),), kept_out=True)[0].person
    office.people().leave(person, TODAY)
    with pytest.raises(Refused, match="Nia New has left"):
        office.rounds().bring_in(ROUND, (person,), TODAY)


def test_a_moved_day_is_for_who_has_not_signed_and_keeps_later_days(school):
    office = school.office()
    signer, later = person_of(office, TEACHER).person, person_of(office, cast.ASSISTANT.number).person
    sign_with(school.desk(TEACHER))
    was = members_of(office)
    office.people().ask_by(later, max(was.values()) + timedelta(days=60))
    own = members_of(office)[later]
    moved = office.rounds().move_due(ROUND, TODAY + timedelta(days=3))
    now = members_of(office)
    assert moved == len(was) - 1
    assert (now[signer], now[later]) == (was[signer], own)
    assert {now[each] for each in now if each not in (signer, later)} == {TODAY + timedelta(days=3)}
    assert there(office.rounds_reading().view().running).due == TODAY + timedelta(days=3)
    assert there(school.office().register_view().current()).due == TODAY + timedelta(days=3)


def test_a_moved_day_is_not_past_and_not_before_the_first(school):
    office = school.office()
    with pytest.raises(Refused, match="today or later"):
        office.rounds().move_due(ROUND, TODAY - timedelta(days=1))
    office.rounds().open_round(2027, OPENS, DUE)
    with pytest.raises(Refused, match="not before the first day"):
        office.rounds().move_due("2027–28", TODAY)
    with pytest.raises(Refused, match="There is no check called 2031–32"):
        office.rounds().move_due("2031–32", TODAY)


@pytest.mark.parametrize("number", [cast.HEADTEACHER.number, TEACHER])
def test_only_hr_sees_and_changes_rounds(school, number):
    theirs = school.desk(number)
    reading, rounds = theirs.rounds_reading(), theirs.rounds()
    for work in (
        reading.view,
        reading.start,
        lambda: reading.change(ROUND),
        lambda: rounds.move_due(ROUND, DUE),
        lambda: rounds.bring_in(ROUND, (), DUE),
    ):
        with pytest.raises(Refused, match="Only somebody who is hr"):
            work()


def test_what_is_proposed_comes_from_the_newest_round(school):
    ground = school.office().rounds_reading().start()
    assert (ground.last, ground.proposed.year, len(ground.people)) == (ROUND, 2027, 6)
    assert {ground.proposed.opens.weekday(), ground.proposed.due.weekday()} <= {0, 1, 2, 3, 4}
    assert set(ground.names) == {ROUND, "2025–26"}


def test_the_review_shows_from_90_days_before_it(school):
    assert school.office().rounds_reading().view().review is None
    school.clock.at = school.clock.at.replace(year=2026, month=11, day=3)
    assert there(school.office().rounds_reading().view().review).last == date(2027, 2, 28)


def test_slips_are_for_who_is_to_sign_and_has_no_key(school):
    office = school.office()
    view = office.rounds_reading().view()
    assert (view.need_codes, view.unused, view.gives_codes) == (1, 1, True)
    made = office.slips().for_round()
    assert made.count == 1
    assert cast.SUPERVISOR.name in text_of(made.pdf)
    person = office.people().add((NewPerson("0091", "Nia New", "", "Cook", ""),))[0]
    assert office.rounds_reading().view().need_codes == 2
    office.people().leave(person.person, TODAY)
    assert office.rounds_reading().view().need_codes == 1


def test_for_a_check_that_opens_late_slips_wait(school):
    office = school.office()
    office.rounds().open_round(2027, OPENS, DUE)
    assert office.rounds_reading().view().slips_from == OPENS - timedelta(days=14)
    school.clock.at = school.clock.at.replace(year=2027, month=8, day=23)
    assert school.office().rounds_reading().view().slips_from is None
