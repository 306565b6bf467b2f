"""The foot of every page: its own buttons, and how it looks and the three ways to help, in the same order."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.card import Line


class Footer(QWidget):
    """Buttons at the left; how it looks, and the three ways to help, at the right (WCAG 2.2, 3.2.6)."""

    looks_wanted = Signal()
    help_wanted = Signal()
    policy_wanted = Signal()
    lead_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.addWidget(Line())
        self._row = FlowLayout()
        self._row.push_right()
        self._column.addLayout(self._row)
        for words, signal in (
            (self.tr("How it looks"), self.looks_wanted),
            (self.tr("Help"), self.help_wanted),
            (self.tr("The policy"), self.policy_wanted),
            (self.tr("Tell the designated lead"), self.lead_wanted),
        ):
            link = LinkButton(words)
            link.clicked.connect(signal)
            self._row.addWidget(link)
        theme_of(self).changed.connect(self._measure)
        self._measure()

    def add(self, button: QAbstractButton) -> None:
        """Put one more button at the left."""
        self._row.add_left(button)

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(0, px(16), 0, 0)
        self._column.setSpacing(px(16))
        self._row.setSpacing(px(12))
