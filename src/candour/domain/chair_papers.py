"""The papers for a chair who decides on paper: the request, which is confidential, and an answer slip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.letter import PointFact, SaidFact


@dataclass(frozen=True)
class ChairPaper:
    """A request that goes to the chair of governors on paper.

    `name`, `number` and `role` are the asker's, `request` is its kind in words, `asked` what the asker wrote and
    `covers` the points of the policy behind it: these stand on the request sheet alone. `conditions` are the ready
    ones to tick on the slip. `hr` takes the slip back ("" for the school office).
    """

    school: str
    policy: str
    reference: str
    round: str
    printed_on: date
    name: str
    number: str
    role: str
    request: str
    asked_on: date
    asked: tuple[SaidFact, ...]
    covers: tuple[PointFact, ...]
    conditions: tuple[str, ...]
    hr: str
