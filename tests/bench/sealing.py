"""Figure 4 (a): seal what was signed."""

from __future__ import annotations

from datetime import UTC, datetime
from statistics import median
from typing import TYPE_CHECKING
from typing import cast as seen_as

from tests.bench import as_documented, yard
from tests.bench.measure import Line, Side, Size, faster, timed

from candour.documents.checking import check
from candour.documents.signing import SCHOOL, fill
from candour.keys.passphrases import LIGHT
from candour.keys.smith import Smith
from candour.services.keepers import school_keys

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pyhanko.sign.signers import SimpleSigner

    from candour.keys.identity import SigningKey
    from candour.services.desk import Desk
    from candour.services.ports import Keysmith

BATCH = 10
REASON = "Entry 412, chain " + "9f" * 32


def measure(size: Size, work: Path) -> list[Line]:
    """Seal in batches of ten, in turns with the peer on the same files."""
    school = yard.new_school(work)
    theirs, office = yard.signer_at_work(school), school.office()
    key = _seal_key(office)
    signer = as_documented.signer_of(key, work / "peer")
    samples: dict[str, list[float]] = {}
    for at in range(size.pick(1, 6, 100) + 1):
        yard.sign_many(theirs, BATCH)
        works = _works(office, yard.unsealed(office), key, signer, school.root(), work / "floor")
        for name in reversed(works) if at % 2 else works:
            took = timed(works[name], BATCH)
            if at:  # the first batch warms up
                samples.setdefault(name, []).append(took)
    return [_line(samples)]


def _works(
    office: Desk, files: list[bytes], key: SigningKey, signer: SimpleSigner, root: bytes, disk: Path
) -> dict[str, Callable[[], object]]:
    when = datetime.now(UTC)
    return {
        "ours": lambda: _seal_all(office),
        "peer": lambda: [as_documented.sign(each, SCHOOL, signer, REASON) for each in files],
        "floor": lambda: [yard.least_work([each], key, disk) for each in files],
        "check": lambda: [check(each, root) for each in files],
        "fill": lambda: [fill(each, SCHOOL, key, when=when, name="", reason=REASON) for each in files],
    }


def _seal_all(office: Desk) -> None:
    done = office.sealing().seal_new()
    if len(done.sealed) != BATCH or done.left:
        raise AssertionError(f"not all were sealed: {done.left}")


def _seal_key(office: Desk) -> SigningKey:
    smith = seen_as("Keysmith", Smith(LIGHT))
    return seen_as("SigningKey", school_keys(office.sign_in.session, smith).seal)


def _line(samples: dict[str, list[float]]) -> Line:
    ours = Side("ours", tuple(samples["ours"]))
    peer = Side("sign_pdf in a loop as documented, to memory", tuple(samples["peer"]))
    floor = Side("hash and sign each file and its entry, one fsync each", tuple(samples["floor"]))
    checked, filled = median(samples["check"]), median(samples["fill"])
    rest = ours.median - checked - filled
    parts = f"checking the file first {checked:.1f} ms, the seal {filled:.1f} ms, key state and entry {rest:.1f} ms"
    alone = f"the seal without check and entry, as the peer's: {peer.median / filled:.1f} × as fast."
    notes = (f"one process; of ours {parts}; the peer checks and keeps nothing.", alone)
    return Line("4a", "seal one of a batch", ours, peer, faster(ours, peer, 4), floor, notes)
