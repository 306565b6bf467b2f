"""Several things to tick under one name, with room for what to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.widgets.choices import ChoiceGroup, TickCard
from candour.gui.widgets.labels import FieldError

if TYPE_CHECKING:
    from collections.abc import Sequence


class TickGroup(QWidget):
    """Ticks by key under one name, with room for what to mend."""

    def __init__(self, name: str, offers: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.error = FieldError()
        self.ticks = {key: TickCard(label, hint) for key, label, hint in offers}
        self.group = ChoiceGroup(name, list(self.ticks.values()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.error, self.group):
            column.addWidget(part)
        if self.ticks:
            self.setFocusProxy(next(iter(self.ticks.values())))

    def ticked(self) -> tuple[str, ...]:
        """Return the keys of what is ticked, in their order."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def show_error(self, problem: str) -> None:
        """Say above the ticks what to do; a screen reader hears it with the group."""
        self.error.say(problem)
        self.group.setAccessibleDescription(problem)
