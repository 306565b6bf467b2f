from __future__ import annotations

import hashlib

import pytest
from tests.documents.reading import text_of
from tests.schools import sign_with

from candour.domain.pdf_check import CheckedPdf, InRegister
from candour.errors import Refused
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number


@pytest.fixture
def exported(school, tmp_path):
    """Leave a sealed declaration, one with a byte changed, a full copy and a text in a folder."""
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    school.office().sealing().seal_new()
    sealed = theirs.copies().declaration("D-2026-0004")
    folder = tmp_path / "exported"
    (folder / "deeper").mkdir(parents=True)
    (folder / "a-sealed.pdf").write_bytes(sealed)
    (folder / "b-changed.pdf").write_bytes(sealed.replace(b"/ByteRange", b"/ByteRangE", 1))
    (folder / "deeper" / "c-full.PDF").write_bytes(theirs.copies().full_copy("D-2026-0004"))
    (folder / "notes.txt").write_text("nothing to check")
    return folder


def check(school, folder, **said):
    checking = school.office().checking()
    told: list[CheckedPdf] = []
    return checking.check(checking.listed([folder]), told.append, **said), told


def test_each_file_of_a_folder_gets_its_verdict_and_is_told_as_it_is_found(school, exported):
    found, told = check(school, exported)
    assert tuple(told) == found
    assert [(each.file, each.verdict) for each in found] == [
        ("a-sealed.pdf", "Genuine and unchanged"),
        ("b-changed.pdf", "Changed after signing"),
        ("c-full.PDF", "Genuine and unchanged"),
    ]


def test_what_the_register_keeps_is_named_by_its_entry_and_a_full_copy_is_not_there(school, exported):
    (sealed, _, full), _ = check(school, exported)
    assert (sealed.person, sealed.in_register) == (cast.CLASS_TEACHER.name, InRegister.SAME)
    with school.register().read() as at:
        kind = at.exec_driver_sql("SELECT kind FROM entries WHERE position = ?", (sealed.entry,)).scalar_one()
    assert kind == "declared"
    assert (full.kind, full.in_register, full.entry) == ("full copy", InRegister.ABSENT, 0)


def test_a_genuine_file_that_the_register_keeps_otherwise_is_told_apart(school, exported, tmp_path):
    theirs = school.desk(cast.ASSISTANT.number)
    sign_with(theirs)
    before = tmp_path / "before"
    before.mkdir()
    (before / "unsealed.pdf").write_bytes(theirs.copies().declaration("D-2026-0038"))
    (found,), _ = check(school, before)
    assert (found.verdict, found.in_register) == ("Signed, not yet sealed by the school", InRegister.SAME)


def test_a_check_that_is_no_longer_wanted_stops_after_the_file_under_way(school, exported):
    found, told = check(school, exported, wanted=lambda: False)
    assert len(found) == len(told) == 1


def test_a_folder_without_a_pdf_is_refused_with_what_to_do(school, tmp_path):
    with pytest.raises(Refused, match="choose PDF files"):
        school.office().checking().listed([tmp_path])


def test_nothing_is_recorded_of_a_check(school, exported):
    office = school.office()
    head = office.sign_in.session.register.head()
    check(school, exported)
    assert office.sign_in.session.register.head() == head


def test_the_report_names_every_file_with_its_verdict_and_its_hash(school, exported):
    found, _ = check(school, exported)
    text = text_of(school.office().checking().report(found))
    for each in found:
        assert each.file in text
        assert each.verdict in text
    digest = hashlib.sha256((exported / "a-sealed.pdf").read_bytes()).hexdigest().upper()
    assert digest[:4] in text
    assert "Genuine and unchanged: 2, Changed after signing: 1" in text
    assert "This report carries no signature" in text
