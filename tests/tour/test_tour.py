from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.documents.reading import elements, opened, painted, structure_of, words_of
from tests.documents.second_opinion import pdfsig, pyhanko_agrees, store_with

from candour.keys.certificates import new_root
from candour.tour import play

pytestmark = pytest.mark.xdist_group("tour")  # what it plays is played once

HOUSE = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def tour(tmp_path_factory):
    """Play the whole tour once, as the command line does, and return its folder."""
    out = tmp_path_factory.mktemp("tour") / "out"
    played = subprocess.run(
        [sys.executable, "-m", "candour", "tour", "--out", str(out)],
        env={**os.environ, "PYTHONPATH": str(HOUSE / "src"), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert played.returncode == 0, played.stderr
    return out


@pytest.fixture(scope="module")
def summary(tour):
    return json.loads((tour / "summary.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdfs(tour):
    found = {path.stem: path.read_bytes() for path in sorted((tour / "declarations").glob("*.pdf"))}
    assert found
    return found


def test_every_step_of_the_story_goes_well(summary):
    assert [step["name"] for step in summary["steps"] if not step["ok"]] == []
    assert len(summary["steps"]) >= 15


def test_every_picture_that_is_named_is_there_and_numbered_in_order(tour, summary):
    names = [picture["name"] for picture in summary["pictures"]]
    assert names == sorted(names)
    assert all((tour / "screens" / name).stat().st_size > 5_000 for name in names)
    assert {path.name for path in (tour / "screens").iterdir()} == set(names)


def test_hr_is_seen_at_work_all_the_year(tour, summary):
    pages = {picture["page"] for picture in summary["pictures"]}
    assert pages >= {"going", "going-headteacher", "register", "register-table", "holidays", "remind"}
    assert pages >= {"person-years", "activity-of-one", "activity-exceptions"}
    assert pages >= {"paper-enter", "paper-compare", "sitting-thanks", "sitting-count", "sitting-ended"}
    assert pages >= {"export-done", "governors-pick-opened", "rounds", "round-start", "pack-compare"}
    exported = {path.name for path in (tour / "exported").rglob("*.pdf")}
    assert "Copy for printing.pdf" in exported
    assert any("Paper declaration - Sample, Halina" in name for name in exported)
    assert (tour / "summary-for-governors.pdf").read_bytes().startswith(b"%PDF-")


def test_the_next_tour_clears_away_whatever_this_one_left(tour):
    assert {path.name for path in tour.iterdir()} <= set(play.OWN)


def test_candour_calls_every_declaration_genuine(summary, pdfs):
    assert {each["verdict"] for each in summary["declarations"]} == {"Genuine and unchanged"}
    assert {each["reference"] for each in summary["declarations"]} == set(pdfs)


def test_three_years_are_among_the_sealed_and_both_people_who_signed_in_the_tour(summary, pdfs):
    signed = {tuple(reference.split("-")[1:3]) for reference in pdfs}
    years = {year for year, _ in signed}
    assert len(years) == 3
    assert signed >= {(max(years), "0038"), (max(years), "0041")}


def test_pdfsig_and_pyhanko_call_every_signature_valid_and_trusted(tour, pdfs, tmp_path):
    root = (tour / "school-root.cer").read_bytes()
    store = store_with(root, tmp_path)
    for reference, data in pdfs.items():
        person, seal = pdfsig(data, store)
        for said in (person, seal):
            assert "Signature is Valid." in said, reference
            assert "Certificate is Trusted." in said, reference
        assert "Total document signed" in seal
        assert "Not total document signed" in person
        assert pyhanko_agrees(data, root) == [True, True]


def test_names_beyond_ascii_print_and_are_found(pdfs):
    words = {reference[-4:]: words_of(data) for reference, data in pdfs.items()}
    assert "Siân Sample" in words["0004"]
    assert "Łukasz Example" in words["0038"]
    assert "Nguyễn Thị Mẫu" in words["0041"]


def test_a_screen_reader_hears_title_table_and_declaration_in_order(pdfs):
    for reference, data in pdfs.items():
        heard = structure_of(data)
        title = "School accounts declaration" if reference.endswith("-S") else "Social media declaration"
        places = [heard.index(words) for words in (title, "What I have checked", "How to verify")]
        assert places == sorted(places)
        assert "TH" in heard


def test_the_open_point_and_the_exception_stand_in_the_declaration_and_the_answers_do_not(pdfs):
    words = next(words_of(data) for ref, data in pdfs.items() if ref.endswith("0038") and max(pdfs)[:6] == ref[:6])
    first_page = words.split("How to verify")[0]
    assert "Open until" in first_page
    assert "Waiting for E-" in first_page
    assert "My sister" not in words
    assert "I found some and removed them" not in first_page


def test_everything_painted_is_tagged_or_an_artifact_and_the_trees_agree(pdfs):
    for data in pdfs.values():
        with opened(data) as pdf:
            in_tree = sum("/MCID" in kid for element in elements(pdf) for kid in element.kids)
            marks = [mark for page in pdf.pages for _, (mark,) in painted(page)]
            assert len({(mark, at) for at, page in enumerate(pdf.pages) for _, (mark,) in painted(page)}) > 10
            assert len([mark for mark in marks if mark != "/Artifact"]) >= in_tree
            rows = list(pdf.Root.StructTreeRoot.ParentTree.Nums)[1::2]
            assert sum(len(row) for row in rows) == in_tree


def test_tables_have_headers_fonts_are_embedded_and_both_standards_are_claimed(pdfs):
    for data in pdfs.values():
        with opened(data) as pdf:
            headers = [element for element in elements(pdf) if element.role == "/TH"]
            assert headers
            assert all(str(header.object.A.Scope) in {"/Column", "/Row"} for header in headers)
            for page in pdf.pages:
                assert all("/FontFile2" in font.FontDescriptor for font in page.Resources.Font.values())
            with pdf.open_metadata() as claims:
                assert (claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("3", "A")
                assert claims["pdfuaid:part"] == "1"


def test_the_command_line_agrees_and_refuses_another_schools_root(tour, tmp_path):
    def check(root: Path) -> int:
        command = [sys.executable, "-m", "candour", "check", str(tour / "declarations"), "--root", str(root)]
        environment = {**os.environ, "PYTHONPATH": str(HOUSE / "src")}
        return subprocess.run(command, env=environment, capture_output=True, check=False).returncode

    assert check(tour / "school-root.cer") == 0
    other = tmp_path / "other.cer"
    other.write_bytes(new_root("Another School (sample)").certificate)
    assert check(other) == 1


def test_a_failed_step_is_named_and_ends_the_tour(tmp_path, monkeypatch):
    def fail(_stage: object) -> None:
        raise LookupError("on purpose")

    monkeypatch.setattr(play, "SET_UP", (("a step that fails", fail), ("never reached", fail)))
    summary = play.play_tour(tmp_path / "out", theme="light", scale=100)
    assert [(step.name, step.ok) for step in summary.steps] == [("a step that fails", False)]
