"""Opening the answers of one person: with a reason, written down before anything is shown, and seen by them."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import msgspec

from candour.domain.journal import Act
from candour.domain.people import Office, Opened
from candour.errors import Refused
from candour.register import drafts as content_rows
from candour.register import readable
from candour.services.answer_lines import answers_in_words
from candour.services.full_copy import FullCopy
from candour.services.known import person_of
from candour.services.office_reading import keys_of_office, open_as_office, require_reader
from candour.services.office_results import OpenedAnswers, OpenedCopy, PersonToOpen
from candour.services.pack_history import pack_behind

if TYPE_CHECKING:
    from candour.domain.opening import OpeningReason
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.ports import Keysmith
    from candour.services.session import Session

OPENS = (Office.HEADTEACHER, Office.CHAIR)
"""The offices that answers are sealed to: the chair's for the Headteacher's own."""

OPENED = "opened somebody's answers"


class AnswersOfOne:
    """Opens answers as the Headteacher, or as the chair the Headteacher's; no other office opens any."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def people(self) -> tuple[PersonToOpen, ...]:
        """Return by name whose answers the offices that one holds today may open; never one's own."""
        found: dict[str, PersonToOpen] = {}
        for office in self._offices():
            with self._session.register.read() as at:
                for each in readable.newest_of_each(at, keys_of_office(at, office)):
                    if each.person != self._session.person:
                        found[each.person] = _to_open(at, each)
        return tuple(sorted(found.values(), key=lambda each: each.name.casefold()))

    def open(self, person: str, why: OpeningReason) -> OpenedAnswers:
        """Open one person's answers of their newest declaration; it is written down first, with the reason.

        Raises Refused for one's own, and where none of the offices that one holds may read them.
        """
        session = self._session
        if person == session.person:
            raise Refused("These are your own answers: you find them under “What is held about me”.")
        office, declared = self._readable(person)
        copies = tuple(self._copy(each, office) for each in declared)
        references = ", ".join(each.reference for each in declared)
        row = Opened(person, session.person, f"your answers in {references}", why.value)
        session.record(Act(OPENED, person, (row,)))
        with session.register.read() as at:
            who = person_of(at, person)
        return OpenedAnswers(who.name, who.role, why.value, copies)

    def _offices(self) -> tuple[Office, ...]:
        """Return which of the offices one reads with today; raises Refused where that is none."""
        held = tuple(office for office in OPENS if self._session.holds(office))
        for office in held or OPENS[:1]:
            require_reader(self._session, office)
        return held

    def _readable(self, person: str) -> tuple[Office, list[Declared]]:
        for office in self._offices():
            with self._session.register.read() as at:
                keys = keys_of_office(at, office)
                newest = [each for each in readable.newest_of_each(at, keys) if each.person == person]
                if newest:
                    return office, readable.newest_in_round(at, person, newest[0].round, keys)
        raise Refused("Nothing of this person is sealed to your office: they have not signed, or another reads it.")

    def _copy(self, declared: Declared, office: Office) -> OpenedCopy:
        with self._session.register.read() as at:
            content = content_rows.content(at, declared.full_copy)
        full = msgspec.json.decode(open_as_office(self._session, self._smith, content, office), type=FullCopy)
        with self._session.register.read() as at:
            under = pack_behind(at, declared)
            words = answers_in_words(at, self._check, declared.round, declared.checklist, full.answers, under)
        return OpenedCopy(declared.reference, declared.signed_on, words, base64.b64decode(full.pdf))


def _to_open(at: Connection, declared: Declared) -> PersonToOpen:
    person = person_of(at, declared.person)
    return PersonToOpen(person.person, person.name, person.role, declared.reference, declared.signed_on)
