"""What the register finds about one person; the rows themselves are compared in tests/services/test_held.py."""

from __future__ import annotations

from tests.schools import sign_with

from candour.domain.people import Person
from candour.domain.round import Declared, DeclaredLine, SealedDeclaration
from candour.register.held import entries_about, rows_about
from candour.sample import people as cast

TEACHER = cast.CLASS_TEACHER.number


def about(theirs, query):
    session = theirs.sign_in.session
    with session.register.read() as at:
        return query(at, session.person)


def test_a_declaration_brings_its_lines_and_its_seal_and_nobody_else_s(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    school.office().sealing().seal_new()
    rows = [each.row for each in about(theirs, rows_about)]
    references = {row.reference for row in rows if isinstance(row, Declared)}
    assert references == {"D-2026-0004", "D-2025-0004"}
    assert {row.reference for row in rows if isinstance(row, DeclaredLine)} == references
    assert {row.reference for row in rows if isinstance(row, SealedDeclaration)} == references
    assert {row.name for row in rows if isinstance(row, Person)} == {cast.CLASS_TEACHER.name}


def test_entries_are_those_about_the_person_and_those_that_they_signed(school):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    kinds = [each.kind for each in about(theirs, entries_about)]
    assert {"invited", "enrolled", "confidential", "declared"} <= set(kinds)
    assert "school opened" not in kinds
    positions = [each.position for each in about(theirs, entries_about)]
    assert positions == sorted(set(positions))
    other = school.desk(cast.ASSISTANT.number)
    assert not set(positions) & {each.position for each in about(other, entries_about)}
