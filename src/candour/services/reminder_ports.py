"""What services ask of documents to remind people with; `candour.documents.press.Press` is the one there is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.domain.reminder_paper import CalendarEntry, MailDraft, MergeLine, ReadHoliday, ReminderPaper


class ReminderPapers(Protocol):
    """Reminders as files, and the holidays of a calendar file."""

    def reminder_slips(self, paper: ReminderPaper) -> bytes:
        """Return slips as a PDF; raises Refused for characters that its fonts lack."""
        ...

    def mail_draft(self, draft: MailDraft) -> bytes:
        """Return a mail as a file that a mail program opens as an unsent one."""
        ...

    def merge_csv(self, lines: Sequence[MergeLine]) -> bytes:
        """Return the lines of a mail merge as CSV."""
        ...

    def calendar(self, entry: CalendarEntry) -> bytes:
        """Return a calendar file with one whole day."""
        ...

    def holidays_in(self, content: bytes) -> tuple[ReadHoliday, ...]:
        """Return the whole days that a calendar file names; raises Refused for what is none."""
        ...
