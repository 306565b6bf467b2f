"""Parts beside each other whose gaps follow the text size, going on in the next line where it is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.theme import theme_of


class EvenRow(QWidget):
    """A row of parts, `gap` pixels apart at 100 per cent."""

    def __init__(self, *parts: QWidget, gap: int = 12) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._gap = gap
        for part in parts:
            self._flow.addWidget(part)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self._flow.setSpacing(theme_of(self).metrics.px(self._gap))

    def add(self, part: QWidget) -> None:
        """Add one more part."""
        self._flow.addWidget(part)
