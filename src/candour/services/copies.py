"""A person's own declarations: listed, and saved as files."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import TYPE_CHECKING

from candour.errors import Refused, Trouble
from candour.register import declarations as declaration_rows
from candour.services.full_copy import read_full_copy
from candour.services.known import declaration_of, pack_of_round, round_of
from candour.services.results import DeclarationLine

if TYPE_CHECKING:
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class Copies:
    """Hands the signed-in person their own PDFs: the declaration with its outcomes, and the full copy."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def declaration(self, reference: str) -> bytes:
        """Return the newest bytes of a declaration: sealed if the school has sealed it, else as signed."""
        with self._session.register.read() as at:
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
        """Return the person's declarations of every round, newest first."""
        with self._session.register.read() as at:
            rows = declaration_rows.of_person(at, self._session.person)
            return tuple(declaration_line(at, row) for row in reversed(rows))

    def save(self, content: bytes, target: Path) -> None:
        """Write a copy where the person chose; raises Trouble when that folder does not take it."""
        try:
            target.write_bytes(content)
        except OSError as reason:
            raise Trouble(
                "Your declaration is signed and safe. We could not save the PDF there. Choose another folder."
            ) from reason


def declaration_line(at: Connection, row: Declared) -> DeclarationLine:
    """Return a declaration as a line of a list, under the title that it bears."""
    sealed = declaration_rows.sealed(at, row.reference) is not None
    round_ = round_of(at, row.round)
    title = pack_of_round(at, round_).checklist(row.checklist).declaration_title
    return DeclarationLine(row.reference, row.round, row.signed_on, row.open_lines, row.next_date, sealed, title)
