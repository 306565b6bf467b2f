"""A canvas that tags what it draws: every mark belongs to a structure element or is an artifact.

reportlab offers no tagging. Marked-content operators go into the page's code (ISO 32000-1, 14.6); the
structure tree, the parent tree and the keys of pages and catalog are built from reportlab's own objects
(ISO 32000-1, 14.7; ISO 14289-1, PDF/UA-1).
"""

from __future__ import annotations

import io
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MethodType
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from candour.documents.fonts import REGULAR, font

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_WIDTH, PAGE_HEIGHT = 595.28, 841.89
"""A4 in points."""

_PDF_VERSION = (1, 7)
"""PDF/A-3 is built on PDF 1.7 (ISO 19005-3, clause 6.1.2)."""


@dataclass(eq=False)
class Element:
    """A structure element: its role, its attributes for tables, and its children or marks in reading order."""

    role: str
    attributes: dict[str, str | int] = field(default_factory=dict)
    kids: list[Element | Mark] = field(default_factory=list)

    def add(self, role: str, **attributes: str | int) -> Element:
        """Return a new last child."""
        child = Element(role, attributes)
        self.kids.append(child)
        return child


@dataclass(frozen=True)
class Mark:
    """One marked-content sequence: the page (from 0) and its number on that page."""

    page: int
    number: int


class _Document(pdfdoc.PDFDocument):  # type: ignore[misc]
    """reportlab's document, with an end of line before `endstream` (ISO 19005-3, clause 6.1.7.1)."""

    def Reference(self, obj: Any, name: str | None = None) -> Any:  # noqa: N802 - reportlab's own name
        if isinstance(obj, pdfdoc.PDFStream) and "format" not in vars(obj):
            obj.format = MethodType(_closed_stream, obj)
        return super().Reference(obj, name)


@cache
def _ink(colour: str) -> Any:
    """Return a colour read once: reportlab would look for its name in a new table of names at every line."""
    return HexColor(colour)


def _closed_stream(stream: Any, document: Any) -> bytes:
    written: bytes = type(stream).format(stream, document)
    return written.removesuffix(b"endstream\n") + b"\nendstream\n"


@dataclass(frozen=True)
class _Midnight:
    """The only time that a document names: the start of the day of signing, in UTC, so that bytes repeat."""

    day: date
    dhh: int = 0
    dmm: int = 0

    @property
    def YMDhms(self) -> tuple[int, ...]:  # noqa: N802 - reportlab's own name
        return (self.day.year, self.day.month, self.day.day, 0, 0, 0)


