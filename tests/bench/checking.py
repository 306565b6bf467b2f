"""Figure 5: check twice-signed PDFs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.validation.errors import SignatureValidationError
from tests.bench import as_documented, yard
from tests.bench.measure import Line, Side, Size, faster, in_turns, timed
from tests.documents import signed_files

from candour.documents.check_batch import JOBS, check_files
from candour.documents.verdicts import Verdict
from candour.register import declarations as declaration_rows
from candour.register import rounds as round_rows

if TYPE_CHECKING:
    from pathlib import Path

    from pyhanko_certvalidator import ValidationContext

    from candour.services.desk import Desk

CHANGED, STRANGE = 3, 7


def measure(size: Size, work: Path) -> list[Line]:
    """Check a folder of files in turns with the peer; one in ten was changed, one in ten is a stranger's."""
    school = yard.new_school(work)
    yard.sign_many(yard.signer_at_work(school), size.pick(10, 200, 1000))
    office = school.office()
    office.sealing().seal_new()
    paths = _written(office, work / "files")
    root, root_file = school.root(), work / "root.cer"
    root_file.write_bytes(root)
    context = as_documented.trusting(root_file)
    found: dict[str, list[bool]] = {}

    def ours() -> None:
        found["ours"] = [each.verdict is Verdict.GENUINE for _, each in check_files(paths, root)]

    def peer() -> None:
        found["peer"] = [_good(path, context) for path in paths]

    sides = in_turns(size.pick(1, 3, 3), {"ours": ours, "peer": peer}, len(paths))
    if found["ours"] != found["peer"]:
        raise AssertionError("ours and pyHanko's verdicts differ")
    start = timed(lambda: list(check_files(paths[:1] * JOBS, root)))
    return [_line(sides, found["ours"], start)]


def _written(office: Desk, folder: Path) -> list[Path]:
    folder.mkdir()
    with office.sign_in.session.register.read() as at:
        declared = [one for each in round_rows.rounds(at) for one in declaration_rows.of_round(at, each.round)]
        seals = [declaration_rows.sealed(at, one.reference) for one in declared]
        files = [declaration_rows.file(at, seal.pdf) for seal in seals if seal is not None]
    paths = [folder / f"{at:04d}.pdf" for at in range(len(files))]
    for place, (path, content) in enumerate(zip(paths, files, strict=True)):
        path.write_bytes(_mixed(content, place % 10))
    return paths


def _mixed(content: bytes, place: int) -> bytes:
    """Return the file itself, or in one place of ten a changed one, and in another a stranger's."""
    if place == CHANGED:
        return _changed(content)
    return signed_files.sealed() if place == STRANGE else content


def _changed(content: bytes) -> bytes:
    """Return the file with one byte of its XMP title altered, which both must find."""
    place = content.index(b"Social media declaration")
    return content[:place] + b"s" + content[place + 1 :]


def _good(path: Path, context: ValidationContext) -> bool:
    try:
        return as_documented.validates(path, context)
    except (PdfError, SignatureValidationError):
        return False


def _line(sides: dict[str, Side], verdicts: list[bool], start: float) -> Line:
    ours = sides["ours"]
    peer = Side("validate_pdf_signature for both signatures, in a loop as documented", sides["peer"].samples)
    counted = f"{len(verdicts)} files, {verdicts.count(True)} of them genuine: the same verdicts."
    children = f"{JOBS} child processes; their start, and a file each, take {start:.0f} ms, which counts as ours."
    more = "ours also draws the page anew and compares; a file seen before is checked again (no cache yet)."
    return Line("5", "check one of a batch", ours, peer, faster(ours, peer, 2), None, (counted, children, more))
