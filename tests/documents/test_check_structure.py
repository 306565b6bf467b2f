"""What somebody with a valid key may sign that is not ours: each rule of the shape is met alone.

An outsider's revision is refused by the count of revisions already; here the change hides inside a revision
that is signed, so that the later rules have to find it.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigSeedSubFilter, append_signature_field
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigMDPSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from tests.documents import attacks as outsiders
from tests.documents import signed_files as files

from candour.documents import signing
from candour.documents.check_structure import read_shape
from candour.documents.checking import check
from candour.documents.cms import signed_data
from candour.documents.signing import LOCK, PERSON, SCHOOL, Revision
from candour.documents.verdicts import Verdict, Wrong

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.keys.identity import SigningKey

Name = generic.NameObject
LOCKED = SigMDPSetup("sha256", field_lock=LOCK, docmdp_perms=MDPPerm.NO_CHANGES)
CERTIFYING = SigMDPSetup("sha256", certify=True, docmdp_perms=MDPPerm.FILL_FORMS)
OTHER_LOCK = SigMDPSetup("sha256", field_lock=FieldMDPSpec(FieldMDPAction.INCLUDE, ["School"]))


def nothing(_: Any) -> None:
    pass


def filled(
    data: bytes,
    *,
    change: Callable[[Any], None] = nothing,
    entries: Callable[[Any], None] = nothing,
    lock: SigMDPSetup | None = None,
    subfilter: SigSeedSubFilter = SigSeedSubFilter.PADES,
    field: str = "",
) -> bytes:
    """Return the next field filled by its rightful signer, with changes to the file or the signature's entries."""
    usual, signer = _next(data)
    field = field or usual
    writer: Any = Revision(BytesIO(data))
    change(writer)
    steps = PdfCMSEmbedder().write_cms(field, writer, existing_fields_only=True)
    next(steps)
    value = SignatureObject(files.WHEN, subfilter, "Name", reason="Reason", bytes_reserved=8192)
    entries(value)
    steps.send(SigObjSetup(value, mdp_setup=lock or (LOCKED if field == SCHOOL else None)))
    digest, output = steps.send(SigIOSetup("sha256"))
    steps.send(signed_data(digest.document_digest, signer))
    return bytes(output.getvalue())


def _next(data: bytes) -> tuple[str, SigningKey]:
    place = files.school()
    return (PERSON, place.person) if data == files.prepared() else (SCHOOL, place.seal)


def finding(data: bytes) -> Any:
    return check(data, files.root())


BEFORE = pytest.mark.parametrize("before", ["prepared", "signed"])


@BEFORE
def test_a_field_filled_by_other_means_than_ours_is_ours_when_it_looks_so(before):
    expected = {"prepared": Verdict.UNSEALED, "signed": Verdict.GENUINE}[before]
    assert finding(filled(getattr(files, before)())).verdict is expected


@BEFORE
@pytest.mark.parametrize("change", [each for each in outsiders.REVISIONS if each.__name__ != "nothing_new"])
def test_a_change_inside_a_signed_revision_is_found(before, change):
    if change is outsiders.signature_taken_out:
        change = outsiders.overlay
    found = finding(filled(getattr(files, before)(), change=change))
    assert found.verdict is Verdict.CHANGED


@BEFORE
def test_an_object_written_again_unchanged_is_not_ours(before):
    found = finding(filled(getattr(files, before)(), change=outsiders.nothing_new))
    assert (found.verdict, "brought other objects" in found.details) == (Verdict.CHANGED, True)


def build_properties(value: Any) -> None:
    value["/Prop_Build"] = generic.DictionaryObject({Name("/App"): Name("/Elsewhere")})


def no_reason(value: Any) -> None:
    del value["/Reason"]


def other_filter(value: Any) -> None:
    value["/Filter"] = Name("/Elsewhere.Sign")


def time_as_a_name(value: Any) -> None:
    value["/M"] = Name("/D:20261021151230Z")


@BEFORE
@pytest.mark.parametrize("entries", [build_properties, no_reason, other_filter, time_as_a_name])
def test_a_signature_dictionary_with_more_less_or_other_entries_is_not_ours(before, entries):
    assert finding(filled(getattr(files, before)(), entries=entries)).verdict is Verdict.CHANGED


@BEFORE
def test_a_signature_of_another_kind_is_not_ours(before):
    data = filled(getattr(files, before)(), subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)
    assert finding(data).verdict is Verdict.CHANGED


