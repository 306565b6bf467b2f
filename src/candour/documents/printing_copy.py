"""Declarations in one PDF, to be printed: plainly a copy, with nothing of a signature left in it.

Only what a page looks like is taken over. Fields, attachments, structure and metadata stay behind, so that no
reader shows a signature and `candour check` calls it what it is. Each declaration begins on the front of a sheet.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import pikepdf
from reportlab.pdfgen.canvas import Canvas

from candour.documents.fonts import BOLD, font, measure
from candour.documents.tagging import PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = "Copy for printing. Not a signed declaration."

_SIZE, _BASELINE, _PAD = 10.5, 30.0, 6.0
"""The mark in the upper margin: its size, its baseline from the top, and the room in its box, in points."""

_OF_A_PAGE = {"/Type", "/Parent", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents"}
"""All that is taken over from a page: how it looks."""


def printing_copy(round_name: str, declarations: Iterable[tuple[str, bytes]]) -> bytes:
    """Return one PDF of all declarations, each with its name as a bookmark and the mark on every page."""
    opened: list[pikepdf.Pdf] = []
    try:
        with pikepdf.new() as whole, pikepdf.open(io.BytesIO(_mark())) as mark:
            sign = whole.copy_foreign(mark.pages[0].as_form_xobject())
            with whole.open_outline() as outline:
                for name, content in declarations:
                    opened.append(pikepdf.open(io.BytesIO(content)))
                    outline.root.append(pikepdf.OutlineItem(name, len(whole.pages)))
                    _append(whole, opened[-1], sign)
            _describe(whole, round_name)
            saved = io.BytesIO()
            whole.save(saved, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    finally:
        for each in opened:
            each.close()
    return saved.getvalue()


def _append(whole: pikepdf.Pdf, declaration: pikepdf.Pdf, sign: pikepdf.Object) -> None:
    for page in declaration.pages:
        whole.pages.append(page)
        _mark_page(whole.pages[-1], sign)
    if len(declaration.pages) % 2:
        whole.add_blank_page(page_size=(PAGE_WIDTH, PAGE_HEIGHT))
        _mark_page(whole.pages[-1], sign)


def _mark_page(page: pikepdf.Page, sign: pikepdf.Object) -> None:
    for key in set(page.obj.keys()) - _OF_A_PAGE:
        del page.obj[key]
    name = page.add_resource(sign, pikepdf.Name.XObject, pikepdf.Name("/CopyForPrinting"))
    page.contents_add(b"q\n", prepend=True)
    page.contents_add(b"\nQ\nq\n%s Do\nQ\n" % str(name).encode())


def _describe(whole: pikepdf.Pdf, round_name: str) -> None:
    whole.Root.Lang = pikepdf.String("en-GB")
    whole.Root.PageMode = pikepdf.Name.UseOutlines
    whole.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    whole.docinfo["/Title"] = pikepdf.String(f"Declarations {round_name}. {MARK}")
    whole.docinfo["/Producer"] = pikepdf.String("Candour, with pikepdf")


@cache
def _mark() -> bytes:
    """Return a page that holds nothing but the mark."""
    font(BOLD)
    drawn = io.BytesIO()
    canvas = Canvas(drawn, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), invariant=1)
    wide = measure(MARK, BOLD, _SIZE)
    left, low = (PAGE_WIDTH - wide) / 2, PAGE_HEIGHT - _BASELINE
    canvas.setLineWidth(1)
    canvas.rect(left - _PAD, low - _PAD, wide + 2 * _PAD, _SIZE + 1.5 * _PAD)
    canvas.setFont(BOLD, _SIZE)
    canvas.drawString(left, low, MARK)
    canvas.save()
    return drawn.getvalue()
