"""The shape of a signed file: our revisions, our fields, our signature dictionaries, and nothing else.

A declaration has four revisions: drawn, prepared (the empty fields), signed by the person, sealed by the
school; a full copy and a decision letter have three. For each appended one the objects that it may bring or
change are known, down to their entries, so whatever else it holds is a change (facts/signing.md, sections 5 and 7).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from typing import Any

from asn1crypto.parser import peek
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.decode_limits import DecodeLimits, StreamDecodeLimits
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.pdf_utils.xref import XRefSectionType

from candour.documents.edges import is_signed
from candour.documents.signing import PERSON, SCHOOL
from candour.documents.verdicts import MOST, NO_SIGNATURE, NOT_OURS, changed, not_signed

DRAWN, PREPARED, SIGNED, SEALED = range(4)
"""The revisions of a declaration, in order."""

_LIMITS = DecodeLimits(per_stream=StreamDecodeLimits(max_output_size=MOST))
"""One stream is read, the facts, and they are no bomb."""

_TRAILER = {"/ID", "/Info", "/Root", "/Size"}
_WIDGET = {"/FT": "/Sig", "/Type": "/Annot", "/Subtype": "/Widget", "/F": 132, "/Rect": [0, 0, 0, 0]}
_LOCK = {"/Action": "/All", "/Type": "/SigFieldLock", "/P": 1}
_LOCKED = {"/Action": "/All", "/Type": "/TransformParams", "/V": "/1.2", "/P": 1}
_SIGNATURE = {"/Type": "/Sig", "/Filter": "/Adobe.PPKLite", "/SubFilter": "/ETSI.CAdES.detached"}
_TEXTS = ("/M", "/Name", "/Reason")


@dataclass(frozen=True)
class Signature:
    """One filled field: its CMS without padding, the SHA-256 of what it covers, and where that ends."""

    field: str
    revision: int
    cms: bytes
    digest: bytes
    end: int
    when: datetime
    name: str
    reason: str


@dataclass(frozen=True)
class Shape:
    """A file of our shape: how many fields it was made with, and its signatures, oldest first."""

    reader: PdfFileReader
    two_fields: bool
    signatures: tuple[Signature, ...]

    def at(self, revision: int) -> HistoricalResolver:
        """Return the file as it was at that revision."""
        return self.reader.get_historical_resolver(revision)


def read_shape(data: bytes) -> Shape:
    """Return the shape of a signed file; raises Wrong for any other, and what pyHanko raises for broken ones."""
    reader = PdfFileReader(BytesIO(data), strict=True, decode_limits=_LIMITS)
    filled = _filled(reader, data)
    if reader.xrefs.total_revisions != SIGNED + len(filled):
        raise changed(f"{reader.xrefs.total_revisions} revisions, {len(filled)} signatures")
    for revision in range(reader.xrefs.total_revisions):
        _check_cross_references(reader, revision)
    fields = _check_prepared(reader)
    if filled != list(fields)[: len(filled)]:
        raise changed(f"fields signed: {filled}")
    signatures = tuple(
        _read_signature(reader, data, name, fields[name], SIGNED + place, locked=name == list(fields)[-1])
        for place, name in enumerate(filled)
    )
    _check_ends(reader, data, signatures)
    return Shape(reader, SCHOOL in fields, signatures)


def _filled(reader: PdfFileReader, data: bytes) -> list[str]:
    names = _signed_fields(reader)
    if PERSON not in names:
        if not names and is_signed(data) and b"/T (%s)" % PERSON.encode() in data:
            raise changed("the person's signature was taken out of the form")
        raise not_signed(f"fields signed: {names}", NOT_OURS if b"/ByteRange" in data else NO_SIGNATURE)
    return names


def _signed_fields(reader: PdfFileReader) -> list[str]:
    """Return the names of the signed fields; only the first level is looked at, for ours have no other."""
    try:
        listed: Any = reader.root["/AcroForm"]["/Fields"]
    except KeyError:
        return []
    fields = [listed[at] for at in range(len(listed))]  # by index, which follows references
    return [str(each["/T"]) for each in fields if {"/FT", "/T", "/V"} <= set(each) and each["/FT"] == "/Sig"]


def _check_cross_references(reader: PdfFileReader, revision: int) -> None:
    """Allow plain tables alone (no streams, no hybrids, nothing freed) and the trailer that we write."""
    table = reader.xrefs.get_xref_data(revision)
    kind = reader.xrefs.get_xref_container_info(revision).xref_section_type
    if kind is not XRefSectionType.STANDARD or table.freed or table.xrefs_in_objstm:
        raise changed(f"cross-references of revision {revision}")
    first, this = (reader.trailer.flatten(each) for each in (DRAWN, revision))
    if set(this) - {"/Prev"} != _TRAILER or any(
        plain(this.raw_get(key)) != plain(first.raw_get(key)) for key in ("/Root", "/Info")
    ):
        raise changed(f"trailer of revision {revision}")


def _check_prepared(reader: PdfFileReader) -> dict[str, tuple[int, int]]:
    """Check that the second revision brought the empty fields alone; return their names and references."""
    drawn, prepared = (reader.get_historical_resolver(each) for each in (DRAWN, PREPARED))
    page = prepared.root["/Pages"]["/Kids"].raw_get(0)
    form = _added(drawn.root, prepared.root, "/AcroForm")
    annotations = _added(drawn(page.reference), prepared(page.reference), "/Annots")
    fields = _at(prepared, form)["/Fields"]
    names = (PERSON, SCHOOL)[: len(fields)]
    if _at(prepared, form) != {"/Fields": fields, "/SigFlags": 3} or annotations != fields or not fields:
        raise changed("the form is not ours")
    made = {form, *fields}
    for name, field in zip(names, fields, strict=True):
        expected: dict[str, Any] = {**_WIDGET, "/T": f"({name})", "/P": plain(page)}
        if name == names[-1]:
            expected["/Lock"] = lock = _at(prepared, field).get("/Lock")
            made.add(lock)
            if not lock or _at(prepared, lock) != _LOCK:
                raise changed("the lock is not ours")
        if _at(prepared, field) != expected:
            raise changed(f"the field {name} is not ours")
    _check_brought(reader, PREPARED, made | {plain(page), _root(reader)})
    return dict(zip(names, fields, strict=True))


def _read_signature(
    reader: PdfFileReader, data: bytes, name: str, field: tuple[int, int], revision: int, *, locked: bool
) -> Signature:
    """Check that a revision brought this field's value alone; return what its dictionary says."""
    before, after = (reader.get_historical_resolver(each) for each in (revision - 1, revision))
    value = _added(_object(before, field), _object(after, field), "/V")
    _check_brought(reader, revision, {field, value})
    found = _object(after, value)
    expected: dict[str, Any] = dict(_SIGNATURE)
    if locked:
        kind = {"/Type": "/SigRef", "/TransformMethod": "/FieldMDP"}
        expected["/Reference"] = [{**kind, "/Data": _root(reader), "/TransformParams": _LOCKED}]
    free = {*_TEXTS, "/Contents", "/ByteRange"}
    if {key: plain(part) for key, part in found.items() if key not in free} != expected or free - set(found):
        raise changed(f"the signature dictionary of {name} is not ours")
    moment, signed_by, reason = (_text(found.raw_get(key)) for key in _TEXTS)
    cms, digest, end = _covered(data, found)
    when = generic.parse_pdf_date(moment)
    return Signature(name, revision, cms, digest, end, when, signed_by, reason)


