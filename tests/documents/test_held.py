from __future__ import annotations

from datetime import date

import pytest
from tests.documents.reading import elements, opened, text_of

from candour.documents.held import draw_held
from candour.domain.held import HeldPaper, HeldPart
from candour.errors import Refused

KEPT = "Until six years after you leave (period set by the school)"


def paper(name="Nguyễn Thị Mẫu", lines=3, openings=()):
    return HeldPaper(
        school="Harbour Lane Primary School (invented)",
        name=name,
        number="0041",
        made_on=date(2026, 10, 1),
        lines=tuple((f"Thing number {n}", "1 October 2026", "You alone", KEPT) for n in range(lines)),
        opened=openings,
        parts=(HeldPart("What you answered in D-2026-0041", (("Parents", "None that I know of"),)),),
        rights=("Tell Bea Bursar what is wrong.",),
    )


def test_every_line_part_and_right_is_printed_over_as_many_pages_as_it_takes():
    pdf = draw_held(paper(lines=90))
    text = " ".join(text_of(pdf).split())
    assert len(opened(pdf).pages) > 3
    assert all(f"Thing number {n}" in text for n in range(90))
    for words in ("Nguyễn Thị Mẫu, staff number 0041. As of 1 October 2026.", "What you answered in D-2026-0041"):
        assert words in text
    assert "None that I know of" in text
    assert "Tell Bea Bursar what is wrong." in text


def test_that_nobody_opened_anything_is_said_and_openings_are_listed():
    line = ("Hetty Sample", "2 October 2026, 09:15", "Full copy of D-2026-0041", "A question about a request")
    assert "Nobody has opened what is sealed about you." in text_of(draw_held(paper()))
    text = " ".join(text_of(draw_held(paper(openings=(line,)))).split())
    assert "Nobody has opened" not in text
    assert "Hetty Sample" in text


def test_its_tables_have_headers_and_its_headings_go_in_order():
    file = opened(draw_held(paper()))
    found = [each.role for each in elements(file)]
    assert found.count("/H1") == 1
    assert found.count("/H2") == 4
    assert found.index("/H1") < found.index("/H2")
    assert found.count("/TH") == 4 + 1


def test_a_name_that_the_font_lacks_is_refused():
    with pytest.raises(Refused):
        draw_held(paper(name="山田太郎"))


def test_the_same_facts_give_the_same_bytes():
    assert draw_held(paper()) == draw_held(paper())
