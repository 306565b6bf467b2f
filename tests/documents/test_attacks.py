"""What an attacker may do to a signed file, or sign themselves: each gets its verdict, and nothing raises.

The classes: facts/signing.md, section 5 (incremental saving, wrapping, shadows, extra signatures), and
facts/trust.md, attacks 28 to 30.
"""

from __future__ import annotations

import random
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from tests.documents import signed_files as files
from tests.documents.attacks import (
    REVISIONS,
    appended,
    gap,
    nothing_new,
    put,
    school_field_emptied,
    signature_field,
    verdict,
)

from candour.documents.checking import check
from candour.documents.signing import SCHOOL, fill
from candour.documents.verdicts import Verdict


@pytest.mark.parametrize("change", REVISIONS)
def test_a_revision_appended_by_anybody_is_a_change(change):
    for data in (files.sealed(), files.signed(), files.full_copy(), files.letter()):
        assert verdict(appended(data, change)) is Verdict.CHANGED


def test_an_emptied_seal_field_is_a_change_and_no_missing_seal():
    assert verdict(appended(files.sealed(), school_field_emptied)) is Verdict.CHANGED


def test_a_revision_with_new_dates_alone_is_a_change():
    assert verdict(appended(files.sealed(), nothing_new, IncrementalPdfFileWriter)) is Verdict.CHANGED


@pytest.mark.parametrize(
    "added", [b"\n", b" ", b"\0", b"%%EOF\n", b"\n%%EOF\n", b"1 0 obj\n<<>>\nendobj\n%%EOF\n", b"x" * 99]
)
def test_bytes_after_the_end_are_a_change(added):
    for data in (files.sealed(), files.signed(), files.full_copy(), files.letter()):
        assert verdict(data + added) is Verdict.CHANGED


@pytest.mark.parametrize("added", [b"\n", b"%PDF-1.7\n", b"%comment\n", b"MZ"])
def test_bytes_in_front_are_a_change(added):
    for data in (files.sealed(), files.letter()):
        assert verdict(added + data) is Verdict.CHANGED


@pytest.mark.parametrize(
    "options", [{}, {"linearize": True}, {"encryption": pikepdf.Encryption(owner="x", user="")}]
)
def test_a_file_saved_anew_by_another_program_is_a_change(options):
    for data in (files.sealed(), files.letter()):
        output = BytesIO()
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(output, **options)
        assert verdict(output.getvalue()) is (Verdict.DAMAGED if "encryption" in options else Verdict.CHANGED)


def test_a_truncated_file_is_damaged_but_where_a_revision_ends():
    whole = files.sealed()
    ends = {len(files.drawn()): Verdict.NOT_SIGNED, len(files.prepared()): Verdict.NOT_SIGNED}
    ends |= {len(files.signed()): Verdict.UNSEALED}
    for length in {*range(0, len(whole), 1009), *range(len(whole) - 40, len(whole))} - set(ends):
        assert verdict(whole[:length]) is Verdict.DAMAGED, length
    for end, expected in ends.items():
        assert verdict(whole[:end]) is expected
        for length in (end - 7, end - 1, end + 1, end + 2, end + 9, end + 600):
            assert verdict(whole[:length]) is not Verdict.GENUINE


def test_a_truncated_letter_is_damaged_but_where_nobody_had_signed_yet():
    whole, drawn = files.letter(), len(files.drawn_letter())
    assert verdict(whole[:drawn]) is Verdict.NOT_SIGNED
    for length in {*range(drawn + 1009, len(whole), 1009), *range(len(whole) - 40, len(whole))}:
        assert verdict(whole[:length]) in {Verdict.DAMAGED, Verdict.NOT_SIGNED}, length


@pytest.mark.parametrize("which", ["sealed", "letter"])
def test_no_single_flipped_bit_leaves_a_file_genuine_and_none_raises(which):
    whole = getattr(files, which)()
    chance = random.Random(1702)
    start, end = gap(whole)
    places = [chance.randrange(len(whole)) for _ in range(150)] + [chance.randrange(start, end) for _ in range(60)]
    places += [*range(len(whole) - 20, len(whole)), *range(end - 8, end + 40)]
    for place in places:
        flipped = put(whole, place, bytes([whole[place] ^ 1 << chance.randrange(8)]))
        assert verdict(flipped) in {Verdict.CHANGED, Verdict.DAMAGED, Verdict.NOT_SIGNED}, place


def test_a_letter_with_a_seal_of_the_school_beside_its_signature_is_a_change():
    more = appended(files.letter(), lambda w: append_signature_field(w, SigFieldSpec(SCHOOL)))
    data = fill(more, SCHOOL, files.school().seal, when=files.LATER, name="Seal", reason=files.REASON)
    assert verdict(data) is Verdict.CHANGED


@pytest.mark.parametrize("who", ["person", "other seal", "other person"])
def test_the_seal_field_filled_by_anybody_else_is_no_seal(who):
    other = files.school("Other Lane School")
    signer = {"person": files.school().person, "other seal": other.seal, "other person": other.person}[who]
    data = fill(files.signed(), SCHOOL, signer, when=files.LATER, name="Seal", reason=files.REASON)
    assert verdict(data) is Verdict.NOT_SIGNED


def test_a_second_seal_is_a_change():
    more = appended(files.sealed(), signature_field)
    data = fill(more, "Third", files.school().seal, when=files.LATER, name="Seal", reason=files.REASON)
    assert verdict(data) is Verdict.CHANGED


def test_the_seal_alone_is_no_persons_signature():
    data = fill(files.prepared(), SCHOOL, files.school().seal, when=files.LATER, name="S", reason=files.REASON)
    assert verdict(data) is Verdict.NOT_SIGNED


def test_a_signature_in_a_field_of_another_name_is_none_of_ours():
    prepared = appended(files.drawn(), lambda w: append_signature_field(w, SigFieldSpec("Signature1")))
    data = fill(prepared, "Signature1", files.school().person, when=files.WHEN, name="N", reason="R")
    finding = check(data, files.root())
    assert finding.verdict is Verdict.NOT_SIGNED
    assert "not as a declaration" in finding.sentence
