from __future__ import annotations

import hashlib
import random
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.register.invented import (
    CERTIFICATES,
    HR,
    KEY,
    NOW,
    STRANGER,
    TEACHER,
    asking,
    bytes_beside,
    declaring,
    drafting,
    enrolled,
    invited,
    keep,
    opening,
    person_row,
)

from candour.domain.journal import Act, Head, entry_bytes
from candour.domain.people import Enrolment, School
from candour.register import journal
from candour.register.belongings import sources
from candour.register.check import check_register
from candour.register.engine import open_register
from candour.register.journal import read_entry
from candour.register.tables import ABOUT, ENTRIES, SALTS


def problems(register, witnessed=()):
    return check_register(register, CERTIFICATES, witnessed).problems


class Vandal:
    """Somebody with the key and the file: drops the triggers, changes what they like, puts the triggers back."""

    def __init__(self, register):
        self.raw = register.raw()

    def __enter__(self):
        self.raw.execute("PRAGMA foreign_keys = OFF")
        self.raw.execute("BEGIN IMMEDIATE")
        found = self.raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in found:
            self.raw.execute(f"DROP TRIGGER {name}")
        self.guards = [sql for _name, sql in found]
        return self

    def __exit__(self, *_failure):
        for sql in self.guards:
            self.raw.execute(sql)
        self.raw.execute("COMMIT")
        self.raw.close()

    def do(self, sql, *values):
        return self.raw.execute(sql, values).fetchall()

    def relink(self):
        """Recompute everything that no author signed."""
        previous = bytes(32)
        chain = "SELECT position, content, signature, received FROM entries ORDER BY position"
        for position, content, signature, received in self.do(chain):
            previous = hashlib.sha256(previous + content + signature + received.encode()).digest()
            self.do("UPDATE entries SET hash = ? WHERE position = ?", previous.hex(), position)

    def renumber(self):
        self.do("UPDATE entries SET position = position + 1000")
        self.do(
            "UPDATE entries SET position = (SELECT count(*) FROM entries e WHERE e.position <= entries.position)"
        )


def names(found, position, kind, person):
    return any(f"Entry {position} ({kind}, by {person})" in problem for problem in found)


def test_an_honest_register_has_no_problem_and_no_flag(played):
    report = check_register(played, CERTIFICATES, [played.head()])
    assert (report.ok, report.entries, report.problems, report.flags) == (True, 7, (), ())
    assert report.head == played.head()


def test_an_empty_register_has_no_problem(register):
    assert check_register(register, CERTIFICATES).ok


def other_value(value):
    if value is None:
        return "2030-01-01"
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    return value + 100 if isinstance(value, int) else value + "x"


def cells_of(register, chance):
    """Return (table, key column, key, column, value) of one row by chance for every column but the row id."""
    tables = [(source.table, "row_id") for source in sources()]
    tables += [(ENTRIES, "position"), (SALTS, "entry"), (ABOUT, "register")]
    with closing(register.raw()) as raw:
        for table, key in tables:
            names = [column.name for column in table.c]
            rows = raw.execute(f"SELECT {', '.join(names)} FROM {table.name}").fetchall()
            for name in names if rows else ():
                row = dict(zip(names, chance.choice(rows), strict=True))
                if name != "row_id":
                    yield table.name, key, row[key], name, row[name]


