"""The page that goes with an export: what lies beside it, and how to verify it without Candour."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents.paper import Paper, printed
from candour.documents.styles import BODY, QUIET, SMALL_INK, STRONG, TITLE
from candour.documents.wording import grouped

if TYPE_CHECKING:
    from datetime import date

    from candour.documents.layout import Flow

_TITLE = "How to verify these declarations"

_ROOT = (
    "The root certificate is not in this folder, on purpose: whoever changes a file could change a certificate "
    "beside it too. Ask the school for school-root.cer, and compare its SHA-256 fingerprint with this one. It "
    "stands on every declaration too."
)
_STEPS = (
    ("With Candour", ("candour check declarations --root school-root.cer",)),
    (
        "Without Candour, on Debian or Ubuntu (packages libnss3-tools and poppler-utils)",
        (
            "mkdir trust && certutil -N -d sql:trust --empty-password",
            "certutil -A -d sql:trust -n school -t C,C,C -i school-root.cer",
            "pdfsig -nssdir sql:trust declarations/FILE.pdf",
        ),
    ),
    ("Whether a file is the one that was exported", ("sha256sum -c SHA256SUMS",)),
)
_MEANING = (
    "For both signatures pdfsig says “Signature is Valid” and “Certificate is Trusted”, and for the second “Total "
    "document signed”. The first is the person’s, the second the school’s seal, whose reason names the place in "
    "the school’s journal. A reader may say “validity unknown” until it trusts the root."
)

_ON_PAPER = (
    "A folder “on paper” holds records of what was entered from paper, each with its scan attached. They carry no "
    "signature: the school’s journal is the proof."
)


def draw_how_to_verify(school: str, day: date, root: str) -> bytes:
    """Return the PDF of the page; `root` is the SHA-256 of the school's root certificate in hex."""

    def fill(flow: Flow) -> None:
        flow.heading(_TITLE, "H1", TITLE)
        flow.space(6)
        flow.paragraph(_ROOT, BODY)
        flow.space(3)
        flow.paragraph(grouped(root.upper()), STRONG)
        for heading, commands in _STEPS:
            flow.section(heading)
            for command in commands:
                flow.paragraph(command, SMALL_INK)
                flow.space(2)
        flow.section("What the answer means")
        flow.paragraph(_MEANING, BODY)
        flow.space(4)
        flow.paragraph("The record of each declaration is declaration.json, attached to its PDF.", QUIET)
        flow.space(2)
        flow.paragraph(_ON_PAPER, QUIET)

    return printed(Paper(school, _TITLE, day), fill)
