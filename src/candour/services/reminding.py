"""HR's reminders: who is to be reminded, the file or the words to do it with, and noting that it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.journal import Act
from candour.domain.reminder_paper import (
    CalendarEntry,
    MailDraft,
    MergeLine,
    ReminderAsked,
    ReminderPaper,
    ReminderSlip,
)
from candour.domain.reminder_words import (
    LONGEST,
    SUBJECT,
    filled,
    filled_for_all,
    first_name,
    mailable,
    strange_places,
)
from candour.domain.reminding import BY_MAIL, Reminded, Way
from candour.errors import Refused
from candour.services.known import school_of
from candour.services.reminding_ground import ground_of, refuse_others

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Documents
    from candour.services.reminding_results import RemindGround, RemindLine
    from candour.services.session import Session


class Reminding:
    """Reminds people of the running round; what it makes goes out by hand, and nothing is sent from here."""

    def __init__(self, session: Session, documents: Documents) -> None:
        self._session = session
        self._documents = documents

    def ground(self) -> RemindGround | None:
        """Return who is to be reminded today and who is left out, None while no check is open."""
        with self._session.register.read() as at:
            return ground_of(self._session, at)

    def copied(self, asked: ReminderAsked) -> str:
        """Return the words for all of them at once, to be pasted somewhere."""
        _, lines = self._ready(asked)
        return filled_for_all(asked.text, [line.to for line in lines], self._session.today())

    def file(self, asked: ReminderAsked) -> bytes:
        """Return the file to remind with; raises Refused for whoever is not to be, and words that will not do."""
        ground, lines = self._ready(asked)
        make: dict[Way, Callable[[RemindGround, Sequence[RemindLine], str], bytes]] = {
            Way.DRAFT: self._draft,
            Way.LIST: self._merge,
            Way.SLIP: self._slips,
            Way.CALENDAR: self._calendar,
        }
        return make[asked.way](ground, lines, asked.text.strip())

    def note(self, people: Sequence[str], way: Way) -> int:
        """Note that people were reminded today, as one entry, and return how many.

        Read again inside the transaction: raises Refused, with nothing noted, where one of them has signed, is
        away, or was reminded meanwhile.
        """
        session, each_once = self._session, tuple(dict.fromkeys(people))
        if not each_once:
            raise Refused("Tick at least one person.")

        def act(writer: Writer) -> Act:
            ground = self._open(writer.at)
            refuse_others(ground, each_once)
            rows = tuple(Reminded(ground.round, person, session.today(), way.value) for person in each_once)
            return Act("reminded", ground.round, rows)

        session.record(act)
        return len(each_once)

    def _open(self, at: Connection) -> RemindGround:
        ground = ground_of(self._session, at)
        if ground is None:
            raise Refused("No check is open: open this year’s check first.")
        if not ground.open_today:
            raise Refused(f"Today is no school day. Remind them on {uk_date(ground.school_day, weekday=True)}.")
        return ground

    def _ready(self, asked: ReminderAsked) -> tuple[RemindGround, list[RemindLine]]:
        """Return whom this reminds, once everything about it can stand."""
        _refuse_words(asked.text)
        with self._session.register.read() as at:
            ground = self._open(at)
        wanted = set(asked.people)
        if not wanted:
            raise Refused("Tick at least one person.")
        refuse_others(ground, wanted - asked.noted)
        lines = [line for line in ground.everybody if line.person in wanted]
        if asked.way in BY_MAIL:
            lines = [line for line in lines if line.by_mail]
        if not lines:
            raise Refused("None of them has an e-mail address: print slips for them.")
        return ground, lines

    def _draft(self, ground: RemindGround, lines: Sequence[RemindLine], text: str) -> bytes:
        sender = self._session.who().email
        to = [line.to for line in lines]
        words = filled_for_all(text, to, ground.today)
        hidden = tuple(one.email for one in to)
        return self._documents.mail_draft(MailDraft(sender if mailable(sender) else "", hidden, SUBJECT, words))

    def _merge(self, ground: RemindGround, lines: Sequence[RemindLine], text: str) -> bytes:
        to = [line.to for line in lines]
        return self._documents.merge_csv(
            [
                MergeLine(one.name, first_name(one.name), one.email, one.due, filled(text, one, ground.today))
                for one in to
            ]
        )

    def _slips(self, ground: RemindGround, lines: Sequence[RemindLine], text: str) -> bytes:
        with self._session.register.read() as at:
            school = school_of(at).name
        slips = tuple(
            ReminderSlip(line.to.name, line.role, line.to.due, filled(text, line.to, ground.today))
            for line in lines
        )
        sender = self._session.who().name
        return self._documents.reminder_slips(ReminderPaper(school, ground.round, sender, ground.today, slips))

    def _calendar(self, ground: RemindGround, lines: Sequence[RemindLine], text: str) -> bytes:
        days = {max(line.to.due, ground.today) for line in lines}
        if len(days) > 1:
            raise Refused("They have different days to sign by: tick people with the same day, or choose slips.")
        day = days.pop()
        return self._documents.calendar(
            CalendarEntry(
                uid=f"{self._session.register.school_id}-{day.isoformat()}@candour.invalid",
                day=day,
                title=SUBJECT,
                text=filled_for_all(text, [line.to for line in lines], ground.today),
                made_at=self._session.clock(),
            )
        )


def _refuse_words(text: str) -> None:
    if not text.strip():
        raise Refused("Write what they are to read.")
    if len(text) > LONGEST:
        raise Refused(f"Shorten the text to {LONGEST} characters.")
    strange = strange_places(text)
    if strange:
        raise Refused(f"Take {strange[0]} out of the text: it stands for nothing that is known here.")
