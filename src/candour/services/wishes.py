"""Would rather talk: told to the one who was chosen, in a way in which HR cannot tell who chose anything.

At every save and every signature a person's app writes one sealed note for each listener whom the pack offers,
with "yes" or "no" in it: as many rows, of the same size, with the same readers, whatever was answered.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from candour.domain.flow import asked, chosen
from candour.domain.people import READING_OFFICES, Office
from candour.domain.speaking import Wish, listener_of
from candour.register import drafts as content_rows
from candour.register import keys as key_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import speaking as speaking_rows
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.domain.checklist import Answers
    from candour.domain.journal import SealedContent
    from candour.domain.policy import Checklist
    from candour.register.reading import Connection
    from candour.services.my_check import Ground
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class WishNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one listener reads of one person: since when they would like to talk, or that they would not (None)."""

    since: datetime | None


def talk_with(checklist: Checklist, answers: Answers) -> frozenset[Office]:
    """Return the offices whose holders somebody would rather talk to first, from all their answers."""
    wanted = {
        listener_of(answers[q.id].told)
        for q in asked(checklist, answers)
        if any(a.leads_to == "talk" for a in chosen(q, answers.get(q.id)))
    }
    return frozenset(office for office in wanted if office is not None)


def wishes(
    session: Session, smith: Keysmith, ground: Ground, answers: Answers
) -> tuple[tuple[Wish, ...], tuple[SealedContent, ...]]:
    """Return a row and a sealed note for each listener; which there are depends on the school alone."""
    wanted = talk_with(ground.checklist, answers)
    with session.register.read() as at:
        readers = _listeners(at, session, ground)
    rows, contents = [], []
    for office, reader in readers.items():
        before = _before(session, smith, ground.checklist.id, office)
        since = before or session.clock() if office in wanted else None
        content = smith.seal(
            msgspec.json.encode(WishNote(since)),
            (session.keys.reading_id, reader),
            session.register.register_id,
            new_id(),
        )
        rows.append(Wish(session.person, ground.checklist.id, office, content.content))
        contents.append(content)
    return tuple(rows), tuple(contents)


def _listeners(at: Connection, session: Session, ground: Ground) -> dict[Office, str]:
    offered = dict.fromkeys(office for entry in ground.pack.talk_to if (office := listener_of(entry)) is not None)
    found = {office: _reading_key(at, session, office) for office in offered}
    return {office: key for office, key in found.items() if key}


def _reading_key(at: Connection, session: Session, office: Office) -> str:
    """Return the key that an office's holder reads with, "" without one, or where the person is that holder."""
    holder = people_rows.holder(at, office, session.today())
    if holder is None or holder.person == session.person:
        return ""
    if office in READING_OFFICES:
        key = office_key_rows.office_key(at, office)
        return "" if key is None else key.reading_key
    own = key_rows.open_keys(at, holder.person)
    return own[-1].reading_key if own else ""


def _before(session: Session, smith: Keysmith, checklist: str, office: Office) -> datetime | None:
    """Return since when they have wanted to talk, as far as their keys of today open it."""
    with session.register.read() as at:
        row = speaking_rows.wish_of(at, session.person, checklist, office)
        content = None if row is None else content_rows.content(at, row.content)
    if content is None or session.keys.reading_id not in content.keys:
        return None
    plain = smith.open(content, session.register.register_id, session.keys)
    return msgspec.json.decode(plain, type=WishNote).since
