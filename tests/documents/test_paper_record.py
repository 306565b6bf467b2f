"""The record of a paper: it says what it is and what it is not, carries the scan, and no check calls it genuine."""

from __future__ import annotations

import pytest
from tests.documents.reading import opened, structure_of, words_of
from tests.documents.sample_papers import SCAN, paper_record

from candour.documents.checking import check
from candour.documents.paper_record import NOT_SIGNED, draw_paper_record
from candour.documents.press import Press
from candour.documents.verdicts import Verdict


def test_a_record_says_for_whom_by_whom_and_that_it_is_no_signed_declaration():
    record = paper_record()
    words = words_of(draw_paper_record(record, SCAN))
    for said in (
        "Entered for Iris Invented from paper",
        NOT_SIGNED,
        record.reference,
        "12 October 2026",
        "Bea Bursar, 13 October 2026, entry 61, chain ab12",
        "Dev Deputy, 14 October 2026, entry 64, chain cd34",
        "Open until 30 October 2026",
        "candour register check",
    ):
        assert said in words
    assert record.scan.upper() in words.replace(" ", "")


@pytest.mark.parametrize(
    ("kind", "media"), [("pdf", "/application/pdf"), ("png", "/image/png"), ("jpeg", "/image/jpeg")]
)
def test_the_scan_is_attached_as_it_is(kind, media):
    file = opened(draw_paper_record(paper_record(kind=kind), SCAN))
    (name,) = file.attachments
    attached = file.attachments[name].get_file()
    assert (name, attached.read_bytes(), attached.mime_type) == (
        f"scan of D-2026-0038-P.{kind}",
        SCAN,
        media.removeprefix("/"),
    )


def test_no_check_calls_a_record_genuine():
    drawn = draw_paper_record(paper_record(), SCAN)
    assert check(drawn, None).verdict is Verdict.NOT_SIGNED


def test_the_same_record_makes_the_same_bytes_and_is_tagged():
    drawn = draw_paper_record(paper_record(), SCAN)
    assert drawn == Press().paper_record(paper_record(), SCAN)
    heard = structure_of(drawn)
    order = ("Entered for", "What stands on the paper", "How it came into the register", "How to check it")
    places = [heard.index(f'"{words}') for words in order]
    assert places == sorted(places)
