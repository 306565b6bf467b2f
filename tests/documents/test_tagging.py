from __future__ import annotations

import re
from itertools import pairwise

import pikepdf
import pytest
from tests.documents import sample_letters
from tests.documents.reading import Element, elements, opened, painted, structure_of, text_of
from tests.documents.sample_facts import declaration, full_copy, overlong

from candour.documents.declaration import draw
from candour.documents.letter import draw_letter

DRAWINGS = {
    "declaration": lambda: draw(declaration()),
    "full copy": lambda: draw(full_copy()),
    "overlong": lambda: draw(overlong()),
    "letter": lambda: draw_letter(sample_letters.letter()),
    "overlong letter": lambda: draw_letter(sample_letters.overlong()),
}


@pytest.fixture(params=DRAWINGS)
def drawn(request: pytest.FixtureRequest) -> bytes:
    return DRAWINGS[request.param]()


@pytest.fixture
def pdf(drawn: bytes) -> pikepdf.Pdf:
    return opened(drawn)


def _marks(pdf: pikepdf.Pdf) -> list[tuple[int, int, Element]]:
    """Return (page, number, element) of every mark that the tree names."""
    pages = {page.objgen: at for at, page in enumerate(pdf.pages)}
    return [
        (pages[kid.Pg.objgen], int(kid.MCID), element)
        for element in elements(pdf)
        for kid in element.kids
        if "/MCID" in kid
    ]


def test_everything_painted_is_tagged_or_an_artifact_and_never_both(pdf):
    for page in pdf.pages:
        for operator, marks in painted(page):
            assert len(marks) == 1, (operator, marks)


def test_text_belongs_to_the_tree_but_for_running_heads_and_feet(pdf):
    for page in pdf.pages:
        artifacts = [operator for operator, (mark,) in painted(page) if mark == "/Artifact" and operator == "Tj"]
        assert len(artifacts) <= 3 + 2 + 4


def test_every_mark_of_a_page_stands_in_the_tree_once(pdf):
    for at, page in enumerate(pdf.pages):
        on_page = {mark for _, (mark,) in painted(page) if mark != "/Artifact"}
        in_tree = [f"{element.role} {number}" for where, number, element in _marks(pdf) if where == at]
        assert sorted(in_tree) == sorted(on_page)


def test_the_parent_tree_leads_from_every_mark_back_to_its_element(pdf):
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    rows = {int(numbers[at]): list(numbers[at + 1]) for at in range(0, len(numbers), 2)}
    marks = _marks(pdf)
    assert sum(len(row) for row in rows.values()) == len(marks)
    for where, number, element in marks:
        row = rows[int(pdf.pages[where].StructParents)]
        assert row[number].objgen == element.object.objgen


def test_every_element_names_its_parent(pdf):
    for element in elements(pdf):
        above = element.above.object if element.above else pdf.Root.StructTreeRoot
        assert element.object.P.objgen == above.objgen


def test_the_tree_holds_one_document_with_tables_of_rows_of_cells(pdf):
    allowed = {
        None: {"/Document"},
        "/Document": {"/H1", "/H2", "/P", "/Table"},
        "/Table": {"/TR"},
        "/TR": {"/TH", "/TD"},
    }
    for element in elements(pdf):
        assert element.role in allowed[element.above.role if element.above else None]


def test_every_header_cell_has_a_scope_and_every_row_spans_its_table(pdf):
    for element in elements(pdf):
        if element.role == "/TH":
            assert str(element.object.A.O) == "/Table"
            assert str(element.object.A.Scope) in {"/Column", "/Row"}
        if element.role == "/Table":
            widths = {sum(_span(cell) for cell in row.K) for row in element.kids}
            assert len(widths) == 1


def _span(cell: pikepdf.Object) -> int:
    return int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1


def test_there_is_one_first_heading_and_no_level_is_skipped(pdf):
    headings = [element.role for element in elements(pdf) if element.role.startswith("/H")]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert all(int(after[2]) - int(before[2]) <= 1 for before, after in pairwise(headings))


