from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import count

import pikepdf
import pytest
from tests.deciders import HEAD, PNG
from tests.documents.reading import attached, words_of
from tests.documents.second_opinion import pdfsig, store_with
from tests.papers import on_paper
from tests.schools import ROUND, person_of, sign_with, there

from candour.domain.exports import COPY, DECLARATIONS, ON_PAPER, Existing, Step
from candour.domain.paper_declaration import PaperState
from candour.domain.people import Office
from candour.errors import Refused, Trouble
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.sample import people as cast
from candour.services.export_folder import GONE, IN_USE, TOO_LARGE, ExportFolder
from candour.services.exporting import LATER, Exporting

TEACHER, ASSISTANT = cast.CLASS_TEACHER.number, cast.ASSISTANT.number


@pytest.fixture
def office(school):
    """Return the business manager's app after two people have signed."""
    for number in (TEACHER, ASSISTANT):
        sign_with(school.desk(number))
    return school.office()


def export(office, folder, existing=Existing.SKIP, **said):
    exporting = office.exporting()
    return exporting.export(exporting.plan(ROUND), folder, existing, **said)


def pdfs(folder):
    return sorted(each.name for each in (folder / DECLARATIONS).glob("2026-*.pdf"))


def test_what_is_unsealed_is_sealed_first_and_every_file_is_genuine(office, school, tmp_path):
    assert office.exporting().plan(ROUND).unsealed == 2
    done = export(office, tmp_path / "out")
    assert (done.saved, done.left, done.whole) == (2, (), True)
    checking = office.checking()
    files = [tmp_path / "out" / DECLARATIONS / name for name in pdfs(tmp_path / "out")]
    found = checking.check(files, lambda _: None)
    assert [each.verdict for each in found] == ["Genuine and unchanged"] * 2
    said, _ = pdfsig(files[0].read_bytes(), store_with(school.root(), tmp_path))
    assert "Certificate is Trusted" in said


def test_the_sums_hold_and_index_policy_and_how_to_verify_lie_beside(office, tmp_path):
    office.attach_policy_document("Policy: 2025.pdf", b"%PDF-1.7 the school's own")
    export(office, tmp_path)
    checked = subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert checked.stdout.count(": OK") == 6
    names = {each.name for each in tmp_path.iterdir()}
    assert {"index.csv", "index.xlsx", "How to verify.pdf", "Policy - Policy 2025.pdf"} <= names
    assert not any("root" in name for name in names)  # it travels apart


def test_an_export_that_was_stopped_goes_on_where_it_was(office, tmp_path):
    told: list[Step] = []
    stopped = export(office, tmp_path, told=told.append, wanted=lambda: not told)
    assert (stopped.saved, stopped.whole, len(pdfs(tmp_path))) == (1, False, 1)
    assert not (tmp_path / "SHA256SUMS").exists()
    again = export(office, tmp_path)
    assert (again.saved, again.there, again.whole) == (1, 1, True)


def test_an_export_twice_into_one_folder_writes_nothing_anew(office, tmp_path):
    export(office, tmp_path)
    before = {each.name: each.stat().st_mtime_ns for each in (tmp_path / DECLARATIONS).glob("2026-*.pdf")}
    again = export(office, tmp_path)
    assert (again.saved, again.there) == (0, 2)
    assert {each.name: each.stat().st_mtime_ns for each in (tmp_path / DECLARATIONS).glob("2026-*.pdf")} == before


@pytest.mark.parametrize(
    ("existing", "saved", "skipped", "files"),
    [(Existing.KEEP_BOTH, 2, 0, 3), (Existing.REPLACE, 2, 0, 2), (Existing.SKIP, 1, 1, 2)],
)
def test_files_with_other_content_are_asked_about_once_for_all(office, tmp_path, existing, saved, skipped, files):
    exporting = office.exporting()
    name = exporting.plan(ROUND).lines[0].file
    folder = tmp_path / DECLARATIONS
    folder.mkdir()
    (folder / name).write_bytes(b"something else")
    assert exporting.clashes(exporting.plan(ROUND), tmp_path) == (name,)
    done = export(office, tmp_path, existing)
    assert (done.saved, done.skipped, len(pdfs(tmp_path))) == (saved, skipped, files)
    kept = (folder / name).read_bytes() == b"something else"
    assert kept is (existing is not Existing.REPLACE)
    if existing is Existing.KEEP_BOTH:
        assert export(office, tmp_path, existing).saved == 0
        assert len(pdfs(tmp_path)) == files


