from __future__ import annotations

from datetime import timedelta

import msgspec
import pytest
from tests.schools import dump, held_office, person_of, proved, there

from candour.domain.checklist import Given
from candour.domain.journal import CONFIDENTIAL, ENTRY_TAG
from candour.domain.people import Office
from candour.errors import Trouble
from candour.register import drafts as content_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.sample import people as cast
from candour.services.reports import ReportNote

TEACHER = cast.CLASS_TEACHER.number


def last_note(theirs):
    session = theirs.sign_in.session
    with session.register.read() as at:
        row = people_rows.notes_of(at, session.person)[-1]
        return content_rows.content(at, row.content)


def test_going_to_tell_stays_until_told_is_recorded_and_outlives_a_lock(school):
    theirs = school.desk(TEACHER)
    assert not theirs.reports().telling()
    theirs.reports().going_to_tell()
    again = school.desk(TEACHER)
    assert again.reports().telling()
    assert again.my_year().home().telling
    again.reports().told("Rae Sample", school.clock())
    assert not again.reports().telling()
    assert not again.my_year().home().telling


def test_what_was_told_says_whom_and_when_to_the_author(school):
    theirs = school.desk(TEACHER)
    when = school.clock() - timedelta(hours=2)
    theirs.reports().told("The deputy", when)
    assert theirs.reports().noted() == (ReportNote("told", "The deputy", when),)


def test_a_report_is_sealed_to_its_author_and_the_designated_lead_alone(school):
    theirs = school.desk(TEACHER)
    theirs.reports().going_to_tell()
    session = theirs.sign_in.session
    with session.register.read() as at:
        lead = there(office_key_rows.office_key(at, Office.DESIGNATED_LEAD)).reading_key
    assert set(last_note(theirs).keys) == {session.keys.reading_id, lead}


def test_the_designated_lead_s_office_reads_it(school):
    theirs, heads = school.desk(TEACHER), school.desk(cast.HEADTEACHER.number)
    theirs.reports().told("The police", school.clock())
    office, keys = held_office(heads, Office.DESIGNATED_LEAD), heads.sign_in.session.keys
    plain = heads._smith.open_for_office(last_note(theirs), office, keys)
    assert msgspec.json.decode(plain, type=ReportNote).whom == "The police"


def test_the_headteacher_s_office_and_hr_cannot_read_it(school):
    theirs, heads, office = school.desk(TEACHER), school.desk(cast.HEADTEACHER.number), school.office()
    theirs.reports().told("The police", school.clock())
    with pytest.raises(Trouble):
        heads._smith.open_for_office(
            last_note(theirs), held_office(heads, Office.HEADTEACHER), heads.sign_in.session.keys
        )
    session = office.sign_in.session
    with pytest.raises(Trouble):
        office._smith.open(last_note(theirs), session.register.register_id, session.keys)


def test_an_entry_of_a_report_looks_like_that_of_a_saved_answer(school):
    theirs = school.desk(TEACHER)
    theirs.my_check().save(Given("parents", ("none",)))
    theirs.reports().told("The police", school.clock())
    theirs.reports().going_to_tell()
    entries = dump(school.register())["entries"][-3:]
    said = [msgspec.json.decode(e["content"].removeprefix(ENTRY_TAG)) for e in entries]
    assert {e["kind"] for e in said} == {CONFIDENTIAL}
    assert len({(e["author"], e["subject"], len(e["files"])) for e in said}) == 1
    contents = dump(school.register())["sealed_contents"][-3:]
    assert len({len(each["ciphertext"]) for each in contents}) == 1


def test_the_words_of_a_report_stand_nowhere_in_the_open(school):
    school.desk(TEACHER).reports().told("Zephyrine Unmistakable", school.clock())
    assert "Zephyrine" not in str(dump(school.register()))
    assert proved(school).ok


def test_who_has_new_keys_cannot_open_an_earlier_report_and_starts_without_a_banner(school):
    school.desk(TEACHER).reports().going_to_tell()
    office = school.office()
    again = school.desk(TEACHER, office.keepers().invite(person_of(office, TEACHER).person).code)
    assert (again.reports().noted(), again.reports().telling()) == ((), False)
