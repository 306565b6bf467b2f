"""What an attacker may do to a signed file, or sign themselves: each gets its verdict, and nothing raises.

The classes: facts/signing.md, section 5 (incremental saving, wrapping, shadows, extra signatures), and
facts/trust.md, attacks 28 to 30.
"""

from __future__ import annotations

import random
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pikepdf
import pytest
from asn1crypto import cms, core
from asn1crypto.x509 import Certificate
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from tests.documents import signed_files as files
from tests.documents.second_opinion import pyhanko_agrees

from candour.documents import cms as our_cms
from candour.documents.checking import check
from candour.documents.declaration import draw
from candour.documents.signing import PERSON, SCHOOL, Revision, fill, prepare
from candour.documents.verdicts import Verdict
from candour.keys import certificates
from candour.keys.identity import SigningKey, new_private_key

if TYPE_CHECKING:
    from collections.abc import Callable

ORDER = our_cms._ORDER
Name = generic.NameObject


def verdict(data: bytes, root: bytes | None = None) -> Verdict:
    return check(data, root or files.root()).verdict


def appended(data: bytes, change: Callable[[Any], None], writer: type = Revision) -> bytes:
    """Return the file with a further revision in which something was changed."""
    revision: Any = writer(BytesIO(data))
    change(revision)
    output = BytesIO()
    revision.write(output)
    return output.getvalue()


def stream(content: bytes, **entries: Any) -> Any:
    return generic.StreamObject({Name(f"/{key}"): value for key, value in entries.items()}, stream_data=content)


def overlay(w: Any) -> None:
    w.add_stream_to_page(0, w.add_object(stream(b"BT /F1 40 Tf 50 400 Td (Confirmed) Tj ET")))


def replaced_content(w: Any) -> None:
    page = w.root["/Pages"]["/Kids"][0]
    page["/Contents"] = w.add_object(stream(b"BT ET"))
    w.update_container(page)


def overwritten_content(w: Any) -> None:
    reference = w.root["/Pages"]["/Kids"][0].raw_get("/Contents").reference
    w.objects[(0, reference.idnum)] = stream(b"BT ET")


def replaced_attachment(w: Any) -> None:
    specification = w.root["/Names"]["/EmbeddedFiles"]["/Names"][1]
    reference = specification["/EF"].raw_get("/F").reference
    w.objects[(0, reference.idnum)] = stream(b'{"all":"confirmed"}')


def second_attachment(w: Any) -> None:
    names = w.root["/Names"]["/EmbeddedFiles"]["/Names"]
    names.append(generic.pdf_string("other.json"))
    names.append(w.add_object(generic.DictionaryObject({Name("/Type"): Name("/Filespec")})))
    w.update_container(names)
    w.update_root()


def text_field(w: Any) -> None:
    field = generic.DictionaryObject({Name("/FT"): Name("/Tx"), Name("/T"): generic.pdf_string("Text")})
    w.root["/AcroForm"]["/Fields"].append(w.add_object(field))
    w.update_container(w.root["/AcroForm"])


def signature_field(w: Any) -> None:
    append_signature_field(w, SigFieldSpec("Third"))


def note(w: Any) -> None:
    page = w.root["/Pages"]["/Kids"].raw_get(0)
    annotation = generic.DictionaryObject(
        {
            Name("/Type"): Name("/Annot"),
            Name("/Subtype"): Name("/FreeText"),
            Name("/Contents"): generic.pdf_string("Confirmed"),
            Name("/Rect"): generic.ArrayObject([generic.NumberObject(at) for at in (50, 50, 300, 300)]),
        }
    )
    w.register_annotation(page.reference, w.add_object(annotation))


def open_action(w: Any) -> None:
    w.root["/OpenAction"] = generic.DictionaryObject(
        {Name("/S"): Name("/JavaScript"), Name("/JS"): generic.pdf_string("app.alert(1)")}
    )
    w.update_root()


def moved_widget(w: Any) -> None:
    field = w.root["/AcroForm"]["/Fields"][0]
    field["/Rect"] = generic.ArrayObject([generic.NumberObject(at) for at in (50, 50, 300, 300)])
    w.update_container(field)


def title_in_info(w: Any) -> None:
    w.trailer["/Info"]["/Title"] = generic.pdf_string("Another title")
    w.update_container(w.trailer["/Info"])


def title_in_xmp(w: Any) -> None:
    reference = w.root.raw_get("/Metadata").reference
    w.objects[(0, reference.idnum)] = stream(b"<x/>", Type=Name("/Metadata"), Subtype=Name("/XML"))


def new_info(w: Any) -> None:
    w.set_info(generic.DictionaryObject({Name("/Title"): generic.pdf_string("Another title")}))


def nothing_new(w: Any) -> None:
    w.update_root()


