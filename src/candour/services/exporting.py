"""Exporting declarations into a folder: sealed, indexed, verifiable; stopped and taken up again at will."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.domain.exports import Existing, ExportLine, Step, copy_names, safe_name
from candour.domain.journal import Act
from candour.domain.pace import Pace
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import rounds as round_rows
from candour.services.export_folder import ExportFolder, clashing
from candour.services.export_plan import ExportPlan, as_sealed, planned
from candour.services.known import pack_of, school_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

    from candour.domain.policy import Pack
    from candour.services.paper_records import PaperRecords
    from candour.services.ports import Documents, Keysmith
    from candour.services.sealing import Sealer, Sealing
    from candour.services.session import Session
    from candour.services.sign_in import SignIn

INDEX_CSV, INDEX_XLSX, SUMS, VERIFY = "index.csv", "index.xlsx", "SHA256SUMS", "How to verify.pdf"

IN_ONE_COPY = 200
"""So many declarations at most go into one PDF for printing: more would fill the memory, and no printer's tray."""

LATER = "A keeper’s app seals it at the next sign-in."


@dataclass(frozen=True)
class Exported:
    """What an export did: files saved now, files that lay there already, and what was not saved, with the reason.

    `whole` says whether it came to its end, so that index and sums lie beside; else it can be taken up again.
    `trouble` is why the folder took nothing any more, "" where it did not come to that. `copies` are the names of
    the PDFs for printing.
    """

    saved: int
    there: int
    skipped: int
    left: tuple[tuple[ExportLine, str], ...]
    whole: bool
    trouble: str = ""
    copies: tuple[str, ...] = ()


