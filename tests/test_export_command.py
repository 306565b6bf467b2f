"""`candour export` as a script uses it."""

from __future__ import annotations

import json
import os
import subprocess

import pytest
from tests.schools import ROUND, sign_with
from tests.test_cli import candour

from candour.domain.exports import DECLARATIONS
from candour.sample import people as cast

NUMBER = cast.BUSINESS_MANAGER.number


@pytest.fixture
def signed(school):
    for number in (cast.CLASS_TEACHER.number, cast.ASSISTANT.number):
        sign_with(school.desk(number))
    return school


def export(school, folder, *more, passphrase=cast.PASSPHRASE):
    read, write = os.pipe()
    os.write(write, f"{passphrase}\n".encode())
    os.close(write)
    asked = ("--folder", school.place.folder, "--number", NUMBER, "--passphrase-fd", read)
    return candour("export", "--round", ROUND, "--to", folder, *asked, *more, pass_fds=[read])


def test_a_round_is_sealed_and_written_and_run_again_it_finds_all_of_it_there(signed, tmp_path):
    done = export(signed, tmp_path / "out")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "2 saved, 0 there already, 0 skipped, 0 not saved.\n"
    again = export(signed, tmp_path / "out", "--json")
    nothing_new = {"saved": 0, "there": 2, "skipped": 0, "left": [], "whole": True, "trouble": "", "copies": []}
    assert json.loads(again.stdout) == nothing_new
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=tmp_path / "out", check=True)


def test_what_was_not_saved_is_named_and_the_status_says_so(signed, tmp_path):
    for name in {each.file for each in signed.office().exporting().plan(ROUND).lines}:
        (tmp_path / DECLARATIONS / name).mkdir(parents=True)
    done = export(signed, tmp_path, "--existing", "replace")
    assert done.returncode == 1
    assert done.stdout.count("not saved: D-2026-") == 2


def test_another_passphrase_writes_nothing(signed, tmp_path):
    done = export(signed, tmp_path / "out", passphrase="not the one of anybody")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "match" in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_copy_for_printing_comes_on_demand_and_the_check_calls_it_none(signed, tmp_path):
    done = export(signed, tmp_path, "--merged")
    assert done.stdout.endswith("to be printed, unsigned: Copy for printing.pdf\n")
    told = candour("check", tmp_path / "Copy for printing.pdf")
    assert told.returncode == 1
    assert "Not a signed declaration" in told.stdout
