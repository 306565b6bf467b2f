"""Every window of a test wears the house theme: light, 100 per cent."""

from __future__ import annotations

import pytest

from candour.gui.language import speak
from candour.gui.theme import Scheme, Theme


@pytest.fixture(autouse=True)
def theme(qapp) -> Theme:
    speak(qapp)
    worn = Theme(Scheme.LIGHT)
    worn.apply(qapp)
    return worn
