"""Records of declarations on paper, drawn from the rows whenever they are wanted: the same rows, the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.paper_declaration import PaperState, mark_of
from candour.domain.paper_record import PaperRecord, RecordEntry, RecordLine
from candour.domain.people_import import padded
from candour.domain.scans import scan_kind
from candour.domain.wording import fill
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import rounds as round_rows
from candour.register.tables import WAITING
from candour.services.held_lines import day_of
from candour.services.known import pack_from, pack_of, person_of, school_of

if TYPE_CHECKING:
    from candour.domain.paper_declaration import PaperDeclaration
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.ports import Documents
    from candour.services.session import Session


class PaperRecords:
    """Draws the record of a confirmed paper."""

    def __init__(self, session: Session, check: MyCheck, documents: Documents) -> None:
        self._session = session
        self._check = check
        self._documents = documents

    def drawn(self, at: Connection, paper: PaperDeclaration) -> bytes:
        """Return the record of a confirmed paper as a PDF, with its scan attached."""
        scan = declaration_rows.file(at, paper.scan)
        return self._documents.paper_record(self._record(at, paper, scan), scan)

    def how_it_came(self, at: Connection, paper: PaperDeclaration) -> str:
        """Return in words who entered and who confirmed a paper."""
        by = person_of(at, paper.entered_by).name, person_of(at, paper.confirmed_by).name
        return "entered by {} from paper, confirmed by {}".format(*by)

    def _record(self, at: Connection, paper: PaperDeclaration, scan: bytes) -> PaperRecord:
        round_ = round_rows.round_named(at, paper.round)
        if round_ is None:
            raise LookupError(paper.round)
        pack, person = pack_from(pack_of(at, round_.pack).text), person_of(at, paper.person)
        checklist, names = pack.checklist(paper.checklist), self._check.words(at, pack, round_)
        said = {line.line: line for line in paper_rows.lines(at, paper.paper)}
        return PaperRecord(
            school=school_of(at).name,
            title=f"{checklist.declaration_title} {paper.round}",
            policy=pack.title,
            reference=paper.reference,
            round=paper.round,
            name=person.name,
            number=padded(person.number),
            role=person.role,
            signed_on=paper.signed_on,
            lines=tuple(
                RecordLine(
                    line.point,
                    pack.point(line.point).place,
                    fill(line.statement, names),
                    mark_of(said[line.id]),
                    said[line.id].outcome,
                )
                for line in checklist.lines
            ),
            entered=self._entry(at, paper, paper.entered_by, PaperState.ENTERED),
            confirmed=self._entry(at, paper, paper.confirmed_by, PaperState.CONFIRMED),
            scan=paper.scan,
            kind=scan_kind(scan),
        )

    def _entry(self, at: Connection, paper: PaperDeclaration, by: str, state: PaperState) -> RecordEntry:
        entry = paper_rows.entry_of(at, paper.paper, state)
        if entry is None:
            raise LookupError(paper.paper)
        placed = f"entry {entry.position}, chain {entry.hash}" if entry.position < WAITING else ""
        day = day_of(entry.received, self._session.clock().tzinfo)
        return RecordEntry(person_of(at, by).name, day, placed)
