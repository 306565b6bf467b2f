"""The page that checks PDFs, made with sample findings for the registry."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from tests.gui.pages.registry_people import few

from candour.documents import verdicts
from candour.domain.pdf_check import CheckedPdf, InRegister
from candour.gui.pages.check_pdf import CheckPdfPage
from candour.gui.places import CHECK_PDF

if TYPE_CHECKING:
    from candour.gui.theme import Theme

FRAME = few(CHECK_PDF)
GENUINE = CheckedPdf(
    file="2026-10-16 Declaration - Beispiel, Anna.pdf",
    folder="/srv/invented",
    verdict="Genuine and unchanged",
    genuine=True,
    sentence=verdicts.GENUINE,
    details="",
    sha256="ab" * 32,
    reference="D-2026-0038",
    kind="declaration",
    person="Anna Beispiel",
    signed_by="Anna Beispiel",
    school="Invented Primary School",
    signed_at=datetime(2026, 10, 16, 16, 12, tzinfo=UTC),
    sealed_at=datetime(2026, 10, 30, 9, 3, tzinfo=UTC),
    in_register=InRegister.SAME,
    entry=412,
    key_since=date(2026, 9, 1),
)
CHANGED = CheckedPdf(
    "declaration-final(2).pdf",
    "/srv/invented",
    "Changed after signing",
    genuine=False,
    sentence=verdicts.CHANGED,
    details="the last signature does not cover the whole file",
    sha256="cd" * 32,
)
SCAN = CheckedPdf(
    "scan-0042.pdf",
    "/srv/invented",
    "Not a signed declaration",
    genuine=False,
    sentence=verdicts.NO_SIGNATURE,
    details="",
    sha256="ef" * 32,
)


def check_pdf_page(_theme: Theme) -> CheckPdfPage:
    return CheckPdfPage(FRAME)


def working_page(_theme: Theme) -> CheckPdfPage:
    page = CheckPdfPage(FRAME)
    page.begin_check(200)
    page.add(GENUINE)
    page.add(CHANGED)
    return page


def found_page(_theme: Theme) -> CheckPdfPage:
    page = CheckPdfPage(FRAME)
    page.begin_check(3)
    for found in (GENUINE, CHANGED, SCAN):
        page.add(found)
    page.finish()
    return page