def test_some_people_are_exported_alone(office):
    exporting = office.exporting()
    whole = exporting.plan(ROUND)
    chosen = next(each.person for each in office.people_list().all() if each.number == TEACHER)
    assert [line.number for line in exporting.plan(ROUND, {chosen}).lines] == [TEACHER]
    assert len(whole.lines) == 2


def test_what_is_superseded_is_left_out(school, tmp_path):
    theirs = school.desk(TEACHER)
    sign_with(theirs)
    theirs.updating().begin(("posts",))
    sign_with(theirs)
    lines = school.office().exporting().plan(ROUND).lines
    assert [line.reference for line in lines] == ["D-2026-0004-2"]


def test_after_fifteen_minutes_the_passphrase_is_asked_for(office, school, tmp_path):
    school.clock.at += timedelta(minutes=16)
    assert office.exporting().needs_secret()
    with pytest.raises(Refused):
        export(office, tmp_path, secret="not the passphrase")
    assert pdfs(tmp_path) == []
    assert export(office, tmp_path, secret=cast.PASSPHRASE).saved == 2


def test_only_hr_exports(school):
    with pytest.raises(Refused, match="hr"):
        school.desk(TEACHER).exporting().plan(ROUND)


def test_an_unknown_round_is_refused_with_what_to_do(office):
    with pytest.raises(Refused, match="choose one"):
        office.exporting().plan("1999–00")


def test_a_file_that_the_folder_does_not_take_is_named_with_the_reason(office, tmp_path):
    line = office.exporting().plan(ROUND).lines[0]
    (tmp_path / DECLARATIONS / line.file).mkdir(parents=True)
    done = export(office, tmp_path, Existing.REPLACE)
    assert [each.file for each, _ in done.left] == [line.file]
    assert done.left[0][1] == IN_USE
    assert done.saved == 1


def test_a_folder_that_cannot_be_made_is_trouble_in_plain_words(office, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Trouble, match="choose another"):
        export(office, tmp_path / "file" / "out")


def test_an_export_is_an_entry_of_the_journal(office, tmp_path):
    export(office, tmp_path)
    with office.sign_in.session.register.read() as at:
        kind = at.exec_driver_sql("SELECT kind FROM entries ORDER BY position DESC LIMIT 1").scalar_one()
    assert kind == "exported"


def test_a_paper_is_exported_apart_as_a_record_with_its_scan_that_no_check_calls_genuine(office, school, tmp_path):
    paper = on_paper(school, HEAD)
    plan = office.exporting().plan(ROUND)
    line = next(line for line in plan.lines if line.on_paper)
    assert line.on_paper == f"entered by {cast.BUSINESS_MANAGER.name} from paper, confirmed by {cast.DEPUTY.name}"
    assert plan.unsealed == 2
    done = export(office, tmp_path)
    assert (done.saved, done.left, len(pdfs(tmp_path))) == (3, (), 2)
    (file,) = (tmp_path / ON_PAPER).iterdir()
    assert file.name == "2026-10-01 Paper declaration - Sample, Hetty.pdf"
    ((name, scan),) = attached(file.read_bytes()).items()
    assert (name, scan) == ("scan of D-2026-0002-P.png", PNG)
    (found,) = office.checking().check([file], lambda _: None)
    assert found.verdict == "Not a signed declaration"
    with office.sign_in.session.register.read() as at:
        entry = there(paper_rows.entry_of(at, paper, PaperState.CONFIRMED))
    assert f"entry {entry.position}, chain {entry.hash}" in words_of(file.read_bytes())
    assert f"on paper/{file.name}" in (tmp_path / "index.csv").read_text("utf-8-sig")
    subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)
    again = export(office, tmp_path)
    assert (again.saved, again.there) == (0, 3)


