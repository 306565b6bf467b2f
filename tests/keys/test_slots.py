from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import candour
from candour.errors import Refused, Trouble
from candour.keys.passphrases import LIGHT, Cost, WrongPassphrase, derive
from candour.keys.secrets import new_code
from candour.keys.slots import SlotsFile

SOURCE = str(Path(candour.__file__).parents[1])
KEY = bytes(range(32))
PHRASE = "four invented words here"
ADD_SLOTS = """
import sys
from pathlib import Path
from candour.keys.slots import SlotsFile
slots, who, count = SlotsFile(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
for number in range(count):
    opened = slots.add(f"{who}-{number}", [f"{who}-{number}"], "four invented words", "passphrase", bytes(32))
    print(opened.slot_id, flush=True)
"""


@pytest.fixture
def slots(tmp_path):
    file = SlotsFile(tmp_path / "register.slots")
    file.create("register-1", LIGHT)
    return file


def text_of(slots):
    return slots._path.read_text(encoding="utf-8")


def add_slots_elsewhere(slots, who, count):
    return subprocess.Popen(
        [sys.executable, "-c", ADD_SLOTS, str(slots._path), who, str(count)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_passphrase_opens_the_slot_of_its_person(slots):
    added = slots.add("person-1", ["38", "o.testington@school.example"], PHRASE, "passphrase", KEY)
    opened = slots.open("38", PHRASE)
    assert opened == added
    assert (opened.register_key, opened.person_id, opened.kind) == (KEY, "person-1", "passphrase")


def test_a_slot_gives_the_keys_that_follow_from_the_passphrase_so_that_one_derivation_is_enough(slots):
    slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    opened = slots.open("38", PHRASE)
    assert opened.derived == derive(PHRASE, opened.salt, opened.cost)


@pytest.mark.parametrize("typed", ["O.Testington@School.Example", "  o.testington@school.example "])
def test_a_person_is_found_however_they_type_their_e_mail(slots, typed):
    slots.add("person-1", ["38", "o.testington@school.example"], PHRASE, "passphrase", KEY)
    assert slots.open(typed, PHRASE).person_id == "person-1"


def test_a_code_opens_its_slot_however_it_is_typed(slots):
    code = new_code()
    slots.add("person-1", ["38"], code, "code", KEY)
    assert slots.open("38", code.lower().replace("-", "")).kind == "code"


def test_what_is_no_code_is_refused_when_a_slot_is_made(slots):
    with pytest.raises(Refused, match="16 letters and digits"):
        slots.add("person-1", ["38"], "hunter2", "code", KEY)
    assert slots.slot_ids() == ()


def test_another_passphrase_or_another_person_is_refused_alike(slots):
    slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    slots.add("person-1", ["38"], new_code(), "code", KEY)
    slots.add("person-2", ["39"], "another passphrase", "passphrase", KEY)
    for lookup, text in [("38", "another passphrase"), ("39", PHRASE), ("nobody", PHRASE), ("38", new_code())]:
        with pytest.raises(WrongPassphrase, match=r"^That does not match\.$"):
            slots.open(lookup, text)


def test_a_person_may_have_a_code_and_a_passphrase_at_once(slots):
    code = new_code()
    slots.add("person-1", ["38"], code, "code", KEY)
    slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    assert {slots.open("38", code).kind, slots.open("38", PHRASE).kind} == {"code", "passphrase"}


def test_people_whose_lookups_look_alike_still_each_open_their_own_slot(slots):
    for number in range(100):  # of 256 bytes: some share one, but for a chance of one in 10^8
        slots.add(f"person-{number}", [str(number)], f"passphrase of {number}", "passphrase", KEY)
    lookups = [slot["lookups"][0] for slot in json.loads(text_of(slots))["slots"]]
    assert len(set(lookups)) < len(lookups)
    for number in range(100):
        assert slots.open(str(number), f"passphrase of {number}").person_id == f"person-{number}"


def test_people_who_chose_the_same_passphrase_still_each_open_their_own_slot(slots):
    for number in range(100):
        slots.add(f"person-{number}", [str(number), f"{number}@school.example"], PHRASE, "passphrase", KEY)
    for number in range(100):
        assert slots.open(str(number), PHRASE).person_id == f"person-{number}"
        assert slots.open(f"{number}@school.example", PHRASE).person_id == f"person-{number}"


def test_nobody_gets_in_with_somebody_elses_passphrase_because_their_lookups_look_alike(slots):
    for number in range(60):
        slots.add(f"person-{number}", [str(number)], PHRASE, "passphrase", KEY)
    for stranger in range(300):
        with pytest.raises(WrongPassphrase):
            slots.open(f"stranger-{stranger}", PHRASE)


def test_a_removed_slot_opens_no_more_and_the_others_do(slots):
    first = slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    slots.add("person-2", ["39"], PHRASE, "passphrase", KEY)
    slots.remove(first.slot_id)
    slots.remove(first.slot_id)
    with pytest.raises(WrongPassphrase):
        slots.open("38", PHRASE)
    assert slots.open("39", PHRASE).person_id == "person-2"
    assert first.slot_id not in text_of(slots)


def test_a_stolen_slots_file_names_nobody(slots):
    planted = ["PLANTED-4711", "planted.marker@school.example"]
    slots.add("PLANTED-person", planted, "PLANTED passphrase", "passphrase", b"PLANTED-register-key-32-bytes-XX")
    slots.add("PLANTED-person", planted, "ABCD-EFGH-IJKL-MNOP", "code", b"PLANTED-register-key-32-bytes-XX")
    text = text_of(slots).lower()
    assert "planted" not in text
    assert "school.example" not in text
    assert "abcd-efgh" not in text


def test_finding_a_lookup_says_little_since_many_names_would_be_found(slots):
    for number in range(60):
        slots.add(f"p{number}", [f"{number}", f"{number}@school.example"], PHRASE, "passphrase", KEY)
    stored = {each for slot in json.loads(text_of(slots))["slots"] for each in slot["lookups"]}
    assert all(len(each) == 2 for each in stored)  # one byte
    assert len(stored) / 256 > 0.25  # more than one invented name in four would be "found" too


def test_two_registers_give_the_same_person_other_lookups(tmp_path):
    seen = set()
    for number in range(8):
        file = SlotsFile(tmp_path / f"{number}.slots")
        file.create("register", LIGHT)
        file.add("person-1", ["38", "a@school.example"], PHRASE, "passphrase", KEY)
        seen.add(tuple(json.loads(text_of(file))["slots"][0]["lookups"]))
    assert len(seen) > 1


def test_a_slot_moved_to_another_register_does_not_open(slots, tmp_path):
    slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    moved = SlotsFile(tmp_path / "other.slots")
    moved._path.write_text(text_of(slots).replace("register-1", "register-2"), encoding="utf-8")
    assert moved.register_id == "register-2"
    with pytest.raises(WrongPassphrase):
        moved.open("38", PHRASE)


def test_a_slot_keeps_the_cost_it_was_made_with(slots):
    slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    raised = text_of(slots).replace('"memory_kib": 64', '"memory_kib": 128', 1)
    slots._path.write_text(raised, encoding="utf-8")  # the header's cost, for slots made from now on
    assert slots.add("person-2", ["39"], PHRASE, "passphrase", KEY).cost == Cost(128, 1, 1)
    assert slots.open("38", PHRASE).cost == LIGHT


def test_a_slots_file_is_not_written_over(slots):
    with pytest.raises(Refused, match="already"):
        slots.create("register-2", LIGHT)
    assert slots.register_id == "register-1"


def test_a_slots_file_that_is_not_there_is_trouble_in_plain_words(tmp_path):
    with pytest.raises(Trouble, match="is not beside the register"):
        SlotsFile(tmp_path / "register.slots").open("38", PHRASE)


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", "null", "\x00", "{" * 5000, "[" * 100_000, '{"format": "candour slots 2"}']
)
def test_a_damaged_slots_file_is_trouble_in_plain_words(slots, content):
    slots._path.write_text(content, encoding="utf-8")
    with pytest.raises(Trouble, match="is damaged: put back the one from your last back-up"):
        slots.open("38", PHRASE)


def test_a_salt_cut_short_is_damage(slots):
    added = slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    salt = base64.b64encode(added.salt).decode()
    slots._path.write_text(text_of(slots).replace(salt, salt[:8]), encoding="utf-8")
    with pytest.raises(Trouble, match="damaged"):
        slots.open("38", PHRASE)


def test_a_cost_that_would_take_the_computer_down_is_damage(slots):
    text = text_of(slots).replace('"memory_kib": 64', '"memory_kib": 4000000000')
    slots._path.write_text(text, encoding="utf-8")
    with pytest.raises(Trouble, match="damaged"):
        slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(min_value=0), change=st.integers(min_value=1, max_value=255))
def test_one_wrong_byte_anywhere_is_damage_or_no_match_and_never_another_key(tmp_path, place, change):
    file = SlotsFile(tmp_path / "flip.slots")
    file._path.unlink(missing_ok=True)
    file.create("register-1", LIGHT)
    file.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    content = bytearray(file._path.read_bytes())
    content[place % len(content)] ^= change
    file._path.write_bytes(content)
    try:
        opened = file.open("38", PHRASE)
    except (Trouble, WrongPassphrase):
        return
    assert (opened.register_key, opened.person_id) == (KEY, "person-1")


def test_no_slot_is_lost_when_programs_add_slots_at_once(slots):
    running = [add_slots_elsewhere(slots, who, 15) for who in ("a", "b", "c", "d")]
    said = []
    for each in running:
        out, err = each.communicate()
        assert (err, each.returncode) == ("", 0)
        said += out.split()
    assert len(said) == 60
    assert set(slots.slot_ids()) == set(said)
    assert slots.open("c-14", "four invented words").person_id == "c-14"


@pytest.mark.parametrize("after", [1, 4, 9, 16])
def test_a_program_killed_while_adding_loses_nothing_that_it_acknowledged(slots, after):
    running = add_slots_elsewhere(slots, "a", 100_000)
    said = [running.stdout.readline().strip() for _ in range(after)]
    running.kill()
    said += running.communicate()[0].split("\n")[:-1]  # a last line may be cut
    assert set(said) <= set(slots.slot_ids())
    assert slots.add("person-1", ["38"], PHRASE, "passphrase", KEY) == slots.open("38", PHRASE)


def test_several_accounts_of_the_computer_may_share_a_file_that_the_school_opened_to_them(slots):
    slots._path.chmod(0o664)
    slots.add("person-1", ["38"], PHRASE, "passphrase", KEY)
    assert slots._path.stat().st_mode & 0o777 == 0o664


def test_keys_do_not_show_when_printed(slots):
    added = slots.add("person-1", ["38"], PHRASE, "passphrase", b"PLANTED-register-key-32-bytes-XX")
    assert "PLANTED" not in repr(added)
    assert "derived" not in repr(added)
