"""What an export would hold: the declarations in force of a round, each with its line and its file's name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.domain.exception_request import references_in
from candour.domain.exports import ExportLine, file_name, one_name
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import people as people_rows
from candour.register import register_lists
from candour.services.known import person_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from candour.domain.policy import Pack
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.paper_records import PaperRecords


@dataclass(frozen=True)
class ExportPlan:
    """What would be exported: a line for each declaration in force, and how many the school has yet to seal.

    `chosen` is how many people were chosen for it, 0 where it is everybody.
    """

    round: str
    lines: tuple[ExportLine, ...]
    unsealed: int
    chosen: int = 0


def planned(
    at: Connection, round_name: str, people: Collection[str] | None, pack: Pack, records: PaperRecords
) -> ExportPlan:
    """Return the plan of a round, of everybody or of some people; a few queries however many they are.

    A file has the same name whether everybody is exported or its person alone.
    """
    known = {person.person: person for person in people_rows.current(at)}
    named = register_lists.outcomes_with_exceptions(at, round_name)
    seals = declaration_rows.seals(at, round_name)
    in_force: dict[tuple[str, str], Declared] = {}
    for declared in declaration_rows.of_round(at, round_name):
        in_force[declared.person, declared.checklist] = declared
    taken: set[str] = set()
    lines = []
    for declared in in_force.values():
        person, seal = known[declared.person], seals.get(declared.reference)
        checklist = pack.checklist(declared.checklist)
        what = {} if checklist.everyones else {"what": checklist.declaration_title}
        name = file_name(declared.signed_on, person.name, declared.reference, taken, **what)
        taken.add(one_name(name))
        if people is not None and declared.person not in people:
            continue
        lines.append(
            ExportLine(
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
                exceptions=references_in(named.get(declared.reference, "")),
                digest=declared.pdf if seal is None else seal,
                file=name,
            )
        )
    unsealed = sum(not line.sealed for line in lines)
    lines += _paper_lines(at, round_name, people, pack, records)
    return ExportPlan(round_name, tuple(lines), unsealed, 0 if people is None else len(people))


def _paper_lines(
    at: Connection, round_name: str, people: Collection[str] | None, pack: Pack, records: PaperRecords
) -> Iterator[ExportLine]:
    taken: set[str] = set()
    for paper in paper_rows.in_force(at, round_name):
        person = person_of(at, paper.person)
        name = file_name(paper.signed_on, person.name, paper.reference, taken, "Paper declaration")
        taken.add(one_name(name))
        if people is not None and paper.person not in people:
            continue
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
            digest=hashlib.sha256(records.drawn(at, paper)).hexdigest(),
            file=name,
            on_paper=records.how_it_came(at, paper),
        )


def as_sealed(at: Connection, line: ExportLine) -> ExportLine:
    """Return a line as it is since its declaration was sealed, or as it was."""
    seal = None if line.sealed else declaration_rows.sealed(at, line.reference)
    return line if seal is None else replace(line, sealed=True, digest=seal.pdf)
