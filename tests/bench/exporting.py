"""Figure 4 (b): export what is sealed, each file on the disk and its signatures looked at once more."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tests.bench import as_documented, yard
from tests.bench.measure import Line, Side, Size, faster, in_turns, timed
from tests.documents import signed_files as files
from tests.schools import ROUND

from candour.documents.rechecking import recheck
from candour.documents.signing import SCHOOL, fill, sign
from candour.domain.exports import Existing
from candour.domain.journal import Act, StoredFile
from candour.keys import certificates
from candour.register import declarations as declaration_rows
from candour.services.export_folder import ExportFolder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.domain.exports import ExportLine
    from candour.services.desk import Desk


def measure(size: Size, work: Path) -> list[Line]:
    """Export files that as many people signed with keys of their own, in turns with the peer signing them."""
    school = yard.new_school(work)
    yard.sign_many(yard.signer_at_work(school), 1)
    office = school.office()
    signed = [_signed() for _ in range(size.pick(10, 100, 1000))]
    sealed = [_sealed(each) for each in signed]
    lines = _lines(office, sealed)
    signer = as_documented.signer_of(files.school().seal, work / "peer")
    disk = work / "floor"

    def peer() -> None:
        for each in signed:
            as_documented.sign(each, SCHOOL, signer, files.REASON)

    works: dict[str, Callable[[], object]] = {
        "ours": lambda: _export(office, lines, work / "out"),
        "peer": peer,
        "floor": lambda: [yard.least_work([each], files.school().seal, disk) for each in sealed],
    }
    sides = in_turns(size.pick(1, 5, 3), works, pieces=len(lines))
    return [_line(sides, timed(lambda: [recheck(each, files.root()) for each in sealed], len(sealed)))]


def _signed() -> bytes:
    """Return a declaration signed by somebody with keys and certificates of their own."""
    person = certificates.issue_person(certificates.new_authority(files.school().root, files.NAME))
    return sign(files.prepared(), person, when=files.WHEN, name=files.NAME, reason="I declare this")


def _sealed(signed: bytes) -> bytes:
    place = files.school()
    return fill(signed, SCHOOL, place.seal, when=files.LATER, name=files.NAME, reason=files.REASON)


def _lines(office: Desk, sealed: list[bytes]) -> list[ExportLine]:
    """Keep the files in the register, and return a line of an export for each."""
    office.sign_in.session.record(Act("exported", ROUND, files=tuple(StoredFile(each) for each in sealed)))
    line = office.exporting().plan(ROUND).lines[0]
    digests = [hashlib.sha256(each).hexdigest() for each in sealed]
    return [replace(line, digest=digest, file=f"{at:04d}.pdf") for at, digest in enumerate(digests)]


def _export(office: Desk, lines: list[ExportLine], out: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    folder = ExportFolder(out, Existing.SKIP, lambda content: recheck(content, files.root()))
    for line in lines:
        folder.put(line, partial(_read, office, line.digest))
    folder.settle()
    if folder.saved != len(lines):
        raise AssertionError(folder.left[:3])


def _read(office: Desk, digest: str) -> bytes:
    with office.sign_in.session.register.read() as at:
        return declaration_rows.file(at, digest)


def _line(sides: dict[str, Side], looking: float) -> Line:
    ours = Side("ours", sides["ours"].samples)
    peer = Side("sign_pdf in a loop as documented, to memory", sides["peer"].samples)
    floor = Side("hash and sign each file and its entry, one fsync each", sides["floor"].samples)
    part = f"one process; of ours looking at both signatures {looking:.1f} ms; nobody's certificates come twice."
    return Line("4b", "export one of a batch", ours, peer, faster(ours, peer, 10), floor, (part,))
