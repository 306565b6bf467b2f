"""What became of something that one office reads: the steps that its holder takes, each a signed entry."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from candour.domain.journal import CONFIDENTIAL, Act
from candour.domain.speaking import Handled, Step, checked_reference, steps_after
from candour.errors import Refused
from candour.register import drafts as content_rows
from candour.register import speaking as speaking_rows
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.domain.journal import SealedContent
    from candour.services.ports import Keysmith
    from candour.services.reading_offices import Listener
    from candour.services.session import Session


class HandledNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step as its office reads it; for the person whom it is about the same without the reference."""

    kind: str
    person: str
    about: str
    step: Step
    at: datetime
    reference: str = ""


Steps = dict[tuple[str, str, str], HandledNote]
"""The last step of each thing, by its kind, whom it is about, and which it is."""


def steps_of(session: Session, reader: Listener) -> Steps:
    """Return how far everything is that an office reads."""
    with session.register.read() as at:
        found = speaking_rows.handled_for(at, reader.reading_keys)
    notes = [_read(reader.open(row.content)[0]) for row in found]
    return {(note.kind, note.person, note.about): note for note in notes}


def own_steps(session: Session, smith: Keysmith) -> dict[tuple[str, str], HandledNote]:
    """Return how far it is what the signed-in person noted or brought, by kind and which it is."""
    with session.register.read() as at:
        rows = speaking_rows.handled_told(at, session.keys.reading_id)
        contents = [content_rows.content(at, row.told) for row in rows]
    notes = [_read(smith.open(each, session.register.register_id, session.keys)) for each in contents]
    return {(note.kind, note.about): note for note in notes if note.person == session.person}


class Handling:
    """Takes a step with one thing: one entry of the confidential kind, whose subject is who takes it.

    It is sealed to the office and, for the person, once more without the reference. Nobody is told of a talk: they
    were there, and a note to them would tell whoever holds the register's key that they had asked for it. What
    would have been theirs is then sealed to the office too, so that the entry looks like any other of its kind.
    """

    def __init__(self, session: Session, smith: Keysmith, reader: Listener) -> None:
        self._session = session
        self._smith = smith
        self._reader = reader

    def take(self, theirs: str, before: Step, note: HandledNote) -> None:
        """Record a step; `theirs` is the person's reading key. Raises Refused for a step that was taken before."""
        if note.step not in steps_after(note.kind, before):
            raise Refused("That was said already: look at the list once more.")
        note = msgspec.structs.replace(note, reference=checked_reference(note.step, note.reference))
        content = self._seal(note, self._reader.reading_keys[0])
        to_tell = self._reader.reading_keys[0] if note.kind == "talk" else theirs
        told = self._seal(msgspec.structs.replace(note, reference=""), to_tell)
        row = Handled(content.content, told.content)
        self._session.record(Act(CONFIDENTIAL, self._session.person, (row,), (content, told)))

    def _seal(self, note: HandledNote, reader: str) -> SealedContent:
        session = self._session
        return self._smith.seal(msgspec.json.encode(note), (reader,), session.register.register_id, new_id())


def _read(plain: bytes) -> HandledNote:
    return msgspec.json.decode(plain, type=HandledNote)
