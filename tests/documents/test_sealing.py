"""The school's seal: last, locking, and only on what holds in itself."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from tests.documents import signed_files as files
from tests.documents.second_opinion import pdfsig, pyhanko_agrees, store_with

from candour.documents.declaration import draw
from candour.documents.sealing import seal
from candour.errors import Refused


def _seal(signed: bytes) -> bytes:
    place = files.school()
    return seal(signed, place.seal, root=place.root.certificate, when=files.LATER, reason=files.REASON)


def test_the_seal_is_appended_to_what_the_person_signed():
    assert files.sealed().startswith(files.signed())


def test_a_second_program_calls_both_signatures_valid_and_trusted_and_the_seal_covers_everything(tmp_path):
    person, school = pdfsig(files.sealed(), store_with(files.root(), tmp_path))
    for said in (person, school):
        assert "Signature is Valid" in said
        assert "Certificate is Trusted" in said
    assert "Not total document signed" in person
    assert "Total document signed" in school
    assert pyhanko_agrees(files.sealed(), files.root()) == [True, True]


def test_the_seal_names_entry_and_chain_and_locks_every_field():
    with pikepdf.open(BytesIO(files.sealed())) as pdf:
        value = pdf.Root.AcroForm.Fields[1].V
        assert str(value.Reason) == files.REASON
        assert str(value.Name) == "Sample Road Primary School"
        assert str(value.Reference[0].TransformParams.Action) == "/All"


def test_a_page_that_disagrees_with_its_facts_is_found_before_sealing():
    facts = files.facts_of(files.school())
    other = files.replace_in(facts, "person", role="Headteacher")
    page = _drawn_with(draw(facts), draw(other))
    with pytest.raises(Refused, match="say different things"):
        _seal(files.signed_by(files.school(), page))


def _drawn_with(facts_from: bytes, page_from: bytes) -> bytes:
    """Return a drawing whose attachment and hash are of one set of facts, and whose first page is of another."""
    with pikepdf.open(BytesIO(facts_from)) as pdf, pikepdf.open(BytesIO(page_from)) as other:
        pdf.pages[0].Contents.write(other.pages[0].Contents.read_bytes())
        output = BytesIO()
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.disable, deterministic_id=True)
        return output.getvalue()


def test_what_nobody_signed_is_not_sealed():
    with pytest.raises(Refused, match="carries no signature"):
        _seal(files.prepared())


def test_what_is_sealed_already_a_full_copy_and_a_letter_are_not_sealed():
    for data in (files.sealed(), files.full_copy(), files.letter()):
        with pytest.raises(Refused, match="needs no seal"):
            _seal(data)


def test_a_declaration_of_another_school_is_not_sealed():
    place = files.school("Other Lane School")
    signed = files.signed_by(place, draw(files.facts_of(place)))
    with pytest.raises(Refused, match="unknown here"):
        _seal(signed)


def test_a_seal_of_another_root_seals_nothing():
    with pytest.raises(Refused, match="does not stand under this root"):
        seal(
            files.signed(),
            files.school("Other Lane School").seal,
            root=files.root(),
            when=files.LATER,
            reason=files.REASON,
        )
