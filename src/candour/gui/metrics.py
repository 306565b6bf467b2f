"""The measures of the window: type ramp and spaces, all scaled with the text size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtGui import QFont, QFontInfo

TEXT_SIZES: Final = (90, 100, 125, 150, 200)
"""The text sizes that a person can choose, in per cent."""

LEAST_POINTS: Final = 11.0
"""No body text is smaller than this at 100 per cent, whatever the system says."""

RING: Final = 3
"""Every part keeps so many pixels free around itself, where the outer focus ring goes."""

LINE_HEIGHT: Final = 1.35
MEASURE: Final = 34.0
"""Running text is at most so many em wide."""


class Type(Enum):
    """The steps of the type ramp: a name, the size as a ratio of the base, and whether it is heavy."""

    CAPTION = ("caption", 0.9, False)
    CAPTION_STRONG = ("caption strong", 0.9, True)
    BODY = ("body", 1.0, False)
    STRONG = ("body strong", 1.0, True)
    LEAD = ("lead", 1.08, False)
    H3 = ("h3", 1.2, True)
    H2 = ("h2", 1.35, True)
    H1 = ("h1", 1.6, True)
    NUMBER = ("number", 2.4, True)

    @property
    def ratio(self) -> float:
        """Return the size as a ratio of the base size."""
        return self.value[1]

    @property
    def strong(self) -> bool:
        """Return whether the step is set in the heavier weight."""
        return self.value[2]


@dataclass(frozen=True, slots=True)
class Metrics:
    """The measures at one text size: `family` and `points` of the body text, already scaled."""

    family: str
    points: float

    def font(self, step: Type = Type.BODY) -> QFont:
        """Return the font of one step of the ramp."""
        return QFont(_font(self.family, self.points, step))

    @property
    def em(self) -> float:
        """Return the size of the body text in logical pixels."""
        return _em(self.family, self.points)

    def px(self, length: float) -> int:
        """Return a length given in pixels at 11 points as pixels at this text size, at least 1."""
        return max(1, round(length * self.points / LEAST_POINTS))


@cache
def _font(family: str, points: float, step: Type) -> QFont:
    font = QFont(family)
    font.setPointSizeF(points * step.ratio)
    font.setWeight(QFont.Weight.DemiBold if step.strong else QFont.Weight.Normal)
    return font


@cache
def _em(family: str, points: float) -> float:
    return float(QFontInfo(_font(family, points, Type.BODY)).pixelSize())
