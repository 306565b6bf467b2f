"""The gallery's page on the pictures of a round: the trend, bars by age and by role, and what waits."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from candour.domain.overview import overview_of
from candour.domain.register_view import By, LastYear, RegisterLine, RegisterView
from candour.domain.round import CheckState
from candour.gui.gallery.page import GalleryPage
from candour.gui.pages.picture_cards import PictureCards
from candour.gui.pages.register_pictures import WaitingCard

_OPENS, _DUE = date(2026, 9, 14), date(2026, 10, 16)
_ROLES = ("Class teacher", "Teaching assistant", "Office", "Site")


class PicturesPage(GalleryPage):
    """Trend, bars and what waits, early in a round and near its end."""

    page_id: ClassVar[str] = "gallery-pictures"
    place: ClassVar[str] = "gallery-pictures"

    def about(self) -> str:
        """Return what the parts are for."""
        return self.tr("How a check goes on, told by line, length, hatch and number before colour.")

    def fill(self) -> None:
        """Show a round in its second week, and one a few days after the day to sign by."""
        early, late = _view(_OPENS + timedelta(days=9)), _view(_DUE + timedelta(days=4))
        cards = PictureCards(self, pressable=True)
        self.add(self.tr("In the second week"), cards.trend(overview_of(early).progress))
        seen = overview_of(late)
        self.add(self.tr("After the day to sign by"), cards.trend(seen.progress), cards.ageing(seen))
        self.add(self.tr("By role"), cards.groups(By.ROLE, seen.by_role))
        self.add(self.tr("What waits"), WaitingCard(late))


def _view(today: date) -> RegisterView:
    before = date(2025, 9, 15)
    last = LastYear(before, 40, tuple(before + timedelta(days=at) for at in range(38)))
    return RegisterView("2026–27", _OPENS, _DUE, today, tuple(_line(at, today) for at in range(42)), last_year=last)


def _line(at: int, today: date) -> RegisterLine:
    day = _OPENS + timedelta(days=at if at < 36 else 90)  # noqa: PLR2004 - the last few have not signed
    signed = day <= today
    return RegisterLine(
        person=str(at),
        number=f"{at:04}",
        name=f"Person {at} Sample",
        role=_ROLES[at * at % 7 % 4],
        phase="",
        state=CheckState.SIGNED if signed else CheckState.IN_PROGRESS,
        signed_on=day if signed else None,
        due=_DUE - timedelta(days=7 * (at % 3)),
        open_lines=0,
        next_date=None,
        exceptions=(),
        away_until=None,
        first_signed=day if signed else None,
        undecided=at % 2,
    )
