"""Checking a PDF: closed-world, one verdict, and never an error.

Everything that a declaration, a full copy or a decision letter may hold is known, so anything else is a
change. The order: the file's edges, its shape (`check_structure`), its signatures (`check_signatures`), what
it says (`check_content`), and last whether its root is one that is known here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from candour.documents.check_certificates import fingerprint
from candour.documents.check_content import read_content
from candour.documents.check_signatures import Signers, read_signers
from candour.documents.check_structure import Shape, read_shape
from candour.documents.edges import check_edges, is_signed
from candour.documents.facts import Facts, day_of, signer_in
from candour.documents.verdicts import (
    CHANGED,
    DAMAGED,
    GENUINE,
    UNKNOWN_SCHOOL,
    UNSEALED,
    Finding,
    Verdict,
    Wrong,
)


@dataclass(frozen=True)
class Checked:
    """A file that holds in itself: its shape, its signers, its facts."""

    shape: Shape
    signers: Signers
    facts: Facts


def check(data: bytes, root: bytes | None) -> Finding:
    """Return what is to be thought of a PDF; never raises.

    `root` is the school's root certificate (DER) from the register or from a file that the checker names,
    never from beside the PDF; with None no file is better than "made by a school unknown here".
    """
    digest = sha256(data).hexdigest()
    try:
        checked = read_checked(data)
    except Wrong as wrong:
        return Finding(wrong.verdict, wrong.sentence, digest, details=wrong.details)
    except Exception as error:  # noqa: BLE001 - the border: hostile bytes break parsers in every way
        return _unreadable(data, digest, error)
    return _found(checked, digest, root)


def read_checked(data: bytes) -> Checked:
    """Return a file that holds in itself; raises Wrong, or whatever a parser raises for a broken one."""
    check_edges(data)
    shape = read_shape(data)
    signers = read_signers(shape)
    return Checked(shape, signers, read_content(data, shape, signers))


def _unreadable(data: bytes, digest: str, error: Exception) -> Finding:
    """Say of a file that broke a parser: damaged; or, since its edges are whole, changed if it was signed."""
    details = f"{type(error).__name__}: {error}"[:200]
    if is_signed(data):
        return Finding(Verdict.CHANGED, CHANGED, digest, details=details)
    return Finding(Verdict.DAMAGED, DAMAGED, digest, details=details)


def _found(checked: Checked, digest: str, root: bytes | None) -> Finding:
    facts, signatures = checked.facts, checked.shape.signatures
    verdict, sentence = _verdict(checked, root)
    finding = Finding(
        verdict,
        sentence,
        digest,
        reference=facts.reference,
        kind=facts.kind,
        person=facts.person.name,
        school=facts.school.name,
        signed_by=signer_in(facts)[0],
        signed_on=day_of(facts),
        signed_at=signatures[0].when,
        root=fingerprint(checked.signers.root),
    )
    if len(signatures) == 1:
        return finding
    return replace(finding, sealed_at=signatures[1].when, seal_reason=signatures[1].reason)


def _verdict(checked: Checked, root: bytes | None) -> tuple[Verdict, str]:
    if checked.signers.root != root:
        return Verdict.UNKNOWN_SCHOOL, UNKNOWN_SCHOOL
    if checked.shape.two_fields and not checked.signers.seal:
        return Verdict.UNSEALED, UNSEALED
    return Verdict.GENUINE, GENUINE
