"""The cards of *How it is going* beside the pictures: who may need a hand, exceptions, and what was put right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from candour.gui.language import short_day_words
from candour.gui.widgets.bars import BarParts, Bars, BarsChart
from candour.gui.widgets.card import Card
from candour.gui.widgets.count_row import CountRow
from candour.gui.widgets.labels import BodyLabel, HeadingLabel
from candour.gui.widgets.number_table import NumberRow
from candour.gui.widgets.pictured import PictureCard

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from candour.domain.going import ExceptionsNow
    from candour.domain.put_right import Settled
    from candour.domain.register_view import RegisterLine


class HandsCard(Card):
    """Up to five people whose day is past or near, the oldest first; `opened` carries the id of one."""

    opened = Signal(str)

    def __init__(self, lines: Sequence[RegisterLine], today: date) -> None:
        super().__init__(padding=16, spacing=2)
        title = self.tr("Who may need a hand") if lines else self.tr("No one needs a hand just now")
        self.body.addWidget(HeadingLabel(title, 3))
        self.rows: list[CountRow] = []
        for line in lines:
            row = CountRow(line.name, self._day(line, today))
            row.clicked.connect(lambda _on=False, person=line.person: self.opened.emit(person))
            self.rows.append(row)
            self.body.addWidget(row)
        note = self.tr("Not signed, and due within a week or overdue. The oldest date first, five at most.")
        self.body.addWidget(BodyLabel(note, muted=True, caption=True, measure=None))

    def _day(self, line: RegisterLine, today: date) -> str:
        words = self.tr("overdue since {day}") if line.due < today else self.tr("due {day}")
        return words.format(day=short_day_words(line.due))


class ExceptionsCard(Card):
    """What waits for a decision by its age, and what ends soon; `pressed` leads to the decisions."""

    pressed = Signal()

    def __init__(self, now: ExceptionsNow) -> None:
        super().__init__(padding=16, spacing=2)
        waiting = sum(now.waiting)
        title = self.tr("%n requests wait for you", "", waiting) if waiting else self.tr("No request waits for you")
        self.body.addWidget(HeadingLabel(title, 3))
        ages = (self.tr("Waiting up to 6 days"), self.tr("Waiting 7–13 days"), self.tr("Waiting 14 days or more"))
        said = (*zip(ages, now.waiting, strict=True), (self.tr("Approved, ending within 60 days"), now.ending))
        self.rows: list[CountRow] = []
        for place, (words, count) in enumerate(said):
            row = CountRow(words, f"{count:,}", late=place == 2 and count > 0)  # noqa: PLR2004 - the longest wait
            row.clicked.connect(self.pressed)
            self.rows.append(row)
            self.body.addWidget(row)


def settled_card(settled: Sequence[Settled]) -> Card:
    """Return what was open at signing and is settled since, by point of the policy, for the whole school."""
    if not settled:
        card = Card(padding=16, spacing=4)
        card.body.addWidget(HeadingLabel(_tr("Put right since signing"), 3))
        card.body.addWidget(BodyLabel(_tr("No point was settled by 5 people or more, so no number stands here.")))
        return card
    most = settled[0].people
    first = _tr("Point {point}: {count} people put something right").format(
        point=settled[0].point, count=f"{most:,}"
    )
    words = _tr("Point {point}")
    bars = [
        BarParts(None, words.format(point=each.point), (("signed", each.people),), most, f"{each.people:,}")
        for each in settled
    ]
    sentence = "; ".join(f"{bar.words}: {bar.after}" for bar in bars) + "."
    rows = [NumberRow(None, (bar.words, bar.after)) for bar in bars]
    chart = BarsChart(first, sentence, bars, numbered=False)
    note = _tr("Open when they signed, confirmed since. The whole school; numbers under 5 are left out.")
    return PictureCard(Bars(chart, [_tr("Point"), _tr("People")], rows), note)


def _tr(words: str) -> str:
    return QCoreApplication.translate("going", words)
