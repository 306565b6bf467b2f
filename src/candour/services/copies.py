"""A person's own declarations: listed, and saved as files."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from candour.errors import Refused, Trouble
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.services.full_copy import read_full_copy
from candour.services.known import declaration_of, pack_of_round, round_of
from candour.services.results import DeclarationLine

if TYPE_CHECKING:
    from candour.domain.paper_declaration import PaperDeclaration
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.paper_records import PaperRecords
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class Copies:
    """Hands the signed-in person their own PDFs: the declaration with its outcomes, and the full copy."""

    def __init__(self, session: Session, smith: Keysmith, records: PaperRecords) -> None:
        self._session = session
        self._smith = smith
        self._records = records

    def declaration(self, reference: str) -> bytes:
        """Return the newest bytes of a declaration: sealed if the school has sealed it, else as signed.

        Of one that was entered from paper: its record, with the scan.
        """
        with self._session.register.read() as at:
            paper = paper_rows.with_reference(at, reference)
            if paper is not None and paper.person == self._session.person:
                return self._records.drawn(at, paper)
            row = declaration_of(at, reference)
            if row.person != self._session.person:
                raise Refused("You can save your own declarations only.")
            sealed = declaration_rows.sealed(at, reference)
            return declaration_rows.file(at, row.pdf if sealed is None else sealed.pdf)

    def full_copy(self, reference: str) -> bytes:
        """Return the signed full copy, opened with the person's own reading key."""
        with self._session.register.read() as at:
            row = declaration_of(at, reference)
        full = read_full_copy(self._session, self._smith, row)
        if full is None:
            raise Refused("Your present keys cannot open this copy: ask the Headteacher, who can.")
        return base64.b64decode(full.pdf)

    def listed(self) -> tuple[DeclarationLine, ...]:
        """Return what the person signed in every round, newest first."""
        return listed(self._session)

    def save(self, content: bytes, target: Path) -> None:
        """Write a copy where the person chose; raises Trouble when that folder does not take it."""
        try:
            target.write_bytes(content)
        except OSError as reason:
            raise Trouble(
                "Your declaration is signed and safe. We could not save the PDF there. Choose another folder."
            ) from reason


def listed(session: Session) -> tuple[DeclarationLine, ...]:
    """Return what the signed-in person signed in every round, newest first."""
    with session.register.read() as at:
        rows = declaration_rows.of_person(at, session.person)
        return tuple(declaration_line(at, row) for row in reversed(rows))


def listed_on_paper(session: Session) -> tuple[DeclarationLine, ...]:
    """Return what was entered for the signed-in person from paper and confirmed, newest first."""
    with session.register.read() as at:
        rows = paper_rows.of_person(at, session.person)
        return tuple(replace(_line(at, row, sealed=False), on_paper=True) for row in reversed(rows))


def declaration_line(at: Connection, row: Declared) -> DeclarationLine:
    """Return a declaration as a line of a list, under the title that it bears."""
    return _line(at, row, sealed=declaration_rows.sealed(at, row.reference) is not None)


def _line(at: Connection, row: Declared | PaperDeclaration, *, sealed: bool) -> DeclarationLine:
    title = pack_of_round(at, round_of(at, row.round)).checklist(row.checklist).declaration_title
    return DeclarationLine(row.reference, row.round, row.signed_on, row.open_lines, row.next_date, sealed, title)
