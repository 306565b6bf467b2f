from __future__ import annotations

import shutil

import pytest
from tests.first_runs import DEPUTY, HEAD, ME, OFFICES, PASSPHRASE, asked_for, founded_in
from tests.schools import School, TestClock, enrolments_of, there

from candour.domain.setting_up import RecoveryAsked
from candour.errors import Refused
from candour.keys.secrets import new_secret, secret_to_words
from candour.register import people as people_rows
from candour.services.place import Place
from candour.services.recovery import NO_KEEPER, OTHER_REGISTER
from candour.upkeep import prove_register

NEW = "seven lanterns under gravel"


@pytest.fixture
def founded(tmp_path):
    founded = founded_in(tmp_path / "school")
    founded.founding().found(asked_for(founded.school.place.folder))
    return founded


@pytest.fixture
def words(founded):
    run = founded.school.desk(ME.number, PASSPHRASE).first_run()
    run.fill_offices(OFFICES)
    return " ".join(run.sheet().words)


def asked(founded, right_words, **said):
    about = {
        "folder": str(founded.school.place.folder),
        "words": right_words,
        "number": ME.number,
        "passphrase": NEW,
    }
    return RecoveryAsked(**(about | said))


def test_a_keeper_who_forgot_gets_in_with_the_words_and_can_invite_again(founded, words):
    founded.founding().recover(asked(founded, words))
    office = founded.school.desk(ME.number, NEW)
    with office.sign_in.session.register.read() as at:
        head = there(people_rows.find(at, HEAD.number))
    code = office.keepers().invite(head.person).code
    assert founded.school.desk().sign_in.sign_in(HEAD.number, code).name == HEAD.name
    assert founded.taken[-1].folder == founded.school.place.folder


def test_what_was_recovered_proves_and_is_seen_at_sign_in_and_waits_for_a_second_person(founded, words):
    founded.founding().recover(asked(founded, words))
    signed_in = founded.school.desk().sign_in.sign_in(ME.number, NEW)
    assert signed_in.show_keys
    assert [line.state for line in signed_in.keys][-1].startswith("waiting")
    folder = founded.school.place.folder
    report = prove_register(folder, ME.number, lambda: NEW)
    assert report.ok, report.problems


def test_the_old_passphrase_still_opens_what_was_sealed_to_the_old_key(founded, words):
    founded.founding().recover(asked(founded, words))
    old = founded.school.desk(ME.number, PASSPHRASE)
    assert len(enrolments_of(old, ME.number)) == 2
    assert old.sign_in.session.keys.signing.key_id == enrolments_of(old, ME.number)[0].key


def test_a_register_that_came_alone_to_a_fresh_folder_opens_with_the_words(founded, words, tmp_path):
    fresh = founded_in(tmp_path / "fresh home" / "school")
    shutil.copy(founded.school.place.register, fresh.school.place.register)
    assert not Place(fresh.school.place.folder).stands
    fresh.founding().recover(asked(fresh, words))
    assert fresh.school.desk().sign_in.sign_in(ME.number, NEW).setting_up is True
    with pytest.raises(Refused, match="does not match"):
        fresh.school.desk(ME.number, PASSPHRASE)


def test_a_register_moved_with_its_slots_opens_with_the_passphrase_alone(founded, tmp_path):
    shutil.copytree(founded.school.place.folder, tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "sample-vault.json").unlink(missing_ok=True)
    moved = School(Place(tmp_path / "elsewhere"), "", TestClock())
    assert moved.desk().sign_in.sign_in(ME.number, PASSPHRASE).setting_up


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"words": "abandon " * 23}, "has 24 words and you typed 23"),
        ({"words": "abandon " * 24}, "do not belong together"),
        ({"words": "zebraa " + "abandon " * 23}, "Word 1, “zebraa”"),
        ({"words": " ".join(secret_to_words(new_secret()))}, OTHER_REGISTER),
        ({"number": HEAD.number}, NO_KEEPER),
        ({"number": "99"}, NO_KEEPER),
        ({"passphrase": "short"}, "12"),
    ],
    ids=["too few", "checksum", "misread", "another school's", "no keeper", "nobody", "short"],
)
def test_what_is_wrong_is_said_and_nothing_has_changed(founded, words, said, why):
    before = founded.school.place.slots.read_bytes()
    with pytest.raises(Refused, match=why):
        founded.founding().recover(asked(founded, words, **said))
    assert founded.school.place.slots.read_bytes() == before
    assert len(enrolments_of(founded.school.desk(ME.number, PASSPHRASE), ME.number)) == 1


def test_the_second_keeper_may_use_the_sheet_too(founded, words):
    founded.founding().recover(asked(founded, words, number=DEPUTY.number))
    deputy = founded.school.desk(DEPUTY.number, NEW)
    assert deputy.slips().for_everyone().count == 1


def test_a_folder_without_a_register_is_refused(founded, words, tmp_path):
    with pytest.raises(Refused, match="no register in that folder"):
        founded.founding().recover(asked(founded, words, folder=str(tmp_path)))
