"""Bring something to the Headteacher (policy 3.3): a note and pictures, sealed to who deals with it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from candour.domain import speaking
from candour.domain.journal import CONFIDENTIAL, Act
from candour.domain.people import Office
from candour.domain.speaking import Picture, Step, checked_note
from candour.errors import Refused, Trouble
from candour.register import drafts as content_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import speaking as speaking_rows
from candour.services.handling import HandledNote, Handling, own_steps, steps_of
from candour.services.known import person_of
from candour.services.reading_offices import Listener, listener_for
from candour.services.sign_in import new_id
from candour.services.speaking_results import BroughtLine

if TYPE_CHECKING:
    from pathlib import Path

    from candour.domain.journal import SealedContent
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session

LARGEST = 20 * 1024 * 1024
"""Bytes of a picture's file; a photograph of a telephone has a quarter of it."""


class BroughtNote(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the sealed content of something brought says; its pictures are drawn anew."""

    note: str
    pictures: tuple[Picture, ...]
    when: datetime
    about_headteacher: bool


class Bringing:
    """Brings something to the Headteacher; to the chair where it is about the Headteacher, or by them."""

    def __init__(self, session: Session, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._smith = smith
        self._documents = documents

    def picture_in(self, path: Path) -> Picture:
        """Return the picture in a file as it would be kept; raises Refused for another file or too large a one."""
        try:
            with path.open("rb") as file:
                content = file.read(LARGEST + 1)
        except OSError as reason:
            raise Trouble(f"{path.name} cannot be opened: choose it again, or another.") from reason
        return self.picture(content)

    def picture(self, content: bytes) -> Picture:
        """Return a picture as it would be kept; raises Refused for what is no PNG or JPEG, or too large a one."""
        if len(content) > LARGEST:
            raise Refused(f"That file is larger than {LARGEST >> 20} MB: take a smaller picture.")
        return self._documents.picture(content)

    def bring(self, note: str, pictures: tuple[Picture, ...], *, about_headteacher: bool) -> None:
        """Keep and seal it, one entry of the confidential kind; raises Refused where nobody could read it."""
        session = self._session
        said = BroughtNote(checked_note(note, len(pictures)), pictures, session.clock(), about_headteacher)
        readers = (session.keys.reading_id, self._reader(about_headteacher=about_headteacher))
        content = self._smith.seal(msgspec.json.encode(said), readers, session.register.register_id, new_id())
        row = speaking.Brought(session.person, content.content)
        session.record(Act(CONFIDENTIAL, session.person, (row,), (content,)))

    def mine(self) -> tuple[BroughtLine, ...]:
        """Return what the person brought and how far it is, newest first, as far as their keys open it."""
        session = self._session
        steps = own_steps(session, self._smith)
        with session.register.read() as at:
            rows = speaking_rows.brought_by(at, session.person)
            contents = [content_rows.content(at, row.content) for row in rows]
            name = person_of(at, session.person).name
        found = [self._line(each, name, steps) for each in contents if session.keys.reading_id in each.keys]
        return tuple(reversed(found))

    def _line(self, content: SealedContent, name: str, steps: dict[tuple[str, str], HandledNote]) -> BroughtLine:
        plain = self._smith.open(content, self._session.register.register_id, self._session.keys)
        about = content.content
        return line_of(plain, about, self._session.person, name, steps.get(("brought", about)))

    def _reader(self, *, about_headteacher: bool) -> str:
        session = self._session
        to_chair = about_headteacher or session.holds(Office.HEADTEACHER)
        office = Office.CHAIR if to_chair else Office.HEADTEACHER
        with session.register.read() as at:
            key = office_key_rows.office_key(at, office)
            holder = people_rows.holder(at, office, session.today())
        if key is None or holder is None:
            raise Refused(f"The {office} does not read here yet: show it to them in person. Nothing was kept.")
        if holder.person == session.person:
            raise Refused("It would go to yourself: show it to the chair of governors in person.")
        return key.reading_key


class Brought:
    """What was brought to the signed-in person as Headteacher, or as chair where it is about the Headteacher."""

    def __init__(self, session: Session, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._smith = smith
        self._documents = documents

    def one(self, about: str) -> BroughtLine:
        """Return one thing to look at, its pictures decoded once more in a child process.

        They were sealed by the app of whoever brought them, and nobody can tell what that app was.
        """
        line = next((line for line in self.all() if line.about == about), None)
        if line is None:
            raise Refused("That is not for you to read: look at the list once more.")
        pictures = []
        for each in line.pictures:
            with suppress(Refused):
                pictures.append(self._documents.picture(each.content))
        return replace(line, pictures=tuple(pictures), unreadable=len(line.pictures) - len(pictures))

    def all(self) -> tuple[BroughtLine, ...]:
        """Return all of it, newest first; empty for who holds neither office."""
        found = [line for reader in self._readers() for line, _ in self._read(reader)]
        return tuple(sorted(found, key=lambda line: line.when, reverse=True))

    def move(self, about: str, step: Step) -> None:
        """Record a step with one thing; raises Refused for one that was taken."""
        for reader in self._readers():
            for line, theirs in self._read(reader):
                if line.about == about:
                    note = HandledNote("brought", line.person, about, step, self._session.clock())
                    Handling(self._session, self._smith, reader).take(theirs, line.step, note)
                    return
        raise Refused("That is not for you to read: look at the list once more.")

    def _readers(self) -> list[Listener]:
        held = [office for office in (Office.HEADTEACHER, Office.CHAIR) if self._session.holds(office)]
        return [listener_for(self._session, self._smith, office) for office in held]

    def _read(self, reader: Listener) -> list[tuple[BroughtLine, str]]:
        steps = steps_of(self._session, reader)
        with self._session.register.read() as at:
            rows = speaking_rows.brought_for(at, reader.reading_keys)
            names = {row.person: person_of(at, row.person).name for row in rows}
        found = []
        for row in rows:
            plain, theirs = reader.open(row.content)
            last = steps.get(("brought", row.person, row.content))
            found.append((line_of(plain, row.content, row.person, names[row.person], last), theirs))
        return found


def line_of(plain: bytes, about: str, person: str, name: str, last: HandledNote | None) -> BroughtLine:
    """Return something brought as the window shows it."""
    said = msgspec.json.decode(plain, type=BroughtNote)
    step, moved_at = (Step.NEW, None) if last is None else (last.step, last.at)
    return BroughtLine(
        about, person, name, said.when, said.note, said.pictures, said.about_headteacher, step, moved_at
    )
