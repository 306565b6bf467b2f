"""Exporting declarations into a folder: sealed, indexed, verifiable; stopped and taken up again at will."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.exports import DECLARATIONS, ExportLine, file_name, safe_name
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.errors import Refused, Trouble
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.export_work import Exported, ExportWork, make_folder, same, write_whole
from candour.services.known import pack_of, person_of, school_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    from candour.domain.exports import Existing
    from candour.domain.policy import Pack
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.paper_records import PaperRecords
    from candour.services.ports import Documents, Keysmith
    from candour.services.sealing import Sealing
    from candour.services.session import Session
    from candour.services.sign_in import SignIn

INDEX_CSV, INDEX_XLSX, SUMS, VERIFY = "index.csv", "index.xlsx", "SHA256SUMS", "How to verify.pdf"


@dataclass(frozen=True)
class ExportPlan:
    """What would be exported: a line for each declaration in force, and how many the school has yet to seal."""

    round: str
    lines: tuple[ExportLine, ...]
    unsealed: int


class Exporting:
    """HR's export of a round, of some people, or of what is left of an earlier export."""

    def __init__(
        self, sign_in: SignIn, smith: Keysmith, documents: Documents, sealing: Sealing, records: PaperRecords
    ) -> None:
        self._sign_in = sign_in
        self._session: Session = sign_in.session
        self._smith = smith
        self._documents = documents
        self._sealing = sealing
        self._records = records

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
            taken = self._pack(pack.text)
            lines = *_lines(at, round_name, people, taken), *self._paper_lines(at, round_name, people, taken)
        return ExportPlan(round_name, lines, sum(not line.sealed and not line.on_paper for line in lines))

    def needs_secret(self) -> bool:
        """Return whether the passphrase is asked for again before anything leaves the register."""
        return self._session.needs_proof()

    def clashes(self, plan: ExportPlan, folder: Path) -> tuple[str, ...]:
        """Return the names of files that lie in the folder with other content: to be asked about once for all."""
        targets = [(line, folder / line.folder / line.file) for line in plan.lines]
        return tuple(line.file for line, target in targets if target.exists() and not same(target, line))

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
        make_folder(folder / DECLARATIONS)
        unsealed = dict(self._sealing.seal_new().left)
        fresh = self._again(plan)
        work = ExportWork(folder, existing)
        for count, line in enumerate(fresh, start=1):
            if not wanted():
                return work.done(whole=False)
            if line.on_paper:
                record = self._record(line)
                if record:
                    work.write(replace(line, digest=hashlib.sha256(record).hexdigest()), record)
                else:
                    work.left.append((line, "The paper was taken back meanwhile."))
            elif line.sealed:
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

    def _paper_lines(
        self, at: Connection, round_name: str, people: Collection[str] | None, pack: Pack
    ) -> Iterator[ExportLine]:
        taken: set[str] = set()
        for paper in paper_rows.in_force(at, round_name):
            if people is not None and paper.person not in people:
                continue
            person = person_of(at, paper.person)
            name = file_name(paper.signed_on, person.name, paper.reference, taken, "Paper declaration")
            taken.add(name.lower())
            yield ExportLine(
                reference=paper.reference,
                name=person.name,
                number=person.number,
                role=person.role,
                phase=person.phase,
                checklist=pack.checklist(paper.checklist).title,
                signed_on=paper.signed_on,
                sealed=False,
                open_lines=paper.open_lines,
                next_date=paper.next_date,
                exceptions=(),
                digest=hashlib.sha256(self._records.drawn(at, paper)).hexdigest(),
                file=name,
                on_paper=self._records.how_it_came(at, paper),
            )

    def _record(self, line: ExportLine) -> bytes:
        """Return the record of a paper as it stands now, once every entry has its place; b"" for one taken back."""
        with self._session.register.read() as at:
            paper = paper_rows.with_reference(at, line.reference)
            return b"" if paper is None else self._records.drawn(at, paper)

    def _pack(self, text: str) -> Pack:
        from candour.domain.pack_file import read_pack  # noqa: PLC0415 - msgspec, on the worker

        return read_pack(text)

    def _finish(self, folder: Path, round_name: str, work: ExportWork) -> None:
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
        sums = [(line.digest, place) for line, place in work.written]
        sums += [(hashlib.sha256(content).hexdigest(), name) for name, content in beside.items()]
        beside[SUMS] = "".join(f"{digest}  {name}\n" for digest, name in sums).encode()
        for name, content in beside.items():
            try:
                write_whole(folder / name, content)
            except OSError as reason:
                raise Trouble(
                    f"{name} could not be written ({reason.strerror}): make room, then export again."
                ) from reason


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
        name = file_name(declared.signed_on, person.name, declared.reference, taken)
        taken.add(name.lower())
        outcomes = " ".join(line.outcome for line in declaration_rows.lines(at, declared.reference))
        seal = declaration_rows.sealed(at, declared.reference)
        yield ExportLine(
            reference=declared.reference,
            name=person.name,
            number=person.number,
            role=person.role,
            phase=person.phase,
            checklist=pack.checklist(declared.checklist).title,
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
