"""Exporting declarations into a folder: sealed, indexed, verifiable; stopped and taken up again at will."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.exports import Existing, ExportLine, another_name, file_name, safe_name
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.errors import Refused, Trouble
from candour.register import declarations as declaration_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.known import pack_of, school_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from candour.domain.policy import Pack
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.ports import Documents, Keysmith
    from candour.services.sealing import Sealing
    from candour.services.session import Session
    from candour.services.sign_in import SignIn

DECLARATIONS = "declarations"
"""The folder of the signed files within an export's, so that a check of it meets nothing else."""

INDEX_CSV, INDEX_XLSX, SUMS, VERIFY = "index.csv", "index.xlsx", "SHA256SUMS", "How to verify.pdf"


@dataclass(frozen=True)
class ExportPlan:
    """What would be exported: a line for each declaration in force, and how many the school has yet to seal."""

    round: str
    lines: tuple[ExportLine, ...]
    unsealed: int


@dataclass(frozen=True)
class Exported:
    """What an export did: files saved now, files that lay there already, and what was not saved, with the reason.

    `whole` says whether it came to its end, so that index and sums lie beside; else it can be taken up again.
    """

    saved: int
    there: int
    skipped: int
    left: tuple[tuple[ExportLine, str], ...]
    whole: bool


class Exporting:
    """HR's export of a round, of some people, or of what is left of an earlier export."""

    def __init__(self, sign_in: SignIn, smith: Keysmith, documents: Documents, sealing: Sealing) -> None:
        self._sign_in = sign_in
        self._session: Session = sign_in.session
        self._smith = smith
        self._documents = documents
        self._sealing = sealing

    def rounds(self) -> tuple[str, ...]:
        """Return the names of the rounds, newest first."""
        with self._session.register.read() as at:
            return tuple(each.round for each in sorted(round_rows.rounds(at), key=lambda r: -r.year))

    def plan(self, round_name: str, people: Collection[str] | None = None) -> ExportPlan:
        """Return what would be exported of a round, of everybody or of some people (ids); for HR."""
        session = self._session
        session.require(Office.HR)
        with session.register.read() as at:
            found = round_rows.round_named(at, round_name)
            if found is None:
                raise Refused(f"There is no check called {round_name}: choose one of the list.")
            pack = pack_of(at, found.pack)
            lines = tuple(_lines(at, round_name, people, self._pack(pack.text)))
        return ExportPlan(round_name, lines, sum(not line.sealed for line in lines))

    def needs_secret(self) -> bool:
        """Return whether the passphrase is asked for again before anything leaves the register."""
        return self._session.needs_proof()

    def clashes(self, plan: ExportPlan, folder: Path) -> tuple[str, ...]:
        """Return the names of files that lie in the folder with other content: to be asked about once for all."""
        targets = [(line, folder / DECLARATIONS / line.file) for line in plan.lines]
        return tuple(line.file for line, target in targets if target.exists() and not _same(target, line))

    def export(
        self,
        plan: ExportPlan,
        folder: Path,
        existing: Existing,
        told: Callable[[int], None] = lambda _: None,
        wanted: Callable[[], bool] = lambda: True,
        secret: str = "",
    ) -> Exported:
        """Seal what is unsealed, write every file, then index, sums, policy and the page on how to verify.

        `told` hears how many lines are done. A file that lies there already with the same bytes is done, so that
        an export that was stopped goes on where it was. Raises Refused for a secret that does not match, Trouble
        for a folder that takes nothing at all.
        """
        if self._session.needs_proof():
            self._sign_in.prove(secret)
        signed = folder / DECLARATIONS
        _make(signed)
        unsealed = dict(self._sealing.seal_new().left)
        fresh = self._again(plan)
        work = _Work(signed, existing, _names_in(signed))
        for count, line in enumerate(fresh, start=1):
            if not wanted():
                return work.done(whole=False)
            if line.sealed:
                work.write(line, self._bytes(line))
            else:
                reason = unsealed.get(line.reference, "a keeper seals it at the next sign-in.")
                work.left.append((line, f"It is not sealed yet. {reason}"))
            told(count)
        self._finish(folder, plan.round, work)
        self._session.record(Act("exported", plan.round))
        return work.done(whole=True)

    def root(self) -> bytes:
        """Return the school's root certificate (DER), which travels apart from the files."""
        with self._session.register.read() as at:
            return school_of(at).root

    def _again(self, plan: ExportPlan) -> tuple[ExportLine, ...]:
        """Return the lines of a plan as they are now that everything that can be is sealed."""
        with self._session.register.read() as at:
            return tuple(_sealed_now(at, line) for line in plan.lines)

    def _bytes(self, line: ExportLine) -> bytes:
        with self._session.register.read() as at:
            return declaration_rows.file(at, line.digest)

    def _pack(self, text: str) -> Pack:
        from candour.domain.pack_file import read_pack  # noqa: PLC0415 - msgspec, on the worker

        return read_pack(text)

    def _finish(self, folder: Path, round_name: str, work: _Work) -> None:
        session, papers = self._session, self._documents
        with session.register.read() as at:
            school = school_of(at)
            found = round_rows.round_named(at, round_name)
            pack = None if found is None else pack_of(at, found.pack)
            policy = declaration_rows.file(at, pack.document) if pack is not None and pack.document else b""
        written = [line for line, _ in work.written]
        root = self._smith.fingerprint(school.root)
        beside = {
            INDEX_CSV: papers.index_csv(written),
            INDEX_XLSX: papers.index_xlsx(written),
            VERIFY: papers.how_to_verify(school.name, session.today(), root),
        }
        if policy and pack is not None:
            beside[f"{safe_name(f'Policy - {pack.document_name}').removesuffix('.pdf')}.pdf"] = policy
        sums = [(line.digest, f"{DECLARATIONS}/{name}") for line, name in work.written]
        sums += [(hashlib.sha256(content).hexdigest(), name) for name, content in beside.items()]
        beside[SUMS] = "".join(f"{digest}  {name}\n" for digest, name in sums).encode()
        for name, content in beside.items():
            try:
                _write(folder / name, content)
            except OSError as reason:
                raise Trouble(
                    f"{name} could not be written ({reason.strerror}): make room, then export again."
                ) from reason


