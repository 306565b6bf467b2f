"""What is held about a person of what they noted, asked for and brought: in words, with how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from candour.domain.dates import uk_date
from candour.domain.held import HeldPart
from candour.domain.round import Note
from candour.domain.speaking import Brought, Wish
from candour.services.bringing import BroughtNote
from candour.services.reports import ReportNote
from candour.services.wishes import WishNote

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from candour.domain.journal import Row
    from candour.register.held import HeldRow
    from candour.services.handling import HandledNote

SEALED_AS: dict[type[Row], type[Any]] = {Note: ReportNote, Brought: BroughtNote, Wish: WishNote}
"""What the sealed content behind a row is, for the rows of this page."""

Own = dict[tuple[str, str], "HandledNote"]


def heard_parts(opened: list[tuple[HeldRow, Any]], steps: Own, zone: tzinfo | None) -> list[HeldPart]:
    """Return the parts of the paper: notes from stop cards, what was brought, and with whom they want to talk."""
    noted, brought, talks = [], [], dict[str, tuple[str, str]]()
    for each, content in opened:
        if isinstance(content, ReportNote):
            how_far = _how_far(steps.get(("report", _content_of(each.row))), zone)
            noted.append((_moment(content.when, zone), _noted(content) + how_far))
        elif isinstance(content, BroughtNote):
            how_far = _how_far(steps.get(("brought", _content_of(each.row))), zone)
            brought.append((_moment(content.when, zone), _brought(content) + how_far))
        elif isinstance(each.row, Wish) and isinstance(content, WishNote):
            said = "No" if content.since is None else f"Yes, since {_moment(content.since, zone)}"
            talks[each.row.listener] = (f"To the {each.row.listener}", said)
    parts = (
        HeldPart("What you noted from “Tell the designated lead”", tuple(noted)),
        HeldPart("What you brought to the Headteacher", tuple(brought)),
        HeldPart("Whether you would rather talk to someone first, as you saved it last", tuple(talks.values())),
    )
    return [part for part in parts if part.pairs]


def _content_of(row: Row) -> str:
    return str(getattr(row, "content", ""))


def _moment(when: datetime, zone: tzinfo | None) -> str:
    here = when.astimezone(zone)
    return f"{uk_date(here.date())}, {here:%H:%M}"


def _noted(note: ReportNote) -> str:
    return f"You told {note.whom}" if note.report == "told" else "You were going to tell the designated lead"


def _brought(note: BroughtNote) -> str:
    words = note.note or "No note"
    return f"{words} ({len(note.pictures)} pictures)" if note.pictures else words


def _how_far(step: HandledNote | None, zone: tzinfo | None) -> str:
    return "" if step is None else f" – {step.step}, {_moment(step.at, zone)}"
