"""What HR's page of reminders shows: frozen values, none of which holds anything that is sealed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.reminder_words import Addressee, mailable
from candour.domain.reminding import LeftOut


@dataclass(frozen=True)
class RemindLine:
    """Somebody in a round: how often they were reminded in it so far, and when last.

    `why_not` says why they are not reminded today, None for whoever may be.
    """

    person: str
    role: str
    to: Addressee
    times: int
    last: date | None
    why_not: LeftOut | None = None

    @property
    def by_mail(self) -> bool:
        """Whether a mail can go to them."""
        return mailable(self.to.email)


@dataclass(frozen=True)
class RemindGround:
    """Everybody of a round; `school_day` is today, or the next day on which somebody may be reminded."""

    round: str
    today: date
    school_day: date
    everybody: tuple[RemindLine, ...]

    @property
    def open_today(self) -> bool:
        """Whether today is a school day."""
        return self.school_day == self.today

    @property
    def lines(self) -> tuple[RemindLine, ...]:
        """Return those who may be reminded today."""
        return self.left(None)

    def left(self, why: LeftOut | None) -> tuple[RemindLine, ...]:
        """Return those who are not reminded today for one reason."""
        return tuple(line for line in self.everybody if line.why_not is why)
