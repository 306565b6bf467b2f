"""What a check of PDFs found, for the screen and for a printed report: frozen values that name no library."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class InRegister(Enum):
    """How a file and the register's own copy of its reference compare; the value is what people read."""

    SAME = "the same content"
    OTHER = "not the same content"
    ABSENT = "no"


@dataclass(frozen=True)
class CheckedPdf:
    """One file and what the check found of it.

    `verdict` is one of the six (design.md section 4), `genuine` whether it is the best of them. From `reference`
    on all is empty unless the person's signature and the facts under it were found whole. `signed_by` is the
    person, but on a decision letter who decided. `entry` is the place in the journal by which the register keeps
    the same bytes, 0 for none; `key_since` is the day on which the key was made that signed them.
    """

    file: str
    folder: str
    verdict: str
    genuine: bool
    sentence: str
    details: str
    sha256: str
    reference: str = ""
    kind: str = ""
    person: str = ""
    signed_by: str = ""
    school: str = ""
    signed_at: datetime | None = None
    sealed_at: datetime | None = None
    in_register: InRegister = InRegister.ABSENT
    entry: int = 0
    key_since: date | None = None


@dataclass(frozen=True)
class CheckPaper:
    """A printable report of a check: whose school, by whom, when, the root that was trusted, and every file."""

    school: str
    by: str
    made_on: date
    root: str
    files: tuple[CheckedPdf, ...]


def tally(files: tuple[CheckedPdf, ...]) -> tuple[tuple[str, int], ...]:
    """Return how many files got each verdict, the most frequent first; verdicts that nobody got are left out."""
    return tuple(Counter(each.verdict for each in files).most_common())
