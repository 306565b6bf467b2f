"""A page of a test lives until its test is over: Python would else clear it away in the middle of being painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget


@pytest.fixture(autouse=True)
def kept(qtbot, monkeypatch) -> Iterator[list[QWidget]]:
    widgets: list[QWidget] = []
    add = qtbot.addWidget

    def keep(widget: QWidget, **how: object) -> None:
        widgets.append(widget)
        add(widget, **how)

    monkeypatch.setattr(qtbot, "addWidget", keep)
    yield widgets
    widgets.clear()
