from __future__ import annotations

import os

import pytest
from tests.first_runs import ME, PASSPHRASE, asked_for, founded_in
from tests.schools import School, TestClock

from candour.app import data_folder
from candour.errors import Refused
from candour.founding import MAKING, Founding
from candour.services.place import Place


@pytest.fixture
def founded(tmp_path):
    return founded_in(tmp_path / "school")


def test_a_school_stands_where_it_was_asked_for_and_nothing_else_is_left(founded):
    folder = founded.school.place.folder
    founded.founding().found(asked_for(folder))
    assert founded.taken[-1].stands
    names = {each.name for each in folder.iterdir()}
    assert names == {"register.db", "slots.json", "sample.json"}
    assert founded.school.desk().sign_in.sign_in(ME.number, PASSPHRASE).setting_up


@pytest.mark.parametrize("left_over", ["nothing moved", "slots moved"])
def test_what_a_cut_left_behind_is_cleared_at_the_next_try(founded, left_over):
    place = founded.school.place
    making = Place(place.folder / MAKING)
    making.folder.mkdir()
    making.register.write_bytes(b"half a register")
    if left_over == "slots moved":
        place.slots.write_bytes(b"slots of no register")
    founded.founding().found(asked_for(place.folder))
    assert founded.school.desk().sign_in.sign_in(ME.number, PASSPHRASE).setting_up


@pytest.mark.parametrize("name", ["Dropbox", "OneDrive - School", "My Drive"])
def test_a_synced_folder_is_refused_with_the_reason(founded, tmp_path, name):
    folder = tmp_path / name / "candour"
    with pytest.raises(Refused, match="is synchronised while the register is being written"):
        founded.founding().found(asked_for(folder))
    assert not folder.exists()


@pytest.mark.parametrize("left_over", [False, True])
def test_a_folder_that_holds_a_register_is_not_set_up_again(founded, left_over):
    asked = asked_for(founded.school.place.folder)
    founded.founding().found(asked)
    if left_over:  # a cut after the register was moved in: the school stands
        (founded.school.place.folder / MAKING).mkdir()
    before = founded.school.place.register.read_bytes()
    with pytest.raises(Refused, match="There is a register in that folder already"):
        founded.founding().found(asked)
    assert founded.school.place.register.read_bytes() == before


@pytest.mark.parametrize("name", ["", "  ", "名前小学校"])
def test_a_school_needs_a_name_that_can_be_printed(founded, name):
    with pytest.raises(Refused, match="school’s name"):
        founded.founding().found(asked_for(founded.school.place.folder, name=name))


def test_a_weak_passphrase_leaves_nothing_in_the_folder_that_stops_a_second_try(founded):
    folder = founded.school.place.folder
    with pytest.raises(Refused, match="12 characters"):
        founded.founding().found(asked_for(folder, passphrase="short"))
    founded.founding().found(asked_for(folder))
    assert founded.school.place.stands


def test_the_folder_named_at_the_start_is_proposed_until_a_register_lies_there(founded):
    folder = founded.school.place.folder
    assert founded.founding().proposed() == folder
    founded.founding().found(asked_for(folder))
    assert founded.founding().proposed() != folder


def test_where_no_folder_was_named_this_computer_s_is_proposed_or_the_person_s_own(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    proposed = Founding(data_folder() / "school", lambda _: None, TestClock()).proposed()
    assert proposed.name == "school"
    assert School(Place(proposed), "", TestClock()).place.stands is False
    there = next(each for each in proposed.parents if each.exists())
    assert os.access(there, os.W_OK)
