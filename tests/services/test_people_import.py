from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from sqlalchemy import insert
from tests.schools import ROUND, TODAY, person_of, there

from candour.domain.people import Person
from candour.domain.people_columns import Field
from candour.errors import Refused
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.register.tables import TABLES
from candour.sample import people as cast
from candour.upkeep import prove_register

STAFF = Path(__file__).parent / "fixtures" / "staff-of-200.csv"
HEAD = "Staff code,Name,Job title\n"


def everybody(office):
    with office.sign_in.session.register.read() as at:
        return {person.number: person for person in people_rows.current(at)}


def head_of(office):
    return office.sign_in.session.register.head().position


def previewed(office, content, *, complete=False):
    importing = office.people_import()
    found = importing.read(content)
    return importing.preview(found.file, found.matched, complete=complete)


def brought_in(office, text, *, complete=False):
    return office.people_import().carry_out(previewed(office, text.encode(), complete=complete))


def faults(preview):
    return [(fault.sentence, fault.where) for fault in preview.plan.faults]


def test_a_staff_file_of_200_comes_in_once_its_faults_are_named_and_mended(school):
    office, content = school.office(), STAFF.read_bytes()
    before, many = head_of(office), len(everybody(office))
    with pytest.raises(Refused, match=r"Row 151: a quotation mark in column I \(line 151\) is not closed"):
        previewed(office, content)
    lines = content.split(b"\r\n")
    lines[150] = lines[150].replace(b'"Site manager,', b'"Site manager",')
    wrong = previewed(office, b"\r\n".join(lines))
    assert faults(wrong) == [
        ("Row 14: role is missing", "line 14, column I (Job Title)"),
        ("Row 77: staff code 1040 stands in row 41 too", "line 77, column A (Staff Code)"),
    ]
    with pytest.raises(Refused, match=r"Row 14: role is missing\. Nothing was imported"):
        office.people_import().carry_out(wrong)
    assert head_of(office) == before
    assert len(everybody(office)) == many
    lines[13] = lines[13].replace(b'.example",""', b'.example","Cook"')
    lines[76] = lines[76].replace(b'"1040"', b'"1076"')
    right = previewed(office, b"\r\n".join(lines))
    assert (right.file.encoding, right.plan.faults, len(right.plan.added)) == ("Windows-1252", (), 200)
    assert office.people_import().carry_out(right).added == 200
    assert head_of(office) == before + 1
    assert len(everybody(school.office())) == many + 200
    assert any("ö" in person.name for person in everybody(office).values())
    assert prove_register(school.place.folder, "", str).ok


def test_the_matches_of_a_header_are_remembered(school):
    office, content = school.office(), b"Code,Called,Does\n0091,Nia New,Cook\n"
    found = office.people_import().read(content)
    assert (found.matched, found.remembered) == ({Field.NUMBER: "Code"}, False)
    with pytest.raises(Refused, match="Say which column holds this: role, surname, forename"):
        office.people_import().preview(found.file, found.matched, complete=False)
    matched = {Field.NUMBER: "Code", Field.NAME: "Called", Field.ROLE: "Does"}
    office.people_import().carry_out(office.people_import().preview(found.file, matched, complete=False))
    again = school.office().people_import().read(b"Code,Called,Does\n0092,Nat New,Cook\n")
    assert (again.matched, again.remembered) == (matched, True)


def test_a_complete_file_lets_those_leave_who_are_not_in_it_but_for_who_holds_an_office(school):
    office = school.office()
    teacher = cast.CLASS_TEACHER
    keep = f"{HEAD}{teacher.number},{teacher.name},Class teacher for good\n"
    shown = previewed(office, keep.encode(), complete=True)
    stay = {person.number for person, _ in shown.plan.stays}
    assert {cast.BUSINESS_MANAGER.number, cast.HEADTEACHER.number, cast.DEPUTY.number} <= stay
    many = len(everybody(office))
    done = office.people_import().carry_out(shown)
    assert (done.added, done.changed, done.left) == (0, 1, many - 1 - len(stay))
    here = {number for number, person in everybody(office).items() if person.here}
    assert here == stay | {teacher.number}
    assistant = person_of(office, cast.ASSISTANT.number)
    with office.sign_in.session.register.read() as at:
        assert people_rows.left_on(at, assistant.person) == TODAY
    with pytest.raises(Refused, match="You have left this school"):
        school.desk(cast.ASSISTANT.number)
    assert prove_register(school.place.folder, "", str).ok