def unused_object(w: Any) -> None:
    w.add_object(generic.pdf_string("nobody refers to this"))


def signature_taken_out(w: Any) -> None:
    del w.root["/AcroForm"]
    w.update_root()


def school_field_emptied(w: Any) -> None:
    field = w.root["/AcroForm"]["/Fields"][1]
    del field["/V"]
    w.update_container(field)


REVISIONS = [
    overlay, replaced_content, overwritten_content, replaced_attachment, second_attachment, text_field,
    signature_field, note, open_action, moved_widget, title_in_info, title_in_xmp, new_info, nothing_new,
    unused_object, signature_taken_out,
]  # fmt: skip


@pytest.mark.parametrize("change", REVISIONS)
def test_a_revision_appended_by_anybody_is_a_change(change):
    for data in (files.sealed(), files.signed(), files.full_copy()):
        assert verdict(appended(data, change)) is Verdict.CHANGED


def test_an_emptied_seal_field_is_a_change_and_no_missing_seal():
    assert verdict(appended(files.sealed(), school_field_emptied)) is Verdict.CHANGED


def test_a_revision_with_new_dates_alone_is_a_change():
    assert verdict(appended(files.sealed(), nothing_new, IncrementalPdfFileWriter)) is Verdict.CHANGED


@pytest.mark.parametrize(
    "added", [b"\n", b" ", b"\0", b"%%EOF\n", b"\n%%EOF\n", b"1 0 obj\n<<>>\nendobj\n%%EOF\n", b"x" * 99]
)
def test_bytes_after_the_end_are_a_change(added):
    for data in (files.sealed(), files.signed(), files.full_copy()):
        assert verdict(data + added) is Verdict.CHANGED


@pytest.mark.parametrize("added", [b"\n", b"%PDF-1.7\n", b"%comment\n", b"MZ"])
def test_bytes_in_front_are_a_change(added):
    assert verdict(added + files.sealed()) is Verdict.CHANGED


def gap(data: bytes, *, last: bool = True) -> tuple[int, int]:
    """Return where the last (or first) signature's hexadecimal digits begin and end."""
    found = list(re.finditer(rb"/Contents <([0-9A-F]+)>", data))[-1 if last else 0]
    return found.span(1)


def put(data: bytes, at: int, new: bytes) -> bytes:
    return data[:at] + new + data[at + len(new) :]


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
    read = cms.ContentInfo.load(bytes.fromhex(files.sealed()[start:end].decode()).rstrip(b"\0"))
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
    assert verdict(data) in {Verdict.CHANGED, Verdict.NOT_SIGNED, Verdict.DAMAGED}


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


@pytest.mark.parametrize(
    "options", [{}, {"linearize": True}, {"encryption": pikepdf.Encryption(owner="x", user="")}]
)
def test_a_file_saved_anew_by_another_program_is_a_change(options):
    output = BytesIO()
    with pikepdf.open(BytesIO(files.sealed())) as pdf:
        pdf.save(output, **options)
    assert verdict(output.getvalue()) in {Verdict.CHANGED, Verdict.DAMAGED}


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


def test_no_single_flipped_bit_leaves_a_file_genuine_and_none_raises():
    whole = files.sealed()
    chance = random.Random(1702)
    start, end = gap(whole)
    places = [chance.randrange(len(whole)) for _ in range(150)] + [chance.randrange(start, end) for _ in range(60)]
    places += [*range(len(whole) - 20, len(whole)), *range(end - 8, end + 40)]
    for place in places:
        flipped = put(whole, place, bytes([whole[place] ^ 1 << chance.randrange(8)]))
        assert verdict(flipped) in {Verdict.CHANGED, Verdict.DAMAGED, Verdict.NOT_SIGNED}, place


def issued(subject: x509.Name, issuer: SigningKey) -> SigningKey:
    """Return a key with a certificate that an issuer's key made by hand, for whatever subject."""
    profile = certificates._Profile(subject, path_length=None)
    return certificates._issue(profile, new_private_key(), issuer=issuer)


def test_a_signer_forged_under_an_honest_invitation_is_no_signer():
    place = files.school()
    forged = issued(certificates._name("Sample Road Primary School", "Somebody Else"), place.authority)
    other = files.with_signer(place, forged)
    data = files.signed_by(other, draw(files.facts_of(other)))
    finding = check(data, files.root())
    assert finding.verdict is Verdict.NOT_SIGNED
    assert "gave nobody the right" in finding.sentence


def longer_name() -> x509.Name:
    return certificates._name("Sample Road Primary School", files.NAME + " Junior")


def further_part() -> x509.Name:
    base = list(certificates._name("Sample Road Primary School", files.NAME))
    return x509.Name([*base, x509.NameAttribute(NameOID.TITLE, "Headteacher")])