def test_every_heading_has_a_bookmark(drawn, pdf):
    with pdf.open_outline() as outline:
        titles = [top.title for top in outline.root] + [one.title for top in outline.root for one in top.children]
    read = [line.strip() for line in structure_of(drawn).splitlines()]
    assert len(titles) == sum(1 for element in elements(pdf) if element.role in {"/H1", "/H2"})
    assert all(f'"{title}"' in read for title in titles)


def test_pages_and_catalog_carry_the_keys_of_a_tagged_file(pdf):
    assert bool(pdf.Root.MarkInfo.Marked) is True
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle) is True
    assert str(pdf.Root.Lang) == "en-GB"
    assert [int(page.StructParents) for page in pdf.pages] == list(range(len(pdf.pages)))
    assert all(str(page.Tabs) == "/S" for page in pdf.pages)
    assert "/OpenAction" not in pdf.Root
    assert not any("/Annots" in page or "/AA" in page or "/Trans" in page for page in pdf.pages)


def test_only_the_embedded_fonts_are_used_and_their_widths_are_true(pdf):
    for page in pdf.pages:
        for font in page.Resources.Font.values():
            assert str(font.Subtype) == "/TrueType"
            assert re.fullmatch(r"/[A-Z]{6}\+NotoSans-(Regular|Bold)", str(font.BaseFont))
            assert len(font.FontDescriptor.FontFile2.read_bytes()) > 1000
            assert "/Encoding" not in font
            assert int(font.FontDescriptor.Flags) & 4
            assert not int(font.FontDescriptor.Flags) & 32
            assert "/ToUnicode" in font
            assert len(font.Widths) == int(font.LastChar) - int(font.FirstChar) + 1


def test_every_font_that_a_page_asks_for_is_among_its_own(pdf):
    for page in pdf.pages:
        asked = {str(one.operands[0]) for one in pikepdf.parse_content_stream(page) if str(one.operator) == "Tf"}
        assert asked <= set(page.Resources.Font.keys())


def test_every_stream_ends_with_an_end_of_line_before_its_keyword(drawn):
    ends = [match.start() for match in re.finditer(rb"endstream", drawn)]
    assert len(ends) > 5
    assert all(drawn[at - 1 : at] == b"\n" for at in ends)
    lengths = [int(found) for found in re.findall(rb"/Length (\d+)", drawn)]
    bodies = [len(found) for found in re.findall(rb"\nstream\n(.*?)\nendstream", drawn, re.DOTALL)]
    assert lengths == bodies
    assert drawn.endswith(b"%%EOF\n")
    assert drawn.startswith(b"%PDF-1.7\n%")
    assert all(byte > 127 for byte in drawn[10:14])


def test_a_screen_reader_hears_the_first_page_in_order():
    heard = structure_of(draw(declaration()))
    wanted = [
        '"Sample Road Primary School"',
        '"Declaration D-2026-0038"',
        '"Social media declaration 2026–27"',
        '"Name"',
        '"Siân Sample"',
        '"What I have checked"',
        '"Except E-2026-014"',
        '"Exceptions"',
        '"Declaration"',
        '"Signed by the member of staff"',
        '"Seal of the school"',
        '"How to verify"',
        '"The questions as they were asked"',
    ]
    places = [heard.index(words) for words in wanted]
    assert places == sorted(places)


def test_a_table_repeats_its_head_on_every_page_as_an_artifact():
    facts = overlong()
    pages = text_of(draw(facts)).split("\f")
    last = next(at for at, page in enumerate(pages) if "Self-declared" in page)
    assert last > 3
    assert all("Statement" in page and "Outcome" in page for page in pages[: last + 1])
    pdf = opened(draw(facts))
    heads = [e for e in elements(pdf) if e.role == "/TH" and str(e.object.A.Scope) == "/Column"]
    assert len(heads) == 3 + 4


def test_no_word_is_joined_to_the_next_where_a_line_ends():
    heard = structure_of(draw(declaration()))
    assert "written with parents or children of the school there" in heard
