"""What a check of a PDF may find: six verdicts, each with one plain sentence that says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

MOST = 20_000_000
"""Bytes that are read at most: a declaration has some 100,000, a full copy or a letter not much more."""


class Verdict(Enum):
    """The six verdicts (design.md, section 4); the value is what people read."""

    GENUINE = "Genuine and unchanged"
    UNSEALED = "Signed, not yet sealed by the school"
    UNKNOWN_SCHOOL = "Unchanged, but made by a school unknown here"
    CHANGED = "Changed after signing"
    NOT_SIGNED = "Not a signed declaration"
    DAMAGED = "Damaged"


@dataclass(frozen=True)
class Finding:
    """What a check found of one file.

    `sentence` says what to do; `details` says why, for who looks closer. All between is known only once the
    first signature and the facts under it were found whole, and is empty or None before: with any verdict
    but Genuine it says what was signed, not what the file shows. `person` is whose declaration it is, or who
    asked for what a letter decides; `signed_by` is the person too, but on a letter who decided. Times are
    aware, and are the signers' own clocks; `root` is the SHA-256 of the root certificate and `sha256` that of
    the file, in hex.
    """

    verdict: Verdict
    sentence: str
    sha256: str
    reference: str = ""
    kind: str = ""
    person: str = ""
    school: str = ""
    signed_by: str = ""
    signed_on: date | None = None
    signed_at: datetime | None = None
    sealed_at: datetime | None = None
    seal_reason: str = ""
    root: str = ""
    details: str = ""


class Wrong(Exception):  # noqa: N818 - the house's word for what a check meets
    """A rule of the closed world is broken: the verdict that follows, what to do, and which rule it was."""

    def __init__(self, verdict: Verdict, sentence: str, details: str) -> None:
        super().__init__(details)
        self.verdict = verdict
        self.sentence = sentence
        self.details = details


GENUINE = "Nothing was added or changed after the last signature; you can rely on it."
UNSEALED = "The person's signature is whole; ask the school for the sealed file before you rely on it."
UNKNOWN_SCHOOL = (
    "The signatures are whole, but nothing here says whose they are: ask the school for its root certificate, "
    "compare the fingerprint on the page, and check again with it."
)
ASK_AGAIN = "Do not rely on it; ask for it again, and keep this file."
CHANGED = f"Something in it was added, removed or changed after it was signed. {ASK_AGAIN}"
PAGE_DISAGREES = f"Its page and the record inside it say different things. {ASK_AGAIN}"
NO_SIGNATURE = "It carries no signature. If it is a paper form, enter it with “Add a paper declaration”."
NOT_OURS = (
    "It is signed, but not as a declaration, a full copy or a decision letter; ask for the PDF that the app saved."
)
FORGED = f"The school gave nobody the right to sign this in that name. {ASK_AGAIN}"
DAMAGED = "It cannot be read as a whole; ask for the file again, best not through a mail system that alters it."
NO_PDF = "It is not a PDF; ask for the PDF that the app saved."
NOT_OPENED = "It could not be opened; see that it is there and that you may read it, and check it again."
TOO_LARGE = "It is far larger than a declaration ever is and was not read; ask for the PDF that the app saved."


def changed(details: str) -> Wrong:
    """Say that the file is not as it was signed."""
    return Wrong(Verdict.CHANGED, CHANGED, details)


def forged(details: str) -> Wrong:
    """Say that a signature is not by whom it claims to be: it counts as none."""
    return Wrong(Verdict.NOT_SIGNED, FORGED, details)


def damaged(details: str, sentence: str = DAMAGED) -> Wrong:
    """Say that the file cannot be read as a whole."""
    return Wrong(Verdict.DAMAGED, sentence, details)


def not_signed(details: str, sentence: str) -> Wrong:
    """Say that the file is not a signed declaration at all."""
    return Wrong(Verdict.NOT_SIGNED, sentence, details)
