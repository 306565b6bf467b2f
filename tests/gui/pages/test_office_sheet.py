from __future__ import annotations

import subprocess

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from tests.gui.pages.around import WORDS, cut_sideways, problems

from candour.gui.pages.office_sheet import OfficeSheetPage


def shown(qtbot) -> OfficeSheetPage:
    page = OfficeSheetPage(("headteacher",), WORDS)
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_nobody_goes_on_without_saying_that_it_is_put_away(qtbot):
    page = shown(qtbot)
    assert not page.tick.isChecked()
    with qtbot.assertNotEmitted(page.continued):
        qtbot.keyClick(page.heading, Qt.Key.Key_Return)
    assert problems(page) == ["Print the sheet, put it away, and tick the box"]


def test_with_the_tick_enter_goes_on(qtbot):
    page = shown(qtbot)
    qtbot.mouseClick(page.tick, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.continued):
        qtbot.keyClick(page.tick, Qt.Key.Key_Return)


def test_the_office_is_named(qtbot):
    assert "(Headteacher)" in shown(qtbot).what_for


def test_all_the_words_are_printed_in_their_order(qtbot, tmp_path):
    target = tmp_path / "sheet.pdf"
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    shown(qtbot).print_on(printer)
    read = subprocess.run(["pdftotext", "-layout", target, "-"], capture_output=True, text=True, check=True)
    printed = [line.split() for line in read.stdout.splitlines() if "word" in line and "." in line]
    assert [line for line in printed if line[0][0].isdigit()] == [
        [f"{number}.", word] for number, word in enumerate(WORDS, start=1)
    ]


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot)) == []
