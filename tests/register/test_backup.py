from __future__ import annotations

import pytest
from tests.register.invented import CERTIFICATES, KEY, MARKER, drafting, keep

from candour.errors import Refused, Trouble
from candour.register.backup import back_up
from candour.register.check import check_register
from candour.register.engine import open_register


def test_a_back_up_is_one_closed_encrypted_file_that_opens_as_the_register_was(played, tmp_path):
    head = played.head()
    (tmp_path / "second").mkdir()
    target = back_up(played, tmp_path / "second" / "monday.db")
    keep(played, drafting("content-after"))
    assert [file.name for file in target.parent.iterdir()] == ["monday.db"]
    assert MARKER.encode() not in target.read_bytes()
    kept = open_register(target, KEY)
    assert kept.head() == head
    assert check_register(kept, CERTIFICATES).ok
    kept.close()


def test_a_back_up_never_replaces_another_file(played, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(Refused, match="exists already"):
        back_up(played, tmp_path / "mine.txt")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_a_back_up_that_cannot_be_written_is_said_and_leaves_nothing(played, tmp_path):
    with pytest.raises(Trouble, match="cannot be opened"):
        back_up(played, tmp_path / "no-such-folder" / "monday.db")
    assert sorted(file.name for file in tmp_path.iterdir() if "monday" in file.name) == []


def test_a_damaged_register_gives_no_back_up(played, tmp_path):
    played.close()
    content = bytearray(played.path.read_bytes())
    content[-2000] ^= 1  # in the last page: what opening reads stands further up
    played.path.write_bytes(content)
    damaged = open_register(played.path, KEY)
    with pytest.raises(Trouble):
        back_up(damaged, tmp_path / "monday.db")
    damaged.close()
    assert not [file for file in tmp_path.iterdir() if "monday" in file.name]
