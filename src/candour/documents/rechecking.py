"""Looking at the signatures of a sealed declaration once more, and at nothing else: for each file of an export.

Before a file is sealed all of it is checked (`sealing`); what leaves the register afterwards has the digest that
the journal knows. So here only the bytes count: two signatures of our form, each over what it says, the last over
the whole file, both under the school's root. It takes a tenth of a whole check.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from hashlib import sha256

from asn1crypto.parser import peek

from candour.documents.check_signatures import signers_of
from candour.documents.check_structure import SIGNED, Signature
from candour.documents.edges import check_edges
from candour.documents.signing import PERSON, SCHOOL
from candour.documents.verdicts import Wrong, changed

_RANGE = re.compile(rb"/ByteRange \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\]")
_FIELDS = (PERSON, SCHOOL)


def recheck(data: bytes, root: bytes) -> str:
    """Return why the signatures of a sealed declaration do not hold under a root (DER), "" if they do."""
    try:
        check_edges(data)
        signers = signers_of(_signatures(data))
    except Wrong as wrong:
        return f"{wrong.verdict.value} ({wrong.details})"
    except Exception as error:  # noqa: BLE001 - the border: broken bytes break parsers in every way
        return f"Damaged ({type(error).__name__})"
    return "" if signers.root == root else "it stands under another root"


def _signatures(data: bytes) -> list[Signature]:
    found = [tuple(map(int, each)) for each in _RANGE.findall(data)]
    if len(found) != len(_FIELDS):
        raise changed(f"{len(found)} signatures")
    begins = 0
    signatures = []
    for place, (before, after, rest) in enumerate(found):
        end = after + rest
        if not begins < before < after < end <= len(data):
            raise changed("a signature covers another range")
        signatures.append(_signature(data, place, (before, after, end)))
        begins = end
    if begins != len(data):
        raise changed("bytes follow after the last signature")
    return signatures


def _signature(data: bytes, place: int, covered: tuple[int, int, int]) -> Signature:
    before, after, end = covered
    padded = bytes.fromhex(data[before + 1 : after - 1].decode("ascii"))
    cms = padded[: peek(padded)]
    if data[before:after] != b"<" + cms.ljust(len(padded), b"\0").hex().upper().encode() + b">":
        raise changed("a signature leaves out more than its contents")
    digest = sha256(data[:before])
    digest.update(data[after:end])
    never = datetime.min.replace(tzinfo=UTC)  # what the dictionaries say beside is not looked at here
    return Signature(_FIELDS[place], SIGNED + place, cms, digest.digest(), end, never, "", "")
