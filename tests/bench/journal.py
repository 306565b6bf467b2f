"""Figure 7: prove the journal."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from sqlalchemy import select
from tests.bench.measure import Judged, Line, Side, Size, in_turns
from tests.register.invented import (
    CERTIFICATES,
    HR,
    KEY,
    NOW,
    REGISTER,
    SCHOOL,
    TEACHER,
    declaring,
    drafting,
    joining,
    keep,
    opening,
)

from candour.domain.journal import chain_hash
from candour.register import journal
from candour.register.check import check_register
from candour.register.engine import create_register
from candour.register.tables import ENTRIES

if TYPE_CHECKING:
    from pathlib import Path

    from candour.register.engine import Register

    Chain = list[tuple[bytes, bytes, str]]

DRAFTS_EACH = 14
"""Drafts before each declaration: one for each Continue of a check."""

MILLION, MOST = 1_000_000, 60.0
"""What the design asks of the whole check: so many entries in so many seconds."""


def measure(size: Size, work: Path) -> list[Line]:
    """Check a register of so many entries, in turns with hashing and with verifying alone."""
    count = size.pick(500, 20_000, 200_000)
    register = _filled(work / "register.db", count)
    chain = _chain(register)
    keys = {TEACHER.key_id: TEACHER.private.public_key()}

    def ours() -> None:
        report = check_register(register, CERTIFICATES)
        if not report.ok or report.entries != count:
            raise AssertionError(report.problems[:3])

    def verify() -> None:
        for content, signature, _ in chain:
            keys[TEACHER.key_id].verify(signature, content, ec.ECDSA(SHA256()))

    sides = in_turns(
        size.pick(1, 5, 3), {"ours": ours, "peer": lambda: _hashed(chain), "floor": verify}, pieces=count
    )
    register.close()
    return [_line(sides, count)]


def _filled(path: Path, count: int) -> Register:
    path.parent.mkdir(parents=True, exist_ok=True)
    register = create_register(path, KEY, REGISTER, SCHOOL)
    keep(register, opening())
    keep(register, joining())
    with register.write() as writer:
        for at in range(count - 2):
            last = at % (DRAFTS_EACH + 1) == DRAFTS_EACH
            act = declaring(f"D-2026-{at:04d}") if last else drafting(f"content-{at}")
            journal.record(writer.at, act, TEACHER, NOW + timedelta(seconds=at))
        writer.commit()
    return register


def _chain(register: Register) -> Chain:
    with register.read() as at:
        columns = select(ENTRIES.c.content, ENTRIES.c.signature, ENTRIES.c.received, ENTRIES.c.author)
        found = at.execute(columns.order_by(ENTRIES.c.position)).all()
    return [(row.content, row.signature, row.received) for row in found if row.author != HR.key_id]


def _hashed(chain: Chain) -> None:
    last = bytes(32)
    for content, signature, received in chain:
        last = chain_hash(last, content, signature, received)
        hashlib.sha256(content).digest()


def _line(sides: dict[str, Side], count: int) -> Line:
    ours = sides["ours"]
    peer = Side("hashing the chain and each content alone, in memory", sides["peer"].samples)
    floor = Side("verifying each signature alone, in memory, one process", sides["floor"].samples)
    seconds = ours.median * MILLION / 1000
    judged = Judged(f"{MOST:g} s for a million", f"{seconds:.0f} s for a million", seconds <= MOST)
    alone = f"signatures alone take {floor.median * MILLION / 1000:.0f} s for a million"
    counted = f"{count} entries, one process; per entry, and the million is reckoned from it; {alone}."
    more = (
        "ours verifies each signature and compares every row, sealed content and file; at start nothing is checked."
    )
    return Line("7", "prove one entry", ours, peer, judged, floor, (counted, more))
