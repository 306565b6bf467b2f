"""Checking a PDF: the verdicts on honest files, what is said of them, and the order of the questions."""

from __future__ import annotations

import msgspec
import pytest
from tests.documents import signed_files as files

from candour.documents.checking import check
from candour.documents.declaration import draw
from candour.documents.verdicts import Finding, Verdict


def test_a_sealed_declaration_is_genuine_and_all_that_is_known_is_said():
    finding = check(files.sealed(), files.root())
    assert finding.verdict is Verdict.GENUINE
    assert (finding.reference, finding.kind, finding.person) == ("D-2026-0038", "declaration", files.NAME)
    assert (finding.school, finding.root) == ("Sample Road Primary School", files.fingerprint_of_root())
    assert (finding.signed_at, finding.sealed_at) == (files.WHEN, files.LATER)
    assert (finding.signed_on, finding.signed_by) == (files.WHEN.date(), files.NAME)
    assert finding.seal_reason == files.REASON
    assert finding.details == ""


def test_a_full_copy_is_genuine_with_the_persons_signature_alone():
    finding = check(files.full_copy(), files.root())
    assert (finding.verdict, finding.kind) == (Verdict.GENUINE, "full copy")
    assert (finding.sealed_at, finding.seal_reason) == (None, "")


def test_a_decision_letter_is_genuine_with_the_deciders_signature_alone():
    finding = check(files.letter(), files.root())
    assert (finding.verdict, finding.kind) == (Verdict.GENUINE, "decision letter")
    assert (finding.reference, finding.person, finding.signed_by) == ("E-2026-014", "Siân Sample", files.NAME)
    assert (finding.signed_on, finding.signed_at) == (files.WHEN.date(), files.WHEN)
    assert (finding.sealed_at, finding.seal_reason) == (None, "")


def test_a_declaration_without_seal_is_not_yet_sealed():
    assert check(files.signed(), files.root()).verdict is Verdict.UNSEALED


def test_a_cut_seal_leaves_a_declaration_that_is_not_yet_sealed():
    assert check(files.sealed()[: len(files.signed())], files.root()).verdict is Verdict.UNSEALED


@pytest.mark.parametrize("root", [None, b"", b"no certificate", b"another"])
def test_without_the_schools_own_root_the_school_is_unknown(root):
    known = files.school("Other Lane School").root.certificate if root == b"another" else root
    for data in (files.sealed(), files.signed(), files.full_copy(), files.letter()):
        finding = check(data, known)
        assert finding.verdict is Verdict.UNKNOWN_SCHOOL
        assert finding.root == files.fingerprint_of_root()


@pytest.mark.parametrize("revision", ["drawn", "prepared"])
def test_what_nobody_signed_is_no_signed_declaration(revision):
    finding = check(getattr(files, revision)(), files.root())
    assert finding.verdict is Verdict.NOT_SIGNED
    assert "carries no signature" in finding.sentence


@pytest.mark.parametrize("data", [b"", b"\x00", b"GIF89a", b"%PDF-", b"%PDF-1.7\n%%EOF\n", b"%%EOF\n"])
def test_what_is_no_pdf_is_damaged(data):
    assert check(data, files.root()).verdict is Verdict.DAMAGED


def test_a_picture_is_said_to_be_no_pdf():
    assert "not a PDF" in check(b"GIF89a", files.root()).sentence


def test_a_file_far_larger_than_a_declaration_is_not_read():
    finding = check(files.sealed() + b" " * 20_000_000, files.root())
    assert finding.verdict is Verdict.DAMAGED
    assert "far larger" in finding.sentence


def test_every_person_and_every_school_gets_their_own_chain():
    place = files.school("Školka Příklad", person="Nguyễn Thị Example")
    data = files.signed_by(place, draw(files.facts_of(place)))
    finding = check(data, place.root.certificate)
    assert (finding.verdict, finding.person, finding.school) == (
        Verdict.UNSEALED,
        "Nguyễn Thị Example",
        "Školka Příklad",
    )


def test_every_sentence_is_one_that_says_what_to_do():
    for data in (files.sealed(), files.signed(), files.prepared(), b"", files.sealed() + b"x"):
        sentence = check(data, files.root()).sentence
        assert sentence.endswith(".")
        assert len(sentence) < 220


def test_a_finding_goes_through_json_and_back():
    finding = check(files.sealed(), files.root())
    assert msgspec.json.decode(msgspec.json.encode(finding), type=Finding) == finding
