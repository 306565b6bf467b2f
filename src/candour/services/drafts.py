"""A person's check under way, as sealed bytes: the answers, and whether the policy was opened."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from candour.domain.checklist import Given
from candour.domain.journal import CONFIDENTIAL, Act
from candour.domain.round import Draft
from candour.register import drafts as draft_rows
from candour.services.sign_in import new_id
from candour.services.wishes import wishes

if TYPE_CHECKING:
    from candour.domain.checklist import Answers
    from candour.services.my_check import Ground
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class DraftContent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a draft holds; only its author can open it (design: sealed content).

    `supersedes` is the declaration that a draft of an update leads away from ("" in the first check of a round),
    `asks` the questions that were chosen for the update (none chosen: all), `pack` the policy pack, by hash, that
    it was saved under ("": the one that its round opened with).
    """

    answers: dict[str, Given]
    policy_opened: bool
    saved_at: datetime
    supersedes: str = ""
    asks: tuple[str, ...] = ()
    pack: str = ""


def read_draft(session: Session, smith: Keysmith, round_name: str, checklist: str) -> DraftContent | None:
    """Return the newest draft of the signed-in person, or None before the first answer.

    A draft sealed to an earlier key of theirs cannot be opened any more: they then start afresh.
    """
    with session.register.read() as at:
        row = draft_rows.latest(at, session.person, round_name, checklist)
        content = None if row is None else draft_rows.content(at, row.content)
    if content is None or session.keys.reading_id not in content.keys:
        return None
    return msgspec.json.decode(smith.open(content, session.register.register_id, session.keys), type=DraftContent)


def write_draft(
    session: Session, smith: Keysmith, ground: Ground, draft: DraftContent, signed: Answers | None = None
) -> None:
    """Save a draft as one entry of the confidential kind, sealed to its author alone.

    With it go the wishes to talk that follow from its answers; `signed` are the answers that hold instead, where a
    draft lets an update go.
    """
    round_name, checklist = ground.round.round, ground.checklist.id
    rows, contents = wishes(session, smith, ground, draft.answers if signed is None else signed)
    said = msgspec.structs.replace(draft, pack=ground.round.pack)
    content = smith.seal(
        msgspec.json.encode(said), (session.keys.reading_id,), session.register.register_id, new_id()
    )
    row = Draft(session.person, round_name, checklist, content.content)
    session.record(Act(CONFIDENTIAL, session.person, (row, *rows), (content, *contents)))
