"""The page for governors: one tagged page of figures, with the school's root at its foot."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date

from tests.documents.reading import elements, opened, painted

from candour.documents.governors_summary import draw_governors_summary
from candour.domain.governors import MEANING, NOTE, Figures, GovernorsPaper, lines_of

NOW = Figures("2026–27", 42, 40, 7, 9, 6, 2, 0, 0, (1, 2, 2, 3, 4, 4, 6, 9))
BEFORE = Figures("2025–26", 40, 31, 0, 12, 12, 0, 0, 12, (5,) * 12)
LINES = lines_of(NOW, BEFORE)
PAPER = GovernorsPaper(
    "Harbour Lane Primary School (invented)", "2026–27", "2025–26", date(2026, 10, 30), "ab" * 32, LINES
)


def text_of(pdf, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    said = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    return " ".join(said.split())


def test_it_says_school_check_day_root_and_every_figure_beside_last_years(tmp_path):
    words = text_of(draw_governors_summary(PAPER), tmp_path)
    assert PAPER.school in words
    assert "Social media check 2026–27. As of 30 October 2026." in words
    assert "Have signed all but fewer than 5 31" in words
    assert "Exceptions asked for 5 or more 12" in words
    assert "ABAB" in words.replace(" ", "")
    for note in (MEANING, NOTE):
        assert note in words


def test_in_the_first_year_there_is_one_column(tmp_path):
    first = replace(PAPER, round_before="", lines=lines_of(NOW, None))
    words = text_of(draw_governors_summary(first), tmp_path)
    assert "2025" not in words
    assert "Points put right after signing 7" in words


def test_it_is_one_page_tagged_as_a_table_with_heads(tmp_path):
    with opened(draw_governors_summary(PAPER)) as file:
        assert len(file.pages) == 1
        assert file.Root.MarkInfo.Marked
        assert str(file.Root.Lang) == "en-GB"
        assert str(file.docinfo.Title) == "Summary for governors"
        assert [operator for operator, marks in painted(file.pages[0]) if len(marks) != 1] == []
        roles = [each.role for each in elements(file)]
    assert roles.count("/TR") == len(LINES) + 1
    assert roles.count("/TH") == len(LINES) + 3
    assert "/H1" in roles


def test_the_same_figures_give_the_same_bytes():
    assert draw_governors_summary(PAPER) == draw_governors_summary(PAPER)
