"""What an export of declarations holds: a line of its index for each file, and names that every system accepts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import Enum

DECLARATIONS, ON_PAPER = "declarations", "on paper"
"""The folders of an export: the signed files stand apart, so that a check of theirs meets nothing else."""

LONGEST = 120
"""Characters of a file's name before its ending: with a folder's path Windows takes 260 in all."""

LONGEST_BYTES = 230
"""And bytes of it: Linux takes 255 for a whole name, and an ending and a number come after it."""

COPY = "Copy for printing"
"""How the PDF with all declarations in it is called, which carries no signature."""

_COPY = re.compile(rf"{COPY}( \d+ of \d+)?\.pdf")

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
"""What Windows refuses in a file's name (Microsoft, "Naming Files, Paths, and Namespaces")."""

_DEVICE = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
"""Names that Windows keeps for devices, whatever ending follows."""

_FORMULA = tuple("=+-@|%＝＋－＠")
"""How a cell begins that a spreadsheet may take for a formula (OWASP, "CSV Injection"), blanks before it or not."""

_MARKED = ("\t", "\r", "\n", "'")
"""And as it begins for a cell's own first sign alone: what some programs drop, and our own mark."""


class Existing(Enum):
    """What becomes of a file that lies where one is to be written, with other content: asked once for all."""

    KEEP_BOTH = "keep both"
    REPLACE = "replace"
    SKIP = "skip"


@dataclass(frozen=True)
class ExportLine:
    """One declaration of an export, as HR may see it; `digest` is the SHA-256 of its newest stored bytes.

    `exceptions` are the references that its outcomes name, `open_lines` and `next_date` what is still to do.
    `on_paper` says who entered and who confirmed what came from paper, "" for what its person signed.
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
    on_paper: str = ""

    @property
    def folder(self) -> str:
        """The folder of its file within the export."""
        return ON_PAPER if self.on_paper else DECLARATIONS


def file_name(signed_on: date, name: str, reference: str, taken: set[str], what: str = "Declaration") -> str:
    """Return "2026-10-16 Declaration - Surname, First.pdf", with the reference where another file has that name.

    `taken` are the names in use, as `one_name` writes them. `what` is the title of a declaration that not everybody
    signs ("School accounts declaration").
    """
    *first, surname = name.split() or ["nameless"]
    whole = f"{surname}, {' '.join(first)}" if first else surname
    begins = f"{signed_on.isoformat()} {what} - {whole}"
    plain = f"{safe_name(begins)}.pdf"
    return f"{safe_name(begins, f' {reference}')}.pdf" if one_name(plain) in taken else plain


def one_name(name: str) -> str:
    """Return a file's name as Windows and macOS tell names apart: by neither capitals nor how "é" is written."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def safe_name(text: str, ending: str = "") -> str:
    """Return a text as a file's name that Windows, macOS and Linux take: what they refuse is left out.

    What is too long is cut before `ending`, which stays whole.
    """
    shown = "".join(c for c in unicodedata.normalize("NFC", text) if unicodedata.category(c)[0] != "C")
    kept = " ".join(_NOT_IN_NAMES.sub(" ", shown).split())[: LONGEST - len(ending)]
    while len(f"{kept}{ending}".encode()) > LONGEST_BYTES:
        kept = kept[:-1]
    named = f"{kept.rstrip('. ')}{ending}" or "_"
    return f"_{named}"[:LONGEST] if _DEVICE.fullmatch(named.partition(".")[0].rstrip()) else named


def beyond_260(path: str) -> str:
    r"""Return an absolute path of Windows in the form that may be longer than 260 characters (\\?\)."""
    if path.startswith("\\\\?\\"):
        return path
    return f"\\\\?\\UNC\\{path[2:]}" if path.startswith("\\\\") else f"\\\\?\\{path}"


def another_name(name: str, taken: set[str]) -> str:
    """Return a name beside one that is in use: "… (2).pdf", "… (3).pdf"; `taken` as `one_name` writes them."""
    stem, dot, ending = name.rpartition(".")
    count = 2
    while one_name(f"{stem} ({count}){dot}{ending}") in taken:
        count += 1
    return f"{stem} ({count}){dot}{ending}"


def copy_names(parts: int) -> tuple[str, ...]:
    """Return the names of the copy for printing in so many parts."""
    if parts == 1:
        return (f"{COPY}.pdf",)
    return tuple(f"{COPY} {part} of {parts}.pdf" for part in range(1, parts + 1))


def is_copy(name: str) -> bool:
    """Return whether a name is one that `copy_names` gives."""
    return bool(_COPY.fullmatch(name))


def neutral(text: str) -> str:
    """Return a cell's text so that no spreadsheet takes it for a formula: an apostrophe goes before it."""
    return f"'{text}" if _could_be_formula(text) else text


def as_it_was(text: str) -> str:
    """Return the text of a cell that `neutral` wrote."""
    return text[1:] if text.startswith("'") and _could_be_formula(text[1:]) else text


def _could_be_formula(text: str) -> bool:
    return text.startswith(_MARKED) or text.lstrip().startswith(_FORMULA)


@dataclass(frozen=True)
class Step:
    """How far an export is: files done of all, and the seconds that the rest may take; None while nobody knows.

    `copy` is the name of the copy for printing that is being made, once the files are done.
    """

    done: int
    count: int
    left: float | None
    copy: str = ""
