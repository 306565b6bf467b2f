"""Signing in with a passphrase, or with the code on a slip, which enrols at the first time."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from uuid import uuid4

from candour.domain.confirmation import KeyState
from candour.domain.journal import Act, Row
from candour.domain.people import READING_OFFICES, Enrolment, Invitation, Office, OfficeKey, Person
from candour.errors import Refused
from candour.register import keys as key_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.register.secrets import secret as secret_of
from candour.services.key_lines import key_lines
from candour.services.known import held_by, name_of_holder, person_of, school_of
from candour.services.ports import Accepted
from candour.services.results import ContactCard, SignedIn
from candour.services.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.register.engine import Register, Writer
    from candour.services.office_ports import NewOffice
    from candour.services.ports import Clock, Keysmith, NewEnrolment, OpenedSlot, PersonKeys, Slots
    from candour.services.witness import Witness

KEYS = "keys"
AUTHORITY = "authority"
SHEET = "sheet"
NOT_MATCHING = "That does not match."
CODE_IS_OVER = "This code is no longer good: ask {hr} for a new one. What you signed before stays signed."
CODE_WAS_USED = "This code was used somewhere else at this moment: if that was not you, tell {hr} at once."


class SignIn:
    """Opens the register for one person at a time, and closes it when they lock."""

    def __init__(
        self,
        slots: Slots,
        smith: Keysmith,
        open_register: Callable[[bytes], Register],
        remember: Callable[[bytes], None],
        witness: Witness,
        clock: Clock,
    ) -> None:
        self._witness = witness
        self._doubt = ""
        self._slots = slots
        self._smith = smith
        self._open_register = open_register
        self._remember = remember
        self._clock = clock
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """Return who is signed in; raises Refused when nobody is."""
        if self._session is None:
            raise Refused("Sign in first.")
        return self._session

    def sign_in(self, lookup: str, secret: str) -> SignedIn:
        """Sign a person in by staff number or school e-mail, and passphrase or code.

        A code's first use makes the person's keys. Raises Refused when it does not match or is over.
        """
        self.lock()
        self._doubt = ""
        slot = self._slots.open(lookup, secret)
        register = self._open_register(slot.register_key)
        try:
            return self._open_session(register, slot, secret)
        except BaseException:
            register.close()
            self._session = None
            raise

    def lock(self) -> None:
        """Forget the keys and close the register."""
        if self._session is not None:
            self._witness_head(self._session.register)
            self._session.register.close()
            self._session = None

    def _witness_head(self, register: Register) -> None:
        if not self._doubt:
            self._witness.remember(register)

    @property
    def open_register(self) -> Callable[[bytes], Register]:
        """Return what opens the register beside the session's, for what goes on after its person has locked."""
        return self._open_register

    def prove(self, secret: str) -> None:
        """Take the passphrase or code once more, for a signature; raises Refused when it does not match."""
        session = self.session
        opened = self._slots.open(session.who().number, secret)
        if opened.slot_id != session.slot.slot_id:
            raise Refused(NOT_MATCHING)
        session.proved_at = self._clock()

    def take_offices(self) -> tuple[str, ...]:
        """Make the reading keys of offices given since signing in; return the 24 words of their sheet, or none."""
        session = self.session
        return self._take_offices(session.register, session.who(), session.keys)

    def _take_offices(self, register: Register, person: Person, keys: PersonKeys) -> tuple[str, ...]:
        sheet = self._smith.new_secret()
        offices = self._new_offices(register, person, keys, sheet)
        if not offices:
            return ()
        rows = tuple(OfficeKey(office, made.reading_id, person.person) for office, made in offices.items())
        with register.write() as writer:
            writer.record(Act("office keys made", person.person, rows), keys.signing, self._clock())
            _keep_offices(writer, offices, keys)
            writer.commit()
        return self._smith.words(sheet)

    def _open_session(self, register: Register, slot: OpenedSlot, secret: str) -> SignedIn:
        with register.read() as at:
            person = person_of(at, slot.person_id)
            blob = secret_of(at, slot.slot_id, KEYS)
        if not person.here:
            raise Refused("You have left this school's list: ask the office if that is wrong.")
        self._doubt = self._witness.doubt(register, self._hr_name(register))
        sheet: tuple[str, ...] = ()
        if blob is None:
            keys, sheet = self._enrol(register, slot, person, secret)
        else:
            keys = self._smith.unlock(blob, slot)
            sheet = self._take_offices(register, person, keys)
        self._session = Session(register, person.person, keys, slot, self._clock, self._clock())
        self._remember(slot.register_key)
        self._witness_head(register)
        return self._signed_in(person, sheet)

    def _enrol(
        self, register: Register, slot: OpenedSlot, person: Person, code: str
    ) -> tuple[PersonKeys, tuple[str, ...]]:
        invitation, new = self._accept(register, person, code)
        row = Enrolment(
            key=new.keys.signing.key_id,
            reading_key=new.keys.reading_id,
            person=person.person,
            invitation=invitation.invitation,
            certificate=new.keys.signing.certificate,
            statement=new.statement,
            authority_signature=new.authority_signature,
            made_on=self._clock().date(),
        )
        sheet = self._smith.new_secret()
        offices = self._new_offices(register, person, new.keys, sheet)

        def keep(writer: Writer) -> None:
            writer.put_secret(slot.slot_id, KEYS, self._smith.keep(new.keys, slot))
            writer.drop_secret(invitation.invitation, AUTHORITY)
            _keep_offices(writer, offices, new.keys)

        rows: tuple[Row, ...] = (row, *(OfficeKey(o, m.reading_id, person.person) for o, m in offices.items()))
        with register.write() as writer:
            open_still = key_rows.open_invitations(writer.at, person.person, self._clock().date())
            if invitation.invitation not in {each.invitation for each in open_still}:
                raise Refused(CODE_WAS_USED.format(hr=self._hr_name(register)))
            writer.record(Act("enrolled", person.person, rows), new.keys.signing, self._clock())
            keep(writer)
            writer.commit()
        return new.keys, self._smith.words(sheet) if offices else ()

    def _accept(self, register: Register, person: Person, code: str) -> tuple[Invitation, NewEnrolment]:
        with register.read() as at:
            school = school_of(at)
            invitations = key_rows.open_invitations(at, person.person, self._clock().date())
            blobs = [(each, secret_of(at, each.invitation, AUTHORITY)) for each in invitations]
        for invitation, blob in blobs:
            if blob is None:
                continue
            ids = (school.register, person.person, invitation.invitation)
            accepted = Accepted(*ids, root=school.root, authority=invitation.authority, blob=blob)
            with suppress(Refused):  # another invitation of the same person has another code
                return invitation, self._smith.enrol(accepted, code, self._clock().isoformat())
        raise Refused(CODE_IS_OVER.format(hr=self._hr_name(register)))

    def _new_offices(
        self, register: Register, person: Person, keys: PersonKeys, sheet: bytes
    ) -> dict[str, NewOffice]:
        with register.read() as at:
            held = held_by(at, person.person, self._clock().date())
            missing = [o for o in READING_OFFICES if o in held and office_key_rows.office_key(at, o) is None]
        return {
            office: self._smith.new_office(register.register_id, office, keys.reading_id, sheet)
            for office in missing
        }

    def _hr_name(self, register: Register) -> str:
        with register.read() as at:
            return name_of_holder(at, Office.HR, self._clock().date()) or "the office"

    def _signed_in(self, person: Person, sheet: tuple[str, ...]) -> SignedIn:
        session = self.session
        with session.register.read() as at:
            held = held_by(at, person.person, session.today())
            lines = key_lines(at, self._smith, person.person, session.today())
            school, contacts = school_of(at), people_rows.contacts(at)
            setting_up = {Office.HR, Office.KEEPER} <= set(held) and not round_rows.rounds(at)
        return SignedIn(
            person=person.person,
            name=person.name,
            role=person.role,
            number=person.number,
            with_code=session.with_code,
            must_choose_passphrase=session.with_code and bool(held),
            keys=lines,
            show_keys=len(lines) > 1 or any(line.state == KeyState.WAITING for line in lines),
            offices=held,
            seals=Office.KEEPER in held,
            school=school.name,
            hr=self._hr_name(session.register),
            contacts=tuple(ContactCard(c.office, c.name, c.room, c.phone) for c in contacts),
            doubt=self._doubt,
            office_sheet=sheet,
            setting_up=setting_up,
        )


def _keep_offices(writer: Writer, offices: dict[str, NewOffice], keys: PersonKeys) -> None:
    for made in offices.values():
        writer.put_secret(made.reading_id, keys.reading_id, made.for_holder)
        writer.put_secret(made.reading_id, SHEET, made.for_recovery)


def new_id() -> str:
    """Return a new opaque id: 32 hexadecimal digits, random (RFC 9562 version 4)."""
    return uuid4().hex
