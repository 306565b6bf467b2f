"""What an export did, in words: saved, there already, skipped; and what was not saved, with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.gui.widgets.banner import Banner
from candour.gui.widgets.card import Card
from candour.gui.widgets.facts import Points

if TYPE_CHECKING:
    from candour.services.exporting import Exported

MOST_NAMED = 20
"""So many files that were not saved are named on the page; the rest are counted."""


def result_banner(done: Exported) -> Banner:
    """Return how it ended; its button shows the folder, where there is one to show."""
    good = done.whole and not done.left
    words = _result_words(done)
    return Banner(words, _what_now(done), "done" if good else "todo", _tr("Show the folder"))


def not_saved_cards(done: Exported) -> list[Card]:
    """Return a card that names each file that was not saved, or none."""
    if not done.left:
        return []
    named = [f"{line.reference} · {line.name}: {reason}" for line, reason in done.left[:MOST_NAMED]]
    if len(done.left) > MOST_NAMED:
        more = len(done.left) - MOST_NAMED
        named.append(_tr("… and {count} more").format(count=more))
    card = Card(_tr("Not saved"), bar="todo", padding=24)
    card.body.addWidget(Points(named))
    return [card]


def _result_words(done: Exported) -> str:
    words = [_tr("{count} saved").format(count=done.saved)]
    if done.there:
        words.append(_tr("{count} lay there already").format(count=done.there))
    if done.skipped:
        words.append(_tr("{count} skipped").format(count=done.skipped))
    said = f"{', '.join(words)}."
    if done.left:
        not_saved = _tr("{count} not saved").format(count=len(done.left))
        reasons = {reason for _, reason in done.left}
        said = f"{said} {not_saved}: {reasons.pop()}" if len(reasons) == 1 else f"{said} {not_saved}."
    stopped = not done.whole and not done.trouble
    return f"{said} {_tr('Stopped.')}" if stopped else said


def _what_now(done: Exported) -> str:
    if done.trouble and not done.left:
        return done.trouble
    if done.trouble:
        return _tr("Then try again: it goes on where it stopped.")
    if not done.whole:
        return _tr("Press “Export PDFs” again to go on where it stopped.")
    apart = _tr("Give the root certificate separately to whoever verifies: it is not in the folder.")
    if not done.copies:
        return apart
    copies = QCoreApplication.translate(
        "export", "%n PDFs to print lie beside, without signatures.", "", len(done.copies)
    )
    return f"{copies} {apart}"


def _tr(words: str) -> str:
    return QCoreApplication.translate("export", words)
