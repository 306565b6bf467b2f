"""Who signed, as what, when, under which reference, and how anyone can verify it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.gui.language import day_words
from candour.gui.metrics import Type
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Facts
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Signature:
    """What the block says; `at` carries its zone, and `verify` is the line on how to verify."""

    title: str
    name: str
    role: str
    at: datetime
    reference: str
    verify: str


class SignatureBlock(Card):
    """A card with a bar in the colour of what is done; the words say it as well."""

    def __init__(self, signature: Signature) -> None:
        super().__init__(bar="done", spacing=2)
        self.body.addWidget(BodyLabel(signature.title, muted=True, caption=True))
        self.name = TextLabel(signature.name, step=Type.H3, measure=None)
        self.body.addWidget(self.name)
        self.body.addWidget(BodyLabel(signature.role, muted=True))
        facts = Facts()
        self.facts = (
            (self.tr("Signed"), moment(signature.at)),
            (self.tr("Reference"), signature.reference),
            (self.tr("Verify"), signature.verify),
        )
        for name, words in self.facts:
            facts.add(name, words)
        self.body.addWidget(facts)


def moment(at: datetime) -> str:
    """Return a moment as "Friday 16 October 2026, 10:42 BST"; one without a zone is a bug and is loud."""
    if at.tzinfo is None:
        raise ValueError("the moment of a signature carries its zone")
    return f"{day_words(at.date(), weekday=True)}, {at:%H:%M %Z}"
