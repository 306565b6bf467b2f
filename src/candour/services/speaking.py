"""People to speak to: who told the designated lead or is going to, and who would rather talk first.

For who holds the office, or the deputy's for those who chose the deputy; the deputy lead reads no report unless
acting. All of it is opened here, with the keys of whoever is signed in, and nothing of it is kept open anywhere.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from candour.domain.people import READING_OFFICES, Office
from candour.domain.speaking import Step
from candour.errors import Refused
from candour.register import speaking as speaking_rows
from candour.services.handling import HandledNote, Handling, steps_of
from candour.services.known import person_of
from candour.services.reading_offices import Listener, listener_for
from candour.services.reports import ReportNote
from candour.services.speaking_results import BroughtLine, SpeakLine
from candour.services.wishes import WishNote

if TYPE_CHECKING:
    from datetime import datetime

    from candour.services.bringing import Brought
    from candour.services.handling import Steps
    from candour.services.ports import Keysmith
    from candour.services.session import Session

LISTENING = (Office.DESIGNATED_LEAD, Office.HEADTEACHER, Office.DEPUTY_LEAD)
"""The offices whose holders have people to speak to."""

_Found = tuple[SpeakLine, str, Listener]
"""A line, the reading key of the person whom it is about, and who reads it here."""


class Speaking:
    """Lists whom the signed-in person is to speak to, and records that they have."""

    def __init__(self, session: Session, smith: Keysmith, brought: Brought) -> None:
        self._session = session
        self._smith = smith
        self._brought = brought

    def wants_to_speak(self) -> tuple[SpeakLine, ...]:
        """Return who is going to tell the designated lead and has not been spoken to; empty for everybody else."""
        return tuple(line for line in self._lines("report") if line.waits)

    def rather_talk(self) -> tuple[SpeakLine, ...]:
        """Return who would rather talk to the signed-in person first and has not been spoken to."""
        return tuple(line for line in self._lines("talk") if line.waits)

    def brought(self) -> tuple[BroughtLine, ...]:
        """Return what was brought to the signed-in person and is not dealt with."""
        done = (Step.DEALT_WITH, Step.CLOSED)
        return tuple(line for line in self._brought.all() if line.step not in done)

    def all(self) -> tuple[SpeakLine, ...]:
        """Return everybody to speak to or spoken to: who waits first, then the newest."""
        self._session.require(*LISTENING)
        newest = sorted((line for line, _, _ in self._found()), key=lambda line: line.since, reverse=True)
        return tuple(sorted(newest, key=lambda line: not line.waits))

    def move(self, line: SpeakLine, step: Step, reference: str = "") -> None:
        """Record a step with somebody; raises Refused for one that was taken, or a reference that is none."""
        same = (line.kind, line.person, line.about)
        found = [each for each in self._found() if (each[0].kind, each[0].person, each[0].about) == same]
        if not found:
            raise Refused("They no longer wait for you: look at the list once more.")
        stands, theirs, reader = found[0]
        note = HandledNote(line.kind, line.person, line.about, step, self._session.clock(), reference)
        Handling(self._session, self._smith, reader).take(theirs, stands.step, note)

    def _lines(self, kind: str) -> list[SpeakLine]:
        return sorted((line for line, _, _ in self._found() if line.kind == kind), key=lambda line: line.since)

    def _found(self) -> list[_Found]:
        found: list[_Found] = []
        for office in LISTENING:
            if not self._session.holds(office):
                continue
            reader = self._reader(office)
            steps = steps_of(self._session, reader)
            if office is Office.DESIGNATED_LEAD:
                found += self._reports(reader, steps)
            found += self._talks(office, reader, steps)
        return found

    def _reader(self, office: Office) -> Listener:
        if office in READING_OFFICES:
            return listener_for(self._session, self._smith, office)
        return Listener(self._session, self._smith)

    def _reports(self, reader: Listener, steps: Steps) -> list[_Found]:
        with self._session.register.read() as at:
            rows = speaking_rows.notes_for(at, reader.reading_keys)
        found: list[_Found] = []
        going: dict[str, int] = {}  # where the one stands that a person has not followed up with "I have told"
        for row in rows:
            plain, theirs = reader.open(row.content)
            note = msgspec.json.decode(plain, type=ReportNote)
            at_place = going.get(row.person)
            if at_place is None:
                found.append((self._line("report", row.person, row.content, note.when, steps), theirs, reader))
                at_place = going[row.person] = len(found) - 1
            if note.report == "told":
                line = replace(found[at_place][0], told=note.whom, told_at=note.when)
                found[at_place] = (line, *found[at_place][1:])
                del going[row.person]
        return found

    def _talks(self, office: Office, reader: Listener, steps: Steps) -> list[_Found]:
        with self._session.register.read() as at:
            rows = [row for row in speaking_rows.wishes_for(at, reader.reading_keys) if row.listener == office]
            here = {row.person for row in rows if person_of(at, row.person).here}
        found: list[_Found] = []
        for row in rows:
            if row.person == self._session.person or row.person not in here:
                continue
            plain, theirs = reader.open(row.content)
            since = msgspec.json.decode(plain, type=WishNote).since
            if since is not None:
                about = f"{row.checklist} {since.isoformat()}"
                found.append((self._line("talk", row.person, about, since, steps), theirs, reader))
        return found

    def _line(self, kind: str, person: str, about: str, since: datetime, steps: Steps) -> SpeakLine:
        with self._session.register.read() as at:
            who = person_of(at, person)
        last = steps.get((kind, person, about))
        step, reference = (Step.NEW, "") if last is None else (last.step, last.reference)
        return SpeakLine(kind, person, about, who.name, who.role, since, step, reference=reference)
