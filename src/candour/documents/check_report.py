"""The report of a check: every file with its verdict, drawn to be printed or kept; it is no proof by itself."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from candour.documents.fonts import lacking
from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.paper import Paper, printed
from candour.documents.styles import BODY, FINE, QUIET, SMALL, SMALL_INK, STRONG, TITLE
from candour.documents.tables import Cell, Table, cell, header
from candour.documents.wording import grouped
from candour.domain.dates import uk_date
from candour.domain.pdf_check import InRegister, tally

if TYPE_CHECKING:
    from candour.domain.pdf_check import CheckedPdf, CheckPaper

_TITLE = "Check of PDFs"
_FILE, _VERDICT, _GAP = 176.0, 128.0, 8.0
"""The widths of the first two columns and the gap between columns, in points."""


def draw_check_report(paper: CheckPaper) -> bytes:
    """Return the PDF of a report; raises Refused when a text holds characters that the fonts lack."""

    def fill(flow: Flow) -> None:
        flow.heading(_TITLE, "H1", TITLE)
        flow.space(4)
        flow.paragraph(_summary(paper), STRONG)
        flow.space(2)
        flow.paragraph(f"Checked by {paper.by} on {uk_date(paper.made_on)}, against this root (SHA-256):", BODY)
        flow.paragraph(grouped(paper.root.upper()), SMALL_INK)
        flow.space(3)
        flow.paragraph(
            "This report carries no signature. Whoever doubts it checks the files again: each is named with its "
            "SHA-256.",
            QUIET,
        )
        flow.section("The files")
        second, third = LEFT + _FILE + _GAP, LEFT + _FILE + _VERDICT + 2 * _GAP
        columns = [(LEFT, _FILE), (second, _VERDICT), (third, RIGHT - third)]
        table = Table(flow, columns, [header(head) for head in ("File", "Verdict", "What it says")])
        for each in paper.files:
            table.row([_file(each), cell(each.verdict, STRONG), _said(each)])

    return printed(Paper(paper.school, _TITLE, paper.made_on), fill)


def _summary(paper: CheckPaper) -> str:
    counts = ", ".join(f"{verdict}: {count}" for verdict, count in tally(paper.files))
    return f"{len(paper.files)} files. {counts}." if len(paper.files) != 1 else f"1 file. {counts}."


def _file(checked: CheckedPdf) -> Cell:
    digest = grouped(checked.sha256.upper()) if checked.sha256 else "could not be read"
    return Cell(((_printable(checked.file), SMALL_INK), (digest, FINE)))


def _printable(name: str) -> str:
    """Return a name with a question mark for each character that the font lacks: a report names every file."""
    composed = unicodedata.normalize("NFC", name)
    lacks = lacking(composed)
    return "".join("?" if letter in lacks else letter for letter in composed)


def _said(checked: CheckedPdf) -> Cell:
    parts = [(checked.sentence, SMALL_INK)]
    if checked.details:
        parts.append((f"Found: {checked.details}", SMALL))
    if checked.reference:
        signed = f", signed {checked.signed_at:%d.%m.%Y %H:%M %Z}" if checked.signed_at else ""
        parts.append((f"{checked.reference}, {checked.person}{signed}", SMALL))
    if checked.in_register is InRegister.SAME:
        parts.append((f"In the register: entry {checked.entry}, the same content", SMALL))
    elif checked.in_register is InRegister.OTHER:
        parts.append(("In the register, but not with this content", SMALL))
    return Cell(tuple(parts))
