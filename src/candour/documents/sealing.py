"""The school's seal: the last signature of a declaration, made only on what holds in itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.checking import check
from candour.documents.signing import SCHOOL, fill
from candour.documents.verdicts import Verdict
from candour.errors import Refused

if TYPE_CHECKING:
    from datetime import datetime

    from candour.documents.cms import Signer


def seal(signed: bytes, signer: Signer, *, root: bytes, when: datetime, reason: str) -> bytes:
    """Return the person's signed declaration with the school's seal in an appended revision.

    Everything that a check looks at is looked at first, the page against its facts too. `reason` names entry
    and chain hash ("Entry 412, chain 9f2c…"); `when` is aware. Raises Refused, naming what was found, for
    anything but an unsealed declaration of a person of this school.
    """
    finding = check(signed, root)
    if finding.verdict is Verdict.GENUINE:
        raise Refused("This needs no seal of the school: it has one already, or is a full copy or a letter.")
    if finding.verdict is not Verdict.UNSEALED:
        why = f" ({finding.details})" if finding.details else ""
        raise Refused(f"This is not sealed: {finding.verdict.value}{why}. {finding.sentence}")
    if signer.chain != (root,):
        raise Refused("The school's seal does not stand under this root; open the school's keys again.")
    return fill(signed, SCHOOL, signer, when=when, name=finding.school, reason=reason)
