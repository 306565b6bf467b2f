"""The peer: reportlab and pyHanko as their own documentation shows them, on the same facts and the same keys."""

from __future__ import annotations

import logging
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from candour.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from candour.domain.declaration import DeclarationFacts
    from candour.keys.identity import SigningKey


for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL)  # a trace for each stranger's file would cost the peer time


def signer_of(key: SigningKey, folder: Path) -> signers.SimpleSigner:
    """Return pyHanko's signer, loaded from the PEM files of one of our keys."""
    folder.mkdir(parents=True)
    private, certificate = folder / "key.pem", folder / "cert.pem"
    private.write_bytes(key.private_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    certificate.write_bytes(_pem(key.certificate))
    above = [folder / f"above-{at}.pem" for at in range(len(key.chain))]
    for path, der in zip(above, key.chain, strict=True):
        path.write_bytes(_pem(der))
    loaded: signers.SimpleSigner | None = signers.SimpleSigner.load(
        str(private), str(certificate), ca_chain_files=tuple(str(path) for path in above)
    )
    if loaded is None:
        raise LookupError("pyHanko did not take the key")
    return loaded


def sign(pdf: bytes, field: str, signer: signers.SimpleSigner, reason: str) -> bytes:
    """Return the PDF signed with `sign_pdf`, nothing said but what a PAdES signature needs."""
    said = signers.PdfSignatureMetadata(field_name=field, reason=reason, subfilter=SigSeedSubFilter.PADES)
    signed: Any = signers.sign_pdf(IncrementalPdfFileWriter(BytesIO(pdf)), said, signer=signer)
    return bytes(signed.getvalue())


def trusting(root: Path) -> ValidationContext:
    """Return a context that trusts one root certificate, and asks no network."""
    return ValidationContext(trust_roots=[load_cert_from_pemder(str(root))], allow_fetching=False)


def validates(path: Path, context: ValidationContext) -> bool:
    """Return whether pyHanko finds two signatures, each of them good, with its own difference analysis."""
    with path.open("rb") as file:
        found = [validate_pdf_signature(each, context) for each in PdfFileReader(file).embedded_signatures]
    return len(found) == 2 and all(status.bottom_line for status in found)


def register_fonts() -> None:
    """Register the two fonts, once in a process."""
    for name in ("Regular", "Bold"):
        path = resource_path("fonts", f"NotoSans-{name}.ttf")
        pdfmetrics.registerFont(TTFont(f"Peer-{name}", str(path)))


def draw(facts: DeclarationFacts) -> bytes:
    """Return the same facts as platypus lays them out: no tags, no attachment, no archive profile."""
    output = BytesIO()
    margins = dict.fromkeys(("topMargin", "bottomMargin", "leftMargin", "rightMargin"), 48)
    page = SimpleDocTemplate(output, pagesize=A4, title=facts.title, author=facts.person.name, **margins)
    page.build([*_first(facts), PageBreak(), *_second(facts)])
    return output.getvalue()


def _first(facts: DeclarationFacts) -> list[Any]:
    person = facts.person
    lines = [(f"{line.point}, {line.place}", line.statement, line.outcome) for line in facts.lines]
    answers = [(one.number, one.question, one.answer) for one in facts.answers]
    return [
        _words(facts.title, "title"),
        _words(facts.summary),
        _table([("Name", person.name), ("Staff number", person.number), ("Role", person.role)], (90, 400)),
        _table([("Policy", "Statement", "Outcome"), *lines], (90, 290, 110)),
        *([_table([("No.", "Question", "My answer"), *answers], (40, 260, 190))] if answers else []),
        *(_words(one.words) for one in facts.exceptions),
        _words(facts.note),
        _words(facts.declaration),
        Spacer(1, 12),
        _words(f"{person.name}, {facts.signed_on:%d %B %Y}, key {person.key}"),
    ]


def _second(facts: DeclarationFacts) -> list[Any]:
    asked = [(one.number, one.point, one.question, " · ".join(one.options)) for one in facts.asked]
    return [
        _words("How to verify", "title"),
        _words("Any program that checks PAdES signatures verifies this file."),
        _table([("Root", facts.school.root), ("Pack", facts.policy.pack), ("Seen", facts.head.hash)], (60, 430)),
        _table([("No.", "Policy", "Question", "Options"), *asked], (30, 50, 160, 250)),
    ]


def _table(rows: Iterable[tuple[str, ...]], widths: tuple[int, ...]) -> Table:
    return Table([[_words(cell) for cell in row] for row in rows], colWidths=widths, style=_TIGHT)


_ALL = (0, 0), (-1, -1)
_TIGHT = [("TOPPADDING", *_ALL, 1.5), ("BOTTOMPADDING", *_ALL, 1.5), ("LINEBELOW", *_ALL, 0.5, "#e1e5e3")]


def _words(text: str, kind: str = "body") -> Paragraph:
    return Paragraph(text, _style(kind))


@cache
def _style(kind: str) -> ParagraphStyle:
    name, size = ("Peer-Bold", 16) if kind == "title" else ("Peer-Regular", 8)
    above = getSampleStyleSheet()["BodyText"]
    return ParagraphStyle(kind, above, fontName=name, fontSize=size, leading=size * 1.3, spaceBefore=0)


def _pem(der: bytes) -> bytes:
    return x509.load_der_x509_certificate(der).public_bytes(Encoding.PEM)