class Exporting:
    """HR's export of a round, of some people, or of what is left of an earlier export."""

    def __init__(
        self,
        sign_in: SignIn,
        smith: Keysmith,
        documents: Documents,
        sealing: Sealing,
        records: PaperRecords,
        ticking: Callable[[], float] = time.monotonic,
        in_one_copy: int = IN_ONE_COPY,
    ) -> None:
        self._sign_in = sign_in
        self._session: Session = sign_in.session
        self._smith = smith
        self._documents = documents
        self._sealing = sealing
        self._records = records
        self._ticking = ticking
        self._in_one_copy = in_one_copy

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
            chosen = None if people is None else frozenset(people)
            return planned(at, round_name, chosen, self._pack(pack_of(at, found.pack).text), self._records)

    def needs_secret(self) -> bool:
        """Return whether the passphrase is asked for again before anything leaves the register."""
        return self._session.needs_proof()

    def clashes(self, plan: ExportPlan, folder: Path) -> tuple[str, ...]:
        """Return the names of files that lie in the folder with other content: to be asked about once for all."""
        return clashing(folder, plan.lines)

    def export(
        self,
        plan: ExportPlan,
        folder: Path,
        existing: Existing,
        told: Callable[[Step], None] = lambda _: None,
        wanted: Callable[[], bool] = lambda: True,
        secret: str = "",
        *,
        merged: bool = False,
    ) -> Exported:
        """Seal and write file by file, then index, sums, policy and the page on how to verify.

        `told` hears how far it is; `merged` asks for the copy for printing too. A file that lies there already
        with the same bytes is done, so that an export that was stopped goes on where it was. Raises Refused for a
        secret that does not match, Trouble for a folder that takes nothing at all.
        """
        session = self._session
        if session.needs_proof():
            self._sign_in.prove(secret)
        with session.register.read() as at:
            root = school_of(at).root
        work = ExportFolder(folder, existing, lambda content: self._documents.recheck(content, root))
        if existing is Existing.REPLACE:
            work.take_away([SUMS])  # the sums of what is replaced hold no more
        whole = self._put_all(plan, work, told, wanted)
        copies = self._copies(plan, work, told, wanted) if whole and merged else ()
        whole = whole and wanted() and not work.trouble and self._finish(plan.round, work, copies)
        if whole or work.saved:
            session.record(Act("exported", plan.round))
        return Exported(work.saved, work.there, work.skipped, tuple(work.left), whole, work.trouble, copies)

    def root(self) -> bytes:
        """Return the school's root certificate (DER), which travels apart from the files."""
        with self._session.register.read() as at:
            return school_of(at).root

    def _put_all(
        self, plan: ExportPlan, work: ExportFolder, told: Callable[[Step], None], wanted: Callable[[], bool]
    ) -> bool:
        """Seal and write each line; return whether it came to the end."""
        pace, count = Pace(), len(plan.lines)
        sealer = self._sealer() if plan.unsealed else None
        for done, line in enumerate(plan.lines, start=1):
            if not wanted():
                return False
            began, saved = self._ticking(), work.saved
            self._put(line, work, sealer)
            if work.saved > saved:
                pace.note(self._ticking() - began)
            told(Step(done, count, pace.left(count - done)))
        if not work.trouble:
            work.settle()
        return not work.trouble

    def _put(self, line: ExportLine, work: ExportFolder, sealer: Sealer | None) -> None:
        if work.trouble:
            work.leave(line, work.trouble)
            return
        if line.on_paper:
            self._put_paper(line, work)
            return
        try:
            ready = self._sealed(line, sealer)
        except Refused as reason:
            work.leave(line, f"It is not sealed yet. {reason}")
            return
        work.put(ready, lambda: self._bytes(ready))

    def _put_paper(self, line: ExportLine, work: ExportFolder) -> None:
        """Write the record of a paper as it stands now, once every entry has its place."""
        with self._session.register.read() as at:
            paper = paper_rows.with_reference(at, line.reference)
            record = b"" if paper is None else self._records.drawn(at, paper)
        if not record:
            work.leave(line, "The paper was taken back meanwhile.")
            return
        work.put(replace(line, digest=hashlib.sha256(record).hexdigest()), lambda: record)

    def _sealed(self, line: ExportLine, sealer: Sealer | None) -> ExportLine:
        """Return a line with its seal, made now if need be; raises Refused with the reason."""
        if line.sealed:
            return line
        with self._session.register.read() as at:
            now = as_sealed(at, line)
        if now.sealed:
            return now
        if sealer is None:
            raise Refused(LATER)
        try:
            sealer.seal(line.reference)
        except Refused as reason:
            refused: Refused | None = reason
        else:
            refused = None
        with self._session.register.read() as at:
            now = as_sealed(at, line)
        if refused is not None and not now.sealed:  # else another keeper was quicker
            raise refused
        return now

    def _sealer(self) -> Sealer | None:
        """Return what seals, or None where HR is no keeper."""
        try:
            return self._sealing.begin()
        except Refused:
            return None

    def _bytes(self, line: ExportLine) -> bytes:
        with self._session.register.read() as at:
            return declaration_rows.file(at, line.digest)

    def _pack(self, text: str) -> Pack:
        from candour.domain.pack_file import read_pack  # noqa: PLC0415 - msgspec, on the worker

        return read_pack(text)

    def _copies(
        self, plan: ExportPlan, work: ExportFolder, told: Callable[[Step], None], wanted: Callable[[], bool]
    ) -> tuple[str, ...]:
        """Write the copy for printing, in parts where it is long; return the names of the parts."""
        signed = [line for line in work.written if not line.on_paper]
        lines = sorted(signed, key=lambda line: (line.name.split()[-1:], line.name, line.reference))
        parts = [lines[at : at + self._in_one_copy] for at in range(0, len(lines), self._in_one_copy)]
        names = copy_names(len(parts))
        work.take_away_copies(names)
        for name, part in zip(names, parts, strict=True):
            told(Step(len(plan.lines), len(plan.lines), None, copy=name))
            if not wanted():
                return ()
            inside = ((f"{line.name}, {line.reference}", self._bytes(line)) for line in part)
            if not work.put_beside(name, self._documents.printing_copy(plan.round, inside)):
                return ()
        return names

    def _finish(self, round_name: str, work: ExportFolder, copies: tuple[str, ...]) -> bool:
        """Write what lies beside the declarations; the sums come last, and say that all of it is there."""
        session, papers = self._session, self._documents
        with session.register.read() as at:
            school = school_of(at)
            found = round_rows.round_named(at, round_name)
            pack = None if found is None else pack_of(at, found.pack)
            policy = declaration_rows.file(at, pack.document) if pack is not None and pack.document else b""
        beside = {
            INDEX_CSV: papers.index_csv(work.written),
            INDEX_XLSX: papers.index_xlsx(work.written),
            VERIFY: papers.how_to_verify(school.name, session.today(), self._smith.fingerprint(school.root)),
        }
        if policy and pack is not None:
            beside[f"{safe_name(f'Policy - {pack.document_name}').removesuffix('.pdf')}.pdf"] = policy
        sums = [(line.digest, f"{line.folder}/{line.file}") for line in work.written]
        sums += [(hashlib.sha256(content).hexdigest(), name) for name, content in beside.items()]
        sums += work.sums_of(copies)
        beside[SUMS] = "".join(f"{digest}  {name}\n" for digest, name in sums).encode()
        return all(work.put_beside(name, content) for name, content in beside.items())
