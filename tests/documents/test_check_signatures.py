"""The signature itself: its digits, its padding, and the one form of CMS that we write and accept."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from asn1crypto import cms, core
from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from tests.documents import signed_files as files
from tests.documents.second_opinion import pyhanko_agrees

from candour.documents import cms as our_cms
from candour.documents.check_signatures import _why_pyhanko_refuses
from candour.documents.checking import check
from candour.documents.signing import PERSON, Revision
from candour.documents.verdicts import Verdict
from candour.keys.identity import SigningKey

if TYPE_CHECKING:
    from collections.abc import Callable

from tests.documents.attacks import gap, put, verdict

ORDER = our_cms._ORDER


@pytest.mark.parametrize("last", [True, False])
def test_padding_that_is_not_zero_is_a_change(last):
    _, end = gap(files.sealed(), last=last)
    assert verdict(put(files.sealed(), end - 1, b"1")) is Verdict.CHANGED
    assert verdict(put(files.sealed(), end - 2, b" 0")) is Verdict.CHANGED


def test_another_spelling_of_the_same_digits_is_a_change():
    start, _ = gap(files.sealed())
    at = files.sealed().index(b"A", start)
    assert verdict(put(files.sealed(), at, b"a")) is Verdict.CHANGED


@pytest.mark.parametrize("last", [True, False])
def test_emptied_contents_are_a_change(last):
    start, end = gap(files.sealed(), last=last)
    assert verdict(put(files.sealed(), start, b"0" * (end - start))) is Verdict.CHANGED
    assert verdict(put(files.sealed(), start - 1, b"<>" + b" " * (end - start))) is Verdict.CHANGED


def test_the_other_form_of_the_same_signature_is_a_change():
    start, end = gap(files.sealed())
    read = cms.ContentInfo.load(bytes.fromhex(files.sealed()[start:end].decode()))
    info = read["content"]["signer_infos"][0]
    r, s = decode_dss_signature(info["signature"].native)
    info["signature"] = encode_dss_signature(r, ORDER - s)
    digits = read.dump(force=True).hex().upper().encode()
    twin = put(files.sealed(), start, digits.ljust(end - start, b"0")[: end - start])
    assert len(digits) <= end - start
    assert all(pyhanko_agrees(twin, files.root()))
    assert verdict(twin) is Verdict.CHANGED


def edited(change: Callable[[Any], None]) -> Callable[[bytes], bytes]:
    """Return a change to a CMS as a change to its bytes."""

    def of_bytes(der: bytes) -> bytes:
        read = cms.ContentInfo.load(der)
        change(read["content"])
        return bytes(read.dump(force=True))

    return of_bytes


def signed_roomily(change: Callable[[bytes], bytes]) -> bytes:
    """Return the declaration signed by the person, with room for more, and with something in the CMS changed."""
    writer = Revision(BytesIO(files.prepared()))
    steps = PdfCMSEmbedder().write_cms(PERSON, writer, existing_fields_only=True)
    next(steps)
    room = SignatureObject(files.WHEN, SigSeedSubFilter.PADES, files.NAME, reason="R", bytes_reserved=16384)
    steps.send(SigObjSetup(room))
    digest, output = steps.send(SigIOSetup("sha256"))
    steps.send(change(our_cms.signed_data(digest.document_digest, files.school().person)))
    return bytes(output.getvalue())


def certificates_in_another_order(der: bytes) -> bytes:
    place = files.school()
    ours = sorted([place.person.certificate, *place.person.chain])
    return der.replace(b"".join(ours), b"".join(reversed(ours)))


def unsigned_attribute(content: Any) -> None:
    kind = {"type": "1.2.840.113549.1.9.5", "values": [core.UTCTime("261021151230Z")]}
    content["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes([cms.CMSAttribute(kind)])


def further_certificate(content: Any) -> None:
    other = Certificate.load(files.school("Other Lane School").root.certificate)
    content["certificates"].append(cms.CertificateChoices(name="certificate", value=other))


def without_its_root(content: Any) -> None:
    kept = [each for each in content["certificates"] if each.chosen.dump() != files.root()]
    content["certificates"] = cms.CertificateSet(kept)


def second_signer(content: Any) -> None:
    content["signer_infos"].append(content["signer_infos"][0].copy())


def test_a_signature_with_more_room_is_ours_as_long_as_it_is_in_our_form():
    assert verdict(signed_roomily(bytes)) is Verdict.UNSEALED


@pytest.mark.parametrize("change", [unsigned_attribute, further_certificate, second_signer])
def test_whatever_is_added_to_a_signature_without_breaking_it_is_refused(change):
    data = signed_roomily(edited(change))
    assert verdict(data) is (Verdict.NOT_SIGNED if change is further_certificate else Verdict.CHANGED)


def test_an_unsigned_attribute_that_pyhanko_accepts_is_a_change():
    data = signed_roomily(edited(unsigned_attribute))
    assert pyhanko_agrees(data, files.root()) == [True]
    assert verdict(data) is Verdict.CHANGED


def test_certificates_in_another_order_are_not_our_form():
    data = signed_roomily(certificates_in_another_order)
    assert pyhanko_agrees(data, files.root()) == [True]
    assert verdict(data) is Verdict.CHANGED


def test_a_signature_without_its_root_makes_no_chain():
    assert verdict(signed_roomily(edited(without_its_root))) is Verdict.NOT_SIGNED


def test_pyhanko_sees_the_chains_as_we_do():
    place = files.school()
    other = files.school("Other Lane School")
    assert _why_pyhanko_refuses((place.person.certificate, *place.person.chain)) == ""
    assert _why_pyhanko_refuses((place.seal.certificate, place.root.certificate)) == ""
    assert _why_pyhanko_refuses((place.person.certificate, *other.person.chain)) != ""
    forged = (place.person.certificate, place.authority.certificate, other.root.certificate)
    assert _why_pyhanko_refuses(forged) != ""


def test_a_signature_by_another_key_than_the_certificates_is_a_change():
    place, other = files.school(), files.school(twin=1)
    mixed = SigningKey(other.person.private_key, place.person.certificate, place.person.chain)
    finding = check(files.signed_by(place, files.drawn(), signer=mixed), files.root())
    assert (finding.verdict, "not made by its key" in finding.details) == (Verdict.CHANGED, True)
