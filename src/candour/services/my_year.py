"""A person's year at a glance: the home page."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from candour.register import rounds as round_rows
from candour.services.check_lines import check_lines
from candour.services.record import Record
from candour.services.reports import Reports
from candour.services.requests import SCHOOL_YEAR_BEGINS
from candour.services.year_results import Home

if TYPE_CHECKING:
    from candour.services.my_check import MyCheck
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class MyYear:
    """Reads the signed-in person's home page."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def home(self) -> Home:
        """Return where the person stands; with no round open for them, that there is nothing to do."""
        checks = check_lines(self._session, self._check)
        record = Record(self._session, self._smith, self._check).of(checks)
        ground = self._check.ground_if_any()
        return Home(
            round="" if ground is None else ground.round.round,
            due=None if ground is None else ground.due,
            checks=checks,
            requests=record.requests,
            declarations=record.declarations,
            telling=Reports(self._session, self._smith).telling(),
            next_opens=self._next_opens(),
            look_again=record.look_again,
        )

    def _next_opens(self) -> date | None:
        """Return when a round of the future opens, else the first day of the school year after the newest round's.

        None when there was no round yet, or when that day is past: then only HR knows.
        """
        with self._session.register.read() as at:
            found = round_rows.rounds(at)
        today = self._session.today()
        ahead = [each.opens for each in found if each.opens > today]
        usual = [date(each.year + 1, SCHOOL_YEAR_BEGINS, 1) for each in found[:1]]
        return min(ahead or [day for day in usual if day > today], default=None)
