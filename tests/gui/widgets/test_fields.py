from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QToolButton

from candour.gui.palette import LIGHT
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.fields import LabelledField, LabelledText, PassphraseField
from candour.gui.widgets.name_picker import NamePicker

NAMES = [("17", "Anna Invented"), ("4", "Hannah Madeup"), ("9", "Zoë Nobody")]


def test_a_field_is_heard_by_its_label_and_its_hint(show, heard):
    field = LabelledField("Staff number & e-mail", "It is on your slip")
    show(field)
    assert heard(field.field) == (QAccessible.Role.EditableText, "Staff number & e-mail", "It is on your slip")


def test_what_to_do_stands_beside_the_field_and_in_its_description(show, heard):
    field = LabelledField("Staff number", "It is on your slip")
    show(field)
    field.show_error("Type your staff number")
    assert field.error.isVisible()
    assert heard(field.field)[2] == "It is on your slip Type your staff number"
    field.show_error("")
    assert not field.error.isVisible()
    assert heard(field.field)[2] == "It is on your slip"


def test_a_field_with_an_error_wears_the_colour_of_danger(show, colours):
    field, other = LabelledField("Staff number"), LabelledField("Another")
    show(other, field)
    other.setFocus()
    assert LIGHT.danger not in colours(field.field)
    field.show_error("Type your staff number")
    assert LIGHT.danger in colours(field.field)


@pytest.mark.parametrize("make", [LabelledField, PassphraseField, LabelledText])
def test_a_field_with_the_focus_wears_the_ring(show, qtbot, colours, make):
    field = make("Staff number")
    other = LabelledField("Another")
    show(other, field)
    other.setFocus()
    assert LIGHT.focus_outer not in colours(field.field)
    field.setFocus()
    qtbot.waitUntil(field.field.hasFocus)
    image = field.field.grab().toImage()
    column = [image.pixelColor(image.width() // 3, y).name() for y in range(5)]
    assert column == [LIGHT.focus_outer] * 3 + [LIGHT.focus_inner] * 2


@pytest.mark.parametrize("size", [100, 200])
def test_a_field_is_44_pixels_tall_and_grows_with_the_text(theme, size):
    theme.set_text_size(size)
    assert LabelledField("Name").field.sizeHint().height() >= 44 * size / 100


def test_a_passphrase_is_hidden_until_show_is_pressed(show, qtbot, heard):
    field = PassphraseField("Your passphrase")
    show(field)
    field.setText("four words and more")
    assert field.field.echoMode() == QLineEdit.EchoMode.Password
    assert heard(field.reveal)[1] == "Show: Your passphrase"
    qtbot.keyClick(field.reveal, Qt.Key.Key_Return)
    assert field.field.echoMode() == QLineEdit.EchoMode.Normal
    assert heard(field.reveal)[1] == "Hide: Your passphrase"
    assert field.text() == "four words and more"


def test_show_stands_inside_the_field_at_its_right_end(show):
    field = PassphraseField("Your passphrase")
    show(field, width=400)
    inside = field.field.rect()
    assert inside.contains(field.reveal.geometry())
    assert field.reveal.geometry().right() > inside.right() - 24


def test_tab_leaves_a_box_of_several_lines(show, qtbot):
    box, other = LabelledText("Why"), LabelledField("Next")
    show(box, other)
    box.field.setFocus()
    qtbot.keyClicks(box.field, "One line")
    qtbot.keyClick(box.field, Qt.Key.Key_Tab)
    assert other.field.hasFocus()
    assert box.text() == "One line"


@pytest.fixture
def picker():
    chooser = NamePicker("Choose your name")
    chooser.set_names(NAMES)
    return chooser


def test_nobody_is_chosen_at_first(picker):
    assert picker.chosen() is None
    assert picker.field.currentText() == ""


OFFSCREEN_POPUP = "This plugin does not support (raise|grabbing|propagate)"


@pytest.mark.qt_log_ignore(OFFSCREEN_POPUP)
def test_typing_a_part_of_the_name_leaves_only_those_that_hold_it(show, qtbot, picker):
    show(picker)
    line = picker.field.lineEdit()
    qtbot.keyClicks(line, "ann")
    offered = picker.field.completer().completionModel()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == ["Anna Invented", "Hannah Madeup"]
    assert picker.chosen() is None


@pytest.mark.qt_log_ignore(OFFSCREEN_POPUP)
def test_a_name_typed_in_full_is_chosen_whatever_its_capitals(show, qtbot, picker):
    show(picker)
    with qtbot.waitSignal(picker.picked):
        qtbot.keyClicks(picker.field.lineEdit(), "hannah madeup")
    assert picker.chosen() == "4"


def test_a_name_can_be_chosen_by_its_key(picker):
    picker.choose("9")
    assert picker.field.currentText() == "Zoë Nobody"
    with pytest.raises(ValueError, match="is not in list"):
        picker.choose("1000")


def test_the_picker_is_heard_as_a_combo_box_with_its_label(show, heard, picker):
    show(picker)
    face = QAccessible.queryAccessibleInterface(picker.field)
    assert face.role() == QAccessible.Role.ComboBox
    labels = [
        other.text(QAccessible.Text.Name) for other, how in face.relations() if how & QAccessible.RelationFlag.Label
    ]
    assert labels == ["Choose your name"]
    assert heard(picker.field.lineEdit())[1] == "Choose your name"
    assert picker.field.accessibleName() == "Choose your name"


def test_a_date_reads_as_people_say_it(show, heard):
    field = DateField("When will you do it?", dt.date(2026, 10, 30))
    show(field)
    assert field.field.text() == "Friday 30 October 2026"
    assert heard(field.field)[1] == "When will you do it?"
    assert field.date() == dt.date(2026, 10, 30)


def test_a_date_stays_inside_its_range():
    field = DateField("Until when?", dt.date(2026, 10, 30))
    field.set_range(dt.date(2026, 10, 1), dt.date(2026, 12, 31))
    field.set_date(dt.date(2027, 5, 1))
    assert field.date() == dt.date(2026, 12, 31)


def test_the_calendar_is_named_to_its_last_button():
    field = DateField("Until when?", dt.date(2026, 10, 30))
    names = {button.accessibleName() for button in field._calendar.findChildren(QToolButton)}
    assert {"Month before", "Month after"} <= names
    assert field._calendar.accessibleName() == "Calendar: Until when?"
