from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter
from tests.gui.pages import registry_people as samples
from tests.gui.pages.around import cut_sideways

from candour.gui.pages.confirm_keys import ConfirmKeysPage
from candour.gui.pages.lost import LostPage
from candour.gui.pages.new_codes import NewCodesPage
from candour.gui.pages.word_grid import WordGrid
from candour.gui.widgets.labels import BodyLabel
from candour.services.results import Named


def shown(qtbot, page):
    qtbot.addWidget(page)
    page.resize(1280, 832)
    page.show()
    return page


def test_a_key_is_confirmed_once_its_six_words_were_compared(qtbot):
    page = shown(qtbot, ConfirmKeysPage(samples.FRAME, samples.WAITING))
    assert [grid.words for grid in page.findChildren(WordGrid)] == [samples.WAITING[0].six_words]
    page.buttons["key1"].click()
    assert [link.words for link in page.summary.links()] == ["Compare the six words, and tick the box"]
    page.ticks["key1"].setChecked(True)
    with qtbot.waitSignal(page.confirmed) as confirmed:
        page.buttons["key1"].click()
    assert confirmed.args == ["key1"]


def test_who_let_a_used_up_code_go_is_asked_in_person(qtbot):
    page = shown(qtbot, ConfirmKeysPage(samples.FRAME, samples.WAITING))
    words = " ".join(label.text() for label in page.findChildren(BodyLabel))
    assert "Signed D-2026-0060 on 30 September 2026 with a code that is used up." in words
    page.buttons["key2"].click()
    assert [link.words for link in page.summary.links()] == ["Ask whether they signed it, and tick the box"]
    page.ticks["key2"].setChecked(True)
    with qtbot.waitSignal(page.confirmed) as confirmed:
        page.buttons["key2"].click()
    assert confirmed.args == ["key2"]


def test_no_box_is_ticked_beforehand(qtbot):
    page = shown(qtbot, ConfirmKeysPage(samples.FRAME, samples.WAITING))
    assert not any(tick.isChecked() for tick in page.ticks.values())


def test_at_twice_the_text_size_in_a_small_window_nothing_is_cut_sideways(qtbot, theme):
    theme.set_text_size(200)
    assert cut_sideways(shown(qtbot, ConfirmKeysPage(samples.FRAME, samples.WAITING))) == []


def test_a_new_code_is_printed(qtbot, tmp_path):
    page = shown(qtbot, NewCodesPage((samples.SLIP, samples.SLIP)))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "codes.pdf"))
    page.print_on(printer)
    assert (tmp_path / "codes.pdf").stat().st_size > 1000
    with qtbot.waitSignal(page.finished):
        page.done.click()


NAMES = (Named("0001", "Harriet Resource"), Named("0014", "Ben Beispiel"))


def test_a_keeper_gives_a_code_where_it_was_lost(qtbot):
    page = shown(qtbot, LostPage("Harriet Resource", NAMES))
    assert not page.form.isVisible()
    page.open_form.click()
    page.give.click()
    assert len(page.summary.links()) == 3
    page.giver.choose("0001")
    page.whose.choose("0014")
    page.secret.setText("four words of mine")
    with qtbot.waitSignal(page.given) as given:
        page.give.click()
    assert given.args == ["0001", "four words of mine", "0014"]
    assert not page.give.isEnabled()


def test_where_no_names_can_be_listed_numbers_are_typed(qtbot):
    page = shown(qtbot, LostPage("", ()))
    page.show_form()
    page.giver.setText(" 0001 ")
    page.whose.setText("0014")
    page.secret.setText("four words of mine")
    with qtbot.waitSignal(page.given) as given:
        page.give.click()
    assert given.args == ["0001", "four words of mine", "0014"]


def test_after_a_wrong_passphrase_the_next_try_waits_and_the_field_is_empty(qtbot):
    page = shown(qtbot, LostPage("Harriet Resource", NAMES))
    page.show_form()
    page.secret.setText("wrong")
    page.show_refused("That passphrase does not match.", 2)
    assert (page.secret.text(), page.give.isEnabled(), page.give.text()) == ("", False, "Wait 2 seconds")
    page.count_down()
    page.count_down()
    assert (page.give.isEnabled(), page.give.text()) == (True, "Give the code")
