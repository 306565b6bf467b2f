from __future__ import annotations

from datetime import date

import pytest
from tests.documents.reading import opened
from tests.documents.test_papers import text_of

from candour.documents.reminder_slip import draw_reminder_slips
from candour.domain.reminder_paper import ReminderPaper, ReminderSlip
from candour.domain.reminder_words import LONGEST
from candour.errors import Refused

DUE = date(2026, 10, 16)
TEXT = "Hi Nguyễn, your social media check is due on Friday 16 October 2026. You can stop and come back."


def paper(count, text=TEXT):
    slips = tuple(ReminderSlip(f"Nguyễn Mẫu {n}", "Class teacher", DUE, text) for n in range(1, count + 1))
    return ReminderPaper(
        "Harbour Lane Primary School (invented)", "2026–27", "Bea Bursar", date(2026, 10, 6), slips
    )


def test_each_slip_has_the_name_the_day_the_words_and_who_says_so(tmp_path):
    plain = " ".join(text_of(draw_reminder_slips(paper(3)), tmp_path).split())
    for number in (1, 2, 3):
        assert f"Nguyễn Mẫu {number} " in plain
    assert plain.count("Your social media check: sign by Friday 16 October 2026") == 3
    assert plain.count(TEXT) == 3
    assert plain.count("Bea Bursar, 6 October 2026") == 3
    assert "code" not in plain.casefold()


def test_no_slip_is_cut_by_the_end_of_a_page_however_long_its_words(tmp_path):
    long = ("A kind word. " * 200)[:LONGEST]
    pdf = draw_reminder_slips(paper(9, long))
    pages = [text_of(pdf, tmp_path, page=page + 1) for page in range(len(opened(pdf).pages))]
    assert len(pages) > 1
    for number in range(1, 10):
        (whole,) = [page for page in pages if f"Nguyễn Mẫu {number}" in page]
        assert whole.count("Class teacher") == whole.count("Bea Bursar,")


def test_slips_are_tagged_and_say_their_title():
    file = opened(draw_reminder_slips(paper(1)))
    assert file.Root.MarkInfo.Marked
    assert str(file.docinfo["/Title"]) == "Reminders, 2026–27"


def test_words_that_cannot_be_printed_are_refused():
    with pytest.raises(Refused, match="☃"):
        draw_reminder_slips(paper(1, "Snow ☃"))
