"""How the tests of the documents read a PDF: with pikepdf and poppler, which know nothing of the drawing."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

PAINTING = frozenset(
    {"Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE IMAGE"}
)


@dataclass(frozen=True)
class Element:
    """One element of the structure tree, with the element above it."""

    object: Any
    above: Element | None

    @property
    def role(self) -> str:
        return str(self.object.S)

    @property
    def kids(self) -> list[Any]:
        return list(self.object.get("/K", []))

    def __hash__(self) -> int:
        return hash(self.object.objgen)


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def attached(pdf: bytes) -> dict[str, bytes]:
    """Return the attachments by name."""
    with opened(pdf) as file:
        return {name: held.get_file().read_bytes() for name, held in file.attachments.items()}


def elements(pdf: pikepdf.Pdf) -> list[Element]:
    """Return the structure elements in reading order."""
    return [found for kid in pdf.Root.StructTreeRoot.K for found in _below(Element(kid, None))]


def _below(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if "/S" in kid:
            yield from _below(Element(kid, element))


def painted(page: pikepdf.Page) -> list[tuple[str, tuple[str, ...]]]:
    """Return every painting operator of a page with the marks that are open around it."""
    open_marks: list[str] = []
    found = []
    for instruction in pikepdf.parse_content_stream(page):
        operator = str(instruction.operator)
        if operator in {"BDC", "BMC"}:
            open_marks.append(_mark(instruction.operands))
        elif operator == "EMC":
            open_marks.pop()
        elif operator in PAINTING:
            found.append((operator, tuple(open_marks)))
    assert not open_marks
    return found


def _mark(operands: Any) -> str:
    properties = operands[1] if len(operands) > 1 else {}
    return f"{operands[0]} {properties['/MCID']}" if "/MCID" in properties else str(operands[0])


def text_of(pdf: bytes) -> str:
    """Return the words as poppler lays them out."""
    return _poppler(["pdftotext", "-layout", "-", "-"], pdf)


def words_of(pdf: bytes) -> str:
    """Return the words in the order of the pages, every run of white space as one space."""
    return " ".join(_poppler(["pdftotext", "-raw", "-", "-"], pdf).split())


def structure_of(pdf: bytes) -> str:
    """Return the structure tree with its text, as poppler reads it aloud."""
    return _poppler(["pdfinfo", "-struct-text", "-"], pdf)


def _poppler(command: list[str], pdf: bytes) -> str:
    return subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
