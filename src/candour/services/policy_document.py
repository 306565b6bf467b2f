"""The school's own policy document: attached by HR, hashed into every declaration, opened by staff."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candour.domain.journal import Act, StoredFile
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import declarations as file_rows
from candour.register import rounds as round_rows
from candour.services.known import pack_in_force, pack_of

if TYPE_CHECKING:
    from candour.services.session import Session

LARGEST = 20_000_000
"""The largest document that is taken, in bytes: the register and every back-up carry it."""


class PolicyDocument:
    """Keeps the school's own document beside its policy pack, known by its SHA-256."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def attach(self, name: str, content: bytes) -> None:
        """Attach the school's document as a PDF: HR alone; it replaces an earlier one from now on.

        What was signed before keeps the hash of the document that it was signed under.
        """
        session = self._session
        session.require(Office.HR)
        if not content.startswith(b"%PDF-"):
            raise Refused("Choose the policy as a PDF, so that everybody can open it.")
        if len(content) > LARGEST:
            raise Refused("That document is larger than 20 MB: save it smaller, and choose it again.")
        file = StoredFile(content)
        with session.register.read() as at:
            row = replace(pack_in_force(at), document=file.digest, document_name=name)
        session.record(Act("policy attached", row.pack, (row,), (), (file,)))

    def read(self) -> tuple[str, bytes]:
        """Return the document's name and bytes, of the round that is open; Refused when none is attached."""
        session = self._session
        with session.register.read() as at:
            current = round_rows.current_round(at, session.today())
            pack = pack_in_force(at) if current is None else pack_of(at, current.pack)
            if not pack.document:
                raise Refused("The school has not added its own document yet: here are its points.")
            return pack.document_name, file_rows.file(at, pack.document)
