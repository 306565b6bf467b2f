"""The chair's answer slip as it is entered: what it must hold to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.deciding import DECISIONS
from candour.domain.request_moves import RequestAct
from candour.domain.scans import scan_kind
from candour.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


@dataclass(frozen=True)
class NewSlip:
    """What HR types from a slip, and its scan: the reference, what is ticked, the day, and the name under it."""

    reference: str
    act: RequestAct
    conditions: tuple[str, ...]
    until: date | None
    decided_on: date
    signed_by: str
    scan: bytes


def check_slip(slip: NewSlip, asked_on: date, asked_until: date | None, ready: Sequence[str], today: date) -> None:
    """Raise Refused, in a sentence that says what to do, for a slip that cannot be so."""
    scan_kind(slip.scan)
    if slip.act not in DECISIONS:
        raise Refused("Choose the decision that is ticked on the slip.")
    if not slip.signed_by.strip():
        raise Refused("Type the name that stands under the slip.")
    if not asked_on <= slip.decided_on <= today:
        raise Refused("Type the day that stands on the slip: not before the request, and not after today.")
    if set(slip.conditions) - set(ready):
        raise Refused("A ticked condition is not among the ready ones any more: choose again.")
    if slip.act is not RequestAct.APPROVE_WITH_CONDITIONS and slip.conditions:
        raise Refused("There are conditions: choose “Approved with conditions”, or take them away.")
    if slip.act is RequestAct.NOT_APPROVE:
        if slip.until:
            raise Refused("What is not approved has no end: take it away.")
    elif slip.until is not None and slip.until < slip.decided_on:
        raise Refused("The last day cannot be before the decision: look at the slip once more.")
    elif asked_until is not None and (slip.until is None or slip.until > asked_until):
        raise Refused("The last day cannot be later than the one asked for: look at the slip once more.")
