from __future__ import annotations

import re
from dataclasses import replace

import msgspec
import pytest
from tests.documents import signed_files as files
from tests.documents.reading import attached, opened, structure_of, text_of, words_of
from tests.documents.sample_letters import (
    APPROVAL,
    APPROVED,
    ASKED,
    CONDITIONS,
    REFUSED,
    WITH_CONDITIONS,
    frame,
    letter,
    overlong,
)

from candour.documents.checking import check
from candour.documents.facts import canonical, facts_hash
from candour.documents.letter import LETTER_LABEL, draw_letter
from candour.documents.press import Press
from candour.documents.verdicts import Verdict
from candour.errors import Refused


def test_the_same_facts_give_the_same_bytes_and_others_another_identifier():
    assert draw_letter(letter()) == draw_letter(letter())
    first, second = (opened(draw_letter(letter(decided))) for decided in (APPROVED, REFUSED))
    assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])


@pytest.mark.parametrize("decided", [APPROVED, WITH_CONDITIONS, REFUSED])
@pytest.mark.parametrize("asked", [ASKED, APPROVAL])
def test_a_usual_letter_takes_one_page_and_verifies_on_it(decided, asked):
    pages = [page for page in text_of(draw_letter(letter(decided, asked))).split("\f") if page.strip()]
    assert len(pages) == 1
    assert "Page 1 of 1" in pages[0]
    assert "How to verify: page 1" in pages[0]


@pytest.mark.parametrize("decided", [APPROVED, WITH_CONDITIONS, REFUSED])
def test_the_page_says_what_the_facts_say(decided):
    facts = letter(decided)
    words = words_of(draw_letter(facts))
    said = [facts.title, facts.summary, LETTER_LABEL, facts.reference, facts.request, facts.reason, facts.line]
    said += [facts.person.name, facts.person.number, facts.person.role, facts.decided_by.name]
    said += [facts.school.name, facts.policy.title, "12 October 2026", "21 October 2026", facts.ends]
    said += [words for one in facts.asked for words in (one.label, one.words)]
    said += [words for one in facts.covers for words in (one.point, one.place, one.words)]
    said += [*facts.conditions, *facts.happens, *facts.again, f"Signed by the {facts.decided_by.office}"]
    for wanted in said:
        assert wanted in words


def test_what_was_not_approved_shows_its_reason_and_no_conditions():
    words = words_of(draw_letter(letter(REFUSED)))
    assert "Not approved" in words
    assert REFUSED.reason in words
    assert "Conditions" not in words
    assert "Holds until" not in words


def test_one_condition_is_not_numbered_and_several_are():
    one = replace(WITH_CONDITIONS, conditions=CONDITIONS[:1])
    assert f"1. {CONDITIONS[0]}" not in words_of(draw_letter(letter(one)))
    assert f"1. {CONDITIONS[0]} 2. {CONDITIONS[1]}" in words_of(draw_letter(letter()))


def test_a_screen_reader_hears_the_decision_before_what_follows_from_it():
    heard = structure_of(draw_letter(letter()))
    wanted = [
        '"Sample Road Primary School"',
        '"Decision letter E-2026-014"',
        '"Decision on your request"',
        f'"{LETTER_LABEL}"',
        '"The decision"',
        '"Approved with conditions until 31 July 2027."',
        '"What happens next"',
        '"What you asked for"',
        '"Signed by the Headteacher"',
        '"To ask again, or to complain"',
        '"How to verify"',
    ]
    places = [heard.index(words) for words in wanted]
    assert places == sorted(places)


def test_hashes_root_key_and_head_are_printed_in_full():
    facts = letter()
    page = re.sub(r"\s", "", text_of(draw_letter(facts))).lower()
    in_full = [facts_hash(facts), facts.policy.document, facts.policy.pack, facts.school.root, facts.head.hash]
    for digits in [*in_full, facts.decided_by.key, facts.school.register]:
        assert digits in page
    assert f"root{facts.school.root[:16]}" in page
    assert f"content{facts_hash(facts)[:16]}" in page


