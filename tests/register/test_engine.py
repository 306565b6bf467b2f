from __future__ import annotations

import hashlib
import os
import resource
import tempfile
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from tests.register.invented import (
    CERTIFICATES,
    HR,
    KEY,
    MARKER,
    NOW,
    REGISTER,
    SCHOOL,
    TEACHER,
    bytes_beside,
    drafting,
    in_child,
    keep,
    opening,
    person_row,
    play,
    the,
)

from candour.domain.journal import NO_HEAD, Act, SealedContent
from candour.errors import Refused, Trouble
from candour.register import people
from candour.register.check import check_register
from candour.register.connection import refuse_old_sqlite
from candour.register.engine import create_register, open_register


def test_what_was_committed_is_there_when_the_register_is_opened_again(played):
    head = played.head()
    played.close()
    again = open_register(played.path, KEY)
    assert (again.head(), again.register_id, again.school_id) == (head, REGISTER, SCHOOL)
    with again.read() as at:
        assert the(people.person(at, "teacher")).name == MARKER
    again.close()


def test_a_unit_that_is_left_without_a_commit_leaves_nothing(home):
    with home.write() as writer:
        writer.record(opening(), HR, NOW)
        writer.put_secret("owner", "purpose", b"blob")
    assert home.head() == NO_HEAD
    with home.read() as at:
        assert people.current(at) == []


def keep_and_fail(writer):
    writer.record(opening(), HR, NOW)
    raise KeyError("a bug in a service")


def test_a_unit_that_fails_leaves_nothing_and_the_next_one_works(home):
    with pytest.raises(KeyError), home.write() as writer:
        keep_and_fail(writer)
    keep(home, opening())
    assert home.head().position == 1


def test_nothing_can_be_written_on_a_reading_connection(played_home):
    with pytest.raises(Trouble), played_home.read() as at:
        at.exec_driver_sql("DELETE FROM secrets")


def test_a_wrong_key_is_refused_in_plain_words_and_the_file_stays_as_it_was(played):
    played.close()
    before = hashlib.sha256(bytes_beside(played.path)).hexdigest()
    for key in (bytes(32), KEY[::-1]):
        with pytest.raises(Refused, match="cannot be opened with this key"):
            open_register(played.path, key)
    assert hashlib.sha256(bytes_beside(played.path)).hexdigest() == before


def test_a_key_of_another_length_is_a_bug_and_never_a_passphrase(tmp_path):
    with pytest.raises(ValueError, match="32 bytes"):
        create_register(tmp_path / "register.db", b"", REGISTER, SCHOOL)


def test_a_missing_register_and_a_foreign_file_are_told_apart(tmp_path):
    with pytest.raises(Trouble, match="no register at"):
        open_register(tmp_path / "register.db", KEY)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "register.db").write_bytes(b"not a register at all" * 500)
    with pytest.raises(Refused, match="cannot be opened"):
        open_register(tmp_path / "register.db", KEY)


def test_a_register_is_never_made_over_another(played):
    with pytest.raises(Refused, match="already"):
        create_register(played.path, KEY, REGISTER, SCHOOL)


def test_what_an_interrupted_set_up_left_does_not_stop_the_next_one(tmp_path):
    (tmp_path / "register.db.making").write_bytes(b"half a file")
    (tmp_path / "register.db.making-journal").write_bytes(b"half a journal")
    register = create_register(tmp_path / "register.db", KEY, REGISTER, SCHOOL)
    play(register)
    register.close()
    assert [file.name for file in tmp_path.iterdir()] == ["register.db"]


def test_an_older_sqlite_than_the_repaired_one_is_refused():
    refuse_old_sqlite((3, 51, 3))
    with pytest.raises(Trouble, match=r"3\.51\.3 or newer.*found 3\.51\.2"):
        refuse_old_sqlite((3, 51, 2))


def test_no_name_and_no_schema_can_be_read_in_any_file_of_the_folder(played):
    content = bytes_beside(played.path)
    assert len(content) > 10_000
    for planted in (MARKER, "Hetty", "CREATE TABLE", "declared", "SQLite format"):
        assert planted.encode() not in content
    played.close()
    assert MARKER.encode() not in bytes_beside(played.path)


def test_threads_that_write_at_once_lose_nothing(home):
    keep(home, opening())
    failures: list[Exception] = []

    def write(name: str) -> None:
        try:
            for number in range(15):
                keep(home, Act("people added", name, (person_row(f"{name}{number}", "7", name),)))
        except Exception as failure:  # noqa: BLE001 - the test shows whatever it was
            failures.append(failure)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("a", "b", "c")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert home.head().position == 46
    assert check_register(home, CERTIFICATES).problems == ()


def test_two_processes_that_write_at_once_lose_nothing(register):
    keep(register, opening())
    register.close()

    def write(name: str) -> str:
        mine = open_register(register.path, KEY)
        for number in range(25):
            keep(mine, Act("people added", name, (person_row(f"{name}{number}", "7", name),)))
        mine.close()
        return name

    threads = [threading.Thread(target=in_child, args=(write, name)) for name in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    again = open_register(register.path, KEY)
    assert again.head().position == 51
    assert check_register(again, CERTIFICATES).problems == ()
    again.close()


def test_a_full_disk_is_said_in_plain_words_and_takes_nothing_that_was_saved(played):
    path, head = played.path, played.head()
    played.close()

    def fill() -> str:
        mine = open_register(path, KEY)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100_000,) * 2)
        saved = 0
        try:
            while True:
                big = SealedContent(f"big-{saved}", os.urandom(20_000), {})
                keep(mine, Act("confidential", "x", (), (big,)))
                saved += 1
        except Trouble as trouble:
            os._exit(0) if saved > 50 else None
            return f"{saved}|{trouble}"

    saved, words = in_child(fill).split("|")
    assert "nothing was saved" in words
    assert "room" in words
    again = open_register(path, KEY)
    assert again.head().position == head.position + int(saved)
    keep(again, drafting("content-after"))
    assert check_register(again, CERTIFICATES).problems == ()
    again.close()


def test_a_folder_that_may_only_be_read_is_said_in_plain_words():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        register = create_register(folder / "register.db", KEY, REGISTER, SCHOOL)
        play(register)
        register.close()
        (folder / "register.db").chmod(0o444)
        folder.chmod(0o555)

        def try_it() -> str:
            if os.geteuid() == 0:
                os.setuid(65534)
            try:
                mine = open_register(folder / "register.db", KEY)
                keep(mine, drafting("content-9"), TEACHER)
            except Trouble as trouble:
                return str(trouble)
            return "it was written"

        words = in_child(try_it)
        folder.chmod(0o755)
    assert "this computer account may" in words


def test_what_sqlite_says_and_nobody_foresaw_stays_loud(played):
    with pytest.raises(OperationalError, match="no such table: no_table"), played.read() as at:
        at.exec_driver_sql("SELECT * FROM no_table")


def test_a_newer_register_can_be_read_and_is_not_written(played):
    raw = played.raw()
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()
    played.close()
    newer = open_register(played.path, KEY)
    assert newer.newer
    with newer.read() as at:
        assert the(people.person(at, "teacher")).name == MARKER
    with pytest.raises(Refused, match="update Candour"), newer.write():
        pass
    newer.close()
