from __future__ import annotations

import shutil

import pytest

from candour.sample import people as cast
from candour.services.witness import Witness

PERSON = cast.CLASS_TEACHER.number
REGISTER_FILES = ("register.db", "register.db-wal", "register.db-shm")


def signed_in(school):
    opened = school.desk()
    found = opened.sign_in.sign_in(PERSON, cast.PASSPHRASE)
    return opened, found


def copy_of(school, folder):
    folder.mkdir()
    for name in REGISTER_FILES:
        if (school.place.folder / name).exists():
            shutil.copy(school.place.folder / name, folder / name)


def put_back(school, folder):
    for name in REGISTER_FILES:
        (school.place.folder / name).unlink(missing_ok=True)
        if (folder / name).exists():
            shutil.copy(folder / name, school.place.folder / name)


def test_a_register_that_goes_on_raises_no_doubt(school):
    for _ in range(2):
        opened, found = signed_in(school)
        assert found.doubt == ""
        opened.my_check().note_policy_opened()
        opened.sign_in.lock()


def test_a_register_put_back_from_a_copy_is_told_apart_until_it_is_right_again(school, tmp_path):
    opened, _ = signed_in(school)
    opened.sign_in.lock()
    copy_of(school, tmp_path / "copy")
    opened, _ = signed_in(school)
    opened.my_check().note_policy_opened()
    opened.sign_in.lock()
    copy_of(school, tmp_path / "right")
    put_back(school, tmp_path / "copy")
    for _ in range(2):
        opened, found = signed_in(school)
        assert "older than the one that this computer saw last" in found.doubt
        assert cast.BUSINESS_MANAGER.name in found.doubt
        opened.sign_in.lock()
    put_back(school, tmp_path / "right")
    assert signed_in(school)[1].doubt == ""


def test_another_entry_in_the_place_of_the_one_seen_is_told_apart(school, tmp_path):
    opened, _ = signed_in(school)
    opened.sign_in.lock()
    copy_of(school, tmp_path / "copy")
    opened, _ = signed_in(school)
    opened.my_check().note_policy_opened()
    opened.sign_in.lock()
    put_back(school, tmp_path / "copy")
    (school.place.folder / "seen-heads.json").rename(tmp_path / "kept")
    opened, _ = signed_in(school)
    opened.my_check().note_policy_opened()
    opened.sign_in.lock()
    (tmp_path / "kept").rename(school.place.folder / "seen-heads.json")
    assert "entry" in signed_in(school)[1].doubt
    assert "is another one" in signed_in(school)[1].doubt


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"a": 1}', "\x00"])
def test_a_damaged_memory_locks_nobody_out(school, damage):
    (school.place.folder / "seen-heads.json").write_text(damage, encoding="utf-8")
    assert signed_in(school)[1].doubt == ""


def test_the_memory_names_nobody(school, tmp_path):
    opened, _ = signed_in(school)
    file = tmp_path / "heads.json"
    Witness(file).remember(opened.sign_in.session.register)
    kept = file.read_text(encoding="utf-8")
    assert not [each.name for each in (cast.BUSINESS_MANAGER, *cast.OTHERS) if each.name in kept]
