"""Figure 3: sign a declaration, from the answers to the commit."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING
from typing import cast as seen_as

from tests.bench import as_documented, yard
from tests.bench.measure import Line, Side, Size, faster, in_turns, timed

from candour.documents.checking import read_checked

if TYPE_CHECKING:
    from pathlib import Path

    from candour.domain.declaration import DeclarationFacts
    from candour.keys.identity import SigningKey
    from candour.services.desk import Desk


def measure(size: Size, work: Path) -> list[Line]:
    """Sign in turns with the peer; Argon2id is spent at sign-in, and not here."""
    theirs = yard.signer_at_work(yard.new_school(work))
    key = seen_as("SigningKey", theirs.sign_in.session.keys.signing)
    pdfs = _both_copies(theirs)
    facts = [seen_as("DeclarationFacts", read_checked(pdf).facts) for pdf in pdfs]
    signer = as_documented.signer_of(key, work / "peer")
    as_documented.register_fonts()
    parts: dict[str, list[float]] = {"draw": [], "sign": []}

    def ours() -> None:
        declaring = theirs.declaring()
        parts["draw"].append(timed(declaring.prepare))
        parts["sign"].append(timed(lambda: declaring.sign("")))

    def peer() -> None:
        for one in facts:
            as_documented.sign(as_documented.draw(one), "Person", signer, "I confirm this declaration")

    sides = in_turns(
        size.pick(3, 30, 100),
        {"ours": ours, "peer": peer, "floor": lambda: yard.least_work(pdfs, key, work / "floor")},
    )
    return [_line(sides, parts)]


def _both_copies(theirs: Desk) -> list[bytes]:
    declaring, copies = theirs.declaring(), theirs.copies()
    declaring.prepare()
    reference = declaring.sign("").reference
    return [copies.declaration(reference), copies.full_copy(reference)]


def _line(sides: dict[str, Side], parts: dict[str, list[float]]) -> Line:
    ours = sides["ours"]
    peer = Side("platypus and sign_pdf as documented, twice, to memory", sides["peer"].samples)
    floor = Side("hash and sign two files and one entry, one fsync", sides["floor"].samples)
    split = ", ".join(f"{name} {median(found):.1f} ms" for name, found in parts.items())
    notes = (
        f"ours by part: {split}. The peer keeps no register, and makes no tags, attachment or archive profile.",
    )
    return Line("3", "sign, both copies", ours, peer, faster(ours, peer, 1), floor, notes)
