"""Checking PDFs against this register: one or thousands, with progress, and a report to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.pdf_check import CheckedPdf, CheckPaper, InRegister
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.services.known import enrolment_of, school_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from candour.services.check_ports import PdfFinding
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session

NOTHING = "There is no PDF there: choose PDF files, or a folder that holds some."


class Checking:
    """Checks files for whoever is signed in; nothing leaves this computer, and nothing is recorded."""

    def __init__(self, session: Session, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._smith = smith
        self._documents = documents

    def listed(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        """Return the files that are named and the PDFs in the folders that are; raises Refused for none."""
        found = self._documents.pdf_files(paths)
        if not found:
            raise Refused(NOTHING)
        return found

    def check(
        self, files: Iterable[Path], told: Callable[[CheckedPdf], None], wanted: Callable[[], bool] = lambda: True
    ) -> tuple[CheckedPdf, ...]:
        """Check files and hand each to `told` as it is found; stops once it is no longer `wanted`.

        Every verdict comes against the root of this register. Raises Trouble when no check can be started.
        """
        with self._session.register.read() as at:
            root = school_of(at).root
        found: list[CheckedPdf] = []
        for path, finding in self._documents.check_files(files, root):
            found.append(self._checked(path, finding))
            told(found[-1])
            if not wanted():
                break
        return tuple(found)

    def report(self, files: tuple[CheckedPdf, ...]) -> bytes:
        """Return a PDF that lists what was found, to print or keep; itself unsigned, and says so."""
        session = self._session
        with session.register.read() as at:
            school = school_of(at)
        root = self._smith.fingerprint(school.root)
        paper = CheckPaper(school.name, session.who().name, session.today(), root, files)
        return self._documents.check_report(paper)

    def _checked(self, path: Path, finding: PdfFinding) -> CheckedPdf:
        place, entry, key_since = self._in_register(finding)
        return CheckedPdf(
            file=path.name,
            folder=str(path.parent),
            verdict=finding.verdict.value,
            genuine=finding.verdict.name == "GENUINE",
            sentence=finding.sentence,
            details=finding.details,
            sha256=finding.sha256,
            reference=finding.reference,
            kind=finding.kind,
            person=finding.person,
            signed_by=finding.signed_by,
            school=finding.school,
            signed_at=finding.signed_at,
            sealed_at=finding.sealed_at,
            in_register=place,
            entry=entry,
            key_since=key_since,
        )

    def _in_register(self, finding: PdfFinding) -> tuple[InRegister, int, date | None]:
        """Compare a file with the register's own; a full copy lies there sealed, so only declarations can be."""
        if not finding.reference or finding.kind != "declaration":
            return InRegister.ABSENT, 0, None
        with self._session.register.read() as at:
            kept = declaration_rows.declaration(at, finding.reference)
            if kept is None:
                return InRegister.ABSENT, 0, None
            seal = declaration_rows.sealed(at, finding.reference)
            if finding.sha256 not in (kept.pdf, seal.pdf if seal else ""):
                return InRegister.OTHER, 0, None
            entry = declaration_rows.entry_of(at, finding.reference)
            return InRegister.SAME, entry.position, enrolment_of(at, kept.key).made_on
