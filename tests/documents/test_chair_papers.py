"""The chair's papers: what was asked for stands on the request sheet alone, and the slip is one page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.reading import opened, painted, structure_of, text_of, words_of
from tests.documents.sample_letters import CONDITIONS, chair_paper

from candour.documents.chair_papers import DECISIONS, draw_chair_papers
from candour.documents.press import Press
from candour.domain.letter import SaidFact
from candour.errors import Refused


def pages(paper):
    return [" ".join(page.split()) for page in text_of(draw_chair_papers(paper)).split("\f") if page.strip()]


def test_the_sheet_says_what_was_asked_for_and_that_it_is_confidential():
    paper = chair_paper()
    sheet, _ = pages(paper)
    assert "Confidential: for the chair of governors alone" in sheet
    said = [paper.reference, paper.name, paper.number, paper.role, paper.request, paper.policy, "12 October 2026"]
    for words in said + [one.words for one in paper.asked] + [one.label for one in paper.asked]:
        assert words in sheet
    assert all(one.words in words_of(draw_chair_papers(paper)) for one in paper.covers)


def test_the_slip_tells_hr_nothing_of_who_why_or_where():
    paper = chair_paper()
    _, slip = pages(paper)
    for one in paper.asked:
        if one.words not in paper.conditions:
            assert one.words not in slip
    assert "Quentin Quill" not in slip
    assert "name nobody here" in slip


def test_the_slip_has_the_reference_a_box_for_each_choice_and_lines_to_write_on():
    paper = chair_paper()
    _, slip = pages(paper)
    for words in (paper.reference, *DECISIONS, *CONDITIONS, "Until when", "Name", "Date", "Signature"):
        assert words in slip
    file = opened(draw_chair_papers(paper))
    strokes = [
        operator for operator, marks in painted(file.pages[1]) if operator in {"S", "s"} and marks == ("/Artifact",)
    ]
    written_on = 1 + 1 + 3 + 2
    assert len(strokes) == len(DECISIONS) + len(CONDITIONS) + written_on + 1  # and the rule under the head


def test_without_ready_conditions_the_slip_asks_for_none():
    _, slip = pages(chair_paper(conditions=()))
    assert "tick those that apply" not in slip


def test_eight_long_conditions_leave_the_slip_on_one_page():
    conditions = tuple(f"Condition {number}, to the end of its line. " * 4 for number in range(8))
    assert len(pages(chair_paper(conditions))) == 2


def test_a_long_request_takes_more_pages_and_the_slip_still_its_own():
    long = tuple(SaidFact("In your words", "This goes on and on. " * 40) for _ in range(12))
    found = pages(replace(chair_paper(), asked=long))
    assert len(found) == 4
    assert sum(page.count("This goes on and on.") for page in found) == 12 * 40
    assert "This goes on" not in found[-1]
    assert "Answer slip" in found[-1]


def test_the_papers_are_tagged_in_reading_order_and_say_their_language_and_title():
    drawn = draw_chair_papers(chair_paper())
    file = opened(drawn)
    assert file.Root.MarkInfo.Marked
    assert str(file.Root.Lang) == "en-GB"
    assert str(file.docinfo.Title) == "Confidential request E-2026-015"
    for page in file.pages:
        for operator, marks in painted(page):
            assert len(marks) == 1, (operator, marks)
    heard = structure_of(drawn)
    order = ("Request to the chair", "Why it comes to you", "What was asked for", "What to do", "Answer slip")
    places = [heard.index(f'"{words}') for words in order]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("hr", "words"), [("Bea Bursar", "given back to Bea Bursar"), ("", "to the school office")]
)
def test_the_slip_says_to_whom_it_goes_back(hr, words):
    assert words in pages(replace(chair_paper(), hr=hr))[1]


def test_markup_prints_as_typed_and_what_the_font_lacks_is_refused():
    typed = "<b>Ελένη</b> & Nguyễn"
    assert typed in pages(replace(chair_paper(), name=typed))[0]
    with pytest.raises(Refused, match="名"):
        draw_chair_papers(replace(chair_paper(), name="名"))


def test_the_press_gives_the_same_bytes():
    assert Press().chair_papers(chair_paper()) == draw_chair_papers(chair_paper())
