from __future__ import annotations

import re
import zlib

import msgspec
import pytest
from pyhanko.pdf_utils.generic import NameObject, TextStringObject
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from tests.documents.reading import opened
from tests.documents.sample_facts import declaration, full_copy
from tests.documents.sample_letters import letter

from candour.documents.comparing import disagreement
from candour.documents.declaration import draw
from candour.documents.letter import draw_letter


def _packed(pdf: bytes, level: int) -> bytes:
    """Return the file with its streams packed in another way, as another platform's zlib would."""
    body = pdf[: pdf.rindex(b"xref\n0 ")]
    stream = re.compile(
        rb"(<<[^<>]*(?:<<[^<>]*>>[^<>]*)*/Length )(\d+)([^>]*>>\nstream\n)(.*?)(\nendstream)", re.DOTALL
    )

    def again(found: re.Match[bytes]) -> bytes:
        head, _, rest, data, end = found.groups()
        if b"FlateDecode" in head + rest:
            data = zlib.compress(zlib.decompress(data), level)
        return head + str(len(data)).encode() + rest + data + end

    return _indexed(stream.sub(again, body), pdf)


def _indexed(body: bytes, pdf: bytes) -> bytes:
    places = {int(found[1]): found.start() for found in re.finditer(rb"^(\d+) 0 obj$", body, re.MULTILINE)}
    rows = b"".join(b"%010d 00000 n \n" % places[number] for number in range(1, len(places) + 1))
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return body + table + rows + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


@pytest.fixture(scope="module")
def honest() -> bytes:
    return draw(declaration())


def test_a_letter_agrees_with_its_facts_and_with_no_others():
    drawn, facts = draw_letter(letter()), letter()
    assert disagreement(drawn, facts) is None
    for change in ({"summary": "Approved."}, {"line": "Another line."}, {"conditions": facts.conditions[1:]}):
        assert disagreement(drawn, msgspec.structs.replace(facts, **change))


@pytest.mark.parametrize("facts", [declaration(), full_copy()], ids=["declaration", "full copy"])
def test_a_drawing_agrees_with_its_facts(facts):
    assert disagreement(draw(facts), facts) is None


def test_another_compression_is_no_disagreement(honest):
    packed = _packed(honest, 1)
    assert packed != honest
    assert len(opened(packed).pages) == len(opened(honest).pages)
    assert disagreement(packed, declaration()) is None


def test_another_word_on_the_page_is_found(honest):
    loud = _rewritten(honest, b"/Contents", lambda data: data.replace(b"EMC", b"EMC ", 1))
    found = disagreement(loud, declaration())
    assert found
    assert "/Contents" in found


def _rewritten(pdf: bytes, key: bytes, change) -> bytes:
    """Change the stream that a key of the first page leads to, and write the file anew."""
    number = re.search(key + rb" (\d+) 0 R", pdf)
    assert number
    stream = re.compile(
        rb"^%b 0 obj\n(.*?)/Length \d+(.*?)stream\n(.*?)\nendstream" % number[1], re.DOTALL | re.MULTILINE
    )

    def again(found: re.Match[bytes]) -> bytes:
        data = zlib.compress(change(zlib.decompress(found[3])))
        length = str(len(data)).encode()
        return b"%b 0 obj\n%b/Length %b%bstream\n%b\nendstream" % (number[1], found[1], length, found[2], data)

    return _indexed(stream.sub(again, pdf[: pdf.rindex(b"xref\n0 ")], count=1), pdf)


def test_a_font_that_shows_other_letters_is_found(honest):
    cheat = _rewritten(honest, b"/FontFile2", lambda data: data[:-1] + bytes([data[-1] ^ 1]))
    assert disagreement(cheat, declaration())


@pytest.mark.parametrize(
    "change",
    [
        {"summary": "Signed, with nothing open."},
        {"reference": "D-2026-0039"},
        {"lines": declaration().lines[1:]},
        {"exceptions": ()},
    ],
    ids=["summary", "reference", "lines", "exceptions"],
)
def test_pages_drawn_from_other_facts_are_found(honest, change):
    assert disagreement(honest, msgspec.structs.replace(declaration(), **change))


def test_other_metadata_is_found(honest):
    assert disagreement(honest.replace(b"<pdf:Trapped>False", b"<pdf:Trapped>Wrong"), declaration())


def _with(pdf: bytes, old: bytes, new: bytes) -> bytes:
    assert pdf.count(old) == 1
    return _indexed(pdf[: pdf.rindex(b"xref\n0 ")].replace(old, new), pdf)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b"/PageMode /UseNone", b"/PageMode /FullScreen", "/PageMode"),
        (b"/PageMode /UseNone", b"/PageMode /UseNone /OpenAction [ 2 0 R /Fit ]", "/Root"),
        (b"/Kids [ 2 0 R 3 0 R ]", b"/Kids [ 2 0 R 3 0 R 3 0 R ]", "/Kids"),
        (b"/Kids [ 2 0 R 3 0 R ]", b"/Kids [ 3 0 R 2 0 R ]", "/Kids"),
    ],
    ids=["another value", "a key more", "a page more", "pages swapped"],
)
def test_another_structure_is_found(honest, old, new, place):
    found = disagreement(_with(honest, old, new), declaration())
    assert found is not None
    assert place in found


def test_a_later_revision_is_found(honest, tmp_path):
    path = tmp_path / "later.pdf"
    path.write_bytes(honest)
    with path.open("r+b") as file:
        writer = IncrementalPdfFileWriter(file)
        writer.root[NameObject("/Extra")] = TextStringObject("more")
        writer.update_root()
        writer.write_in_place()
    assert "a later revision" in (disagreement(path.read_bytes(), declaration()) or "")
    assert disagreement(path.read_bytes()[: len(honest)], declaration()) is None
