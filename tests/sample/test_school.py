from __future__ import annotations

import pytest
from tests.schools import TODAY, dump

from candour.register import declarations as declaration_rows
from candour.register import rounds as round_rows
from candour.sample import people as cast
from candour.sample.clock import school_year
from candour.upkeep import prove_register

EARLIER = {"D-2025-0001", "D-2025-0002", "D-2025-0003", "D-2025-0004", "D-2025-0038"}


def test_six_people_who_are_plainly_invented(school):
    names = {row["name"] for row in dump(school.register())["person"]}
    assert len(names) == 6
    assert {name.split()[-1] for name in names} == {"Example", "Sample", "Mẫu"}


def test_an_earlier_round_is_signed_by_everybody_of_then_and_sealed(school):
    with school.register().read() as at:
        (this, earlier) = round_rows.rounds(at)
        declared = declaration_rows.of_round(at, earlier.round)
        assert {each.reference for each in declared} == EARLIER
        assert all(declaration_rows.sealed(at, each.reference) for each in declared)
        assert {each.signed_on.year for each in declared} == {2025}
    assert (this.round, earlier.round) == ("2026–27", "2025–26")


def test_this_year_s_round_is_open_and_nobody_has_signed(school):
    for number in (cast.BUSINESS_MANAGER.number, cast.HEADTEACHER.number, cast.ASSISTANT.number):
        opened = school.desk(number).my_check().open()
        assert (opened.round, opened.signed, opened.answers) == ("2026–27", None, {})
        assert opened.due > TODAY


def test_the_newcomer_comes_with_the_code_and_everybody_else_with_the_passphrase(school):
    words = school.place.sample_words()
    assert (words.passphrase, words.newcomer, words.code) == (cast.PASSPHRASE, cast.SUPERVISOR.name, school.code)
    assert school.desk(cast.SUPERVISOR.number, words.code).my_check().open().answers == {}


def test_every_key_is_good_and_nothing_waits(school):
    for each in (cast.BUSINESS_MANAGER, *cast.OTHERS[:-1]):
        assert [line.state for line in school.desk().sign_in.sign_in(each.number, cast.PASSPHRASE).keys] == ["good"]


def test_the_sample_school_proves(school):
    report = prove_register(school.place.folder, "", lambda: "")
    assert report.problems == ()
    assert report.flags == ()
    assert report.entries > 40


@pytest.mark.parametrize(("month", "day", "year"), [(8, 31, 2025), (9, 1, 2026), (12, 31, 2026)])
def test_a_school_year_begins_in_september(month, day, year):
    assert school_year(TODAY.replace(month=month, day=day)) == year
