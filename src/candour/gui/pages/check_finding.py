"""One file that was checked, as a card: the verdict, who signed and sealed it, and what to do."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from candour.domain.pdf_check import InRegister
from candour.gui.language import day_words, time_words
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip, ChipRole
from candour.gui.widgets.facts import Facts, Finding
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import datetime

    from candour.domain.pdf_check import CheckedPdf

ROLES: dict[str, ChipRole] = {
    "Genuine and unchanged": "done",
    "Signed, not yet sealed by the school": "waiting",
    "Unchanged, but made by a school unknown here": "todo",
    "Changed after signing": "danger",
    "Not a signed declaration": "todo",
    "Damaged": "danger",
}
"""How each verdict looks; the words stand beside."""

_REGISTER_ROLES: dict[InRegister, ChipRole] = {
    InRegister.SAME: "done",
    InRegister.OTHER: "danger",
    InRegister.ABSENT: "neutral",
}


def finding_card(checked: CheckedPdf, *, narrow: bool) -> Card:
    """Return a file as a card: what it is, the verdict, who signed and sealed it, and what to do."""
    role = ROLES[checked.verdict]
    title = f"{checked.reference} · {checked.person}" if checked.reference else checked.file
    card = Card(title, bar=role, padding=24)
    chip = Chip(checked.verdict, role)
    if narrow:
        card.body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
    else:
        card.beside_title(chip)
    if checked.reference:
        card.body.addWidget(_facts(checked, narrow=narrow))
    if not checked.genuine:
        card.body.addWidget(BodyLabel(checked.sentence, measure=None))
    for line in _small_print(checked):
        card.body.addWidget(BodyLabel(line, muted=True, caption=True, measure=None))
    return card


def _facts(checked: CheckedPdf, *, narrow: bool) -> Facts:
    facts = Facts(names=3 if narrow else 2)
    whose: ChipRole = "todo" if checked.verdict.startswith("Unchanged, but") else "done"
    if checked.signed_at is not None:
        words = f"{checked.signed_by}, {_moment(checked.signed_at)}"
        if checked.key_since is not None:
            words = _tr("{signed}, with the key made on {day}").format(
                signed=words, day=day_words(checked.key_since)
            )
        facts.add(_tr("Signed by"), Finding(words, whose, strong=len(checked.signed_by)))
    if checked.sealed_at is not None:
        words = f"{checked.school}, {_moment(checked.sealed_at)}"
        facts.add(_tr("Sealed by"), Finding(words, whose, strong=len(checked.school)))
    if checked.kind == "declaration":
        facts.add(_tr("In the register"), Finding(_in_register(checked), _REGISTER_ROLES[checked.in_register]))
    if checked.genuine:
        facts.add(_tr("Since then"), Finding(checked.sentence, "done"))
    return facts


def _in_register(checked: CheckedPdf) -> str:
    words = {
        InRegister.SAME: _tr("Yes, entry {entry}, the same content"),
        InRegister.OTHER: _tr("This reference yes, but not with this content"),
        InRegister.ABSENT: _tr("No"),
    }
    return words[checked.in_register].format(entry=checked.entry)


def _small_print(checked: CheckedPdf) -> list[str]:
    """Return which file it is, where the title does not say it, and what the check found in it."""
    path = str(Path(checked.folder) / checked.file)
    lines = [_tr("File: {path}").format(path=path)] if checked.reference else []
    if checked.details:
        lines.append(_tr("Found: {details}").format(details=checked.details))
    return lines


def _moment(when: datetime) -> str:
    return f"{day_words(when.date())} {time_words(when)}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("check_pdf", words)
