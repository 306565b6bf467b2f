from __future__ import annotations

from dataclasses import replace

import pytest
from tests.schools import TODAY, School, TestClock, there

from candour.app import set_up
from candour.domain.people import Office
from candour.errors import Refused
from candour.keys import certificates
from candour.keys.passphrases import WrongPassphrase
from candour.keys.school_keys import unwrap_school_keys
from candour.keys.secrets import new_secret, register_key, words_to_secret
from candour.register.engine import open_register
from candour.register.secrets import secret as secret_of
from candour.resources import resource_text
from candour.sample import people as cast
from candour.services.known import held_by, school_of
from candour.services.people import new_person
from candour.services.place import Place
from candour.services.school import RECOVERY, SCHOOL_KEYS, NewSchool
from candour.upkeep import prove_register

PACK = resource_text("policies", "milton-road-2025.toml")


def asked(**said):
    business = new_person(cast.BUSINESS_MANAGER, lambda _: "")
    return replace(NewSchool(cast.SCHOOL, business, cast.PASSPHRASE, PACK, cast.CONTACTS), **said)


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "set-up"
    folder.mkdir()
    (folder / "sample.json").write_text("{}", encoding="utf-8")  # light Argon2id, and a stand-in vault
    return School(Place(folder), "", TestClock())


def opened_in(place, **said):
    opened = set_up(place.building()).open_school(asked(**said))
    opened.session.register.close()
    return opened


def test_the_recovery_words_open_the_register_and_the_school_s_keys_again(place):
    words = opened_in(place).recovery_words
    assert len(words) == 24
    place.place.slots.unlink()
    secret = words_to_secret(" ".join(words))
    register = open_register(place.place.register, register_key(secret))
    with register.read() as at:
        school = school_of(at)
        wrapped = there(secret_of(at, RECOVERY, SCHOOL_KEYS))
    keys = unwrap_school_keys(wrapped, secret, register.register_id)
    assert keys.root.certificate == school.root
    assert keys.seal.certificate == school.seal
    assert keys.root.key_id == certificates.key_id_in(school.root)
    with pytest.raises(WrongPassphrase):
        unwrap_school_keys(wrapped, new_secret(), register.register_id)


def test_who_sets_the_school_up_is_hr_and_a_keeper_and_can_sign_in_at_once(place):
    opened = opened_in(place)
    signed_in = place.desk().sign_in.sign_in(cast.BUSINESS_MANAGER.number, cast.PASSPHRASE)
    assert signed_in.person == opened.session.person
    assert not signed_in.with_code
    with place.office().sign_in.session.register.read() as at:
        assert set(held_by(at, opened.session.person, TODAY)) == {Office.HR, Office.KEEPER}


def test_a_school_just_set_up_proves(place):
    opened_in(place)
    place.office()  # their signing in caches the register's key
    report = prove_register(place.place.folder, "", lambda: "")
    assert (report.entries, report.problems, report.flags) == (1, (), ())


def test_two_schools_share_no_key(place, tmp_path):
    first = opened_in(place)
    other = School(Place(tmp_path / "other"), "", place.clock)
    second = opened_in(other)
    assert set(first.recovery_words) != set(second.recovery_words)
    assert root_of(place, first) != root_of(other, second)


def root_of(school, opened):
    secret = words_to_secret(" ".join(opened.recovery_words))
    with open_register(school.place.register, register_key(secret)).read() as at:
        return school_of(at).root


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"pack_text": PACK.replace('kind = "choice"', 'kind = "chance"', 1)}, "Line 430"),
        ({"passphrase": "short"}, "12"),
        ({"passphrase": cast.BUSINESS_MANAGER.name}, "easily guessed"),
        ({"passphrase": cast.SCHOOL}, "easily guessed"),
    ],
    ids=["pack", "short", "own name", "the school's name"],
)
def test_what_cannot_stand_is_refused_before_anything_is_made(place, said, why):
    with pytest.raises(Refused, match=why):
        opened_in(place, **said)
    assert not place.place.register.exists()
    assert not place.place.slots.exists()


def test_a_second_school_is_not_set_up_over_the_first(place):
    opened_in(place)
    before = place.place.slots.read_bytes()
    with pytest.raises(Refused, match="There is a register"):
        opened_in(place)
    assert place.place.slots.read_bytes() == before
