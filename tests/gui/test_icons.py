from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtGui import QColor
from PySide6.QtSvg import QSvgRenderer

from candour.gui.icons import IconName, icon_pixmap
from candour.resources import resource_path, resource_root

NAMES = get_args(IconName)


def test_every_drawing_has_a_name_and_every_name_a_drawing():
    assert sorted(NAMES) == sorted(path.stem for path in (resource_root() / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_is_one_colour_and_knows_no_other(name):
    text = resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert "#" not in text
    assert text.count("currentColor") == 1
    assert QSvgRenderer(str(resource_path("icons", f"{name}.svg"))).isValid()


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_painted_in_the_colour_that_was_asked_for(name):
    image = icon_pixmap(name, 24, QColor("#ff0000")).toImage()
    inked = [image.pixelColor(x, y) for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() > 200]
    assert inked
    assert {(colour.green(), colour.blue()) for colour in inked} == {(0, 0)}


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_as_many_pixels_as_the_screen_shows(ratio):
    pixmap = icon_pixmap("tick", 20, QColor("#000000"), ratio)
    assert pixmap.width() == round(20 * ratio)
    assert pixmap.deviceIndependentSize().width() == pytest.approx(20)
