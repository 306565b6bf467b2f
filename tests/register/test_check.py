from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from tests.register.invented import (
    CERTIFICATES,
    asking,
    keep,
)
from tests.register.vandal import Vandal, names, problems

from candour.register.belongings import sources
from candour.register.check import check_register
from candour.register.tables import ABOUT, ENTRIES, SALTS


def test_an_honest_register_has_no_problem_and_no_flag(played_home):
    report = check_register(played_home, CERTIFICATES, [played_home.head()])
    assert (report.ok, report.entries, report.problems, report.flags) == (True, 7, (), ())
    assert report.head == played_home.head()


def test_an_empty_register_has_no_problem(home):
    assert check_register(home, CERTIFICATES).ok


def other_value(value):
    if value is None:
        return "2030-01-01"
    if isinstance(value, bool):
        return not value
    if isinstance(value, date):
        return value + timedelta(days=1)
    if isinstance(value, bytes):
        return bytes([value[0] ^ 1]) + value[1:] if value else b"x"
    return value + 100 if isinstance(value, int) else value + "x"


def cells_of(register, chance):
    """Return (table, key column, key, column, value) of one row by chance for every column but the row id."""
    tables = [(source.table, "row_id") for source in sources()]
    tables += [(ENTRIES, "position"), (SALTS, "entry"), (ABOUT, "register")]
    with Vandal(register) as vandal:
        for table, key in tables:
            names = [column.name for column in table.c]
            quoted = ", ".join(f'"{name}"' for name in names)
            rows = vandal.do(f'SELECT {quoted} FROM "{table.name}"')
            for name in names if rows else ():
                row = dict(zip(names, chance.choice(rows), strict=True))
                if name != "row_id":
                    yield table.name, key, row[key], name, row[name]


@pytest.mark.parametrize("seed", [1, 2])
def test_any_change_of_any_column_of_any_row_is_found(played_home, seed):
    missed: list[tuple[str, str, object]] = []
    undo: tuple[Any, ...] = ("SELECT 1",)
    for table, key, row, column, value in list(cells_of(played_home, random.Random(seed))):
        with Vandal(played_home) as vandal:
            vandal.do(*undo)
            vandal.do(f'UPDATE "{table}" SET "{column}" = ? WHERE {key} = ?', other_value(value), row)
        if not problems(played_home):
            missed.append((table, column, value))
        changed = other_value(row) if column == key else row
        undo = (f'UPDATE "{table}" SET "{column}" = ? WHERE {key} = ?', value, changed)
    with Vandal(played_home) as vandal:
        vandal.do(*undo)
    assert missed == []
    assert problems(played_home) == ()


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("person", "name", "CAST(x'ff41' AS TEXT)"),
        ("person", "name", "CAST(name AS BLOB)"),
        ("person", "here", "7"),
        ("person", "here", "'yes'"),
        ("round", "opens", "'no day'"),
        ("round", "year", "2026.5"),
        ("enrolment", "certificate", "'text'"),
        ("declared_line", "outcome", "1"),
        ("entries", "content", "'text'"),
        ("entries", "content", "substr(content, 1, 40)"),
        ("entries", "signature", "x''"),
        ("entries", "received", "x'00'"),
        ("entries", "hash", "'no hex'"),
        ("entries", "author", "'no key'"),
        ("salts", "salt", "'text'"),
        ("sealed_contents", "ciphertext", "'text'"),
        ("sealed_keys", "wrapped", "'text'"),
        ("files", "content", "5"),
    ],
)
def test_a_value_that_no_program_of_ours_wrote_is_a_problem_and_never_an_error(played, table, column, value):
    with Vandal(played) as vandal:
        vandal.do(f"UPDATE {table} SET {column} = {value}")
    assert problems(played)


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.name)
def test_a_row_taken_out_or_put_in_is_found_in_every_table(played_home, source):
    name = source.table.name
    with Vandal(played_home) as vandal:
        taken = vandal.do(f'SELECT * FROM "{name}" ORDER BY row_id LIMIT 1')[0] if name in kept(vandal) else None
        vandal.do(f'DELETE FROM "{name}" WHERE row_id = (SELECT min(row_id) FROM "{name}")')
    if taken is not None:
        assert any("Entry" in problem for problem in problems(played_home))
    row = invented_row(played_home, source)
    with Vandal(played_home) as vandal:
        vandal.do(f'DELETE FROM "{name}" WHERE row_id = ?', row[0])
        vandal.do(f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(row))})', *row)
    assert any("Entry 7 (key closed, by" in problem for problem in problems(played_home))


def kept(vandal):
    tables = [source.table.name for source in sources()]
    return {name for name in tables if vandal.do(f'SELECT 1 FROM "{name}" LIMIT 1')}


def invented_row(register, source):
    with Vandal(register) as vandal:
        uuid = vandal.do("SELECT uuid FROM entries ORDER BY position DESC LIMIT 1")[0][0]
    invented = {"BLOB": b"x", "DATE": "2026-01-01"}
    texts = {n: f"text {n}" for n, column in enumerate(source.table.c) if str(column.type) == "VARCHAR"}
    kinds = [str(column.type) for column in source.table.c]
    return [900, uuid, *(texts.get(n) or invented.get(kinds[n], "1") for n in range(2, len(kinds)))]


def test_two_rows_of_one_entry_that_change_places_are_found(played_home):
    with Vandal(played_home) as vandal:
        swap_row_ids(vandal, "in_round", 1, 2)
    assert names(problems(played_home), 2, "round opened", "Hetty Invented")


def swap_row_ids(vandal, table, one, other):
    for old, new in ((one, 900), (other, one), (900, other)):
        vandal.do(f"UPDATE {table} SET row_id = ? WHERE row_id = ?", new, old)


def test_an_older_row_that_is_put_after_a_newer_one_is_found_though_its_content_is_right(played_home):
    keep(played_home, asking(state="approved"))
    with Vandal(played_home) as vandal:
        swap_row_ids(vandal, "request", 1, 2)
    found = problems(played_home)
    assert found == ("Row 2 of “request”, of entry 6, stands out of the order of the entries.",)


def test_a_row_of_no_entry_is_found(played_home):
    with Vandal(played_home) as vandal:
        vandal.do("UPDATE draft SET entry = 'nobody' WHERE row_id = 2")
    assert "Row 2 of “draft” belongs to no entry." in problems(played_home)
