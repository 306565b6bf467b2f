"""Offices over time: who holds them, and how an office's reading key goes from one holder to the next."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.people import Contact, Office, OfficeKey
from candour.errors import Refused
from candour.register import keys as key_rows
from candour.register import people as people_rows
from candour.register.secrets import purposes
from candour.register.secrets import secret as secret_of
from candour.services.known import person_of
from candour.services.office_ports import HeldOffice, SheetOffice
from candour.services.office_reading import held_office, keys_of_office, require_reader
from candour.services.office_results import OfficesView
from candour.services.office_view import OFFICE_PEOPLE, holders_of, newest_key, office_line, receivers
from candour.services.results import ContactCard
from candour.services.sign_in import SHEET

if TYPE_CHECKING:
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session

HANDED, TAKEN, RENEWED = "office handed over", "office taken over", "office key renewed"
"""The kinds of entry by which an office's reading key goes on."""


WRITE_CONTACTS = (Office.HR, Office.HEADTEACHER, Office.KEEPER)
"""Who may change where somebody is found."""


class Offices:
    """Shows the offices, and passes their reading keys on."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def view(self) -> OfficesView:
        """Return every office as it stands, for HR, a keeper, and who holds one of them."""
        session = self._session
        session.require(*OFFICE_PEOPLE)
        with session.register.read() as at:
            return OfficesView(tuple(office_line(session, at, office) for office in Office), contact_cards(at))

    def put_contacts(self, contacts: tuple[Contact, ...]) -> tuple[ContactCard, ...]:
        """Write down who is found where for the stop card, and return it as it now stands."""
        session = self._session
        session.require(*WRITE_CONTACTS)
        session.record(Act("contacts written", session.register.school_id, contacts))
        with session.register.read() as at:
            return contact_cards(at)

    def hand_over(self, office: Office, person: str) -> None:
        """Seal the office's keys, those for older content too, to somebody who holds it now or is going to.

        Whoever hands over reads on while they hold the office: so both do while somebody is acting.
        """
        session = self._session
        require_reader(session, office)
        with session.register.read() as at:
            to = receivers(session, at, office).get(person)
            name = person_of(at, person).name
        if to is None:
            raise Refused(f"{name} cannot take it: they need the office, keys of their own, and a second person.")
        held = self._held(office)
        blobs = {each.reading_id: {to: self._smith.hand_office(each, session.keys, to)} for each in held}
        self._pass_on(HANDED, OfficeKey(office, held[0].reading_id, person), blobs)

    def take_over(self, office: Office, words: str) -> None:
        """Open the office's keys with the 24 words of its own sheet, and seal them to who holds it today."""
        session = self._session
        require_reader(session, office)
        secret, mine = self._smith.secret_of_words(words), session.keys.reading_id
        with session.register.read() as at:
            keys = keys_of_office(at, office)
            closed = [(key, secret_of(at, key, SHEET)) for key in keys]
        blobs: dict[str, dict[str, bytes]] = {}
        for key, blob in closed:
            if blob is not None:
                on_sheet = SheetOffice(session.register.register_id, office, key, blob)
                with suppress(Refused):  # this key stands on another sheet
                    blobs[key] = {mine: self._smith.office_from_sheet(on_sheet, secret, mine)}
        if not blobs:
            raise Refused(f"These words are of another sheet: look for the envelope of the {office}.")
        self._pass_on(TAKEN, OfficeKey(office, keys[0], session.person), blobs)

    def renew(self, office: Office) -> tuple[str, ...]:
        """Make a new key for what comes from now on, and return the 24 words of its new sheet.

        The older keys stay for older content, and the new sheet opens them too; the old sheet opens nothing any
        more. Whoever held the office before cannot read what is sealed from now on.
        """
        session, smith = self._session, self._smith
        require_reader(session, office)
        held, sheet, today = self._held(office), smith.new_secret(), session.today()
        with session.register.read() as at:
            holders = holders_of(at, office, today)
            if not any(h.person == session.person and not h.acting and h.since <= today for h in holders):
                raise Refused(f"Whoever is acting leaves this to the {office}.")
            others = _who_read_too(
                at, held[0].reading_id, [h.person for h in holders if h.person != session.person]
            )
        mine, register = session.keys.reading_id, session.register.register_id
        made = smith.new_office(register, office, mine, sheet)
        new = HeldOffice(register, office, made.reading_id, made.for_holder)
        shared = {key: smith.hand_office(new, session.keys, key) for key in others}
        blobs = {each.reading_id: {SHEET: smith.office_on_sheet(each, session.keys, sheet)} for each in held}
        blobs[new.reading_id] = {mine: made.for_holder, SHEET: made.for_recovery, **shared}
        self._pass_on(RENEWED, OfficeKey(office, new.reading_id, session.person), blobs)
        return smith.words(sheet)

    def _held(self, office: Office) -> list[HeldOffice]:
        """Return the keys of an office as the signed-in person opens them, the one in force first."""
        session = self._session
        with session.register.read() as at:
            keys = keys_of_office(at, office)
            found = [held_office(session, at, office, key) for key in keys]
        if not found or found[0] is None:
            raise Refused(f"You have no key of the {office} yet: take it over with its sheet.")
        return [each for each in found if each is not None]

    def _pass_on(self, kind: str, row: OfficeKey, blobs: dict[str, dict[str, bytes]]) -> None:
        """Write who has the key from now on, keep it sealed to them, and drop what past holders had of it."""
        session = self._session

        def keep(writer: Writer) -> None:
            for key, sealed in blobs.items():
                for purpose, blob in sealed.items():
                    writer.put_secret(key, purpose, blob)
            _drop_past(writer, row.office, session)

        session.record(Act(kind, row.holder, (row,)), keep)


def contact_cards(at: Connection) -> tuple[ContactCard, ...]:
    """Return who is found where for the stop card."""
    return tuple(ContactCard(c.office, c.name, c.room, c.phone) for c in people_rows.contacts(at))


def _who_read_too(at: Connection, key: str, people: list[str]) -> list[str]:
    newest = [newest_key(at, person) for person in people]
    sealed_to = purposes(at, key)
    return [each.reading_key for each in newest if each is not None and each.reading_key in sealed_to]


def _drop_past(writer: Writer, office: str, session: Session) -> None:
    people = {held.person for held in holders_of(writer.at, office, session.today())}
    good = {each.reading_key for person in people for each in key_rows.enrolments(writer.at, person)}
    for key in keys_of_office(writer.at, office):
        for purpose in purposes(writer.at, key):
            if purpose != SHEET and purpose not in good:
                writer.drop_secret(key, purpose)
