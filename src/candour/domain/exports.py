"""What an export of declarations holds: a line of its index for each file, and names that every system accepts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum

LONGEST = 120
"""Characters of a file's name before its ending: with a folder's path Windows takes 260 in all."""

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What Windows refuses in a file's name (Microsoft, "Naming Files, Paths, and Namespaces")."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
"""How a cell begins that a spreadsheet may take for a formula (OWASP, "CSV Injection"), and our own mark."""


class Existing(Enum):
    """What becomes of a file that lies where one is to be written, with other content: asked once for all."""

    KEEP_BOTH = "keep both"
    REPLACE = "replace"
    SKIP = "skip"


@dataclass(frozen=True)
class ExportLine:
    """One declaration of an export, as HR may see it; `digest` is the SHA-256 of its newest stored bytes.

    `exceptions` are the references that its outcomes name, `open_lines` and `next_date` what is still to do.
    """

    reference: str
    name: str
    number: str
    role: str
    phase: str
    checklist: str
    signed_on: date
    sealed: bool
    open_lines: int
    next_date: date | None
    exceptions: tuple[str, ...]
    digest: str
    file: str


def file_name(signed_on: date, name: str, reference: str, taken: set[str], what: str = "Declaration") -> str:
    """Return "2026-10-16 Declaration - Surname, First.pdf", with the reference where another file has that name.

    `taken` are the names in use, in small letters: Windows and macOS tell no capital from a small letter. `what` is
    the title of a declaration that not everybody signs ("School accounts declaration").
    """
    *first, surname = name.split() or ["nameless"]
    whole = f"{surname}, {' '.join(first)}" if first else surname
    plain = safe_name(f"{signed_on.isoformat()} {what} - {whole}")
    if f"{plain}.pdf".lower() in taken:
        plain = safe_name(f"{plain} {reference}")
    return f"{plain}.pdf"


def safe_name(text: str) -> str:
    """Return a text as a file's name that Windows, macOS and Linux take: what they refuse is left out."""
    shown = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] != "C")
    return " ".join(_NOT_IN_NAMES.sub(" ", shown).split())[:LONGEST].rstrip(". ")


def another_name(name: str, taken: set[str]) -> str:
    """Return a name beside one that is in use: "… (2).pdf", "… (3).pdf"."""
    stem, dot, ending = name.rpartition(".")
    count = 2
    while f"{stem} ({count}){dot}{ending}".lower() in taken:
        count += 1
    return f"{stem} ({count}){dot}{ending}"


def neutral(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula: an apostrophe goes before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_it_was(text: str) -> str:
    """Return the text of a cell that `neutral` wrote."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