@BEFORE
@pytest.mark.parametrize("lock", [CERTIFYING, OTHER_LOCK])
def test_a_signature_that_certifies_or_locks_otherwise_is_not_ours(before, lock):
    assert finding(filled(getattr(files, before)(), lock=lock)).verdict is Verdict.CHANGED


def further_entry(w: Any) -> None:
    w.set_custom_trailer_entry(Name("/Further"), Name("/Entry"))


def another_root(w: Any) -> None:
    w._root = w.add_object(generic.DictionaryObject(dict(w.root)))


@BEFORE
@pytest.mark.parametrize("change", [further_entry, another_root])
def test_a_trailer_with_more_or_another_root_is_not_ours(before, change):
    assert finding(filled(getattr(files, before)(), change=change)).verdict is Verdict.CHANGED


def test_bytes_between_two_signed_revisions_are_not_ours():
    data = filled(files.signed() + b"%hidden\n")
    found = finding(data)
    assert found.verdict is Verdict.CHANGED


def prepared_with(change: Callable[[Any], None]) -> bytes:
    """Return the declaration prepared as we do, but for a change, and signed by the person."""
    writer: Any = Revision(BytesIO(files.drawn()))
    for name in (PERSON, SCHOOL):
        append_signature_field(writer, signing._field(name, last=name == SCHOOL))
    writer.root["/AcroForm"]["/SigFlags"] = generic.NumberObject(3)
    change(writer)
    output = BytesIO()
    writer.write(output)
    return files.signed_by_person(output.getvalue())


def field_of(w: Any, at: int) -> Any:
    return w.root["/AcroForm"]["/Fields"][at]


def fewer_flags(w: Any) -> None:
    w.root["/AcroForm"]["/SigFlags"] = generic.NumberObject(1)


def calculated(w: Any) -> None:
    w.root["/AcroForm"]["/CO"] = generic.ArrayObject()


def changed_order(w: Any) -> None:
    w.root["/AcroForm"]["/Fields"].reverse()


def no_lock(w: Any) -> None:
    del field_of(w, 1)["/Lock"]


def other_lock(w: Any) -> None:
    field_of(w, 1)["/Lock"]["/P"] = generic.NumberObject(2)


def visible(w: Any) -> None:
    field_of(w, 0)["/Rect"][2] = generic.NumberObject(300)


def hidden(w: Any) -> None:
    field_of(w, 0)["/F"] = generic.NumberObject(2)


def acting(w: Any) -> None:
    field_of(w, 0)["/AA"] = generic.DictionaryObject()


def appearance(w: Any) -> None:
    field_of(w, 1)["/AP"] = generic.DictionaryObject()


@pytest.mark.parametrize(
    ("change", "details"),
    [
        (nothing, ""),
        (fewer_flags, "the form is not ours"),
        (calculated, "the form is not ours"),
        (changed_order, "the form is not ours"),
        (no_lock, "the lock is not ours"),
        (other_lock, "the lock is not ours"),
        (visible, "the field Person is not ours"),
        (hidden, "the field Person is not ours"),
        (acting, "the field Person is not ours"),
        (appearance, "the field School is not ours"),
    ],
)
def test_fields_that_were_made_otherwise_are_not_ours(change, details):
    found = finding(prepared_with(change))
    assert found.verdict is (Verdict.CHANGED if details else Verdict.UNSEALED)
    assert found.details.startswith(details)


def test_each_rule_of_the_shape_says_why():
    whole = files.sealed()
    more = outsiders.appended(whole, outsiders.unused_object)
    range_of_seal = whole.rindex(b"/ByteRange [0 ") + len(b"/ByteRange [")
    for data, details in [
        (more, "5 revisions, 2 signatures"),
        (whole + b"\n", "there is more in the file than was signed"),
        (outsiders.put(whole, range_of_seal, b"1"), "the signature covers another range"),
        (filled(files.prepared(), entries=time_as_a_name), "a text of the signature is none"),
    ]:
        with pytest.raises(Wrong, match=details):
            read_shape(data)


def test_a_seal_in_a_further_field_is_no_seal():
    data = filled(files.signed(), change=outsiders.signature_field, field="Third")
    found = finding(data)
    assert (found.verdict, found.details) == (Verdict.CHANGED, "fields signed: ['Person', 'Third']")