def test_a_paper_that_was_taken_back_meanwhile_or_superseded_is_not_exported(office, school, tmp_path):
    paper = on_paper(school, HEAD)
    plan = office.exporting().plan(ROUND)
    office.paper_declarations().take_back(paper)
    done = office.exporting().export(plan, tmp_path, Existing.SKIP)
    assert [(line.reference, why) for line, why in done.left] == [
        ("D-2026-0002-P", "The paper was taken back meanwhile.")
    ]
    on_paper(school, HEAD)
    sign_with(school.desk(HEAD))
    assert not any(line.on_paper for line in office.exporting().plan(ROUND).lines)


def test_how_far_it_is_is_told_file_by_file(office, tmp_path):
    told: list[Step] = []
    export(office, tmp_path, told=told.append)
    assert told == [Step(1, 2, None), Step(2, 2, None)]


def test_the_time_left_is_what_the_last_files_took_and_files_that_lay_there_do_not_count(office, tmp_path):
    seconds = count(step=30)  # by this clock each file takes half a minute
    exporting = Exporting(
        office.sign_in,
        office._smith,
        office._documents,
        office.sealing(),
        office._paper_records(),
        lambda: float(next(seconds)),
    )
    office.sealing().seal_new()
    plan = exporting.plan(ROUND)
    lines = tuple(replace(line, file=f"{at} {line.file}") for at, line in enumerate(plan.lines * 8))
    told: list[Step] = []
    exporting.export(replace(plan, lines=lines), tmp_path, Existing.SKIP, told.append)
    assert [step.left for step in told] == [None] * 9 + [180, 150, 120, 90, 60, 30, 0]
    told.clear()
    exporting.export(replace(plan, lines=lines), tmp_path, Existing.SKIP, told.append)
    assert [step.left for step in told] == [None] * 16


def test_a_file_whose_signatures_do_not_hold_is_not_saved(office, tmp_path):
    office.sealing().seal_new()
    plan = office.exporting().plan(ROUND)
    with office.sign_in.session.register.read() as at:
        sealed = declaration_rows.file(at, plan.lines[0].digest)
    broken = bytearray(sealed)
    broken[len(broken) // 4] ^= 1
    line = replace(plan.lines[0], digest=hashlib.sha256(broken).hexdigest())
    root = office.exporting().root()
    folder = ExportFolder(tmp_path, Existing.SKIP, lambda content: office._documents.recheck(content, root))
    folder.put(line, lambda: bytes(broken))
    assert (folder.saved, pdfs(tmp_path)) == (0, [])
    assert "signatures do not hold: Changed after signing" in folder.left[0][1]
    assert list((tmp_path / DECLARATIONS).iterdir()) == []


def test_a_folder_that_goes_away_is_said_once_for_all_that_is_left_and_tried_again_it_goes_on(office, tmp_path):
    out = tmp_path / "out"
    done = export(office, out, told=lambda _: shutil.rmtree(out, ignore_errors=True))
    assert (done.saved, done.whole, done.trouble) == (1, False, GONE)
    assert [reason for _, reason in done.left] == [GONE]
    assert not out.exists()
    again = export(office, out)
    assert (again.saved, again.whole) == (2, True)


def test_half_a_file_that_a_killed_export_left_counts_for_nothing_and_goes(office, tmp_path):
    folder = tmp_path / DECLARATIONS
    folder.mkdir()
    (folder / ".0123456789abcdef.part").write_bytes(b"%PDF half")
    done = export(office, tmp_path)
    assert (done.saved, done.whole) == (2, True)
    assert sorted(each.name for each in folder.iterdir()) == pdfs(tmp_path)


def test_names_that_differ_in_capitals_alone_are_one_name_as_on_windows(office, tmp_path):
    folder = tmp_path / DECLARATIONS
    folder.mkdir()
    name = office.exporting().plan(ROUND).lines[0].file
    (folder / name.upper()).write_bytes(b"something else")
    assert office.exporting().clashes(office.exporting().plan(ROUND), tmp_path) == (name,)
    assert export(office, tmp_path).skipped == 1
    assert export(office, tmp_path, Existing.REPLACE).saved == 1
    assert {each.name.casefold() for each in folder.iterdir()} == {
        each.casefold() for each in (name, *pdfs(tmp_path))
    }


def test_one_person_s_file_is_called_alike_alone_and_among_all(office):
    exporting = office.exporting()
    named = {line.number: line.file for line in exporting.plan(ROUND).lines}
    people = {each.number: each.person for each in office.people_list().all()}
    for number in (TEACHER, ASSISTANT):
        alone = exporting.plan(ROUND, {people[number]})
        assert (alone.chosen, [line.file for line in alone.lines]) == (1, [named[number]])


def test_hr_who_is_no_keeper_exports_what_is_sealed_and_the_rest_is_named(school, office, tmp_path):
    office.sealing().seal_new()
    theirs = school.desk(ASSISTANT)
    theirs.updating().begin(("posts",))
    sign_with(theirs)
    office.people().give_office(
        Office.HR, person_of(office, TEACHER).person, school.clock().date(), None, acting=False
    )
    office.sign_in.lock()
    done = export(school.desk(TEACHER), tmp_path)
    assert (done.saved, done.whole) == (1, True)
    assert [(line.number, reason) for line, reason in done.left] == [(ASSISTANT, f"It is not sealed yet. {LATER}")]


def test_a_disk_that_takes_no_more_is_said_and_nothing_half_written_stays(office, tmp_path):
    office.sealing().seal_new()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, resource.RLIM_INFINITY))
        plan = office.exporting().plan(ROUND)
        folder = ExportFolder(tmp_path, Existing.SKIP, lambda _: "")
        for line in plan.lines:
            folder.put(line, partial(office.exporting()._bytes, line))
        os.write(writing, "\n".join(reason for _, reason in folder.left).encode())
        os._exit(folder.saved)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as said:
        assert said.read().splitlines() == [TOO_LARGE] * 2
    assert os.waitpid(child, 0)[1] == 0
    assert list((tmp_path / DECLARATIONS).iterdir()) == []


