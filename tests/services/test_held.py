from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import msgspec
import pikepdf
from tests.documents.reading import text_of
from tests.schools import TODAY, dump, person_of, sign_with, some_request

from candour.domain.checklist import Given
from candour.domain.journal import Act
from candour.domain.people import Opened
from candour.register.held import ABOUT_SOMEBODY
from candour.sample import people as cast
from candour.services.held_lines import KEPT, KINDS

TEACHER = cast.CLASS_TEACHER.number
OPEN = Given("parents", ("still-there",), until=TODAY + timedelta(days=9))


def lived(school):
    """Let the teacher do one of everything."""
    theirs = school.desk(TEACHER)
    reference = theirs.requests().ask(some_request())
    sign_with(theirs, [OPEN, Given("family", ("some",), requests=(reference,))])
    theirs.reports().told("The deputy, by the gate", school.clock())
    return theirs


def opened_by_head(school):
    heads, teacher = school.desk(cast.HEADTEACHER.number), person_of(school.office(), TEACHER)
    session = heads.sign_in.session
    row = Opened(teacher.person, session.person, "Full copy of D-2026-0004", "A question about a request")
    session.record(Act("answers opened", teacher.person, (row,)))


def test_every_class_of_row_about_somebody_is_told_of():
    assert set(KINDS) == set(ABOUT_SOMEBODY)


def test_every_thing_that_is_held_has_a_line_with_its_day_its_readers_and_how_long(school):
    held = lived(school).held().mine()
    lines = {line.what: line for line in held.lines}
    assert lines["Declaration D-2026-0004: its outcomes and dates, and the signed PDF"].since == TODAY
    assert lines["Declaration D-2026-0004: its outcomes and dates, and the signed PDF"].readers == (
        "You, HR and the Headteacher"
    )
    assert lines["The full copy of D-2025-0004: your answers"].readers == "You and the Headteacher"
    assert lines["The full copy of D-2025-0004: your answers"].since.year == 2025
    assert lines["Your answers as you saved them in the check of 2026–27"].readers == "You alone"
    assert lines["What you wrote in request E-2026-001: who and why"].readers == "You and the Headteacher"
    noted = "What you noted from “Tell the designated lead”, and how far it is"
    assert lines[noted].readers == "You and the designated lead"
    would = "Whether you would rather talk to the headteacher first, yes or no at every save"
    assert lines[would].readers == "You and they"
    assert "The public half of your keys, with their certificates" in lines
    assert len(lines) == len(held.lines)
    assert {line.kept for line in held.lines} == {KEPT}


def test_the_headteacher_s_own_answers_are_read_by_the_chair(school):
    held = school.desk(cast.HEADTEACHER.number).held().mine()
    readers = {line.readers for line in held.lines if line.what.startswith("The full copy")}
    assert readers == {"You and the chair of governors"}


def test_who_opened_what_and_why_is_shown_to_the_person_alone(school):
    theirs = lived(school)
    assert theirs.held().mine().opened == ()
    opened_by_head(school)
    (line,) = theirs.held().mine().opened
    assert (line.by, line.what, line.why) == (
        cast.HEADTEACHER.name,
        "Full copy of D-2026-0004",
        "A question about a request",
    )
    assert line.at == school.clock()
    assert school.desk(cast.ASSISTANT.number).held().mine().opened == ()


def test_the_json_holds_every_row_about_the_person_and_what_they_wrote(school):
    theirs = lived(school)
    data = msgspec.json.decode(theirs.held().mine().json)
    person = theirs.sign_in.session.person
    tables = dump(school.register())
    for table, kind in (("draft", "Draft"), ("declared", "Declared"), ("request", "Request"), ("note", "Note")):
        stored = [row for row in tables[table] if row["person"] == person]
        assert len(stored) == sum(row["row"] == kind for row in data["rows"])
        assert stored
    lines = [row for row in data["rows"] if row["row"] == "DeclaredLine"]
    assert len(lines) == 2 * 10
    declared = next(row for row in data["rows"] if row.get("reference") == "D-2026-0004")
    assert declared["sealed_content"]["answers"]["parents"]["choices"] == ["still-there"]
    (request,) = [row for row in data["rows"] if row["row"] == "Request"]
    assert request["sealed_content"]["who"] == "Quentin Quill"
    (note,) = [row for row in data["rows"] if row["row"] == "Note"]
    assert note["sealed_content"]["whom"] == "The deputy, by the gate"
    assert {"declared", "enrolled", "confidential"} <= {entry["kind"] for entry in data["journal"]}


def test_nothing_of_anybody_else_is_in_it(school):
    lived(school)
    other = school.desk(cast.ASSISTANT.number)
    held = other.held().mine()
    assert b"D-2026-0004" not in held.json
    assert b"Quentin" not in held.json
    rows = msgspec.json.decode(held.json)["rows"]
    assert {row["person"] for row in rows if "person" in row} == {other.sign_in.session.person}


def test_the_pdf_says_all_of_it_in_words(school):
    theirs = lived(school)
    opened_by_head(school)
    text = " ".join(text_of(theirs.held().mine().pdf).split())
    for words in (
        "What is held about me",
        f"{cast.CLASS_TEACHER.name}, staff number 0004. As of 1 October 2026.",
        "What you answered in D-2026-0004",
        "Some are still there; I will remove them; by 10 October 2026",
        "Quentin Quill",
        "You told The deputy, by the gate",
        "A question about a request",
        "Until six years after",
        "ico.org.uk",
    ):
        assert words in text, words


def test_answers_that_were_saved_and_not_signed_are_in_the_pdf_and_those_signed_are_there_once(school):
    theirs = lived(school)
    assert "The answers that you saved last" not in text_of(theirs.held().mine().pdf)
    theirs.updating().begin(("posts",))
    theirs.my_check().save(Given("posts", ("took-down",)))
    text = text_of(theirs.held().mine().pdf)
    assert text.count("The answers that you saved last in the check of 2026–27") == 1
    assert text.count("I found something and took it down") == 1


def test_the_pdf_is_tagged_and_says_its_language(school):
    with pikepdf.open(BytesIO(lived(school).held().mine().pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"


def test_what_an_earlier_key_sealed_is_said_to_be_closed(school):
    lived(school)
    office = school.office()
    again = school.desk(TEACHER, office.keepers().invite(person_of(office, TEACHER).person).code)
    held = again.held().mine()
    closed = [row for row in msgspec.json.decode(held.json)["rows"] if "sealed_content" in row]
    assert closed
    assert {row["sealed_content"] for row in closed} == {"Sealed: your present keys cannot open it"}
    assert "Quentin" not in text_of(held.pdf)
    assert "The full copy of D-2026-0004: your answers" in {line.what for line in held.lines}
