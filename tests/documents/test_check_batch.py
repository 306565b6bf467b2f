"""Checking in child processes: the same findings, within time and memory, whatever the files do."""

from __future__ import annotations

import sys
import time
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from tests.documents import hostile_files as hostile
from tests.documents import signed_files as files

from candour.documents.check_batch import CheckChild, check_files, pdf_files, read_root
from candour.documents.checking import check
from candour.documents.verdicts import Verdict
from candour.errors import Refused, Trouble


@pytest.fixture(scope="module")
def child():
    child = CheckChild(files.root())
    yield child
    child.close()


def peak_megabytes(child: CheckChild) -> int:
    assert child._process
    status = Path(f"/proc/{child._process.pid}/status").read_text()
    return int(status.split("VmPeak:")[1].split()[0]) // 1024


@pytest.mark.parametrize("name", ["sealed", "signed", "full_copy", "letter", "prepared"])
def test_a_child_finds_what_a_check_in_this_process_finds(child, name):
    data = getattr(files, name)()
    assert child.check(data) == check(data, files.root())


def test_without_a_root_a_child_knows_no_school():
    child = CheckChild(None)
    assert child.check(files.sealed()).verdict is Verdict.UNKNOWN_SCHOOL
    child.close()


@pytest.mark.parametrize("make", hostile.HOSTILE)
def test_a_hostile_file_is_damaged_within_ten_seconds_and_768_megabytes(child, make):
    data = make()
    begun = time.monotonic()
    finding = child.check(data)
    assert finding.verdict is Verdict.DAMAGED
    assert time.monotonic() - begun < 10
    assert child._process is None or peak_megabytes(child) <= 768


@pytest.mark.parametrize("make", hostile.NO_DECLARATIONS)
def test_a_form_that_has_no_end_is_looked_at_no_further_than_ours_goes(child, make):
    begun = time.monotonic()
    assert child.check(make()).verdict in {Verdict.DAMAGED, Verdict.NOT_SIGNED}
    assert time.monotonic() - begun < 2


def test_a_file_that_takes_for_ever_is_given_up():
    child = CheckChild(files.root(), seconds=1)
    finding = child.check(hostile.long_number())
    assert (finding.verdict, finding.details) == (
        Verdict.DAMAGED,
        "the check was stopped: more than 1 s, or 768 MB",
    )
    assert child._process is None


def test_a_bomb_in_the_place_of_the_facts_is_found_though_it_is_signed(child):
    output = BytesIO()
    with pikepdf.open(BytesIO(files.drawn())) as pdf:
        held = pdf.Root.Names.EmbeddedFiles.Names[1].EF.F
        held.write(hostile.zeros(1), filter=pikepdf.Name.FlateDecode)
        pdf.save(output, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    finding = child.check(files.signed_by(files.school(), output.getvalue()))
    assert (finding.verdict, "DecodeLimit" in finding.details) == (Verdict.CHANGED, True)


def test_after_a_file_that_breaks_a_child_the_next_is_checked_by_a_new_one():
    child = CheckChild(files.root(), seconds=0.001)
    finding = child.check(files.sealed())
    assert (finding.verdict, finding.details.startswith("the check was stopped")) == (Verdict.DAMAGED, True)
    child._seconds = 10
    assert child.check(files.sealed()).verdict is Verdict.GENUINE
    child.close()


def test_a_child_that_died_between_two_files_costs_neither(child):
    child.check(files.sealed())
    child._process.kill()
    child._process.wait()
    assert child.check(files.sealed()).verdict is Verdict.GENUINE


def test_many_files_are_found_in_their_order_whatever_lies_between(tmp_path):
    given = {
        "a.pdf": (files.sealed(), Verdict.GENUINE),
        "b.pdf": (hostile.nested_arrays(), Verdict.DAMAGED),
        "c.pdf": (files.signed(), Verdict.UNSEALED),
        "d.pdf": (files.sealed() + b"\n", Verdict.CHANGED),
        "e.pdf": (b"%PDF-" + b" " * 20_000_000, Verdict.DAMAGED),
        "f.pdf": (files.prepared(), Verdict.NOT_SIGNED),
    }
    for name, (data, _) in given.items():
        (tmp_path / name).write_bytes(data)
    paths = [*sorted(tmp_path.iterdir()), tmp_path / "missing.pdf"]
    found = list(check_files(paths, files.root()))
    assert [path for path, _ in found] == paths
    expected = [verdict for _, verdict in given.values()]
    assert [finding.verdict for _, finding in found] == [*expected, Verdict.DAMAGED]
    assert "could not be opened" in found[-1][1].sentence


def test_who_stops_listening_stops_the_children(tmp_path):
    for at in range(20):
        (tmp_path / f"{at}.pdf").write_bytes(files.sealed())
    findings: Any = check_files(pdf_files([tmp_path]), files.root())
    assert next(findings)[1].verdict is Verdict.GENUINE
    findings.close()


def test_a_child_knows_nothing_of_this_process_but_where_the_code_is(child, monkeypatch):
    monkeypatch.setenv("PASSPHRASE_OF_A_TEST", "planted")
    other = CheckChild(None)
    other.check(b"")
    assert other._process
    environment = Path(f"/proc/{other._process.pid}/environ").read_bytes()
    other.close()
    assert {entry.split(b"=")[0] for entry in environment.split(b"\0") if entry} == {b"PYTHONPATH", b"PYTHONUTF8"}


@pytest.mark.parametrize("program", ["/bin/false", "/there/is/no/such/program"])
def test_when_no_child_starts_it_is_said(monkeypatch, program):
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(Trouble, match="did not start"):
        CheckChild(None).check(b"")


def test_folders_are_looked_through_and_named_files_are_taken_as_they_are(tmp_path):
    for name in ("b/two.PDF", "b/c/three.pdf", "b/notes.txt", "one.pdf", "named.bin"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    given = [tmp_path / "named.bin", tmp_path / "b", tmp_path / "b" / "c", tmp_path / "one.pdf"]
    found = [str(path.relative_to(tmp_path)) for path in pdf_files(given)]
    assert found == ["named.bin", "b/c/three.pdf", "b/two.PDF", "one.pdf"]


def test_the_schools_root_is_read_from_either_form_of_file(tmp_path):
    path = tmp_path / "school-root.cer"
    path.write_bytes(files.root())
    assert read_root(path) == files.root()
    path.write_bytes(b"\n" + x509.load_der_x509_certificate(files.root()).public_bytes(Encoding.PEM))
    assert read_root(path) == files.root()


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"-----BEGIN CERTIFICATE-----"])
def test_a_file_without_a_root_is_refused_by_name(tmp_path, content):
    path = tmp_path / "school-root.cer"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused, match=r"school-root\.cer"):
        read_root(path)