def test_the_copy_for_printing_holds_everybody_by_name_and_no_signature(office, tmp_path):
    done = export(office, tmp_path, merged=True)
    assert done.copies == (f"{COPY}.pdf",)
    content = (tmp_path / f"{COPY}.pdf").read_bytes()
    with pikepdf.open(tmp_path / f"{COPY}.pdf") as whole:
        assert len(whole.pages) == 4
        with whole.open_outline() as outline:
            assert [each.title for each in outline.root] == [
                f"{cast.ASSISTANT.name}, D-2026-0038",
                f"{cast.CLASS_TEACHER.name}, D-2026-0004",
            ]
    (checked,) = office.checking().check([tmp_path / f"{COPY}.pdf"], lambda _: None)
    assert checked.verdict == "Not a signed declaration"
    digest = hashlib.sha256(content).hexdigest()
    assert f"{digest}  {COPY}.pdf" in (tmp_path / "SHA256SUMS").read_text().splitlines()


def test_of_many_people_the_copy_for_printing_comes_in_parts_and_older_parts_go(office, tmp_path):
    (tmp_path / f"{COPY} 3 of 3.pdf").write_bytes(b"an older export's")
    (tmp_path / "Copy for printing - mine.pdf").write_bytes(b"somebody's own")
    told: list[Step] = []
    exporting = Exporting(
        office.sign_in, office._smith, office._documents, office.sealing(), office._paper_records(), in_one_copy=1
    )
    done = exporting.export(exporting.plan(ROUND), tmp_path, Existing.SKIP, told.append, merged=True)
    assert done.copies == (f"{COPY} 1 of 2.pdf", f"{COPY} 2 of 2.pdf")
    assert sorted(each.name for each in tmp_path.glob("Copy*")) == ["Copy for printing - mine.pdf", *done.copies]
    assert [step.copy for step in told] == ["", "", *done.copies]


def test_an_export_stopped_at_the_copy_for_printing_can_be_taken_up_again(office, tmp_path):
    told: list[Step] = []
    done = export(
        office, tmp_path, merged=True, told=told.append, wanted=lambda: not any(step.copy for step in told)
    )
    assert (done.saved, done.whole, done.copies) == (2, False, ())
    assert export(office, tmp_path, merged=True).whole
