"""The form on paper: every point with its boxes, and nothing on it that would tell HR a reason."""

from __future__ import annotations

import pikepdf
import pytest
from tests.documents.reading import opened, painted, structure_of, text_of, words_of
from tests.documents.sample_papers import CHECKLIST, FORM, form_paper

from candour.documents.paper_form import draw_paper_form
from candour.documents.press import Press
from candour.errors import Refused


def pages(paper):
    return [" ".join(page.split()) for page in text_of(draw_paper_form(paper)).split("\f") if page.strip()]


def test_every_point_of_the_pack_is_there_with_the_boxes_that_it_may_have():
    paper = form_paper()
    words = words_of(draw_paper_form(paper))
    assert all(point.statement in words for point in paper.points)
    form = " ".join(pages(paper)[:2])
    assert form.count("☐") == 0  # boxes are drawn, since no font need have the sign
    assert form.count("Open until _") == 0
    boxes = [form.count(label) for label in ("Confirmed Open until", "No school phone or account")]
    assert boxes == [sum(line.may_stay_open for line in FORM.lines), sum(line.may_lack for line in FORM.lines)]
    assert form.count("Except, for") == len(FORM.excepts)
    assert "Except, for 2.1 and 2.8: details are in the closed envelope" in form


def test_as_many_boxes_and_lines_are_drawn_as_there_are_words_for_them():
    drawn = opened(draw_paper_form(form_paper()))
    strokes = sum(
        operator in {"S", "s"} and marks == ("/Artifact",)
        for page in list(drawn.pages)[:2]
        for operator, marks in painted(page)
    )
    stay_open = sum(line.may_stay_open for line in FORM.lines)
    boxes = len(CHECKLIST.lines) + stay_open + sum(line.may_lack for line in FORM.lines) + len(FORM.excepts)
    name_and_number, date_and_signature, office, heads = 2, 2, 2, 2
    assert strokes == boxes + stay_open + name_and_number + date_and_signature + office + heads


def test_a_form_says_who_opens_the_envelope_whom_to_tell_at_once_and_where_it_goes():
    form = " ".join(pages(form_paper())[:2])
    for words in (
        "“For Hedda Head”",
        "Go to Leda Lead now, and write nothing about it here",
        "Give this form to Bea Bursar",
        "Friday 16 October 2026",
        "Write no reasons, names or accounts on this form",
        "Signature",
    ):
        assert words in form
    assert "Give this form to the school office" in " ".join(pages(form_paper(hr="")))


def test_what_is_asked_for_stands_on_the_envelope_sheet_alone():
    *form, sheet = pages(form_paper())
    for words in ("Who, or which group", "How you are connected", "Which accounts or phone"):
        assert words in sheet
        assert not any(words in page for page in form)
    assert "Envelope sheet: in a closed envelope, never with the form" in sheet


def test_a_form_is_for_somebody_by_name_for_several_or_blank():
    blank = pages(form_paper())
    assert "Staff number" in blank[0]
    several = pages(form_paper(people=(("Iris Invented", "0038"), ("Mo Made-Up", "0041"))))
    named = [page for page in several if "Iris Invented, staff number 0038" in page]
    assert len(named) == 2
    assert sum("Mo Made-Up" in page for page in several) == 2


@pytest.mark.parametrize("large", [False, True])
def test_form_and_envelope_sheet_never_share_a_sheet_of_paper(large):
    found = pages(form_paper(people=(("Iris Invented", "0038"), ("Mo Made-Up", "0041")), large=large))
    sheets = [at for at, page in enumerate(found) if "Envelope sheet" in page]
    forms = [at for at, page in enumerate(found) if "How to fill it in" in page]
    assert len(sheets) == len(forms) == 2
    assert all(at % 2 == 0 for at in sheets + forms)  # the front of a sheet


def test_large_print_is_at_least_sixteen_points():
    paper = form_paper(large=True)
    assert len(pages(paper)) > len(pages(form_paper()))
    sizes = {
        float(part.operands[1])
        for page in opened(draw_paper_form(paper)).pages
        for part in pikepdf.parse_content_stream(page)
        if str(part.operator) == "Tf"
    }
    assert 16.0 in sizes


def test_the_form_is_tagged_in_reading_order_and_says_its_language_and_title():
    drawn = draw_paper_form(form_paper())
    file = opened(drawn)
    assert file.Root.MarkInfo.Marked
    assert str(file.Root.Lang) == "en-GB"
    assert str(file.docinfo.Title) == "Social media declaration 2026–27"
    for page in file.pages:
        for operator, marks in painted(page):
            assert len(marks) == 1, (operator, marks)
    heard = structure_of(drawn)
    order = ("How to fill it in", "The points", "Exceptions", "Declaration", "How to hand it in", "For Hedda Head")
    places = [heard.index(f'"{words}') for words in order]
    assert places == sorted(places)


def test_markup_prints_as_typed_and_what_the_font_lacks_is_refused():
    typed = "<b>Ελένη</b> & Nguyễn"
    assert typed in pages(form_paper(people=((typed, "0038"),)))[0]
    with pytest.raises(Refused, match="名"):
        draw_paper_form(form_paper(people=(("名", "0038"),)))


def test_the_press_gives_the_same_bytes():
    assert Press().paper_form(form_paper()) == draw_paper_form(form_paper())
