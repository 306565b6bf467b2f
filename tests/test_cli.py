"""The commands as scripts use them: exit status, plain sentences, JSON."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
from tests.documents import signed_files as files

from candour import __version__
from candour.sample import people as cast

SOURCE = Path(__file__).parents[1] / "src"


def candour(*arguments, screen=None, **more):
    return subprocess.run(
        [sys.executable, "-m", "candour", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(SOURCE), **(screen or {})},
        **more,
    )


@pytest.fixture(scope="module")
def papers(tmp_path_factory):
    folder = tmp_path_factory.mktemp("papers")
    (folder / "root.cer").write_bytes(files.root())
    (folder / "good").mkdir()
    (folder / "good" / "D-1.pdf").write_bytes(files.sealed())
    (folder / "unsealed.pdf").write_bytes(files.signed())
    (folder / "broken.pdf").write_bytes(b"no PDF at all")
    return folder


def test_the_version_is_told():
    done = candour("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"Candour {__version__}\n", "")


@pytest.mark.parametrize(
    "wrongly",
    [("check",), ("nonsense",), ("register",), ("register", "check"), ("check", "--jump", "x"), ("tour",)],
    ids=" ".join,
)
def test_what_is_used_wrongly_ends_with_2_and_says_how_to_use_it(wrongly):
    done = candour(*wrongly)
    assert done.returncode == 2
    assert done.stderr.startswith("usage: candour")
    assert done.stdout == ""


def test_genuine_files_and_folders_of_them_end_with_0(papers):
    done = candour("check", papers / "good", "--root", papers / "root.cer")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{papers / 'good' / 'D-1.pdf'}: Genuine and unchanged. "
        "Nothing was added or changed after the last signature; you can rely on it.\n"
    )


def test_one_file_that_is_not_genuine_ends_with_1_and_each_is_named_with_its_verdict(papers):
    asked = (papers / "good" / "D-1.pdf", papers / "unsealed.pdf", papers / "broken.pdf", papers / "missing.pdf")
    done = candour("check", *asked, "--root", papers / "root.cer", "--json")
    assert done.returncode == 1
    assert [(Path(each["file"]).name, each["verdict"]) for each in json.loads(done.stdout)] == [
        ("D-1.pdf", "Genuine and unchanged"),
        ("unsealed.pdf", "Signed, not yet sealed by the school"),
        ("broken.pdf", "Damaged"),
        ("missing.pdf", "Damaged"),
    ]


def test_json_says_what_was_found(papers):
    (found,) = json.loads(candour("check", papers / "good", "--root", papers / "root.cer", "--json").stdout)
    assert found["person"] == files.NAME
    assert found["reference"].startswith("D-")
    assert datetime.fromisoformat(found["signed_at"]) == files.WHEN
    assert found["root"] == files.fingerprint_of_root()


def test_without_a_root_no_school_is_known_and_nothing_is_genuine(papers):
    done = candour("check", papers / "good")
    assert done.returncode == 1
    assert "made by a school unknown here" in done.stdout


def test_a_root_that_cannot_be_read_is_one_sentence_and_1(papers):
    done = candour("check", papers / "good", "--root", papers / "no-root.cer")
    assert (done.returncode, done.stdout) == (1, "")
    what_to_do = "cannot be opened (No such file or directory); name the file with the school's root."
    assert done.stderr == f"{papers / 'no-root.cer'} {what_to_do}\n"


def test_a_register_that_stands_proves(school):
    done = candour("register", "check", "--folder", school.place.folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"\d+ entries, 0 problems\.\n", done.stdout)


def test_json_says_what_the_register_s_check_found(school):
    found = json.loads(candour("register", "check", "--folder", school.place.folder, "--json").stdout)
    assert found["entries"] > 40
    assert (found["problems"], found["flags"]) == ([], [])


def test_a_register_that_was_tampered_with_ends_with_1_and_names_the_entry(school):
    register = school.register()
    with register.write() as writer:
        writer.at.exec_driver_sql("DROP TRIGGER declared_line_never_changed")
        changed = "UPDATE declared_line SET outcome = 'Except E-2025-001' WHERE row_id = 3"
        writer.at.exec_driver_sql(changed)
        guard = "CREATE TRIGGER declared_line_never_changed BEFORE UPDATE ON declared_line BEGIN SELECT 1; END"
        writer.at.exec_driver_sql(guard)
        writer.commit()
    register.close()
    done = candour("register", "check", "--folder", school.place.folder)
    assert done.returncode == 1
    assert re.search(r"Entry \d+ \(declared, by [^)]+\) has other rows than those that were signed\.", done.stdout)
    assert done.stdout.endswith(" entries, 1 problems.\n")


def without_a_key(school):
    (school.place.folder / "sample-vault.json").unlink()
    return school.place.folder


def test_without_a_key_of_this_account_the_check_asks_for_a_name(school):
    done = candour("register", "check", "--folder", without_a_key(school))
    assert done.returncode == 1
    assert done.stderr == "This computer account holds no key: name yourself with --number.\n"


@pytest.mark.parametrize(("passphrase", "status"), [(cast.PASSPHRASE, 0), ("not the passphrase", 1)])
def test_a_passphrase_is_read_from_a_file_descriptor(school, passphrase, status):
    reading, writing = os.pipe()
    os.write(writing, f"{passphrase}\n".encode())
    os.close(writing)
    named = ("--number", cast.DEPUTY.number, "--passphrase-fd", reading)
    done = candour("register", "check", "--folder", without_a_key(school), *named, pass_fds=(reading,))
    os.close(reading)
    assert done.returncode == status
    assert passphrase not in done.stdout + done.stderr
    assert done.stdout.endswith("0 problems.\n") if status == 0 else done.stderr == "That does not match.\n"


def test_a_folder_without_a_register_is_one_sentence(tmp_path):
    done = candour("register", "check", "--folder", tmp_path)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_the_gallery_leaves_its_pictures_where_there_is_no_screen(tmp_path):
    without = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = candour("gallery", "--out", tmp_path / "gallery", "--theme", "high-contrast", screen=without)
    assert (done.returncode, done.stdout) == (0, f"18 pictures are in {tmp_path / 'gallery'}\n")
    assert len(list((tmp_path / "gallery").glob("*.png"))) == 18


def test_the_gallery_without_a_screen_and_a_folder_says_what_to_do():
    without = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = candour("gallery", screen=without)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "There is no screen here. To leave pictures instead: candour gallery --out FOLDER\n"
