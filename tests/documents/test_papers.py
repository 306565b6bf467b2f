from __future__ import annotations

import subprocess
from datetime import date

import pytest
from tests.documents.reading import opened, painted

from candour.documents.recovery_sheet import draw_recovery_sheet
from candour.documents.slip import ON_A_PAGE, draw_slips
from candour.domain.pack_file import read_pack
from candour.domain.papers import RecoveryPaper, SlipLine, SlipPaper, before_you_come
from candour.errors import Refused
from candour.keys.secrets import new_code, new_secret, secret_to_words
from candour.resources import resource_text

DAY = date(2026, 9, 1)
WORDS = secret_to_words(new_secret())
PACK = read_pack(resource_text("policies", "milton-road-2025.toml"))
SCHOOL = "Harbour Lane Primary School (invented)"


def sheet():
    return draw_recovery_sheet(RecoveryPaper(SCHOOL, "0123456789abcdef" * 2, DAY, WORDS))


def slips(count, name="Nguyễn Thị Mẫu"):
    lines = tuple(SlipLine(f"{name} {number}", f"{number:04}", new_code()) for number in range(1, count + 1))
    paper = SlipPaper(SCHOOL, "Bea Bursar", DAY, date(2026, 10, 1), lines, before_you_come(PACK, DAY, 2026))
    return lines, draw_slips(paper)


def text_of(pdf, tmp_path, *, page=None):
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf)
    which = [] if page is None else ["-f", str(page), "-l", str(page)]
    return subprocess.run(["pdftotext", *which, path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("page", [1, 2])
def test_each_copy_of_the_sheet_numbers_all_the_words_and_says_what_it_opens(tmp_path, page):
    words = text_of(sheet(), tmp_path, page=page)
    plain = " ".join(words.split())
    for number, word in enumerate(WORDS, start=1):
        assert f"{number} {word}" in plain
    assert f"copy {page} of 2" in plain
    assert SCHOOL in plain
    assert "0123456789abcdef" * 2 in plain


def test_the_words_of_the_sheet_are_read_in_their_order(tmp_path):
    plain = " ".join(text_of(sheet(), tmp_path, page=1).split())
    places = [plain.index(f"{number} {word}") for number, word in enumerate(WORDS, start=1)]
    assert places == sorted(places)


@pytest.mark.parametrize("pdf", [sheet(), slips(5)[1]], ids=["sheet", "slips"])
def test_papers_are_tagged_and_say_their_language_and_title(pdf):
    file = opened(pdf)
    assert file.Root.MarkInfo.Marked
    assert str(file.Root.Lang) == "en-GB"
    assert str(file.docinfo.Title)
    for page in file.pages:
        for operator, marks in painted(page):
            assert len(marks) == 1, (operator, marks)


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (ON_A_PAGE, 1), (ON_A_PAGE + 1, 2)])
def test_every_slip_has_name_number_and_code_and_four_share_a_page(tmp_path, count, pages):
    lines, pdf = slips(count)
    plain = text_of(pdf, tmp_path)
    for line in lines:
        assert line.name in plain
        assert f"Staff number {line.number}" in plain
        assert line.code in plain
    assert "1 October 2026" in plain
    assert "Before you come" not in text_of(pdf, tmp_path, page=pages)
    assert "Before you come" in text_of(pdf, tmp_path, page=pages + 1)


def test_before_you_come_holds_every_question_and_where_to_look_and_names_nobody(tmp_path):
    lines, pdf = slips(1)
    plain = " ".join(text_of(pdf, tmp_path).split("Before you come", 1)[1].split())
    before = before_you_come(PACK, DAY, 2026)
    assert len(before.questions) == sum(len(c.questions) for c in PACK.checklists if c.for_whom == "everyone")
    for question in before.questions:
        assert question.heading in plain
    for platform in PACK.platforms:
        assert platform.name in plain
    for name in (lines[0].name, "Bea Bursar", "{"):
        assert name not in plain


def test_a_name_that_the_font_lacks_is_refused_and_not_left_out():
    with pytest.raises(Refused, match="名"):
        slips(1, name="名")
