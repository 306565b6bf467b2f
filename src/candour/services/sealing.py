"""The school's seal: a keeper's app seals each new declaration once and keeps the sealed bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.journal import Act, StoredFile
from candour.domain.round import SealedDeclaration
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import keys as key_rows
from candour.register.tables import WAITING
from candour.services.confirming import waits
from candour.services.keepers import school_keys
from candour.services.known import declaration_of, enrolment_of, school_of

if TYPE_CHECKING:
    from candour.domain.people import School
    from candour.register.engine import Writer
    from candour.services.ports import Documents, Keysmith, SigningKey
    from candour.services.session import Session


@dataclass(frozen=True)
class SealedOnes:
    """What sealing did: the references sealed, and each one that was not, with the reason."""

    sealed: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


class Sealing:
    """Seals what is still unsealed, with a keeper's keys."""

    def __init__(self, session: Session, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._smith = smith
        self._documents = documents

    def begin(self) -> Sealer:
        """Return what seals one declaration after the other; raises Refused for who is no keeper."""
        seal = school_keys(self._session, self._smith).seal
        self._session.register.link_new()  # the seal names an entry's place
        with self._session.register.read() as at:
            return Sealer(self._session, self._documents, school_of(at), seal)

    def seal_new(self) -> SealedOnes:
        """Seal every declaration that has no seal yet; one that cannot be sealed is named with the reason."""
        sealer = self.begin()
        with self._session.register.read() as at:
            waiting = declaration_rows.unsealed(at)
        sealed: list[str] = []
        left: list[tuple[str, str]] = []
        for declared in waiting:
            try:
                sealer.seal(declared.reference)
            except Refused as reason:
                left.append((declared.reference, str(reason)))
            else:
                sealed.append(declared.reference)
        return SealedOnes(tuple(sealed), tuple(left))


@dataclass(frozen=True)
class Sealer:
    """The school's seal, unlocked for one batch."""

    session: Session
    documents: Documents
    school: School
    key: SigningKey

    def seal(self, reference: str) -> None:
        """Seal one declaration and keep the sealed bytes, as one entry; raises Refused with the reason."""
        session = self.session
        with session.register.read() as at:
            declared = declaration_of(at, reference)
            if waits(at, enrolment_of(at, declared.key), session.today()):
                raise Refused("Its key waits for a second person's confirmation.")
            entry = declaration_rows.entry_of(at, reference)
            closing = key_rows.entry_of_closing(at, declared.key)
            signed = declaration_rows.file(at, declared.pdf)
        if entry.position >= WAITING:
            raise Refused("It has no place in the register yet: try again in a minute.")
        if closing is not None and closing.position < entry.position:
            raise Refused("It was signed with a key that had been closed.")
        reason = f"Entry {entry.position}, chain {entry.hash}"
        file = StoredFile(self.documents.seal(signed, self.key, self.school.root, session.clock(), reason))
        session.record(lambda writer: _sealed_once(writer, reference, file))


def _sealed_once(writer: Writer, reference: str, file: StoredFile) -> Act:
    if declaration_rows.sealed(writer.at, reference) is not None:
        raise Refused("Another keeper has sealed it already.")
    return Act("declaration sealed", reference, (SealedDeclaration(reference, file.digest),), (), (file,))