@pytest.mark.parametrize("seed", [1, 2])
def test_any_change_of_any_column_of_any_row_is_found(played, seed):
    missed: list[tuple[str, str, object]] = []
    undo: tuple[object, ...] = ("SELECT 1",)
    for table, key, row, column, value in list(cells_of(played, random.Random(seed))):
        with Vandal(played) as vandal:
            vandal.do(*undo)
            vandal.do(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", other_value(value), row)
        if not problems(played):
            missed.append((table, column, value))
        changed = other_value(row) if column == key else row
        undo = (f"UPDATE {table} SET {column} = ? WHERE {key} = ?", value, changed)
    with Vandal(played) as vandal:
        vandal.do(*undo)
    assert missed == []
    assert problems(played) == ()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "name", "CAST(x'ff41' AS TEXT)"),
        ("person", "name", "CAST(name AS BLOB)"),
        ("person", "here", "7"),
        ("person", "here", "'yes'"),
        ("round", "opens", "'no day'"),
        ("round", "year", "2026.5"),
        ("enrolment", "certificate", "'text'"),
        ("declared_line", "outcome", "1"),
        ("entries", "content", "'text'"),
        ("entries", "content", "substr(content, 1, 40)"),
        ("entries", "signature", "x''"),
        ("entries", "received", "x'00'"),
        ("entries", "hash", "'no hex'"),
        ("entries", "author", "'no key'"),
        ("salts", "salt", "'text'"),
        ("sealed_contents", "ciphertext", "'text'"),
        ("sealed_keys", "wrapped", "'text'"),
        ("files", "content", "5"),
    ],
)
def test_a_value_that_no_program_of_ours_wrote_is_a_problem_and_never_an_error(played, table, column, value):
    with Vandal(played) as vandal:
        vandal.do(f"UPDATE {table} SET {column} = {value}")
    assert problems(played)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_a_row_taken_out_or_put_in_is_found_in_every_table(played, source):
    name = source.table.name
    with Vandal(played) as vandal:
        taken = vandal.do(f"SELECT * FROM {name} ORDER BY row_id LIMIT 1")[0] if name in kept(vandal) else None
        vandal.do(f"DELETE FROM {name} WHERE row_id = (SELECT min(row_id) FROM {name})")
    if taken is not None:
        assert any("Entry" in problem for problem in problems(played))
    row = invented_row(played, source)
    with Vandal(played) as vandal:
        vandal.do(f"DELETE FROM {name} WHERE row_id = ?", row[0])
        vandal.do(f"INSERT INTO {name} VALUES ({', '.join('?' * len(row))})", *row)
    assert any("Entry 7 (key closed, by" in problem for problem in problems(played))


def kept(vandal):
    tables = [source.table.name for source in sources()]
    return {name for name in tables if vandal.do(f"SELECT 1 FROM {name} LIMIT 1")}


def invented_row(register, source):
    with closing(register.raw()) as raw:
        uuid = raw.execute("SELECT uuid FROM entries ORDER BY position DESC LIMIT 1").fetchone()[0]
    blobs = {column.name for column in source.table.c if "BLOB" in str(column.type)}
    values = [b"x" if column.name in blobs else "1" for column in list(source.table.c)[2:]]
    return [900, uuid, *values]


def test_two_rows_of_one_entry_that_change_places_are_found(played):
    with Vandal(played) as vandal:
        swap_row_ids(vandal, "in_round", 1, 2)
    assert names(problems(played), 2, "round opened", "Hetty Invented")


def swap_row_ids(vandal, table, one, other):
    for old, new in ((one, 900), (other, one), (900, other)):
        vandal.do(f"UPDATE {table} SET row_id = ? WHERE row_id = ?", new, old)


def test_an_older_row_that_is_put_after_a_newer_one_is_found_though_its_content_is_right(played):
    keep(played, asking(state="approved"))
    with Vandal(played) as vandal:
        swap_row_ids(vandal, "request", 1, 2)
    found = problems(played)
    assert found == ("Row 2 of “request”, of entry 6, stands out of the order of the entries.",)


def test_a_row_of_no_entry_is_found(played):
    with Vandal(played) as vandal:
        vandal.do("UPDATE draft SET entry = 'nobody' WHERE row_id = 2")
    assert "Row 2 of “draft” belongs to no entry." in problems(played)


def test_an_edited_entry_is_named_though_all_unsigned_hashes_were_recomputed(played):
    with Vandal(played) as vandal:
        content = vandal.do("SELECT content FROM entries WHERE position = 5")[0][0]
        entry = read_entry(content)
        forged = entry_bytes(replace(entry, clock="2026-01-01T00:00:00.000+00:00"))
        vandal.do("UPDATE entries SET content = ? WHERE position = 5", forged)
        vandal.relink()
    found = problems(played)
    assert any("was not signed by its author as it stands" in problem for problem in found)
    assert names(found, 5, "declared", "Peregrine Plantedmarker")


