"""The person's signature: appended, PAdES B-B, and valid to programs that are not ours."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pikepdf
import pytest
from asn1crypto import cms
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError
from tests.documents import signed_files as files
from tests.documents.second_opinion import pdfsig, pyhanko_agrees, store_with

from candour.documents.signing import prepare, sign


def _sign(prepared: bytes) -> bytes:
    return sign(prepared, files.school().person, when=files.WHEN, name=files.NAME, reason="I declare this")


def test_what_is_shown_before_signing_is_what_is_signed():
    assert files.prepared().startswith(files.drawn())
    assert files.signed().startswith(files.prepared())


def test_a_declaration_has_two_empty_fields_and_a_full_copy_has_one():
    for two_fields, names in ((True, ["Person", "School"]), (False, ["Person"])):
        with pikepdf.open(BytesIO(prepare(files.drawn(), two_fields=two_fields))) as pdf:
            fields = list(pdf.Root.AcroForm.Fields)
            assert [str(field.T) for field in fields] == names
            assert ["/Lock" in field for field in fields] == [False] * (len(names) - 1) + [True]
            assert all("/V" not in field and "/AP" not in field for field in fields)


def test_the_widgets_are_invisible_and_printable_which_keeps_pdf_a_and_pdf_ua():
    with pikepdf.open(BytesIO(files.signed())) as pdf:
        widgets = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert [[float(at) for at in widget.Rect] for widget in widgets] == [[0, 0, 0, 0]] * 2
        assert [int(widget.F) for widget in widgets] == [132, 132]


def test_a_revision_says_nothing_new_of_title_dates_or_producer():
    with pikepdf.open(BytesIO(files.drawn())) as before, pikepdf.open(BytesIO(files.sealed())) as after:
        assert {key: str(value) for key, value in before.docinfo.items()} == {
            key: str(value) for key, value in after.docinfo.items()
        }
        assert before.Root.Metadata.read_bytes() == after.Root.Metadata.read_bytes()


def test_the_signature_is_pades_with_the_claimed_time_in_the_dictionary_alone():
    embedded = PdfFileReader(BytesIO(files.signed())).embedded_signatures[0]
    assert embedded.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert embedded.self_reported_timestamp == files.WHEN
    kinds = [each["type"].native for each in embedded.signer_info["signed_attrs"]]
    assert sorted(kinds) == ["content_type", "message_digest", "signing_certificate_v2"]


def test_another_library_reads_our_bytes_as_the_fields_that_were_meant():
    embedded = PdfFileReader(BytesIO(files.signed())).embedded_signatures[0]
    place = files.school()
    read = cms.ContentInfo.load(embedded.pkcs7_content)  # what follows is padding; the last byte may be 0 too
    content, info = read["content"], read["content"]["signer_infos"][0]
    attributes = {each["type"].native: each["values"][0] for each in info["signed_attrs"]}
    certificates = {each.chosen.dump() for each in content["certificates"]}
    assert attributes["message_digest"].native == embedded.compute_digest()
    assert attributes["content_type"].native == "data"
    assert (info["digest_algorithm"]["algorithm"].native, info["signature_algorithm"]["algorithm"].native) == (
        "sha256",
        "sha256_ecdsa",
    )
    assert certificates == {place.person.certificate, *place.person.chain}
    assert info["unsigned_attrs"].native is None
    rebuilt = cms.ContentInfo.load(read.dump(force=True))
    assert rebuilt.dump(force=True) == read.dump()  # DER throughout, sets in their order


def test_a_second_program_calls_the_signature_valid_and_trusted(tmp_path):
    said, still_empty = pdfsig(files.signed(), store_with(files.root(), tmp_path))
    assert "Signature is Valid" in said
    assert "Certificate is Trusted" in said
    assert "Total document signed" in said
    assert "is not signed" in still_empty
    assert pyhanko_agrees(files.signed(), files.root()) == [True]


def test_a_second_program_calls_a_letters_one_signature_valid_and_trusted(tmp_path):
    (said,) = pdfsig(files.letter(), store_with(files.root(), tmp_path))
    assert "Signature is Valid" in said
    assert "Certificate is Trusted" in said
    assert "Total document signed" in said
    assert pyhanko_agrees(files.letter(), files.root()) == [True]


def test_signing_works_on_a_worker_thread_and_beside_a_running_event_loop():
    async def beside_a_loop() -> bytes:
        return _sign(files.prepared())

    with ThreadPoolExecutor(1) as worker:
        assert worker.submit(_sign, files.prepared()).result().startswith(files.prepared())
    assert asyncio.run(beside_a_loop()).startswith(files.prepared())


def test_a_field_is_signed_once():
    with pytest.raises(SigningError):
        _sign(files.signed())


def test_a_name_of_two_hundred_characters_signs():
    place = files.school(person="Ng" + "uyễn" * 49 + " X")
    data = files.signed_by(place, files.drawn())
    assert pyhanko_agrees(data, place.root.certificate) == [True]
