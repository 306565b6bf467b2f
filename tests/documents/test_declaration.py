from __future__ import annotations

import re

import msgspec
import pikepdf
import pytest
from tests.documents.reading import attached, opened, structure_of, text_of, words_of
from tests.documents.sample_facts import declaration, full_copy, overlong

from candour.documents.declaration import FULL_COPY_LABEL, _drawn_before, draw
from candour.documents.facts import canonical, facts_hash
from candour.errors import Refused


def test_the_same_facts_give_the_same_bytes():
    assert draw(declaration()) == draw(declaration())


def test_another_fact_gives_another_file_identifier():
    first, second = (opened(draw(declaration(name))) for name in ("Siân Sample", "Łukasz Example"))
    assert bytes(first.trailer.ID[0]) != bytes(second.trailer.ID[0])
    assert bytes(first.trailer.ID[0]) == bytes(first.trailer.ID[1])


def test_a_usual_declaration_takes_two_pages_and_points_to_the_second():
    pages = text_of(draw(declaration())).split("\f")
    assert "Page 1 of 2" in pages[0]
    assert "How to verify: page 2" in pages[0]
    assert "Page 2 of 2" in pages[1]
    assert "How to verify" in pages[1]


def test_the_page_says_what_the_facts_say():
    facts = declaration()
    words = words_of(draw(facts))
    person, school = facts.person, facts.school
    said = [facts.title, facts.summary, facts.declaration, facts.note, person.name, person.number, person.role]
    said += [school.name, facts.policy.title, "Personal accounts, version 3", "21 October 2026"]
    said += [line.place for line in facts.lines] + [line.outcome for line in facts.lines]
    said += [line.statement for line in facts.lines] + [one.words for one in facts.exceptions]
    for wanted in said:
        assert wanted in words


def test_the_second_page_asks_every_question_again_with_its_options():
    facts = declaration()
    heard = structure_of(draw(facts))
    for one in facts.asked:
        assert f'"{one.question}"' in heard
        assert f'"{" · ".join(one.options)}"' in heard


def test_hashes_root_and_head_are_printed_in_full_and_begin_at_every_foot():
    facts = declaration()
    pages = [re.sub(r"\s", "", page).lower() for page in text_of(draw(facts)).split("\f") if page.strip()]
    in_full = [facts_hash(facts), facts.policy.document, facts.policy.pack, facts.school.root, facts.head.hash]
    for digits in [*in_full, facts.person.key]:
        assert digits in pages[1]
    for page in pages:
        assert f"root{facts.school.root[:16]}" in page
        assert f"content{facts_hash(facts)[:16]}" in page
    assert f"key{facts.person.key[:16]}" in pages[0]


def test_a_policy_without_a_document_says_so():
    facts = declaration()
    policy = msgspec.structs.replace(facts.policy, document="")
    assert "None was given" in words_of(draw(msgspec.structs.replace(facts, policy=policy)))


def test_the_verification_names_another_program_and_what_a_reader_may_say():
    words = words_of(draw(declaration()))
    for wanted in ("PAdES", "pdfsig", "validity unknown", "never from beside this file", "two signatures"):
        assert wanted in words


def test_a_declaration_shows_a_place_for_the_person_and_one_for_the_seal():
    words = words_of(draw(declaration()))
    assert "Signed by the member of staff" in words
    assert "Seal of the school" in words
    assert "My answers" not in words
    assert FULL_COPY_LABEL not in words


def test_a_full_copy_shows_the_answers_its_label_and_no_seal():
    facts = full_copy()
    drawn = draw(facts)
    words, heard = words_of(drawn), structure_of(drawn)
    assert FULL_COPY_LABEL in words
    assert "Full copy D-2026-0038" in words
    assert "Seal of the school" not in words
    assert "one signature" in words
    for one in facts.answers:
        assert f'"{one.answer}"' in heard


def test_without_exceptions_there_is_no_section_for_them():
    facts = msgspec.structs.replace(declaration(), exceptions=())
    assert "Exceptions" not in words_of(draw(facts))


def test_an_update_names_what_it_supersedes():
    facts = msgspec.structs.replace(declaration(), supersedes="D-2026-0037")
    assert '"Supersedes"' in structure_of(draw(facts))
    assert "D-2026-0037" in words_of(draw(facts))


@pytest.mark.parametrize(
    "name", ["Siân Sample", "Łukasz Example", "Nguyễn Thị Thử", "Ελένη Δείγμα", "Жанна Примерова", "Adébọ̀wálé Test"]
)
def test_names_of_many_alphabets_print_as_they_are_written(name):
    drawn = draw(declaration(name))
    assert name in words_of(drawn)
    assert f'"{name}"' in structure_of(drawn)


def test_more_letters_than_one_subset_of_a_font_holds_print_all_the_same():
    letters = "".join(chr(code) for code in (*range(0x100, 0x180), *range(0x391, 0x3A2), *range(0x400, 0x460)))
    drawn = draw(msgspec.structs.replace(declaration(), summary=" ".join(letters)))
    assert " ".join(letters) in words_of(drawn)
    with opened(drawn) as pdf:
        assert len(pdf.pages[0].Resources.Font) > 2


def test_a_name_in_loose_parts_is_drawn_composed_and_kept_as_typed():
    loose = "Sia\u0302n Sample"
    drawn = draw(declaration(loose))
    assert '"Siân Sample"' in structure_of(drawn)
    assert loose.encode() in attached(drawn)["declaration.json"]


def test_markup_is_shown_as_it_was_typed():
    typed = '<b>bold</b> &amp; <para fontSize="90"> ${x} %s \\( )'
    facts = msgspec.structs.replace(declaration(), summary=typed)
    assert f'"{typed}"' in structure_of(draw(facts))


def test_what_the_fonts_lack_is_refused_and_never_dropped():
    with pytest.raises(Refused, match="日本"):
        draw(declaration("日本 Sample"))


def test_content_without_end_is_split_over_pages_and_no_word_is_lost():
    facts = overlong()
    drawn = draw(facts)
    heard = " ".join(structure_of(drawn).split())
    assert len(opened(drawn).pages) > 4
    assert heard.replace('" "', "").count("This statement goes on and on.") == 20 * 12 + 20 * 20
    assert heard.count("section 2, bullet") == 40
    assert heard.count('"E-2026-014"') == 12
    assert "W" * 200 in re.sub(r"\s", "", heard)


def test_nothing_is_painted_outside_the_page_or_over_the_foot():
    for facts in (declaration(), full_copy(), overlong()):
        pdf = opened(draw(facts))
        for page in pdf.pages:
            for x, y in _places(page):
                assert 40 < x < 556
                assert 24 < y < 800
                assert not 28 < y < 842 - 790


def _places(page: pikepdf.Page) -> list[tuple[float, float]]:
    """Return where every line of text begins: x and y of its baseline."""
    x = y = leading = 0.0
    places = []
    for one in pikepdf.parse_content_stream(page):
        operator = str(one.operator)
        if operator == "Tm":
            x, y = float(one.operands[4]), float(one.operands[5])
        elif operator == "TL":
            leading = float(one.operands[0])
        elif operator == "T*":
            y -= leading
        elif operator == "Tj":
            places.append((x, y))
    return places


def test_the_attachment_is_the_canonical_facts():
    facts = full_copy()
    assert attached(draw(facts)) == {"declaration.json": canonical(facts)}


def test_a_full_copy_is_not_remembered_since_it_holds_answers():
    before = _drawn_before.cache_info().currsize
    draw(full_copy())
    assert _drawn_before.cache_info().currsize == before
    draw(declaration())
    assert draw(declaration()) is draw(declaration())
