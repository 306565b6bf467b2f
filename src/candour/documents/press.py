"""All of the documents' work behind one door, as services ask for it (`services.ports.Documents`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents import (
    activity_table,
    chair_papers,
    check_batch,
    check_report,
    declaration,
    fonts,
    governors_summary,
    held,
    how_to_verify,
    index_table,
    letter,
    paper_form,
    paper_record,
    pictures,
    rechecking,
    recovery_sheet,
    reminder_files,
    reminder_slip,
    sealing,
    signing,
    slip,
)
from candour.documents import facts as facts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from candour.documents.cms import Signer
    from candour.documents.verdicts import Finding
    from candour.domain.activity import ActivityLine
    from candour.domain.chair_papers import ChairPaper
    from candour.domain.declaration import DeclarationFacts
    from candour.domain.exports import ExportLine
    from candour.domain.governors import GovernorsPaper
    from candour.domain.held import HeldPaper
    from candour.domain.letter import LetterFacts
    from candour.domain.paper_form import FormPaper
    from candour.domain.paper_record import PaperRecord
    from candour.domain.papers import RecoveryPaper, SlipPaper
    from candour.domain.pdf_check import CheckPaper
    from candour.domain.reminder_paper import CalendarEntry, MailDraft, MergeLine, ReadHoliday, ReminderPaper
    from candour.domain.speaking import Picture

REASON = "I confirm this declaration"
"""What a PDF reader shows as the reason of the person's signature."""


DECISION = "I decided this request"
"""What a PDF reader shows as the reason of the decider's signature."""


class Press:
    """Draws, signs, seals and checks declarations, full copies and decision letters, and draws papers."""

    def draw(self, facts: DeclarationFacts) -> bytes:
        """Return the page with its signature fields made, ready to be shown and signed."""
        return signing.prepare(declaration.draw(facts), two_fields=facts.kind == "declaration")

    def facts_hash(self, facts: DeclarationFacts) -> str:
        """Return the SHA-256 of the canonical facts in hex."""
        return facts_of.facts_hash(facts)

    def sign(self, prepared: bytes, signer: Signer, when: datetime, name: str) -> bytes:
        """Return the prepared bytes with the person's signature appended."""
        return signing.sign(prepared, signer, when=when, name=name, reason=REASON)

    def seal(self, signed: bytes, seal: Signer, root: bytes, when: datetime, reason: str) -> bytes:
        """Return the signed bytes with the school's seal; raises Refused if page and facts disagree."""
        return sealing.seal(signed, seal, root=root, when=when, reason=reason)

    def held(self, paper: HeldPaper) -> bytes:
        """Return what is held about a person as a PDF."""
        return held.draw_held(paper)

    def lacking(self, text: str) -> str:
        """Return the characters of a text that the printed font lacks."""
        return fonts.lacking(text)

    def picture(self, data: bytes) -> Picture:
        """Return a picture from outside drawn anew, without metadata; raises Refused for what is none."""
        return pictures.clean_picture(data)

    def recovery_sheet(self, paper: RecoveryPaper) -> bytes:
        """Return the recovery sheet as a PDF, two copies of it."""
        return recovery_sheet.draw_recovery_sheet(paper)

    def slips(self, paper: SlipPaper) -> bytes:
        """Return invitation slips as a PDF, and what to read before coming."""
        return slip.draw_slips(paper)

    def pdf_files(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files that are named, and the PDFs in the folders that are, at any depth."""
        return check_batch.pdf_files(paths)

    def check_files(self, paths: Iterable[Path], root: bytes) -> Iterator[tuple[Path, Finding]]:
        """Check files in child processes and yield each with its finding; raises Trouble when none starts."""
        return check_batch.check_files(paths, root)

    def check_report(self, paper: CheckPaper) -> bytes:
        """Return what a check found as a PDF."""
        return check_report.draw_check_report(paper)

    def activity_table(self, lines: Iterable[ActivityLine], target: Path, wanted: Callable[[], bool]) -> None:
        """Write the activity as CSV or XLSX, as it is read."""
        activity_table.write_activity(lines, target, wanted)

    def index_csv(self, lines: Sequence[ExportLine]) -> bytes:
        """Return the index of an export as CSV."""
        return index_table.index_csv(lines)

    def index_xlsx(self, lines: Sequence[ExportLine]) -> bytes:
        """Return the index of an export as XLSX with typed columns."""
        return index_table.index_xlsx(lines)

    def how_to_verify(self, school: str, day: date, root: str) -> bytes:
        """Return the page on how to verify an export without Candour."""
        return how_to_verify.draw_how_to_verify(school, day, root)

    def recheck(self, data: bytes, root: bytes) -> str:
        """Return why the signatures of a sealed declaration do not hold under a root, "" if they do."""
        return rechecking.recheck(data, root)

    def printing_copy(self, round_name: str, declarations: Iterable[tuple[str, bytes]]) -> bytes:
        """Return one PDF with all of these to be printed, unsigned."""
        from candour.documents.printing_copy import printing_copy  # noqa: PLC0415 - pikepdf, on demand

        return printing_copy(round_name, declarations)

    def governors_summary(self, paper: GovernorsPaper) -> bytes:
        """Return a check in figures, without a name, as a page for governors."""
        return governors_summary.draw_governors_summary(paper)

    def letter(self, facts: LetterFacts, signer: Signer, when: datetime) -> bytes:
        """Return a decision letter, drawn from its facts and signed by who decided."""
        prepared = signing.prepare(letter.draw_letter(facts), two_fields=False)
        return signing.sign(prepared, signer, when=when, name=facts.decided_by.name, reason=DECISION)

    def letter_hash(self, facts: LetterFacts) -> str:
        """Return the SHA-256 of the canonical facts of a decision letter in hex."""
        return facts_of.facts_hash(facts)

    def chair_papers(self, paper: ChairPaper) -> bytes:
        """Return the request sheet for the chair and the answer slip as a PDF."""
        return chair_papers.draw_chair_papers(paper)

    def reminder_slips(self, paper: ReminderPaper) -> bytes:
        """Return slips that remind people, as a PDF."""
        return reminder_slip.draw_reminder_slips(paper)

    def mail_draft(self, draft: MailDraft) -> bytes:
        """Return a mail as a file that a mail program opens as an unsent one."""
        return reminder_files.mail_draft(draft)

    def merge_csv(self, lines: Sequence[MergeLine]) -> bytes:
        """Return the lines of a mail merge as CSV."""
        return reminder_files.merge_csv(lines)

    def calendar(self, entry: CalendarEntry) -> bytes:
        """Return a calendar file with one whole day."""
        return reminder_files.calendar(entry)

    def holidays_in(self, content: bytes) -> tuple[ReadHoliday, ...]:
        """Return the whole days that a calendar file names."""
        return reminder_files.holidays_in(content)

    def paper_form(self, paper: FormPaper) -> bytes:
        """Return the form of a declaration on paper with its envelope sheet."""
        return paper_form.draw_paper_form(paper)

    def paper_record(self, record: PaperRecord, scan: bytes) -> bytes:
        """Return the record of a declaration on paper, its scan attached."""
        return paper_record.draw_paper_record(record, scan)
