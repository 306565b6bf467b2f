"""Forged, removed, moved and rolled back entries: what the check says of each (attacks 10, 11, 13, 14 and 16)."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from tests.register.invented import (
    CERTIFICATES,
    HR,
    KEY,
    NOW,
    STRANGER,
    TEACHER,
    bytes_beside,
    declaring,
    drafting,
    enrolled,
    invited,
    keep,
    opening,
    person_row,
)
from tests.register.vandal import Vandal, delete_entry, names, problems

from candour.domain.journal import Act, Head, entry_bytes
from candour.domain.people import Enrolment, School
from candour.register import journal
from candour.register.check import check_register
from candour.register.engine import open_register
from candour.register.journal import read_entry


def test_an_edited_entry_is_named_though_all_unsigned_hashes_were_recomputed(played_home):
    with Vandal(played_home) as vandal:
        content = vandal.do("SELECT content FROM entries WHERE position = 5")[0][0]
        entry = read_entry(content)
        forged = entry_bytes(replace(entry, clock="2026-01-01T00:00:00.000+00:00"))
        vandal.do("UPDATE entries SET content = ? WHERE position = 5", forged)
        vandal.relink()
    found = problems(played_home)
    assert any("was not signed by its author as it stands" in problem for problem in found)
    assert names(found, 5, "declared", "Peregrine Plantedmarker")


def test_an_entry_in_another_person_s_name_is_named(played_home):
    with Vandal(played_home) as vandal:
        entry = read_entry(vandal.do("SELECT content FROM entries WHERE position = 6")[0][0])
        content = entry_bytes(replace(entry, author=TEACHER.key_id, kind="asked again"))
        vandal.do(
            "UPDATE entries SET content = ?, signature = ?, kind = 'asked again', author = ? WHERE position = 6",
            content,
            HR.sign(content),
            TEACHER.key_id,
        )
        vandal.relink()
    assert any("Entry 6" in p and "not signed by its author" in p for p in problems(played_home))


def test_a_removed_entry_is_found_in_the_middle_at_once(played_home):
    with Vandal(played_home) as vandal:
        delete_entry(vandal, 4)
    found = problems(played_home)
    assert any("Entry 5" in p and "what stood between was removed" in p for p in found)


def test_a_removed_entry_is_found_though_all_were_renumbered_and_hashes_recomputed(played_home):
    with Vandal(played_home) as vandal:
        delete_entry(vandal, 4)
        vandal.renumber()
        vandal.relink()
    found = problems(played_home)
    assert any("Entry 4 (declared" in p and "which its author had seen" in p for p in found)


def test_two_entries_that_change_places_are_found_though_hashes_were_recomputed(played_home):
    with Vandal(played_home) as vandal:
        for old, new in ((3, 900), (4, 3), (900, 4)):
            vandal.do("UPDATE entries SET position = ? WHERE position = ?", new, old)
        vandal.relink()
    found = problems(played_home)
    assert any("Entry 3 (confidential" in p and "which its author had seen" in p for p in found)


def test_an_entry_pushed_into_the_past_is_found_though_its_author_helps(played_home):
    """The author signs over an old head; whoever has the file puts the entry there and moves later ones on."""
    with Vandal(played_home) as vandal:
        seen = Head(3, vandal.do("SELECT hash FROM entries WHERE position = 3")[0][0])
    with played_home.write() as writer:
        writer.record(Act("asked long ago", "teacher"), HR, NOW, seen)
        writer.commit()
    played_home.link_new()
    assert problems(played_home) == ()
    with Vandal(played_home) as vandal:
        vandal.do("UPDATE entries SET position = 1000 + position * 10 - CASE WHEN position = 8 THEN 45 ELSE 0 END")
        vandal.renumber()
        vandal.relink()
    assert any("which its author had seen" in p for p in problems(played_home))


def test_a_time_of_receipt_that_was_moved_back_is_found(played_home):
    with Vandal(played_home) as vandal:
        vandal.do("UPDATE entries SET received = '2020-01-01T00:00:00.000+00:00' WHERE position = 5")
        vandal.relink()
    report = check_register(played_home, CERTIFICATES)
    assert any("Entry 6" in p and "which its author had seen" in p for p in report.problems)
    assert any(flag.startswith("Entry 5 (declared) was received before") for flag in report.flags)


def test_a_clock_set_back_is_flagged_and_is_no_problem(played_home):
    keep(played_home, drafting("content-early"), HR, NOW - timedelta(days=400))
    keep(played_home, drafting("content-late"), HR, NOW)
    report = check_register(played_home, CERTIFICATES)
    assert report.ok
    assert len(report.flags) == 1
    assert "was the clock set back?" in report.flags[0]


def test_the_last_entries_taken_away_are_found_by_whoever_saw_them_and_by_nobody_else(played_home):
    seen = played_home.head()
    with Vandal(played_home) as vandal:
        delete_entry(vandal, 7)
    assert problems(played_home) == ()
    (found,) = problems(played_home, [seen])
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


def test_an_entry_of_another_register_is_found(played_home):
    with Vandal(played_home) as vandal:
        vandal.do("UPDATE about SET register = 'another-register'")
    assert any("Entry 1" in p and "was made for another register" in p for p in problems(played_home))


def test_a_key_that_nobody_enrolled_signs_nothing(played_home):
    keep(played_home, drafting("content-3"), STRANGER)
    found = problems(played_home)
    assert len(found) == 1
    assert "Entry 8 (confidential, by the unknown key" in found[0]
    assert "nobody had enrolled" in found[0]


def test_a_closed_key_signs_nothing_more_and_what_it_signed_before_stays_good(played_home):
    assert problems(played_home) == ()
    keep(played_home, declaring("D-2026-0038-2"), TEACHER)
    assert problems(played_home) == (
        "Entry 8 (declared, by Peregrine Plantedmarker) was signed with a key that entry 7 had closed.",
    )


def test_a_second_key_with_one_invitation_raises_an_alarm(played_home):
    authority, _invitation = invited("teacher", 22)
    keep(played_home, Act("enrolled", "teacher", (enrolled(STRANGER, "teacher", authority),)), STRANGER)
    assert any("enrols a second key with one invitation of Peregrine" in p for p in problems(played_home))


def test_an_enrolment_without_invitation_or_with_a_forged_one_is_found(played_home):
    authority, invitation = invited("cuckoo", 33)
    row = enrolled(STRANGER, "cuckoo", authority)
    keep(played_home, Act("enrolled", "cuckoo", (person_row("cuckoo", "9", "Cass Invented"), row)), STRANGER)
    assert any("without an invitation" in p for p in problems(played_home))
    forged: Enrolment = replace(row, authority_signature=HR.sign(row.statement), invitation="another")
    keep(played_home, Act("enrolled", "cuckoo", (replace(invitation, invitation="another"), forged)))
    assert any("enrols a forged key of Cass Invented" in p for p in problems(played_home))


def test_a_school_that_its_root_did_not_open_is_found(home):
    school, *others = opening().rows
    assert isinstance(school, School)
    forged = replace(school, root_signature=HR.sign(b"another opening"))
    keep(home, replace(opening(), rows=(forged, *others)))
    assert any("was not opened by the school's root" in p for p in problems(home))


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


def test_the_check_reads_one_moment_while_others_write(played_home):
    with played_home.examine() as at:
        before = journal.count(at)
        keep(played_home, drafting("content-3"))
        assert journal.count(at) == before
