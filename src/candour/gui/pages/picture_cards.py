"""The pictures of a round as cards: what each tells as its title, its numbers in a sentence and in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from candour.domain.overview import Group
from candour.domain.register_view import By, Filter
from candour.gui.language import day_words, short_day_words
from candour.gui.pages.filter_words import filter_words, group_words
from candour.gui.widgets.bars import BarParts, Bars, BarsChart
from candour.gui.widgets.donut import Donut, Share
from candour.gui.widgets.legend import DonutWithWords
from candour.gui.widgets.number_table import NumberRow, NumberTable
from candour.gui.widgets.pictured import PictureCard, Pictured
from candour.gui.widgets.trend import Trend, TrendWords

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.overview import Overview
    from candour.domain.progress import Progress
    from candour.gui.hatching import ChartState

STATES: Final[dict[Filter, ChartState]] = {
    Filter.SIGNED: "signed",
    Filter.UNDER_WAY: "under_way",
    Filter.NOT_BEGUN: "not_started",
    Filter.OVERDUE: "overdue",
}
_AGE_STATES: Final[dict[Filter, ChartState]] = {
    Filter.DUE_LATER: "not_started",
    Filter.OVER_A_WEEK: "overdue",
    Filter.OVER_TWO_WEEKS: "overdue",
    Filter.OVER_LONGER: "overdue",
}
_MOST_BARS = 8
"""So many groups are painted; all of them stand in the table."""


class PictureCards(QObject):
    """Makes the cards; with `pressable` False a press on a picture leads nowhere, so there is none."""

    def __init__(self, parent: QObject, *, pressable: bool) -> None:
        super().__init__(parent)
        self._pressable = pressable

    def completion(self, counts: Sequence[tuple[Filter, int]], *, small: bool = False) -> PictureCard:
        """Return how many have signed, from the counts of `COMPLETION`."""
        words = {
            Filter.SIGNED: self.tr("signed"),
            Filter.UNDER_WAY: self.tr("in progress"),
            Filter.NOT_BEGUN: self.tr("not started"),
            Filter.OVERDUE: self.tr("overdue"),
        }
        shares = [Share(which, STATES[which], count, words[which]) for which, count in counts]
        signed, whole = f"{shares[0].count:,}", f"{sum(share.count for share in shares):,}"
        sentence = ", ".join(f"{share.count:,} {share.word}" for share in shares) + "."
        title = self.tr("{signed} of {of} have signed").format(signed=signed, of=whole)
        donut = Donut(title, sentence, shares, signed, self.tr("of {count}").format(count=whole), small=small)
        return PictureCard(DonutWithWords(donut, pressable=self._pressable), small=small)

    def trend(self, progress: Progress, *, small: bool = False) -> PictureCard:
        """Return how many had signed week by week."""
        title, sentence = self._trend_title(progress), self._trend_sentence(progress)
        words = TrendWords(
            short_day_words(progress.opens),
            self.tr("due {day}").format(day=short_day_words(progress.due)),
            self.tr("this year"),
            self.tr("last year"),
        )
        trend = Trend(title, sentence, progress, words, small=small)
        pictured = Pictured(title, trend)
        pictured.column.addWidget(trend)
        pictured.put_table(self._trend_table(title, progress))
        return PictureCard(pictured, self.tr("Signed, week by week"), small=small)

    def _trend_title(self, progress: Progress) -> str:
        if progress.signed == progress.of:
            return self.tr("Everyone has signed")
        if progress.finish is not None:
            return self.tr("At this pace, all signed by {day}").format(day=short_day_words(progress.finish))
        if not progress.this_week:
            return self.tr("No one signed in the last 7 days")
        return self.tr("%n people signed in the last 7 days", "", progress.this_week)

    def _trend_sentence(self, progress: Progress) -> str:
        now = self.tr("{signed} of {of} had signed by {day}; the day to sign by is {due}.").format(
            signed=f"{progress.signed:,}",
            of=f"{progress.of:,}",
            day=day_words(progress.today),
            due=day_words(progress.due),
        )
        before = progress.before(progress.today)
        if before is None:
            return now
        last = self.tr("Last year, as long after the opening: {signed} of {of}.").format(
            signed=f"{before.signed:,}", of=f"{progress.of_last_year:,}"
        )
        return f"{now} {last}"

    def _trend_table(self, title: str, progress: Progress) -> NumberTable:
        headings = (self.tr("Up to"), self.tr("Signed"), *((self.tr("Last year"),) if progress.last_year else ()))
        rows = []
        for step in progress.steps[1:]:
            before = progress.before(step.day)
            last = () if not progress.last_year else ("" if before is None else f"{before.signed:,}",)
            rows.append(NumberRow(None, (short_day_words(step.day), f"{step.signed:,}", *last)))
        return NumberTable(title, headings, rows)

    def ageing(self, seen: Overview) -> PictureCard:
        """Return who is late, and how late."""
        most = max(count for _, count in seen.ageing)
        bars = [
            BarParts(
                which if self._pressable else None,
                filter_words(which),
                ((_AGE_STATES[which], count),),
                most,
                f"{count:,}",
            )
            for which, count in seen.ageing
        ]
        late, title = seen.overdue, self.tr("No one is overdue")
        if late:
            title = self.tr("%n people are overdue", "", late)
        note = self.tr("%n people are away and not counted here.", "", seen.away) if seen.away else ""
        return self._bars(title, bars, [self.tr("Days"), self.tr("People")], note=note)

    def groups(self, by: By, groups: Sequence[Group]) -> PictureCard:
        """Return where help is needed, by role or phase: the largest share of unsigned first."""
        first = groups[0]
        title = self.tr("Everyone has signed in each phase") if by is By.PHASE else self.tr("Every role has signed")
        if first.unsigned:
            words = self.tr("{group}: {count} of {of} not signed")
            title = words.format(group=group_words(first.which), count=f"{first.unsigned:,}", of=f"{first.whole:,}")
        bars = [self._group_bar(group) for group in groups]
        heading = self.tr("Phase") if by is By.PHASE else self.tr("Role")
        headings = [heading, self.tr("Signed"), self.tr("In progress"), self.tr("Not started"), self.tr("Overdue")]
        rows = [NumberRow(bar.key, (bar.words, *(f"{count:,}" for _, count in bar.parts))) for bar in bars]
        note = self.tr("By phase, the largest part not signed first.")
        if by is By.ROLE:
            note = self.tr("By role, the largest part not signed first.")
        if len(bars) > _MOST_BARS:
            note += " " + self.tr("The table has all {count}.").format(count=len(bars))
        return self._bars(title, bars[:_MOST_BARS], headings, rows, note=note)

    def _group_bar(self, group: Group) -> BarParts:
        words = self.tr("{count} of {of} signed").format(count=f"{group.counts[0]:,}", of=f"{group.whole:,}")
        parts = tuple(zip(STATES.values(), group.counts, strict=True))
        return BarParts(
            group.which if self._pressable else None, group_words(group.which), parts, group.whole, words
        )

    def _bars(
        self,
        title: str,
        bars: Sequence[BarParts],
        headings: Sequence[str],
        rows: Sequence[NumberRow] | None = None,
        *,
        note: str,
    ) -> PictureCard:
        sentence = "; ".join(f"{bar.words}: {bar.after}" for bar in bars) + "."
        counted = rows or [NumberRow(bar.key, (bar.words, bar.after)) for bar in bars]
        chart = BarsChart(title, sentence, bars, numbered=rows is not None)
        return PictureCard(Bars(chart, headings, counted), note)