class Pen:
    """Draws on the pages of one document; places are points from the left and from the top.

    Shapes and text are painted inside `tagged` or `artifact`; `pages_done` closes a page, `pdf` the file.
    """

    def __init__(self, day: date, identity: bytes) -> None:
        """Open a document of a day, with 16 bytes as its identifier (ISO 32000-1, 14.4)."""
        font(REGULAR)
        self.root = Element("Document")
        self._owners: list[list[Element]] = [[]]
        self._canvas = Canvas(
            io.BytesIO(), pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, initialFontName=REGULAR
        )
        self.document = _Document(compression=1, invariant=1, lang="en-GB", pdfVersion=_PDF_VERSION)
        self.document._timeStamp = _Midnight(day)  # noqa: SLF001 - it has no public door
        self.document._ID = b"[<%b><%b>]" % ((identity.hex().encode(),) * 2)  # noqa: SLF001 - likewise
        self._canvas._doc = self.document  # noqa: SLF001 - likewise

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        """Give what is painted meanwhile to a structure element."""
        owners = self._owners[-1]
        mark = Mark(len(self._owners) - 1, len(owners))
        owners.append(element)
        element.kids.append(mark)
        self._write(f"/{element.role} <</MCID {mark.number}>> BDC")
        yield
        self._write("EMC")

    @contextmanager
    def artifact(self, subtype: str = "") -> Iterator[None]:
        """Keep what is painted meanwhile out of the reading: rules, boxes, signs, running heads and feet."""
        kind = f"/Type /Pagination /Subtype /{subtype}" if subtype else "/Type /Layout"
        self._write(f"/Artifact <<{kind}>> BDC")
        yield
        self._write("EMC")

    def text(self, x: float, y: float, lines: list[str], face: tuple[str, float, float, str]) -> None:
        """Paint lines, the first baseline at y; the face is font, size, leading and colour."""
        name, size, leading, colour = face
        font(name)
        drawn = self._canvas.beginText(x, PAGE_HEIGHT - y)
        drawn.setFont(name, size, leading)
        drawn.setFillColor(_ink(colour))
        for line in lines:
            drawn.textLine(line)
        self._canvas.drawText(drawn)

    def rule(self, x: float, y: float, to_x: float, width: float, colour: str) -> None:
        """Paint a horizontal line."""
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setLineWidth(width)
        self._canvas.line(x, PAGE_HEIGHT - y, to_x, PAGE_HEIGHT - y)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Paint the outline of a box with round corners, its top left corner at (x, y)."""
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setLineWidth(0.75)
        self._canvas.roundRect(x, PAGE_HEIGHT - y - height, width, height, 4.5, stroke=1, fill=0)

    def outline(self, points: list[tuple[float, float]], colour: str, *, fill: bool, close: bool) -> None:
        """Paint a small sign through points given from the left and from the top."""
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], PAGE_HEIGHT - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, PAGE_HEIGHT - y)
        if close:
            path.close()
        self._canvas.setLineWidth(1.1)
        self._canvas.setStrokeColor(_ink(colour))
        self._canvas.setFillColor(_ink(colour))
        self._canvas.drawPath(path, stroke=0 if fill else 1, fill=1 if fill else 0)

    def bookmark(self, title: str, y: float, level: int) -> None:
        """Bookmark a heading of this page in the document's outline."""
        key = f"h{len(self._canvas._destinations)}"  # noqa: SLF001 - it counts what it keeps
        self._canvas.bookmarkHorizontalAbsolute(key, PAGE_HEIGHT - y)
        self._canvas.addOutlineEntry(title, key, level)

    def page_done(self) -> None:
        """Close this page and open the next."""
        self._canvas.showPage()
        page = self.document.Pages.pages[-1]
        page.Trans = None
        page.Contents = pdfdoc.PDFStream(content=page.stream, filters=[pdfdoc.PDFZCompress])
        page.StructParents = len(self._owners) - 1
        page.Tabs = "/S"
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        self._owners.append([])

    def pdf(self) -> bytes:
        """Return the finished file."""
        self._owners.pop()
        catalog = self.document.Catalog
        catalog.StructTreeRoot = self._tree()
        catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": "true"})
        written: bytes = self.document.GetPDFData(self._canvas)
        return written

    def _write(self, code: str) -> None:
        self._canvas._code.append(code)  # noqa: SLF001 - marked content has no public door

    def _tree(self) -> Any:
        tree = pdfdoc.PDFDictionary({"Type": "/StructTreeRoot"})
        reference = self.document.Reference(tree)
        known: dict[Element, Any] = {}
        tree["K"] = pdfdoc.PDFArray([self._written(self.root, reference, known)])
        numbers: list[Any] = []
        for page, owners in enumerate(self._owners):
            row = self.document.Reference(pdfdoc.PDFArray([known[owner] for owner in owners]))
            numbers += [page, row]
        nums = pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)})
        tree["ParentTree"] = self.document.Reference(nums)
        tree["ParentTreeNextKey"] = len(self._owners)
        return tree

    def _written(self, element: Element, parent: Any, known: dict[Element, Any]) -> Any:
        entry = pdfdoc.PDFDictionary({"Type": "/StructElem", "S": f"/{element.role}", "P": parent})
        reference = known[element] = self.document.Reference(entry)
        entry["K"] = pdfdoc.PDFArray(
            self._mark(kid) if isinstance(kid, Mark) else self._written(kid, reference, known)
            for kid in element.kids
        )
        if element.attributes:
            entry["A"] = pdfdoc.PDFDictionary({"O": "/Table", **element.attributes})
        return reference

    def _mark(self, mark: Mark) -> Any:
        page = self.document.Reference(self.document.Pages.pages[mark.page])
        return pdfdoc.PDFDictionary({"Type": "/MCR", "Pg": page, "MCID": mark.number})
