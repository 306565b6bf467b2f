from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.first_runs import (
    DEPUTY,
    HEAD,
    ME,
    NAME,
    OFFICES,
    PASSPHRASE,
    PASTED,
    POLICY,
    asked_for,
    founded_in,
)
from tests.schools import TODAY, there

from candour.domain.people import Office
from candour.domain.setting_up import OfficeAsked, SomebodyAsked
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register.engine import open_register
from candour.services.known import held_by
from candour.upkeep import prove_register


@pytest.fixture
def founded(tmp_path):
    return founded_in(tmp_path / "school")


@pytest.fixture
def office(founded):
    founded.founding().found(asked_for(founded.school.place.folder))
    return founded.school.desk(ME.number, PASSPHRASE)


def check(run):
    sheet = run.sheet()
    run.check_sheet({place: sheet.words[place - 1] for place in sheet.places})


def test_each_step_follows_from_the_register_alone(founded, office, tmp_path):
    def step():
        return founded.school.desk(ME.number, PASSPHRASE).first_run().standing().step

    run = office.first_run()
    assert step() == "offices"
    run.fill_offices(OFFICES)
    assert step() == "policy"
    run.adopt(POLICY)
    assert step() == "people"
    run.paste_people(PASTED)
    assert step() == "backup"
    run.back_up_to(tmp_path / "second")
    assert step() == "recovery"
    check(run)
    assert step() == "ready"
    office.sign_in.lock()
    report = prove_register(founded.school.place.folder, ME.number, lambda: PASSPHRASE)
    assert report.ok, report.problems


def test_who_sets_up_is_told_that_it_goes_on_until_a_round_is_open(founded, office):
    assert founded.school.desk().sign_in.sign_in(ME.number, PASSPHRASE).setting_up
    office.first_run().fill_offices(OFFICES)
    code = office.keepers().invite(person(office, DEPUTY.number)).code
    assert not founded.school.desk().sign_in.sign_in(DEPUTY.number, code).setting_up


def person(office, number):
    with office.sign_in.session.register.read() as at:
        return there(people_rows.find(at, number)).person


def held(office, number):
    with office.sign_in.session.register.read() as at:
        return set(held_by(at, person(office, number), TODAY))


def test_the_offices_stand_as_they_were_filled_in(office):
    run = office.first_run()
    run.fill_offices(OFFICES)
    assert held(office, "2") == {Office.HEADTEACHER, Office.DESIGNATED_LEAD}
    assert held(office, "3") == {Office.DEPUTY_LEAD, Office.KEEPER}
    standing = run.standing().offices
    assert set(standing.people) == {HEAD, DEPUTY}
    assert set(standing.outside) == set(OFFICES.outside)
    assert OfficeAsked(Office.DEPUTY_LEAD, "3", "Room 2", "01632 960 102") in standing.offices


def test_offices_filled_again_are_mended_and_nobody_holds_one_twice(office):
    run = office.first_run()
    run.fill_offices(OFFICES)
    other = SomebodyAsked("7", "Kit Keeper-Invented")
    mended = replace(
        OFFICES,
        people=(replace(HEAD, name="Hal Head-Otherwise"), DEPUTY, other),
        offices=(*OFFICES.offices[:3], OfficeAsked(Office.KEEPER, "7")),
    )
    run.fill_offices(mended)
    assert held(office, "3") == {Office.DEPUTY_LEAD}
    assert held(office, "7") == {Office.KEEPER}
    assert held(office, ME.number) == {Office.HR, Office.KEEPER}
    assert "Hal Head-Otherwise" in {each.name for each in run.standing().offices.people}


@pytest.mark.parametrize(
    ("offices", "why"),
    [
        (OFFICES.offices[1:], "Say who is headteacher"),
        (OFFICES.offices[:3], "Say who is keeper"),
        ((*OFFICES.offices[:3], OfficeAsked(Office.KEEPER, ME.number)), "somebody else than you"),
    ],
    ids=["no head", "one keeper", "myself twice"],
)
def test_two_keepers_and_a_head_are_needed(office, offices, why):
    with pytest.raises(Refused, match=why):
        office.first_run().fill_offices(replace(OFFICES, offices=offices))
    assert office.first_run().standing().step == "offices"


def test_one_number_for_two_people_is_refused(office):
    with pytest.raises(Refused, match="twice"):
        office.first_run().fill_offices(replace(OFFICES, people=(HEAD, replace(DEPUTY, number="0002"))))


def test_the_headteacher_who_sets_up_gets_the_office_s_key_and_its_sheet_at_once(founded, office):
    run = office.first_run()
    mine = replace(
        OFFICES,
        people=(DEPUTY,),
        offices=(
            OfficeAsked(Office.HEADTEACHER, ME.number),
            OfficeAsked(Office.DESIGNATED_LEAD, ME.number),
            *OFFICES.offices[2:],
        ),
    )
    run.fill_offices(mine)
    assert not run.standing().head_ready
    assert len(office.sign_in.take_offices()) == 24
    assert run.standing().head_ready
    assert office.sign_in.take_offices() == ()
    assert founded.school.desk().sign_in.sign_in(ME.number, PASSPHRASE).office_sheet == ()