@pytest.mark.parametrize("subject", [longer_name, further_part])
def test_a_name_that_begins_with_the_permitted_one_is_another_name(subject):
    other = files.with_signer(files.school(), issued(subject(), files.school().authority))
    data = files.signed_by(other, draw(files.facts_of(other)))
    assert verdict(data) is Verdict.NOT_SIGNED
    if subject is further_part:
        assert pyhanko_agrees(data, files.root()) == [True]


def test_a_signer_directly_under_the_root_or_a_seal_is_no_person():
    place = files.school()
    for signer in (place.seal, issued(certificates._name("Sample Road Primary School", files.NAME), place.root)):
        other = files.with_signer(place, signer)
        assert verdict(files.signed_by(other, draw(files.facts_of(other)))) is Verdict.NOT_SIGNED


def test_an_authority_without_a_limit_gives_nobody_a_name():
    place = files.school()
    subject = certificates._name("Sample Road Primary School", f"Invitation of {files.NAME}")
    profile = certificates._Profile(subject, path_length=0)
    authority = certificates._issue(profile, new_private_key(), issuer=place.root)
    person = issued(certificates._name("Sample Road Primary School", files.NAME), authority)
    other = files.with_signer(place, person)
    data = files.signed_by(other, draw(files.facts_of(other)))
    assert pyhanko_agrees(data, files.root()) == [True]
    assert verdict(data) is Verdict.NOT_SIGNED


def test_facts_that_name_another_person_key_school_or_root_are_not_the_signers():
    facts = files.facts_of(files.school())
    other = files.school("Other Lane School")
    for part, values in [
        ("person", {"name": "Somebody Else"}),
        ("person", {"key": other.person.key_id}),
        ("school", {"name": "Other Lane School"}),
        ("school", {"root": certificates.fingerprint(other.root.certificate)}),
    ]:
        data = files.signed_by(files.school(), draw(files.replace_in(facts, part, **values)))
        assert verdict(data) is Verdict.NOT_SIGNED


def test_another_schools_file_is_unchanged_but_its_school_unknown():
    other = files.school("Other Lane School")
    data = files.signed_by(other, draw(files.facts_of(other)))
    assert verdict(data) is Verdict.UNKNOWN_SCHOOL
    assert verdict(data, other.root.certificate) is Verdict.UNSEALED


def test_a_root_of_the_same_name_is_still_another_root():
    twin = files.school(twin=1)
    data = files.signed_by(twin, draw(files.facts_of(twin)))
    assert verdict(data) is Verdict.UNKNOWN_SCHOOL


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


@pytest.mark.parametrize("change", [overwritten_content, open_action, unused_object, title_in_info])
def test_what_the_person_hides_in_the_revision_of_the_fields_is_found(change):
    def fields_and_more(w: Any) -> None:
        change(w)
        for name in (PERSON, SCHOOL):
            append_signature_field(w, SigFieldSpec(name))

    prepared = appended(files.drawn(), fields_and_more)
    data = fill(prepared, PERSON, files.school().person, when=files.WHEN, name="N", reason="R")
    assert verdict(data) is Verdict.CHANGED


def changed_drawing(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    output = BytesIO()
    with pikepdf.open(BytesIO(files.drawn())) as pdf:
        change(pdf)
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return output.getvalue()


def drawn_overlay(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"BT ET"))


def drawn_link(pdf: pikepdf.Pdf) -> None:
    action = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.org")
    outline = pdf.Root.Outlines.First
    outline.A = action


def drawn_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AA = pikepdf.Dictionary(WC=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="1"))


def drawn_second_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["other.json"] = b"{}"


def drawn_file_of_another_kind(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].AF = pikepdf.Array([pdf.Root.AF[0]])


def drawn_external_stream(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Contents.F = "elsewhere.txt"


@pytest.mark.parametrize(
    "change",
    [
        drawn_overlay,
        drawn_link,
        drawn_script,
        drawn_second_attachment,
        drawn_file_of_another_kind,
        drawn_external_stream,
    ],
)
def test_a_page_that_the_person_drew_otherwise_than_its_facts_is_found(change):
    data = files.signed_by(files.school(), changed_drawing(change))
    assert pyhanko_agrees(data, files.root()) == [True]
    assert verdict(data) is Verdict.CHANGED


def test_the_fields_must_be_those_of_the_kind():
    one = files.signed_by(files.school(), files.drawn(), two_fields=False)
    copy = draw(files.facts_of(files.school(), kind="full copy"))
    two = files.signed_by(files.school(), copy, two_fields=True)
    assert [verdict(one), verdict(two)] == [Verdict.CHANGED] * 2


def test_a_declaration_prepared_twice_is_not_ours():
    again = prepare(appended(files.drawn(), nothing_new), two_fields=True)
    data = fill(again, PERSON, files.school().person, when=files.WHEN, name="N", reason="R")
    assert verdict(data) is Verdict.CHANGED
