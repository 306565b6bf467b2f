"""`candour people import` as scripts use it: shown first, done with --yes, refused with row, line and column."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from candour.sample import people as cast

SOURCE = Path(__file__).parents[1] / "src"
HEAD = "Staff code,Name,Job title\n"


@pytest.fixture
def command(school, tmp_path):
    """Return what runs the command on a file of this text, as the business manager unless said otherwise."""

    def run(text, *more, number=cast.BUSINESS_MANAGER.number, secret=cast.PASSPHRASE):
        (tmp_path / "staff.csv").write_bytes(text.encode("cp1252"))
        read, write = os.pipe()
        os.write(write, f"{secret}\n".encode())
        os.close(write)
        place = ("--folder", school.place.folder, "--number", number, "--passphrase-fd", read)
        whole = ("people", "import", tmp_path / "staff.csv", *place, *more)
        try:
            return subprocess.run(
                [sys.executable, "-m", "candour", *map(str, whole)],
                capture_output=True,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": str(SOURCE)},
                pass_fds=(read,),
            )
        finally:
            os.close(read)

    return run


def people(school):
    return {line.number: line for line in school.office().people_list().all()}


def test_without_yes_it_only_shows_what_it_would_do(command, school):
    done = command(f"{HEAD}0091,Zoë New,Cook\n")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "1 rows, read as Windows-1252.",
        "added: 0091 Zoë New, Cook",
        "0 stay as they are.",
        "Nothing was imported. To do it: --yes",
    ]
    assert "0091" not in people(school)


def test_with_yes_it_is_done_and_a_second_time_changes_nothing(command, school):
    done = command(f"{HEAD}0091,Zoë New,Cook\n", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Done.\n")
    assert people(school)["0091"].name == "Zoë New"
    again = command(f"{HEAD}0091,Zoë New,Cook\n", "--yes")
    assert (again.returncode, again.stdout.splitlines()[-1]) == (0, "1 stay as they are.")


def test_a_fault_is_named_with_row_line_and_column_and_nothing_is_imported(command, school):
    done = command(f"{HEAD}0091,Zoë New,Cook\n0092,Nat New,\n", "--yes")
    assert done.returncode == 1
    assert "Row 3: role is missing (line 3, column C (Job title))" in done.stdout
    assert "0091" not in people(school)


def test_as_json_a_program_reads_what_would_be_done_and_whether_it_was(command):
    done = command(f"{HEAD}0091,Zoë New,Cook\n", "--json", "--yes")
    said = json.loads(done.stdout)
    assert (said["added"], said["done"], said["rows"], said["faults"]) == (["0091"], True, 1, [])
    faulty = json.loads(command(f"{HEAD}0092,Nat New,\n", "--json").stdout)
    assert faulty["faults"] == [
        {"row": 2, "line": 2, "column": "C", "heading": "Job title", "problem": "role is missing"}
    ]
    assert not faulty["done"]


def test_leavers_are_named_only_where_the_file_is_complete(command):
    mine = f"{HEAD}{cast.BUSINESS_MANAGER.number},Somebody,Manager\n"
    assert "leaves" not in command(mine).stdout
    assert f"leaves: {cast.CLASS_TEACHER.number} " in command(mine, "--complete").stdout


def test_columns_of_other_names_are_matched_on_the_command_line(command, school):
    text = "Mark,Called,Does\n0091,Zoë New,Cook\n"
    assert "Say which column holds this: staff code, role" in command(text).stderr
    assert "--column nonsense=Mark" in command(text, "--column", "nonsense=Mark").stderr
    matched = ("--column", "number=Mark", "--column", "name=Called", "--column", "role=Does")
    assert command(text, *matched, "--yes").returncode == 0
    assert "0091" in people(school)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"number": cast.CLASS_TEACHER.number}, "Only somebody who is hr"),
        ({"secret": "not the passphrase"}, "match"),
        ({"number": ""}, "Say who you are: --number"),
    ],
)
def test_whoever_may_not_is_refused_in_one_sentence(command, said, sentence):
    done = command(f"{HEAD}0091,Zoë New,Cook\n", "--yes", **said)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert len(done.stderr.splitlines()) == 1
