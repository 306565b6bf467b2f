"""Every window of a test wears the house theme (light, 100 per cent), and is gone before the next test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from candour.gui.language import speak
from candour.gui.theme import Scheme, Theme

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def theme(qapp, request) -> Iterator[Theme]:
    speak(qapp)
    worn = Theme(Scheme.LIGHT)
    worn.apply(qapp)
    yield worn
    # Outside an event loop Qt deletes nothing by itself: each page would dress anew for every test to come.
    # Whole windows delete what is theirs in an order of their own, so only single pages and parts are swept.
    if {"pages", "widgets"} & set(request.path.parts):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
