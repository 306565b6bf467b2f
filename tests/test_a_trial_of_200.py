"""A trial with 200 people: ten sign, three are away, the others are reminded; what was signed leaves the register.

The export is killed once and stopped once, and goes on each time. What lies in the folder then is looked at by our
own check, by poppler's and by coreutils', and its index by a spreadsheet's reader.
"""

from __future__ import annotations

import csv
import email
import email.policy
import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.documents.second_opinion import pdfsig, store_with
from tests.schools import ROUND, School, TestClock, sign_with
from tests.test_cli import SOURCE, candour

from candour.domain.exports import DECLARATIONS, Existing, as_it_was, neutral
from candour.domain.reminder_paper import ReminderAsked
from candour.domain.reminder_words import proposed
from candour.domain.reminding import Way
from candour.sample import people as cast
from candour.services.place import Place

pytestmark = pytest.mark.xdist_group("trial")  # what it plays is played once

HOSTILE = {
    "5000": ('=HYPERLINK("http://invented.example","Pay")', "=1+1"),
    "5001": ("+441632 960000", "+cmd"),
    "5002": ("@SUM Example", "@x"),
    "5003": ("-1 Sample", "-1"),
    "5004": ("'Quoted' Example", "|x"),
}
"""Names and roles that a spreadsheet would take for formulas, by staff number."""

PLAIN = {f"{number}": (f"Sample{number} Example", "Teacher") for number in range(5005, 5200)}
SIGNERS = (*HOSTILE, "5005", "5006", "5007", "5008", "5009")
AWAY = ("5010", "5011", "5012")


@dataclass
class Trial:
    """What came of it: the school, the folder of the export, and what the killed and the stopped export left."""

    school: School
    folder: Path
    killed: list[str]
    stopped: list[str]
    reminders: tuple[bytes, bytes]

    @property
    def files(self) -> list[Path]:
        return sorted((self.folder / DECLARATIONS).iterdir())

    def lines(self) -> dict[str, dict[str, str]]:
        with (self.folder / "index.csv").open(encoding="utf-8-sig", newline="") as file:
            return {line["Staff number"]: line for line in csv.DictReader(file)}


@pytest.fixture(scope="module")
def trial(made_sample, tmp_path_factory):
    folder = tmp_path_factory.mktemp("trial")
    shutil.copytree(made_sample.place.folder, folder / "school")
    school = School(Place(folder / "school"), made_sample.code, TestClock())
    office = school.office()
    bring_in(office)
    people = {each.number: each.person for each in office.people_list().all()}
    due = school.clock().date() + timedelta(days=30)
    for number in HOSTILE | PLAIN:
        office.people().ask_by(people[number], due)  # they came after the check had opened
    for number in AWAY:
        office.people().away(people[number], due)
    for slip in office.keepers().invite_all([people[number] for number in SIGNERS]):
        sign_with(school.desk(slip.number, slip.code))
    reminded = remind_the_others(office)
    out = folder / "out"
    killed = killed_half_way(school, out)
    stopped = stopped_half_way(office, out)
    assert run_again(school, out).returncode == 0
    return Trial(school, out, killed, stopped, reminded)


def remind_the_others(office):
    """Remind all whom one may: one mail to those who have an address, slips for the rest; return mail and slips."""
    made = []
    for way, mailed in ((Way.DRAFT, True), (Way.SLIP, False)):
        ground = office.reminding().ground()
        lines = [line for line in ground.lines if line.by_mail is mailed]
        people = tuple(line.person for line in lines)
        words = proposed([line.to for line in lines], ground.today)
        made.append(office.reminding().file(ReminderAsked(way, people, words)))
        office.reminding().note(people, way)
    return tuple(made)


def bring_in(office):
    """Import the list as a spreadsheet that makes cells neutral would write it."""
    rows = (
        f'{number},"{cell(name)}","{cell(role)}",{f"n{number}@school.example" if number in PLAIN else ""}\n'
        for number, (name, role) in (HOSTILE | PLAIN).items()
    )
    importing = office.people_import()
    read = importing.read(("Staff code,Name,Job title,School e-mail\n" + "".join(rows)).encode())
    preview = importing.preview(read.file, read.matched, complete=False)
    assert importing.carry_out(preview).added == 200


def cell(text):
    return neutral(text).replace('"', '""')


def asked(school, out):
    named = ("--folder", str(school.place.folder), "--number", cast.BUSINESS_MANAGER.number)
    read, write = os.pipe()
    os.write(write, f"{cast.PASSPHRASE}\n".encode())
    os.close(write)
    return ["export", "--round", ROUND, "--to", str(out), "--merged", *named, "--passphrase-fd", str(read)], read


