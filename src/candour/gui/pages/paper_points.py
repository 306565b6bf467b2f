"""The points of a form as HR types them: a list beside each, with its day where it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.gui.pages.month_field import ListField
from candour.gui.theme import theme_of
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from candour.services.paper_results import PaperPoint


class PointField(QWidget):
    """One point: Confirmed until another box is chosen; the first letter of a box chooses it."""

    def __init__(self, point: PaperPoint, today: date) -> None:
        super().__init__()
        self._today = today
        self.line = point.line.line
        self._confirmed, self._open, self._lacking = (
            self.tr("Confirmed"),
            self.tr("Open until"),
            self.tr("No school phone or account"),
        )
        offers = [self._confirmed]
        if point.line.may_stay_open:
            offers.append(self._open)
        if point.line.may_lack:
            offers.append(self._lacking)
        label = self.tr("{point}: {statement}").format(point=point.line.point, statement=point.statement)
        self.box = ListField(label, offers, "")
        self.until = DateField(self.tr("{point}, open until").format(point=label), today)
        self.until.label.setText(self.tr("Until"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.box, self.until):
            self._column.addWidget(part)
        self.box.field.currentTextChanged.connect(self._follow)
        self.setFocusProxy(self.box)
        theme_of(self).changed.connect(self._space)
        self._space()
        self.clear()

    def _space(self) -> None:
        self._column.setSpacing(theme_of(self).metrics.px(6))

    def clear(self) -> None:
        """Begin with Confirmed."""
        self.box.choose(self._confirmed)
        self.until.set_date(self._today)
        self._follow()

    def _follow(self) -> None:
        self.until.setVisible(self.box.words() == self._open)

    @property
    def open_until(self) -> date | None:
        """Return the day until which the point is open, None where it is not."""
        return self.until.date() if self.box.words() == self._open else None

    @property
    def lacking(self) -> bool:
        """Return whether it waits for the school's phone or account."""
        return self.box.words() == self._lacking


class PointFields(QWidget):
    """All points of a form; those that can only be confirmed are named and not asked."""

    def __init__(self, points: Sequence[PaperPoint], today: date) -> None:
        super().__init__()
        self.fields: dict[str, PointField] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for point in points:
            if point.line.may_stay_open or point.line.may_lack:
                field = self.fields[point.line.line] = PointField(point, today)
                self._column.addWidget(field)
            else:
                words = self.tr("{point}: {statement}. It can only be Confirmed.").format(
                    point=point.line.point, statement=point.statement
                )
                self._column.addWidget(BodyLabel(words, muted=True, measure=None))
        theme_of(self).changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self._column.setSpacing(theme_of(self).metrics.px(14))

    def clear(self) -> None:
        """Begin with every point Confirmed."""
        for field in self.fields.values():
            field.clear()

    def open_until(self) -> dict[str, date]:
        """Return the days of the points that are open, by line."""
        days = {line: field.open_until for line, field in self.fields.items()}
        return {line: day for line, day in days.items() if day is not None}

    def lacking(self) -> frozenset[str]:
        """Return the lines that wait for the school's phone or account."""
        return frozenset(line for line, field in self.fields.items() if field.lacking)
