from __future__ import annotations

import dataclasses
from types import SimpleNamespace

import pytest

from candour.errors import Refused
from candour.keys.enrolment import check_enrolment
from candour.keys.passphrases import LIGHT, WrongPassphrase
from candour.keys.sealing import NotReadable
from candour.keys.slots import SlotsFile
from candour.keys.smith import Smith

SMITH = Smith(LIGHT)
SCHOOL = SMITH.new_school("Larkspurton Test School")


def enrolled(name, person):
    code = SMITH.new_code()
    authority, blob = SMITH.invite(SCHOOL, name, code, f"invitation of {person}")
    accepted = SimpleNamespace(
        register="register-1",
        person=person,
        invitation=f"invitation of {person}",
        root=SCHOOL.root.certificate,
        authority=authority,
        blob=blob,
    )
    return accepted, code, SMITH.enrol(accepted, code, "2026-09-07T15:42:00+01:00")


@pytest.fixture
def slots(tmp_path):
    file = SlotsFile(tmp_path / "register.slots")
    file.create("register-1", LIGHT)
    return file


def test_an_invitation_and_its_code_make_an_enrolment_that_can_be_checked():
    accepted, _, new = enrolled("Odalric Testington", "person-1")
    stated = check_enrolment(
        new.statement, new.authority_signature, accepted.authority, new.keys.signing.certificate, accepted.root
    )
    assert (stated.register_id, stated.person_id) == ("register-1", "person-1")
    assert stated.signing_id == new.keys.signing.key_id


def test_another_code_makes_no_enrolment():
    accepted, _, _ = enrolled("Odalric Testington", "person-1")
    with pytest.raises(WrongPassphrase):
        SMITH.enrol(accepted, SMITH.new_code(), "now")


def test_a_persons_keys_are_kept_under_what_opened_their_slot(slots):
    _, code, new = enrolled("Odalric Testington", "person-1")
    blob = SMITH.keep(new.keys, slots.add("person-1", ["38"], code, "code", bytes(32)))
    again = SMITH.unlock(blob, slots.open("38", code))
    assert (again.signing.key_id, again.reading_id) == (new.keys.signing.key_id, new.keys.reading_id)


def test_keys_kept_for_one_slot_do_not_unlock_with_another(slots):
    _, code, new = enrolled("Odalric Testington", "person-1")
    blob = SMITH.keep(new.keys, slots.add("person-1", ["38"], code, "code", bytes(32)))
    other = slots.add("person-1", ["38"], "four invented words here", "passphrase", bytes(32))
    with pytest.raises(WrongPassphrase):
        SMITH.unlock(blob, other)


def test_sealed_content_opens_for_its_author_and_through_the_office_it_is_for():
    author, head, hr = (enrolled(name, name)[2].keys for name in ("A Author", "H Head", "B Office"))
    made = SMITH.new_office("register-1", "headteacher", head.reading_id, SMITH.new_secret())
    held = SimpleNamespace(
        register="register-1", office="headteacher", reading_id=made.reading_id, for_holder=made.for_holder
    )
    content = SMITH.seal(b"an answer", (author.reading_id, made.reading_id), "register-1", "content-1")
    assert SMITH.open(content, "register-1", author) == b"an answer"
    assert SMITH.open_for_office(content, held, head) == b"an answer"
    with pytest.raises(NotReadable):
        SMITH.open_for_office(content, held, hr)


def test_sealed_content_stays_in_its_place():
    author = enrolled("A Author", "person-1")[2].keys
    content = SMITH.seal(b"an answer", (author.reading_id,), "register-1", "content-1")
    moved = dataclasses.replace(content, content="content-2")
    with pytest.raises(NotReadable):
        SMITH.open(moved, "register-1", author)
    with pytest.raises(NotReadable):
        SMITH.open(content, "register-2", author)


def test_a_keeper_opens_the_schools_keys_that_were_kept_for_them():
    keeper, other = (enrolled(name, name)[2].keys for name in ("K Keeper", "O Other"))
    blob = SMITH.keep_school_for_keeper(SCHOOL, keeper.reading_id, "register-1")
    assert SMITH.open_school(blob, keeper, "register-1").root.key_id == SCHOOL.root.key_id
    with pytest.raises(NotReadable):
        SMITH.open_school(blob, other, "register-1")


def test_words_codes_and_passphrases_are_those_of_the_keys():
    assert len(SMITH.words(SMITH.new_secret())) == 24
    SMITH.check_passphrase(SMITH.proposed_passphrase(), ())
    with pytest.raises(Refused):
        SMITH.check_passphrase("short", ())
    assert len(SMITH.six_words(SCHOOL.root.key_id)) == 6