def killed_half_way(school, out):
    """Start `candour export`, kill it once some files have their names, and return these."""
    arguments, read = asked(school, out)
    process = subprocess.Popen(
        [sys.executable, "-m", "candour", *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        pass_fds=[read],
        stdout=subprocess.DEVNULL,
    )
    while len(named := names(out)) < 3 and process.poll() is None:
        pass
    process.kill()
    assert process.wait() == -signal.SIGKILL
    assert not (out / "SHA256SUMS").exists()
    return named


def stopped_half_way(office, out):
    """Export again, stop it once two more are saved, and return all that lies there then."""
    there = len(names(out))
    exporting = office.exporting()
    done = exporting.export(
        exporting.plan(ROUND), out, Existing.SKIP, wanted=lambda: len(names(out)) < there + 2, merged=True
    )
    assert (done.saved, done.there, done.whole) == (2, there, False)
    assert not (out / "SHA256SUMS").exists()
    return names(out)


def run_again(school, out):
    arguments, read = asked(school, out)
    return candour(*arguments, pass_fds=[read])


def names(out):
    return sorted(each.name for each in (out / DECLARATIONS).glob("2*.pdf"))


def test_each_time_it_went_on_where_it_was(trial):
    assert 3 <= len(trial.killed) < len(trial.stopped) < len(SIGNERS)
    assert set(trial.killed) < set(trial.stopped) < {each.name for each in trial.files}
    assert len(trial.files) == len(SIGNERS)  # and nothing half-written beside them


def test_our_own_check_calls_every_file_genuine(trial):
    (trial.folder.parent / "root.cer").write_bytes(trial.school.root())
    told = candour("check", trial.folder / DECLARATIONS, "--root", trial.folder.parent / "root.cer")
    assert told.returncode == 0, told.stdout
    assert told.stdout.count("Genuine and unchanged") == len(SIGNERS)


def test_pdfsig_finds_both_signatures_of_every_file_valid_and_trusted(trial, tmp_path):
    store = store_with(trial.school.root(), tmp_path)
    for each in trial.files:
        person, seal = pdfsig(each.read_bytes(), store)
        for said in (person, seal):
            assert "Signature is Valid" in said
            assert "Certificate is Trusted" in said
        assert "Total document signed" in seal


def test_the_sums_hold_for_every_file_and_all_that_lies_beside(trial):
    told = subprocess.run(
        ["sha256sum", "--strict", "-c", "SHA256SUMS"], cwd=trial.folder, capture_output=True, text=True, check=True
    )
    listed = {line.removesuffix(": OK") for line in told.stdout.splitlines()}
    there = {str(each.relative_to(trial.folder)) for each in trial.folder.rglob("*") if each.is_file()}
    assert listed == there - {"SHA256SUMS"}


def test_the_root_is_not_in_the_folder_and_the_page_on_verifying_says_so(trial):
    root = trial.school.root()
    for each in trial.folder.rglob("*"):
        assert "root" not in each.name
        assert not each.is_file() or each.read_bytes() != root
    told = subprocess.run(
        ["pdftotext", "-layout", trial.folder / "How to verify.pdf", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "The root certificate is not in this folder, on purpose" in " ".join(told.stdout.split())


def test_the_copy_for_printing_is_no_signed_declaration(trial):
    told = candour("check", trial.folder / "Copy for printing.pdf")
    assert told.returncode == 1
    assert "Not a signed declaration" in told.stdout


def test_no_cell_of_the_csv_starts_a_formula_and_every_name_reads_back_as_it_was(trial):
    lines = trial.lines()
    assert set(lines) == set(SIGNERS)
    for number, (name, role) in HOSTILE.items():
        assert lines[number]["Name"] == f"'{name}"
        assert (as_it_was(lines[number]["Name"]), as_it_was(lines[number]["Role"])) == (name, role)


def test_the_index_can_be_imported_again_and_changes_nobody(trial):
    office = trial.school.office()
    importing = office.people_import()
    read = importing.read((trial.folder / "index.csv").read_bytes())
    plan = importing.preview(read.file, read.matched, complete=False).plan
    assert plan.faults == ()
    assert plan.does_nothing


def test_in_the_workbook_days_are_days_counts_are_counts_and_no_text_is_a_formula(trial):
    sheet = load_workbook(trial.folder / "index.xlsx").active
    headings = [each.value for each in sheet[1]]
    rows = [dict(zip(headings, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert {row["Staff number"].value for row in rows} == set(SIGNERS)
    for row in rows:
        assert isinstance(row["Signed on"].value, datetime)
        assert (row["Signed on"].is_date, row["Open"].data_type) == (True, "n")
        name, role = (HOSTILE | PLAIN)[row["Staff number"].value]
        assert (row["Name"].value, row["Role"].value) == (name, role)
        assert "f" not in {each.data_type for each in row.values()}


def test_everybody_but_who_signed_or_is_away_was_reminded_once(trial):
    office = trial.school.office()
    lines = office.register_view().current().lines
    reminded = {line.number for line in lines if line.reminders}
    assert {line.reminders for line in lines} == {0, 1}
    assert reminded == {line.number for line in lines if not line.signed and line.away_until is None}
    assert len(reminded & set(PLAIN)) == 200 - len(SIGNERS) - len(AWAY)
    assert office.reminding().ground().lines == ()
    mail = email.message_from_bytes(trial.reminders[0], policy=email.policy.default)
    hidden = {each.strip() for each in str(mail["Bcc"]).split(",")}
    assert {f"n{number}@school.example" for number in reminded & set(PLAIN)} <= hidden
    assert not hidden & {f"n{number}@school.example" for number in (*SIGNERS, *AWAY)}
    assert trial.reminders[1].startswith(b"%PDF")


def test_who_is_away_or_has_not_signed_is_in_the_register_and_in_no_export(trial):
    view = trial.school.office().register_view().current()
    by_number = {line.number: line for line in view.lines}
    assert {number for number in AWAY if by_number[number].away_until} == set(AWAY)
    assert {line.number for line in view.lines if line.signed} == set(SIGNERS)
