"""An exception request: what a person writes when they ask the Headteacher."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AskedFor:
    """What a person writes when they ask for an exception; all of it is sealed but the kind and the end."""

    kind: str
    question: str
    connection: str
    who: str
    where: tuple[str, ...]
    safeguards: tuple[str, ...]
    line: str
    ends: str
    until: date | None
    group: bool
    about_headteacher: bool
