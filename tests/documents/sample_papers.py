"""Forms and records of declarations on paper, of plainly invented people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.documents.sample_letters import NAMES, PACK

from candour.domain.paper_declaration import form_of
from candour.domain.paper_form import FormPaper, FormPoint
from candour.domain.paper_record import PaperRecord, RecordEntry, RecordLine
from candour.domain.wording import fill

CHECKLIST = PACK.checklist("personal")
FORM = form_of(CHECKLIST)
SCAN = b"%PDF-1.7 the scan of a paper (sample)"


def form_paper(**changed: Any) -> FormPaper:
    numbers = {line.id: line.point for line in CHECKLIST.lines}
    paper = FormPaper(
        school="Sample Primary School",
        title="Social media declaration 2026–27",
        policy=PACK.title,
        due=date(2026, 10, 16),
        printed_on=date(2026, 10, 1),
        points=tuple(
            FormPoint(
                line.point,
                PACK.point(line.point).place,
                fill(line.statement, NAMES),
                box.may_stay_open,
                box.may_lack,
            )
            for line, box in zip(CHECKLIST.lines, FORM.lines, strict=True)
        ),
        excepts=tuple(tuple(dict.fromkeys(numbers[line] for line in group)) for group in FORM.excepts),
        declaration=fill(PACK.declaration, NAMES),
        headteacher="Hedda Head",
        lead="Leda Lead",
        hr="Bea Bursar",
    )
    return replace(paper, **changed)


def paper_record(**changed: Any) -> PaperRecord:
    lines = tuple(
        RecordLine(line.point, PACK.point(line.point).place, fill(line.statement, NAMES), "confirmed", "Confirmed")
        for line in CHECKLIST.lines[:3]
    )
    record = PaperRecord(
        school="Sample Primary School",
        title="Social media declaration 2026–27",
        policy=PACK.title,
        reference="D-2026-0038-P",
        round="2026–27",
        name="Iris Invented",
        number="0038",
        role="Midday supervisor",
        signed_on=date(2026, 10, 12),
        lines=(*lines, replace(lines[0], mark="open", outcome="Open until 30 October 2026")),
        entered=RecordEntry("Bea Bursar", date(2026, 10, 13), "entry 61, chain ab12"),
        confirmed=RecordEntry("Dev Deputy", date(2026, 10, 14), "entry 64, chain cd34"),
        scan="5c" * 32,
        kind="pdf",
    )
    return replace(record, **changed)
