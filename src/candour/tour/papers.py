"""What the tour leaves beside its pictures: the sealed declarations, the root certificate, their verdicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.app import building
from candour.documents.check_batch import check_files
from candour.keys.slots import SlotsFile
from candour.register import declarations as declaration_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.register.engine import open_register
from candour.services.known import school_of
from candour.services.place import Place
from candour.tour.summary import Checked
from candour.upkeep import prove_register

if TYPE_CHECKING:
    from pathlib import Path

    from candour.register.reading import Connection


def leave_papers(folder: Path, out: Path) -> tuple[int, tuple[Checked, ...]]:
    """Write every sealed declaration and the root, check them all, and return people and verdicts.

    Raises AssertionError when the register itself does not prove: the tour then fails loudly.
    """
    report = prove_register(folder, "", lambda: "")
    if not report.ok:
        raise AssertionError("; ".join(report.problems))
    built = building(Place(folder))
    key = built.vault.get(SlotsFile(built.place.slots).register_id) if built.vault else None
    if key is None:
        raise LookupError("the sample school's vault holds no key")
    register = open_register(built.place.register, key)
    try:
        with register.read() as at:
            people = len(people_rows.current(at))
            root = school_of(at).root
            written = _write(at, out / "declarations")
    finally:
        register.close()
    (out / "school-root.cer").write_bytes(root)
    verdicts = {path: finding.verdict.value for path, finding in check_files(list(written.values()), root)}
    checked = (Checked(ref, path.name, verdicts[path]) for ref, path in written.items())
    return people, tuple(checked)


def _write(at: Connection, folder: Path) -> dict[str, Path]:
    folder.mkdir()
    written = {}
    for each in round_rows.rounds(at):
        for declared in declaration_rows.of_round(at, each.round):
            sealed = declaration_rows.sealed(at, declared.reference)
            if sealed is not None:
                written[declared.reference] = folder / f"{declared.reference}.pdf"
                written[declared.reference].write_bytes(declaration_rows.file(at, sealed.pdf))
    return written