def test_the_attachment_is_the_canonical_facts_and_the_only_one():
    assert attached(draw_letter(letter())) == {"letter.json": canonical(letter())}


def test_the_metadata_claims_archive_level_and_access_and_names_no_asker():
    pdf = opened(draw_letter(letter()))
    xmp = pdf.open_metadata()
    assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("3", "A")
    assert xmp["{http://www.aiim.org/pdfua/ns/id/}part"] == "1"
    assert xmp["dc:title"] == str(pdf.docinfo.Title) == "Decision on your request, E-2026-014"
    assert xmp["dc:creator"] == [str(pdf.docinfo.Author)] == ["Hedda Head"]
    assert b"Sample" not in pdf.Root.Metadata.read_bytes().replace(b"Sample Road", b"")
    assert xmp["xmp:CreateDate"] == "2026-10-21T00:00:00+00:00"
    (filespec,) = pdf.Root.AF
    assert (str(filespec.F), str(filespec.AFRelationship)) == ("letter.json", "/Source")


@pytest.mark.parametrize("name", ["Nguyễn Thị Thử", "Ελένη Δείγμα", "Жанна Примерова", "Ann <b>Sample</b> & Co"])
def test_names_of_many_alphabets_and_markup_print_as_they_are_written(name):
    typed = '<b>bold</b> &amp; <para fontSize="90"> ${x} %s \\( )'
    drawn = draw_letter(letter(replace(WITH_CONDITIONS, line=typed), replace(ASKED, who=name), frame(name)))
    heard = structure_of(drawn)
    assert heard.count(f'"{name}"') == 2
    assert f'"{typed}"' in heard


def test_what_the_fonts_lack_is_refused_and_never_dropped():
    with pytest.raises(Refused, match="日本"):
        draw_letter(letter(asked=replace(ASKED, who="日本 Sample")))


def test_eight_conditions_and_lines_of_two_hundred_characters_take_two_pages_and_lose_no_word():
    facts = overlong()
    drawn = draw_letter(facts)
    assert len(opened(drawn).pages) == 2
    heard = re.sub(r"\s", "", structure_of(drawn).replace('" "', ""))
    for words in (*facts.conditions, facts.line, facts.person.name, *(one.words for one in facts.asked)):
        assert re.sub(r"\s", "", words) in heard.replace('""', "")


def test_neither_signature_nor_verification_is_torn_over_two_pages():
    for count in range(20):
        conditions = tuple(f"Condition {number}" for number in range(count))
        decided = replace(WITH_CONDITIONS, conditions=conditions)
        pages = [page for page in text_of(draw_letter(letter(decided))).split("\f") if page.strip()]
        assert len(pages) <= 2
        signed = next(page for page in pages if "Signed by the Headteacher" in page)
        assert "Key " in signed
        verified = next(page for page in pages if "\nHow to verify\n" in page)
        assert "Root " in verified
        assert "Journal seen" in verified


def test_an_open_end_and_an_end_without_a_day_read_as_what_they_are():
    open_end = replace(APPROVED, ends="", until=None)
    assert "until you say that it has ended" in words_of(draw_letter(letter(open_end)))
    event = replace(APPROVED, until=None)
    assert "Holds until The school year ends It covers" in words_of(draw_letter(letter(event)))
    day = replace(APPROVED, ends="")
    assert "Holds until 31 July 2027 It covers" in words_of(draw_letter(letter(day)))


def test_the_press_draws_and_signs_a_letter_in_one_step():
    place = files.school()
    facts = files.letter_facts(place)
    signed = Press().letter(facts, place.person, files.WHEN)
    assert signed.startswith(draw_letter(facts))
    finding = check(signed, files.root())
    assert (finding.verdict, finding.reference) == (Verdict.GENUINE, facts.reference)
    assert Press().letter_hash(facts) == facts_hash(facts)


def test_an_acting_office_signs_as_such():
    facts = letter()
    acting = msgspec.structs.replace(facts.decided_by, office="acting Headteacher")
    words = words_of(draw_letter(msgspec.structs.replace(facts, decided_by=acting)))
    assert "Signed by the acting Headteacher" in words
    assert "one signature, the acting Headteacher’s." in words
