from __future__ import annotations

from datetime import date

from PySide6.QtGui import QAccessible

from candour.domain.activity import TimelineLine
from candour.gui.theme import theme_of
from candour.gui.widgets.timeline import Timeline

LINES = (
    TimelineLine(date(2026, 10, 12), "Signed: D-2026-0038, 1 open", ""),
    TimelineLine(date(2026, 9, 21), "Away until 2 October 2026", "Harriet Resource"),
)


def shown(qtbot, lines=LINES):
    made = Timeline(lines, "2026–27")
    qtbot.addWidget(made)
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


def test_a_screen_reader_hears_a_list_of_days_with_what_came(qtbot):
    face = QAccessible.queryAccessibleInterface(timeline := shown(qtbot))
    assert (face.role(), face.text(QAccessible.Text.Name)) == (QAccessible.Role.List, "What came: 2026–27")
    items = [QAccessible.queryAccessibleInterface(item) for item in timeline.items]
    assert [(item.role(), item.text(QAccessible.Text.Name)) for item in items] == [
        (QAccessible.Role.ListItem, "12 October 2026: Signed: D-2026-0038, 1 open"),
        (QAccessible.Role.ListItem, "21 September 2026: Away until 2 October 2026, by Harriet Resource"),
    ]


def test_a_mark_is_painted_beside_each_line_and_a_line_between_them(qtbot):
    timeline = shown(qtbot)
    picture = timeline.grab().toImage()
    across = round(timeline._across(timeline.items[0]))
    tokens = theme_of(timeline).tokens
    colours = [picture.pixelColor(across, y).name() for y in range(picture.height())]
    ink, line = tokens.of("primary").name(), tokens.of("line").name()
    runs = [colour for at, colour in enumerate(colours) if colour in (ink, line) and colours[at - 1] != colour]
    assert runs == [ink, line, ink]


def test_nothing_that_came_is_nothing_painted(qtbot):
    timeline = shown(qtbot, ())
    assert timeline.items == []
    timeline.grab()
