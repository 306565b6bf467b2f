from __future__ import annotations

from datetime import date

from tests.documents.reading import text_of

from candour.documents.check_report import draw_check_report
from candour.domain.pdf_check import CheckedPdf, CheckPaper, InRegister


def checked(name, **said):
    return CheckedPdf(
        name, "/srv", "Damaged", genuine=False, sentence="Ask again.", details="", sha256="ab" * 32, **said
    )


def report(*files):
    return text_of(
        draw_check_report(CheckPaper("Invented Primary", "Harriet Resource", date(2026, 10, 30), "cd" * 32, files))
    )


def test_a_name_that_the_font_lacks_is_printed_with_question_marks_and_stops_nothing():
    assert "scan-??.pdf" in report(checked("scan-\u6f22\u5b57.pdf"))


def test_a_file_that_could_not_be_read_has_no_hash():
    unread = CheckedPdf(
        "gone.pdf", "/srv", "Damaged", genuine=False, sentence="See that it is there.", details="", sha256=""
    )
    assert "could not be read" in report(unread)


def test_it_says_whether_the_register_keeps_the_same_content():
    same = report(checked("a.pdf", reference="D-2026-0038", in_register=InRegister.SAME, entry=412))
    assert "entry 412, the same content" in same
    other = report(checked("a.pdf", reference="D-2026-0038", in_register=InRegister.OTHER))
    assert "not with this content" in other


def test_hundreds_of_files_go_over_as_many_pages_as_they_need():
    text = report(*(checked(f"file-{number:03}.pdf") for number in range(200)))
    assert "file-000.pdf" in text
    assert "file-199.pdf" in text
    assert "200 files. Damaged: 200." in text