def _covered(data: bytes, found: Any) -> tuple[bytes, bytes, int]:
    """Return the CMS, the digest of what it covers and the end of that; the gap must be `/Contents` to the byte.

    Neither the case of a hexadecimal digit nor the padding is covered by the signature itself.
    """
    start, before, after, rest = plain(found.raw_get("/ByteRange"))
    contents = found.raw_get("/Contents")
    end = after + rest
    if start != 0 or not 0 < before < after < end <= len(data):
        raise changed("the signature covers another range")
    padded = bytes(getattr(contents, "original_bytes", b""))
    cms = padded[: peek(padded)] if padded else b""
    if not cms or cms.ljust(len(padded), b"\0") != padded:
        raise changed("the signature's contents are empty, or padded with something")
    if data[before:after] != b"<" + padded.hex().upper().encode() + b">":
        raise changed("the signature leaves out more than its contents")
    digest = sha256(data[:before])
    digest.update(data[after:end])
    return cms, digest.digest(), end


def _check_ends(reader: PdfFileReader, data: bytes, signatures: tuple[Signature, ...]) -> None:
    """Check that revisions follow each other without a gap, and that signatures cover all up to their ends."""
    begin = 0
    for revision in range(reader.xrefs.total_revisions):
        declared = reader.xrefs.get_startxref_for_revision(revision)
        places = [place for _, place in reader.xrefs.get_xref_data(revision).standard_xrefs.values()]
        end = revision_end(reader, data, revision)
        if not begin <= min(places) <= max(places) < declared < end or (begin and min(places) != begin):
            raise changed(f"objects of revision {revision} lie outside of it")
        begin = end
    ends = [revision_end(reader, data, each.revision) for each in signatures]
    if [each.end for each in signatures] != ends or ends[-1] != len(data):
        raise changed("there is more in the file than was signed")


def revision_end(reader: PdfFileReader, data: bytes, revision: int) -> int:
    """Return where a revision ends, which must be as we end it; raises ValueError where there is no end."""
    declared = reader.xrefs.get_startxref_for_revision(revision)
    ending = b"startxref\n%d\n%%%%EOF\n" % declared
    return data.index(ending, declared) + len(ending)


def _check_brought(reader: PdfFileReader, revision: int, expected: set[tuple[int, int]]) -> None:
    brought = set(reader.xrefs.get_xref_data(revision).standard_xrefs.items())
    if {(number, generation) for number, (generation, _) in brought} != expected:
        raise changed(f"revision {revision} brought other objects than ours")


def _added(before: Any, after: Any, key: str) -> Any:
    """Return the value of the one entry by which two dictionaries differ."""
    old, new = plain(before), plain(after)
    value = new.pop(key, None)
    if old != new or value is None:
        raise changed(f"more than {key} was changed")
    return value


def _root(reader: PdfFileReader) -> tuple[int, int]:
    return reader.root_ref.idnum, reader.root_ref.generation


def _object(resolver: HistoricalResolver, reference: tuple[int, int]) -> Any:
    return resolver(generic.Reference(*reference, pdf=resolver))


def _at(resolver: HistoricalResolver, reference: tuple[int, int]) -> Any:
    return plain(_object(resolver, reference))


def _text(value: Any) -> str:
    if not isinstance(value, generic.TextStringObject):
        raise changed("a text of the signature is none")
    return str(value)


def plain(value: Any) -> Any:
    """Return a PDF object as plain Python: names as "/Name", texts as "(text)", references as pairs.

    Nothing is followed, so that loops cannot catch it; a stream is no plain object.
    """
    if isinstance(value, generic.IndirectObject):
        return value.idnum, value.generation
    if isinstance(value, generic.StreamObject):
        raise changed("a stream stands where none belongs")
    if isinstance(value, generic.DictionaryObject):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, generic.ArrayObject):
        return [plain(part) for part in value]
    if isinstance(value, generic.TextStringObject):
        return f"({value})"
    if isinstance(value, generic.BooleanObject):
        return value.value
    return value