def test_who_was_given_an_office_after_enrolling_gets_its_key_at_the_next_sign_in(founded, office):
    office.first_run().fill_offices(OFFICES)
    deputy = founded.school.desk()
    deputy.sign_in.sign_in("3", office.keepers().invite(person(office, "3")).code)
    deputy.passphrase().choose(PASSPHRASE)
    office.people().appoint(Office.CHAIR, person(office, "3"))
    again = founded.school.desk().sign_in
    assert len(again.sign_in("3", PASSPHRASE).office_sheet) == 24
    assert again.sign_in("3", PASSPHRASE).office_sheet == ()


def test_the_policy_carries_the_school_s_answer_and_promise(office):
    run = office.first_run()
    run.adopt(POLICY)
    pack = run.standing().pack
    assert (pack.school, pack.choices[0].chosen) == (NAME, "consent")
    assert pack.promise.words == POLICY.promise
    assert pack.promise.agreed_with == "staff and unions"


def test_a_pack_with_an_error_leaves_the_one_in_force(office):
    run = office.first_run()
    with pytest.raises(Refused, match="Line 1"):
        run.adopt(replace(POLICY, pack_text="title ="))
    assert run.standing().step == "offices"
    assert run.standing().pack.choices[0].chosen == ""


def test_people_are_added_by_hand_and_by_pasting(office):
    run = office.first_run()
    run.add_person(SomebodyAsked("6", "Sam Single-Invented"))
    assert run.paste_people(PASTED) == 2
    assert [each.number for each in run.standing().staff] == ["6", "4", "5"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("4,A\n,B\n5", "Line 2: .*\nLine 3: "),
        ("", "at least one line"),
        ("1, Somebody Else", "Staff number 1 is taken"),
        ('4,"open', "Line 1"),
        ("4,名", "cannot print"),
    ],
    ids=["lines", "empty", "taken", "quote", "font"],
)
def test_what_cannot_be_pasted_is_named_and_nothing_is_added(office, text, why):
    run = office.first_run()
    with pytest.raises(Refused, match=why):
        run.paste_people(text)
    assert run.standing().staff == ()


def test_the_first_back_up_opens_with_the_register_s_key(office, tmp_path):
    run = office.first_run()
    made = run.back_up_to(tmp_path / "OneDrive" / "candour")
    copy = open_register(moved(made, tmp_path), office.sign_in.session.slot.register_key)
    with copy.read() as at:
        assert there(people_rows.school(at)).name == NAME
    assert run.standing().backup == str(made.parent)
    assert run.back_up_to(made.parent).name == made.name
    assert run.back_up_to(made.parent).name != made.name


def moved(made, tmp_path):
    """Take a back-up out of its synced folder, from where no register opens."""
    target = tmp_path / "restored" / "register.db"
    target.parent.mkdir()
    return made.rename(target)


def test_a_back_up_beside_the_register_is_refused(founded, office):
    for folder in (founded.school.place.folder, founded.school.place.folder / "inside"):
        with pytest.raises(Refused, match="where the register itself lies"):
            office.first_run().back_up_to(folder)
    assert office.first_run().standing().backup == ""


def test_the_words_stay_readable_until_the_sheet_is_checked_and_are_then_gone(founded, office):
    first = office.first_run().sheet()
    run = founded.school.desk(ME.number, PASSPHRASE).first_run()
    assert run.sheet().words == first.words
    place = first.places[0]
    with pytest.raises(Refused, match=f"Look at word {place} on"):
        run.check_sheet({**{p: first.words[p - 1] for p in first.places}, place: "wrong"})
    with pytest.raises(Refused, match="all three"):
        run.check_sheet({place: first.words[place - 1]})
    assert run.sheet().words == first.words
    run.check_sheet({p: f" {first.words[p - 1].upper()} " for p in first.places})
    with pytest.raises(Refused, match="on paper alone"):
        run.sheet()


def text_of(pdf, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


def test_slips_are_for_everybody_who_has_not_signed_in(founded, office, tmp_path):
    office.first_run().fill_offices(OFFICES)
    made = office.slips().for_everyone()
    words = text_of(made.pdf, tmp_path)
    assert (made.count, made.until) == (2, TODAY + timedelta(days=30))
    assert HEAD.name in words
    assert ME.name in words  # as whom to ask for a new code, never with one of their own
    assert f"Staff number {ME.number}\n" not in words
    again = text_of(office.slips().for_everyone().pdf, tmp_path)
    assert codes(words).isdisjoint(codes(again))
    head = founded.school.desk().sign_in
    assert head.sign_in("2", code_of(HEAD.name, again)).name == HEAD.name
    assert office.slips().for_everyone().count == 1


def codes(words):
    return set(re.findall(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){3}", words))


def code_of(name, words):
    return there(re.search(rf"{name}.*?([A-Z2-7]{{4}}(?:-[A-Z2-7]{{4}}){{3}})", words, re.DOTALL))[1]


def test_the_round_waits_for_the_headteacher(founded, office):
    run = office.first_run()
    run.fill_offices(OFFICES)
    with pytest.raises(Refused, match="once the Headteacher has signed in"):
        run.open_round(TODAY, TODAY + timedelta(days=42))
    code = office.keepers().invite(person(office, "2")).code
    assert len(founded.school.desk().sign_in.sign_in("2", code).office_sheet) == 24
    assert run.open_round(TODAY, TODAY + timedelta(days=42)) == "2026–27"
    assert not founded.school.desk().sign_in.sign_in(ME.number, PASSPHRASE).setting_up
