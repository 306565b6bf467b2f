"""PDFs made to use up time, memory or patience: bombs, loops, nesting, impossible tables (trust.md, attack 28)."""

from __future__ import annotations

import random
import zlib
from functools import cache


def pdf(*objects: bytes, trailer: bytes = b"") -> bytes:
    """Return a file of these objects, numbered from 1 (the catalog), with a cross-reference table."""
    data, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def stream(content: bytes, entries: bytes) -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), entries, content)


@cache
def zeros(layers: int = 1) -> bytes:
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(bytes(1 << 20)) for _ in range(256)) + packer.flush()
    for _ in range(layers - 1):
        data = zlib.compress(data, 9)
    return data


def bomb_in_cross_references() -> bytes:
    """Return a cross-reference stream: a quarter of a gigabyte of zeros, packed twice into very little."""
    packed = zeros(2)
    head = b"%PDF-1.7\n"
    entries = b"/Type /XRef /Size 9 /W [1 2 1] /Root 1 0 R /Filter [/FlateDecode /FlateDecode]"
    return head + b"1 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (stream(packed, entries), len(head))


def bomb_as_fields() -> bytes:
    """Return a form whose fields lie in an object stream that is a bomb."""
    packed = stream(zeros(2), b"/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]")
    return pdf(b"<< /Type /Catalog /AcroForm << /Fields 2 0 R >> >>", packed)


def deep(opening: bytes, closing: bytes, levels: int = 200_000) -> bytes:
    return pdf(b"<< /Type /Catalog /AcroForm " + opening * levels + closing * levels + b" >>")


def nested_arrays() -> bytes:
    return deep(b"[", b"]")


def nested_dictionaries() -> bytes:
    return deep(b"<< /A ", b" >>")


def nested_fields() -> bytes:
    """Return fields that are each other's children, without end."""
    field = b"<< /FT /Sig /T (a) /Kids [ 3 0 R 2 0 R ] >>"
    return pdf(b"<< /Type /Catalog /AcroForm << /Fields [ 2 0 R ] >> >>", field, field)


def many_ways_down() -> bytes:
    """Return fields of which each level doubles the ways: 2 to the 40th."""
    levels = [b"<< /T (a) /Kids [ %d 0 R %d 0 R ] >>" % (at + 1, at + 1) for at in range(2, 42)]
    return pdf(b"<< /Type /Catalog /AcroForm << /Fields [ 2 0 R ] >> >>", *levels, b"<< /FT /Sig /T (b) >>")


def looping_revisions() -> bytes:
    """Return a table whose predecessor is itself."""
    plain = pdf(b"<< /Type /Catalog >>")
    return pdf(b"<< /Type /Catalog >>", trailer=b"/Prev %d" % plain.index(b"xref\n"))


def looping_reference() -> bytes:
    return pdf(b"<< /Type /Catalog /AcroForm 2 0 R >>", b"3 0 R", b"2 0 R")


def looping_length() -> bytes:
    return pdf(b"<< /Type /Catalog /AcroForm 2 0 R >>", b"<< /Length 2 0 R >>\nstream\n\nendstream")


def four_billion_entries() -> bytes:
    return pdf(b"<< /Type /Catalog >>").replace(b"xref\n0 2\n", b"xref\n0 4294967295\n")


def long_number() -> bytes:
    return pdf(b"<< /Type /Catalog /AcroForm " + b"9" * 2_000_000 + b" >>")


def random_bytes() -> bytes:
    return random.Random(28).randbytes(100_000)


def random_bytes_with_a_head_and_an_end() -> bytes:
    return b"%PDF-1.7\n" + random_bytes() + b"\nstartxref\n9\n%%EOF\n"


HOSTILE = [
    bomb_in_cross_references, nested_arrays, nested_dictionaries, looping_revisions, looping_reference,
    looping_length, four_billion_entries, random_bytes, random_bytes_with_a_head_and_an_end,
]  # fmt: skip
NO_DECLARATIONS = [bomb_as_fields, nested_fields, many_ways_down]
