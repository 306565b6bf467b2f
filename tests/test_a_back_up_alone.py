"""A school that has lost everything but a back-up and the recovery words on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tests.first_runs import DEPUTY, HEAD, ME, OFFICES, PASSPHRASE, PASTED, POLICY, asked_for, founded_in
from tests.schools import TODAY, person_of, sign_with
from tests.years import Year, confirm_and_sign, the_office_holders_confirm_each_other, the_year_turns

from candour.domain.setting_up import RecoveryAsked
from candour.upkeep import back_up_register

if TYPE_CHECKING:
    from pathlib import Path

    from candour.services.desk import Desk

TEO, ANN = "4", "5"
FRESH = "seven lanterns under gravel"


def set_up_without_windows(tmp: Path) -> Year:
    """Set the same school up as its windows do, up to an open check."""
    founded = founded_in(tmp / "first home" / "school")
    founded.founding().found(asked_for(founded.school.place.folder))
    year = Year(founded.school, tmp, {ME.number: PASSPHRASE}, (), "")
    office = year.desk(ME.number)
    run = office.first_run()
    run.fill_offices(OFFICES)
    run.adopt(POLICY)
    run.paste_people(PASTED)
    run.back_up_to(tmp / "second place")
    sheet = run.sheet()
    run.check_sheet({place: sheet.words[place - 1] for place in sheet.places})
    year.words = sheet.words
    everyone_comes(year, office, "first")
    run.open_round(TODAY, TODAY + timedelta(days=42))
    office.sign_in.lock()
    return year


def everyone_comes(year: Year, office: Desk, when: str) -> None:
    """Give everybody but HR a code, and have them choose a passphrase with it."""
    for number in (HEAD.number, DEPUTY.number, TEO, ANN):
        slip = office.keepers().invite(person_of(office, number).person)
        year.enrol(number, slip.code, f"{when} umbrella of number {number}")


def test_a_back_up_alone_is_enough_for_a_school_to_go_on_with_its_words_and_new_slips(tmp_path):
    year = set_up_without_windows(tmp_path)
    the_office_holders_confirm_each_other(year)
    for number in year.secrets:
        theirs = year.desk(number)
        sign_with(theirs)
        theirs.sign_in.lock()
    assert year.seal(ME.number) == 5
    first = year.all_genuine()
    fresh = founded_in(year.tmp / "fresh home" / "school")
    fresh.school.clock = year.school.clock
    back_up_register(year.folder, fresh.school.place.register, ME.number, lambda: PASSPHRASE)
    year.school = fresh.school
    fresh.founding().recover(RecoveryAsked(str(year.folder), " ".join(year.words), ME.number, FRESH))
    year.secrets = {ME.number: FRESH}
    office = year.desk(ME.number)
    everyone_comes(year, office, "second")
    office.sign_in.lock()
    assert year.confirm(HEAD.number) == (ME.name,)
    assert year.confirm(ME.number) == (HEAD.name,)
    assert year.confirm(HEAD.number) == (DEPUTY.name, "Teo Teacher-Invented", "Ann Aide-Invented")
    # The Headteacher holds no key of the school's to pass on: the second keeper still needs the first.
    assert year.confirm(ME.number) == (DEPUTY.name,)
    assert year.confirm(ME.number) == ()
    year.holds()
    the_year_turns(year)
    for number in year.secrets:
        assert confirm_and_sign(year, number).last_year == {}
    assert year.seal(DEPUTY.number) == 5
    assert len(year.all_genuine() - first) == 5
    year.holds()