def test_an_entry_in_another_person_s_name_is_named(played):
    with Vandal(played) as vandal:
        entry = read_entry(vandal.do("SELECT content FROM entries WHERE position = 6")[0][0])
        content = entry_bytes(replace(entry, author=TEACHER.key_id, kind="asked again"))
        vandal.do(
            "UPDATE entries SET content = ?, signature = ?, kind = 'asked again', author = ? WHERE position = 6",
            content,
            HR.sign(content),
            TEACHER.key_id,
        )
        vandal.relink()
    assert any("Entry 6" in p and "not signed by its author" in p for p in problems(played))


def delete_entry(vandal, position):
    uuid = vandal.do("SELECT uuid FROM entries WHERE position = ?", position)[0][0]
    for table in [*(source.table.name for source in sources()), "salts"]:
        vandal.do(f"DELETE FROM {table} WHERE entry = ?", uuid)
    vandal.do("DELETE FROM entries WHERE position = ?", position)


def test_a_removed_entry_is_found_in_the_middle_at_once(played):
    with Vandal(played) as vandal:
        delete_entry(vandal, 4)
    found = problems(played)
    assert any("Entry 5" in p and "what stood between was removed" in p for p in found)


def test_a_removed_entry_is_found_though_all_were_renumbered_and_hashes_recomputed(played):
    with Vandal(played) as vandal:
        delete_entry(vandal, 4)
        vandal.renumber()
        vandal.relink()
    found = problems(played)
    assert any("Entry 4 (declared" in p and "which its author had seen" in p for p in found)


def test_two_entries_that_change_places_are_found_though_hashes_were_recomputed(played):
    with Vandal(played) as vandal:
        for old, new in ((3, 900), (4, 3), (900, 4)):
            vandal.do("UPDATE entries SET position = ? WHERE position = ?", new, old)
        vandal.relink()
    found = problems(played)
    assert any("Entry 3 (confidential" in p and "which its author had seen" in p for p in found)


def test_an_entry_pushed_into_the_past_is_found_though_its_author_helps(played):
    """The author signs over an old head; whoever has the file puts the entry there and moves later ones on."""
    with Vandal(played) as vandal:
        seen = Head(3, vandal.do("SELECT hash FROM entries WHERE position = 3")[0][0])
    with played.write() as writer:
        writer.record(Act("asked long ago", "teacher"), HR, NOW, seen)
        writer.commit()
    assert problems(played) == ()
    with Vandal(played) as vandal:
        vandal.do("UPDATE entries SET position = 1000 + position * 10 - CASE WHEN position = 8 THEN 45 ELSE 0 END")
        vandal.renumber()
        vandal.relink()
    assert any("which its author had seen" in p for p in problems(played))


def test_a_time_of_receipt_that_was_moved_back_is_found(played):
    with Vandal(played) as vandal:
        vandal.do("UPDATE entries SET received = '2020-01-01T00:00:00.000+00:00' WHERE position = 5")
        vandal.relink()
    report = check_register(played, CERTIFICATES)
    assert any("Entry 6" in p and "which its author had seen" in p for p in report.problems)
    assert any(flag.startswith("Entry 5 (declared) was received before") for flag in report.flags)


def test_a_clock_set_back_is_flagged_and_is_no_problem(played):
    keep(played, drafting("content-early"), HR, NOW - timedelta(days=400))
    keep(played, drafting("content-late"), HR, NOW)
    report = check_register(played, CERTIFICATES)
    assert report.ok
    assert len(report.flags) == 1
    assert "was the clock set back?" in report.flags[0]


def test_the_last_entries_taken_away_are_found_by_whoever_saw_them_and_by_nobody_else(played):
    seen = played.head()
    with Vandal(played) as vandal:
        delete_entry(vandal, 7)
    assert problems(played) == ()
    (found,) = problems(played, [seen])
    assert found.startswith("Entry 7 was seen outside the register with another content, or is missing here")


def test_last_weeks_copy_of_the_file_is_found_by_whoever_saw_a_later_head(played, tmp_path):
    played.close()
    old = bytes_beside(played.path)
    later = open_register(played.path, KEY)
    keep(later, drafting("content-3"))
    seen = later.head()
    later.close()
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "register.db").write_bytes(old)
    rolled_back = open_register(tmp_path / "old" / "register.db", KEY)
    assert problems(rolled_back) == ()
    assert problems(rolled_back, [seen])
    rolled_back.close()


