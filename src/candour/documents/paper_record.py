"""The record of a declaration on paper: what was entered for whom, by whom, and the scan as its attachment.

It is no signed declaration, and says so first of all: the person's signature is ink, and the journal is the proof.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.layout import LEFT, RIGHT, Flow
from candour.documents.paper import Attached, Paper, printed
from candour.documents.signed_pages import grid
from candour.documents.styles import BODY, GREEN, QUIET, SIGN_COLOURS, SMALL, SMALL_INK, STRONG, TINY, TITLE
from candour.documents.tables import Cell, Table, cell, header
from candour.documents.wording import grouped
from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.domain.paper_record import PaperRecord, RecordEntry

NOT_SIGNED = "A record of a declaration on paper. This file is not a signed declaration."

_MIME = {"pdf": "application/pdf", "png": "image/png", "jpeg": "image/jpeg"}

_CHECKING = (
    "The scan is attached to this file. Its SHA-256 fingerprint is the one above.",
    "The proof is the school’s journal: “candour register check” shows that both entries stand unaltered in it.",
    "“candour check” rightly says “Not a signed declaration”: the signature is on the paper itself.",
)


def draw_paper_record(record: PaperRecord, scan: bytes) -> bytes:
    """Return the PDF of a record with its scan attached; the same bytes for the same record and scan.

    Raises Refused when a text holds characters that the fonts lack.
    """

    def fill(flow: Flow) -> None:
        flow.y += 6
        flow.heading(f"Entered for {record.name} from paper", "H1", TITLE)
        flow.space(4)
        flow.paragraph(NOT_SIGNED, STRONG._replace(colour=GREEN))
        flow.space(6)
        _who(flow, record)
        _lines(flow, record)
        _entries(flow, record)
        flow.section("How to check it")
        for words in _CHECKING:
            flow.paragraph(words, BODY)
            flow.space(3)

    name = f"scan of {record.reference}.{record.kind}"
    attached = Attached(name, "The scan of the paper", scan, _MIME[record.kind])
    paper = Paper(record.school, f"Declaration on paper {record.reference}", record.confirmed.day)
    return printed(paper, fill, attached)


def _who(flow: Flow, record: PaperRecord) -> None:
    pairs = [
        ("Name", record.name, STRONG),
        ("Staff number", record.number, BODY),
        ("Role", record.role, BODY),
        ("Signed on paper", uk_date(record.signed_on), BODY),
        ("Reference", record.reference, BODY),
        ("Round", record.round, BODY),
        ("Declaration", record.title, BODY),
        ("Policy", record.policy, BODY),
    ]
    grid(flow, pairs)


def _lines(flow: Flow, record: PaperRecord) -> None:
    flow.section("What stands on the paper")
    columns = [(LEFT, 76.0), (LEFT + 82, 278.0), (LEFT + 368, RIGHT - LEFT - 368)]
    table = Table(flow, columns, [header("Policy"), header("Statement"), header("Outcome")])
    for line in record.lines:
        place = ((line.point, QUIET), (line.place, TINY)) if line.place else ((line.point, QUIET),)
        style = STRONG._replace(colour=SIGN_COLOURS[line.mark])
        table.row([Cell(place), cell(line.statement), Cell(((line.outcome, style),), sign=line.mark)])
    flow.space(5)
    flow.paragraph("Outcomes alone: reasons for an exception go to the Headteacher in a closed envelope.", SMALL)


def _entries(flow: Flow, record: PaperRecord) -> None:
    flow.section("How it came into the register")
    columns = [(LEFT, 108.0), (LEFT + 116, RIGHT - LEFT - 116)]
    table = Table(flow, columns)
    rows = (
        ("Entered by", _entry(record.entered)),
        ("Confirmed by", _entry(record.confirmed)),
        ("SHA-256 of the scan", grouped(record.scan.upper())),
    )
    for label, words in rows:
        table.row([header(label, QUIET, "Row"), cell(words, SMALL_INK)])


def _entry(entry: RecordEntry) -> str:
    return ", ".join(part for part in (entry.name, uk_date(entry.day), entry.entry) if part)
