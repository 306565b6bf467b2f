from __future__ import annotations

from datetime import date

import pytest
from tests.schools import School

from candour.app import set_up
from candour.domain.people import Office
from candour.domain.round_dates import round_name
from candour.errors import Refused
from candour.register import rounds as round_rows
from candour.resources import resource_text
from candour.sample import people as cast
from candour.services.people import new_person
from candour.services.place import Place
from candour.services.school import NewSchool

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


@pytest.mark.parametrize(
    ("year", "name"), [(2026, "2026–27"), (2008, "2008–09"), (2098, "2098–99"), (2099, "2099–00")]
)
def test_a_round_is_named_after_its_school_year(year, name):
    assert round_name(year) == name


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


def test_the_day_to_sign_by_is_not_before_the_first(school):
    rounds = school.office().rounds()
    with pytest.raises(Refused, match="not before the first day"):
        rounds.open_round(2027, OPENS, date(2027, 9, 5))
    assert rounds.open_round(2027, OPENS, OPENS).due == OPENS


@pytest.mark.parametrize("number", [cast.HEADTEACHER.number, cast.DEPUTY.number, cast.CLASS_TEACHER.number])
def test_only_hr_opens_a_round(school, number):
    with pytest.raises(Refused, match="Only somebody who is hr can do this"):
        school.desk(number).rounds().open_round(2027, OPENS, DUE)
