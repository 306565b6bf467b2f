"""The filters above the register: those that are always offered, and the one that a picture asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal

from candour.domain.register_view import Filter
from candour.gui.pages.filter_words import filter_words
from candour.gui.theme import theme_of
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.filter_chip import FilterChip

if TYPE_CHECKING:
    from candour.domain.register_view import RegisterView, Wanted

ALWAYS: Final = frozenset({Filter.EVERYONE, Filter.SIGNED, Filter.NOT_SIGNED})
"""The filters that show though they keep nobody."""

OFFERED: Final = (
    *(Filter.EVERYONE, Filter.SIGNED, Filter.NOT_SIGNED, Filter.OVERDUE),
    *(Filter.OPEN, Filter.EXCEPTIONS, Filter.SCHOOL, Filter.AWAY, Filter.ON_PAPER),
)
"""The filters that show with the first whom they keep."""


class FilterRow(EvenRow):
    """Chips with counts; `wanted` carries the filter of the one that was pressed.

    A picture may ask for any other filter: its chip comes, and a press on it takes it away again.
    """

    wanted = Signal(object)

    def __init__(self, view: RegisterView) -> None:
        super().__init__(gap=8)
        self._view = view
        self.chips: dict[Wanted, FilterChip] = {}
        for which in OFFERED:
            self._chip(which).setVisible(self._stays(which))
        self.chips[Filter.EVERYONE].setChecked(True)

    def retheme(self) -> None:
        """Follow the text size, level with the field beside."""
        super().retheme()
        self.setContentsMargins(0, 0, 0, theme_of(self).metrics.px(6))

    def _chip(self, which: Wanted) -> FilterChip:
        chip = self.chips[which] = FilterChip(filter_words(which), self._view.count(which))
        chip.clicked.connect(lambda: self._press(which))
        self.add(chip)
        return chip

    def _press(self, which: Wanted) -> None:
        off = which not in OFFERED and not self.chips[which].isChecked()
        self.wanted.emit(Filter.EVERYONE if off else which)

    def show_kept(self, which: Wanted) -> None:
        """Show which filter is on; one that is not offered shows while it is."""
        if which not in self.chips:
            self._chip(which)
        for each, chip in self.chips.items():
            chip.setChecked(each == which)
            chip.setVisible(each == which or self._stays(each))

    def _stays(self, which: Wanted) -> bool:
        return which in ALWAYS or (which in OFFERED and self._view.count(which) > 0)
