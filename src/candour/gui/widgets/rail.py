"""The rail of steps beside a question; it shows the way and leads back, but is never the only way on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.icons import paint_icon
from candour.gui.metrics import RING, Type
from candour.gui.painting import border_width, inside, paint_box, paint_ring
from candour.gui.theme import theme_of
from candour.gui.widgets.row_button import RowButton

if TYPE_CHECKING:
    from collections.abc import Sequence

StepState = Literal["answered", "here", "open"]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its number, name and state; aloud it is a question, or a step that asks nothing."""

    number: int
    name: str
    state: StepState
    asks: bool = True


class RailStep(RowButton):
    """One step of the rail: a disc with its number or a tick, and its name."""

    _least = 32
    _pad = 6

    def __init__(self, step: Step, parent: QWidget | None = None) -> None:
        self.step = step
        super().__init__(step.name, parent)
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Show a step; only what was answered can be pressed."""
        self.step, self.words = step, step.name
        self.current = step.state == "here"
        self.setAccessibleName(self._spoken(step))
        self.setEnabled(step.state == "answered")
        self.retheme()

    def _spoken(self, step: Step) -> str:
        asked = self.tr("Question {number}, {name}, {state}")
        words = asked if step.asks else self.tr("Step {number}, {name}, {state}")
        states: dict[StepState, str] = {
            "answered": self.tr("answered"),
            "here": self.tr("you are here"),
            "open": self.tr("not answered yet"),
        }
        return words.format(number=step.number, name=step.name, state=states[step.state])

    def left(self) -> int:
        """Leave room for the disc."""
        return RING + self.metrics.px(12 + 22 + 11)

    def right(self) -> int:
        """Let the name run nearly to the edge."""
        return RING + self.metrics.px(4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, disc and name."""
        painter = QPainter(self)
        theme = theme_of(self)
        tokens, px = theme.tokens, theme.metrics.px
        if self.current or (self.isEnabled() and self.underMouse()):
            border = tokens.of("primary") if self.current and theme.is_high_contrast else None
            paint_box(painter, inside(self), tokens.of("primary_soft"), border, width=2)
        ink = tokens.of("primary" if self.current else "text" if self.isEnabled() else "muted")
        tall = self.words_height(self.width())
        top = (self.height() - tall) / 2
        self._block.paint(painter, QPointF(self.left(), top), self.room(self.width()), ink)
        disc_top = top + (self._block.line_height - px(22)) / 2
        self._paint_disc(painter, QRectF(RING + px(12), disc_top, px(22), px(22)))
        if self.hasFocus():
            paint_ring(painter, inside(self), theme)
        painter.end()

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        theme = theme_of(self)
        tokens = theme.tokens
        fill = {"answered": "done", "here": "primary", "open": "surface"}[self.step.state]
        border = "control" if self.step.state == "open" else fill
        ink = tokens.of("muted" if self.step.state == "open" else "on_primary")
        width, radius = border_width(theme), disc.width() / 2
        paint_box(painter, disc, tokens.of(fill), tokens.of(border), width=width, radius=radius)
        if self.step.state == "answered":
            inset = disc.width() * 0.22
            paint_icon(painter, "tick", disc.adjusted(inset, inset, -inset, -inset), ink)
        else:
            font = theme.metrics.font(Type.CAPTION_STRONG)
            font.setPointSizeF(font.pointSizeF() * 0.85)
            painter.setFont(font)
            painter.setPen(ink)
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.step.number))


class Rail(QWidget):
    """All steps in order; `chosen` carries the place of the one that was pressed, from 0."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.steps: list[RailStep] = []

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps, keeping the rows that are there: focus does not jump."""
        while len(self.steps) > len(steps):
            row = self.steps.pop()
            row.hide()
            row.deleteLater()
        for place, step in enumerate(steps):
            if place < len(self.steps):
                self.steps[place].show_step(step)
            else:
                self._add(step)

    def _add(self, step: Step) -> None:
        row, place = RailStep(step), len(self.steps)
        row.clicked.connect(lambda: self.chosen.emit(place))
        self.steps.append(row)
        self._column.addWidget(row)