def test_who_left_comes_back_with_the_next_file(school):
    office = school.office()
    number = cast.ASSISTANT.number
    office.people().leave(person_of(office, number).person, TODAY)
    assert brought_in(office, f"{HEAD}{number},{cast.ASSISTANT.name},Cook\n").changed == 1
    assert everybody(office)[number].here


def test_what_changed_since_the_preview_stops_the_import(school):
    office = school.office()
    shown = previewed(office, f"{HEAD}0091,Nia New,Cook\n".encode())
    brought_in(school.office(), f"{HEAD}0091,Nat New,Cleaner\n")
    with pytest.raises(Refused, match="The list was changed meanwhile"):
        office.people_import().carry_out(shown)
    assert everybody(office)["0091"].name == "Nat New"


def test_a_file_that_changes_nobody_writes_no_entry(school):
    office = school.office()
    brought_in(office, f"{HEAD}0091,Nia New,Cook\n")
    before = head_of(office)
    assert brought_in(office, f"{HEAD}0091,Nia New,Cook\n").added == 0
    assert head_of(office) == before


def test_what_was_pasted_comes_in_as_a_file_does(school):
    importing = school.office().people_import()
    found = importing.read_pasted("Staff code\tName\tJob title\n0091\tNia New\tCook\n")
    assert importing.carry_out(importing.preview(found.file, found.matched, complete=False)).added == 1


def test_a_name_that_cannot_be_printed_is_named(school):
    shown = previewed(school.office(), f"{HEAD}0091,Mei 李,Cook\n".encode())
    assert faults(shown) == [
        ("Row 2: “Mei 李” has the character 李, which our documents cannot print", "line 2, column B (Name)")
    ]


def test_only_hr_imports(school):
    with pytest.raises(Refused, match="Only somebody who is hr"):
        school.desk(cast.HEADTEACHER.number).people_import().read(f"{HEAD}0091,Nia New,Cook\n".encode())


def test_20_000_people_come_in_within_a_few_times_of_reading_and_inserting_them(school, tmp_path):
    rows = "".join(f"T{n:05},Surname{n},Forename,t{n}@s.example,Teacher\n" for n in range(20_000))
    content = f"Staff code,Surname,Forename,E-mail,Job title\n{rows}".encode()
    office = school.office()
    began = time.perf_counter()
    done = office.people_import().carry_out(previewed(office, content))
    ours = time.perf_counter() - began
    assert done.added == 20_000
    with office.sign_in.session.register.write() as writer:
        began = time.perf_counter()
        read = list(csv.reader(content.decode().splitlines()))[1:]
        of = writer.at.exec_driver_sql("SELECT uuid FROM entries LIMIT 1").scalar()
        shape = {"phase": "", "posts_for_school": False, "here": True, "entry": of}
        bare = [
            {"person": c, "number": c, "name": f"{f} {s}", "email": m, "role": r} | shape for c, s, f, m, r in read
        ]
        writer.at.execute(insert(TABLES[Person]), bare)
        floor = time.perf_counter() - began
    assert ours < max(10 * floor, 10)


def test_who_is_imported_while_a_check_runs_comes_into_it(school):
    office = school.office()
    shown = previewed(office, f"{HEAD}0091,Nia New,Cook\n".encode())
    joins = there(shown.joins)
    assert joins.round == ROUND
    office.people_import().carry_out(shown)
    with office.sign_in.session.register.read() as at:
        own = round_rows.in_round(at, ROUND, person_of(office, "0091").person)
    assert there(own).due == joins.due