class _Work:
    """What an export has done so far in one folder."""

    def __init__(self, folder: Path, existing: Existing, taken: set[str]) -> None:
        self._folder = folder
        self._existing = existing
        self._taken = taken
        self._saved = self._there = self._skipped = 0
        self.written: list[tuple[ExportLine, str]] = []
        self.left: list[tuple[ExportLine, str]] = []

    def write(self, line: ExportLine, content: bytes) -> None:
        """Write one file, unless it lies there already; what the disk does not take is left, with the reason."""
        target = self._folder / line.file
        if target.exists() and not _same(target, line):
            if self._existing is Existing.SKIP:
                self._skipped += 1
                return
            if self._existing is Existing.KEEP_BOTH:
                target = self._folder / self._beside(line)
        name = target.name
        if target.exists() and _same(target, line):
            self._there += 1
        else:
            try:
                _write(target, content)
            except OSError as reason:
                self.left.append((line, f"The folder did not take it: {reason.strerror}."))
                return
            self._saved += 1
        self._taken.add(name.lower())
        self.written.append((replace(line, file=name), name))

    def _beside(self, line: ExportLine) -> str:
        """Return the name under which a file lies beside another: the one that an earlier try chose, if any."""
        name = line.file
        tried: set[str] = {name.lower()}
        while True:
            name = another_name(line.file, tried)
            if name.lower() not in self._taken or _same(self._folder / name, line):
                return name
            tried.add(name.lower())

    def done(self, *, whole: bool) -> Exported:
        """Return what was done."""
        return Exported(self._saved, self._there, self._skipped, tuple(self.left), whole)


def _lines(at: Connection, round_name: str, people: Collection[str] | None, pack: Pack) -> Iterator[ExportLine]:
    known = {person.person: person for person in people_rows.current(at)}
    in_force: dict[tuple[str, str], Declared] = {}
    for declared in declaration_rows.of_round(at, round_name):
        in_force[declared.person, declared.checklist] = declared
    taken: set[str] = set()
    for declared in in_force.values():
        if people is not None and declared.person not in people:
            continue
        person = known[declared.person]
        checklist = pack.checklist(declared.checklist)
        what = {} if checklist.everyones else {"what": checklist.declaration_title}
        name = file_name(declared.signed_on, person.name, declared.reference, taken, **what)
        taken.add(name.lower())
        outcomes = " ".join(line.outcome for line in declaration_rows.lines(at, declared.reference))
        seal = declaration_rows.sealed(at, declared.reference)
        yield ExportLine(
            reference=declared.reference,
            name=person.name,
            number=person.number,
            role=person.role,
            phase=person.phase,
            checklist=checklist.title,
            signed_on=declared.signed_on,
            sealed=seal is not None,
            open_lines=declared.open_lines,
            next_date=declared.next_date,
            exceptions=references_in(outcomes),
            digest=declared.pdf if seal is None else seal.pdf,
            file=name,
        )


def _sealed_now(at: Connection, line: ExportLine) -> ExportLine:
    seal = None if line.sealed else declaration_rows.sealed(at, line.reference)
    return line if seal is None else replace(line, sealed=True, digest=seal.pdf)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise Trouble(f"The folder {folder} cannot be made: choose another one.") from reason


def _names_in(folder: Path) -> set[str]:
    try:
        return {each.name.lower() for each in folder.iterdir()}
    except OSError as reason:
        raise Trouble(f"The folder {folder} cannot be read: choose another one.") from reason


def _same(path: Path, line: ExportLine) -> bool:
    """Return whether a file holds exactly the bytes of a line."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == line.digest
    except OSError:
        return False


def _write(target: Path, content: bytes) -> None:
    """Write a file whole or not at all: aside first, then into its place."""
    aside = target.with_name(f".{target.name}.part")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)
