from __future__ import annotations

import io
import subprocess
from typing import cast

import pikepdf
import pytest
from tests.documents import signed_files as files

from candour.documents.checking import check
from candour.documents.printing_copy import MARK, printing_copy
from candour.documents.verdicts import NO_SIGNATURE, Verdict

NAMES = ("Siân Nguyễn-Łukasz, D-2026-0038", "Ann Example, D-2026-0041")


@pytest.fixture(scope="module")
def made():
    return printing_copy("2026–27", ((name, files.sealed()) for name in NAMES))


def text_of(pdf, page):
    told = subprocess.run(
        ["pdftotext", "-f", str(page), "-l", str(page), "-", "-"], input=pdf, capture_output=True, check=True
    )
    return told.stdout.decode()


def test_every_page_says_that_it_is_a_copy(made):
    with pikepdf.open(io.BytesIO(made)) as whole:
        pages = len(whole.pages)
    assert pages == 4
    assert all(MARK in text_of(made, page) for page in range(1, pages + 1))
    assert "Siân Nguyễn-Łukasz" in text_of(made, 1)


def test_the_check_calls_it_no_signed_declaration(made, tmp_path):
    found = check(made, files.root())
    assert (found.verdict, found.sentence, found.reference) == (Verdict.NOT_SIGNED, NO_SIGNATURE, "")
    (tmp_path / "copy.pdf").write_bytes(made)
    told = subprocess.run(["pdfsig", tmp_path / "copy.pdf"], capture_output=True, check=False)
    assert b"does not contain any signatures" in told.stdout


def test_no_field_no_attachment_and_no_record_is_left_in_it(made):
    with pikepdf.open(io.BytesIO(made)) as whole:
        assert set(whole.Root.keys()) == {
            "/Type",
            "/Pages",
            "/Outlines",
            "/PageMode",
            "/Lang",
            "/ViewerPreferences",
        }
        assert len(whole.attachments) == 0
        for page in whole.pages:
            assert set(page.obj.keys()) <= {"/Type", "/Parent", "/MediaBox", "/Rotate", "/Resources", "/Contents"}
        kinds = {str(each.get("/Type", "")) for each in whole.objects if isinstance(each, pikepdf.Dictionary)}
    assert not kinds & {"/Sig", "/Filespec", "/EmbeddedFile", "/StructElem", "/Annot"}


def test_each_declaration_is_a_bookmark_by_its_name_in_the_order_given(made):
    with pikepdf.open(io.BytesIO(made)) as whole, whole.open_outline() as outline:
        assert tuple(each.title for each in outline.root) == NAMES
        shown = [cast("pikepdf.Array", each.destination)[0] for each in outline.root]
        starts = [whole.pages.index(pikepdf.Page(cast("pikepdf.Dictionary", page))) for page in shown]
    assert starts == [0, 2]


def test_printed_on_both_sides_nobody_shares_a_sheet():
    with pikepdf.open(io.BytesIO(files.sealed())) as one:
        del one.pages[1:]
        single = io.BytesIO()
        one.save(single)
    made = printing_copy("2026–27", [("A", single.getvalue()), ("B", single.getvalue())])
    with pikepdf.open(io.BytesIO(made)) as whole:
        assert len(whole.pages) == 4
    assert [MARK in text_of(made, page) for page in (1, 2, 3, 4)] == [True] * 4
    assert text_of(made, 2).split() == MARK.split()


def test_the_same_declarations_give_the_same_bytes(made):
    assert printing_copy("2026–27", [(name, files.sealed()) for name in NAMES]) == made
