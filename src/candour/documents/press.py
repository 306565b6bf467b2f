"""All of the documents' work behind one door, as services ask for it (`services.ports.Documents`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.documents import (
    chair_papers,
    declaration,
    fonts,
    held,
    letter,
    recovery_sheet,
    sealing,
    signing,
    slip,
)
from candour.documents import facts as facts_of

if TYPE_CHECKING:
    from datetime import datetime

    from candour.documents.cms import Signer
    from candour.domain.chair_papers import ChairPaper
    from candour.domain.declaration import DeclarationFacts
    from candour.domain.held import HeldPaper
    from candour.domain.letter import LetterFacts
    from candour.domain.papers import RecoveryPaper, SlipPaper

REASON = "I confirm this declaration"
"""What a PDF reader shows as the reason of the person's signature."""


DECISION = "I decided this request"
"""What a PDF reader shows as the reason of the decider's signature."""


class Press:
    """Draws, signs and seals declarations, full copies and decision letters, and draws papers."""

    def draw(self, facts: DeclarationFacts) -> bytes:
        """Return the page with its signature fields made, ready to be shown and signed."""
        return signing.prepare(declaration.draw(facts), two_fields=facts.kind == "declaration")

    def facts_hash(self, facts: DeclarationFacts) -> str:
        """Return the SHA-256 of the canonical facts in hex."""
        return facts_of.facts_hash(facts)

    def sign(self, prepared: bytes, signer: Signer, when: datetime, name: str) -> bytes:
        """Return the prepared bytes with the person's signature appended."""
        return signing.sign(prepared, signer, when=when, name=name, reason=REASON)

    def seal(self, signed: bytes, seal: Signer, root: bytes, when: datetime, reason: str) -> bytes:
        """Return the signed bytes with the school's seal; raises Refused if page and facts disagree."""
        return sealing.seal(signed, seal, root=root, when=when, reason=reason)

    def held(self, paper: HeldPaper) -> bytes:
        """Return what is held about a person as a PDF."""
        return held.draw_held(paper)

    def lacking(self, text: str) -> str:
        """Return the characters of a text that the printed font lacks."""
        return fonts.lacking(text)

    def recovery_sheet(self, paper: RecoveryPaper) -> bytes:
        """Return the recovery sheet as a PDF, two copies of it."""
        return recovery_sheet.draw_recovery_sheet(paper)

    def slips(self, paper: SlipPaper) -> bytes:
        """Return invitation slips as a PDF, and what to read before coming."""
        return slip.draw_slips(paper)

    def letter(self, facts: LetterFacts, signer: Signer, when: datetime) -> bytes:
        """Return a decision letter, drawn from its facts and signed by who decided."""
        prepared = signing.prepare(letter.draw_letter(facts), two_fields=False)
        return signing.sign(prepared, signer, when=when, name=facts.decided_by.name, reason=DECISION)

    def letter_hash(self, facts: LetterFacts) -> str:
        """Return the SHA-256 of the canonical facts of a decision letter in hex."""
        return facts_of.facts_hash(facts)

    def chair_papers(self, paper: ChairPaper) -> bytes:
        """Return the request sheet for the chair and the answer slip as a PDF."""
        return chair_papers.draw_chair_papers(paper)