def test_an_entry_of_another_register_is_found(played):
    with Vandal(played) as vandal:
        vandal.do("UPDATE about SET register = 'another-register'")
    assert any("Entry 1" in p and "was made for another register" in p for p in problems(played))


def test_a_key_that_nobody_enrolled_signs_nothing(played):
    keep(played, drafting("content-3"), STRANGER)
    found = problems(played)
    assert len(found) == 1
    assert "Entry 8 (confidential, by the unknown key" in found[0]
    assert "nobody had enrolled" in found[0]


def test_a_closed_key_signs_nothing_more_and_what_it_signed_before_stays_good(played):
    assert problems(played) == ()
    keep(played, declaring("D-2026-0038-2"), TEACHER)
    assert problems(played) == (
        "Entry 8 (declared, by Peregrine Plantedmarker) was signed with a key that entry 7 had closed.",
    )


def test_a_second_key_with_one_invitation_raises_an_alarm(played):
    authority, _invitation = invited("teacher", 22)
    keep(played, Act("enrolled", "teacher", (enrolled(STRANGER, "teacher", authority),)), STRANGER)
    assert any("enrols a second key with one invitation of Peregrine" in p for p in problems(played))


def test_an_enrolment_without_invitation_or_with_a_forged_one_is_found(played):
    authority, invitation = invited("cuckoo", 33)
    row = enrolled(STRANGER, "cuckoo", authority)
    keep(played, Act("enrolled", "cuckoo", (person_row("cuckoo", "9", "Cass Invented"), row)), STRANGER)
    assert any("without an invitation" in p for p in problems(played))
    forged: Enrolment = replace(row, authority_signature=HR.sign(row.statement), invitation="another")
    keep(played, Act("enrolled", "cuckoo", (replace(invitation, invitation="another"), forged)))
    assert any("enrols a forged key of Cass Invented" in p for p in problems(played))


def test_a_school_that_its_root_did_not_open_is_found(register):
    school, *others = opening().rows
    assert isinstance(school, School)
    forged = replace(school, root_signature=HR.sign(b"another opening"))
    keep(register, replace(opening(), rows=(forged, *others)))
    assert any("was not opened by the school's root" in p for p in problems(register))


def test_a_dropped_trigger_is_named(played):
    with closing(played.raw()) as raw:
        raw.execute("DROP TRIGGER declared_never_changed")
    assert problems(played) == (
        "The guard “declared_never_changed” against changes was removed from the register.",
    )


def test_page_swapped_in_from_an_older_copy_never_passes_unseen(played):
    """SQLCipher accepts an older version of the same page; the journal does not."""
    keep(played, drafting("content-x" * 60))
    played.settle()
    played.close()
    old = played.path.read_bytes()
    later = open_register(played.path, KEY)
    for number in range(12):
        keep(later, drafting(f"content-{number}" * 60))
    seen = later.head()
    with closing(later.raw()) as raw:
        # The page of the counters of row ids is harmless: SQLite takes the larger of a counter and its rows.
        counters = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone()[0]
    later.close()
    new = played.path.read_bytes()
    page = 4096
    silent = []
    for start in range(page, len(old), page):
        same = old[start : start + page] == new[start : start + page]
        if same or start // page + 1 == counters:
            continue
        played.path.write_bytes(new[:start] + old[start : start + page] + new[start + page :])
        if not found_wrong(played.path, seen):
            silent.append(start // page)
    assert silent == []


def found_wrong(path, seen):
    try:
        register = open_register(path, KEY)
    except Exception:  # noqa: BLE001 - that it does not even open is seen as well
        return True
    try:
        return bool(problems(register, [seen]))
    except Exception:  # noqa: BLE001 - so is an error of the file
        return True
    finally:
        register.close()


def test_the_check_reads_one_moment_while_others_write(played):
    with played.examine() as at:
        before = journal.count(at)
        keep(played, drafting("content-3"))
        assert journal.count(at) == before
