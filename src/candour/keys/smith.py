"""All of the keys' work behind one door, in the words of those who need it (`services.ports.Keysmith`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import msgspec

from candour.domain.journal import SealedContent
from candour.keys import certificates, enrolment, offices, proving, school_keys, sealing, secrets
from candour.keys.enrolment import Enrolment, Invitation
from candour.keys.identity import PersonKeys, unwrap_person_keys, wrap_person_keys
from candour.keys.offices import Office, OfficeKey
from candour.keys.passphrases import Cost

if TYPE_CHECKING:
    from candour.keys.school_keys import SchoolKeys
    from candour.keys.slots import Opened


class Accepted(Protocol):
    """An invitation as it is taken up: opaque ids, certificates in DER, and the authority's wrapped key."""

    @property
    def register(self) -> str: ...  # noqa: D102

    @property
    def person(self) -> str: ...  # noqa: D102

    @property
    def invitation(self) -> str: ...  # noqa: D102

    @property
    def root(self) -> bytes: ...  # noqa: D102

    @property
    def authority(self) -> bytes: ...  # noqa: D102

    @property
    def blob(self) -> bytes: ...  # noqa: D102


class HeldOffice(Protocol):
    """An office as its holder opens it: its public reading key, and its key sealed to them."""

    @property
    def register(self) -> str: ...  # noqa: D102

    @property
    def office(self) -> str: ...  # noqa: D102

    @property
    def reading_id(self) -> str: ...  # noqa: D102

    @property
    def for_holder(self) -> bytes: ...  # noqa: D102


class SheetOffice(Protocol):
    """An office as its recovery sheet opens it: its public reading key, and its key under the sheet."""

    @property
    def register(self) -> str: ...  # noqa: D102

    @property
    def office(self) -> str: ...  # noqa: D102

    @property
    def reading_id(self) -> str: ...  # noqa: D102

    @property
    def for_recovery(self) -> bytes: ...  # noqa: D102


class _Wrapped(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: bytes
    salt: bytes
    cost: Cost


class Smith:
    """Makes, keeps and opens keys; `cost` is what one guess at a passphrase or code costs."""

    def __init__(self, cost: Cost) -> None:
        self._cost = cost

    def new_secret(self) -> bytes:
        """Return a new recovery secret of 32 bytes."""
        return secrets.new_secret()

    def words(self, secret: bytes) -> tuple[str, ...]:
        """Return the 24 words of a recovery secret."""
        return secrets.secret_to_words(secret)

    def register_key(self, secret: bytes) -> bytes:
        """Return the key that opens the register."""
        return secrets.register_key(secret)

    def new_code(self) -> str:
        """Return a new code for an invitation slip."""
        return secrets.new_code()

    def proposed_passphrase(self) -> str:
        """Return four generated words."""
        return secrets.proposed_passphrase()

    def check_passphrase(self, text: str, own_words: tuple[str, ...]) -> None:
        """Raise Refused for a passphrase that is too short or too common."""
        secrets.check_passphrase(text, own_words)

    def new_school(self, name: str) -> SchoolKeys:
        """Make the school's root and seal."""
        return school_keys.new_school_keys(name)

    def secret_of_words(self, text: str) -> bytes:
        """Return the recovery secret behind 24 typed words; raises Refused, naming what is wrong with them."""
        return secrets.words_to_secret(text)

    def keep_secret_for_keeper(self, secret: bytes, reading_id: str, register: str) -> bytes:
        """Seal the recovery secret to a keeper, until the recovery sheet is checked."""
        return school_keys.seal_secret_for_keeper(secret, reading_id, register)

    def open_secret(self, blob: bytes, keeper: PersonKeys, register: str) -> bytes:
        """Open what `keep_secret_for_keeper` sealed; raises NotReadable for another person's keys."""
        return school_keys.open_secret(blob, keeper.reading, register)

    def recover_school(self, blob: bytes, secret: bytes, register: str) -> SchoolKeys:
        """Open what `keep_school_for_recovery` wrapped; raises WrongPassphrase for another secret."""
        return school_keys.unwrap_school_keys(blob, secret, register)

    def opening(self, register: str, school: str, author: str) -> bytes:
        """Return what the root signs at a school's opening."""
        return proving.opening(register, school, author)

    def keep_school_for_recovery(self, keys: SchoolKeys, secret: bytes, register: str) -> bytes:
        """Wrap the school's keys under the recovery secret."""
        return school_keys.wrap_school_keys_for_recovery(keys, secret, register)

    def keep_school_for_keeper(self, keys: SchoolKeys, reading_id: str, register: str) -> bytes:
        """Seal the school's keys to a keeper's reading key."""
        return school_keys.seal_school_keys_for_keeper(keys, reading_id, register)

    def open_school(self, blob: bytes, keeper: PersonKeys, register: str) -> SchoolKeys:
        """Open what `keep_school_for_keeper` sealed; raises NotReadable for another person's keys."""
        return school_keys.open_school_keys(blob, keeper.reading, register)

    def invite(self, school: SchoolKeys, name: str, code: str, invitation: str) -> tuple[bytes, bytes]:
        """Return a one-time authority's certificate (DER), and its key wrapped under the code."""
        made = enrolment.invite(school.root, name, code, invitation, self._cost)
        return made.authority, msgspec.json.encode(_Wrapped(made.wrapped_key, made.salt, made.cost))

    def enrol(self, accepted: Accepted, code: str, clock: str) -> Enrolment:
        """Make a person's keys and certificate from their invitation; raises WrongPassphrase for another code."""
        wrapped = msgspec.json.decode(accepted.blob, type=_Wrapped)
        invitation = Invitation(
            accepted.invitation, accepted.authority, accepted.root, wrapped.key, wrapped.salt, wrapped.cost
        )
        return enrolment.enrol(invitation, code, accepted.register, accepted.person, clock)

    def keep(self, keys: PersonKeys, slot: Opened) -> bytes:
        """Wrap a person's keys under what opened their slot, so that signing in derives once."""
        return wrap_person_keys(keys, slot.derived.private_keys, slot.slot_id.encode())

    def unlock(self, blob: bytes, slot: Opened) -> PersonKeys:
        """Open what `keep` wrapped; raises WrongPassphrase when it does not match."""
        return unwrap_person_keys(blob, slot.derived.private_keys, slot.slot_id.encode())

    def seal(self, plaintext: bytes, readers: tuple[str, ...], register: str, content: str) -> SealedContent:
        """Seal content to reading keys (key ids), tied to its register and its own id."""
        sealed = sealing.seal(plaintext, readers, sealing.content_aad(register, content))
        return SealedContent(content, sealed.ciphertext, sealed.keys)

    def open(self, content: SealedContent, register: str, keys: PersonKeys) -> bytes:
        """Open sealed content with a person's own reading key; raises NotReadable where it is not a reader."""
        aad = sealing.content_aad(register, content.content)
        return sealing.open_sealed(content.ciphertext, _for(content, keys.reading_id), keys.reading, aad)

    def new_office(self, register: str, office: str, holder: str, sheet: bytes) -> OfficeKey:
        """Make an office's reading key for its holder (a reading key id) and the office's own sheet."""
        return offices.new_office_key(Office(register, office), holder, sheet)

    def open_for_office(self, content: SealedContent, office: HeldOffice, holder: PersonKeys) -> bytes:
        """Open sealed content with an office's reading key, which its holder's own key opens."""
        private = offices.open_as_holder(*_office(office), holder.reading)
        aad = sealing.content_aad(office.register, content.content)
        return sealing.open_sealed(content.ciphertext, _for(content, office.reading_id), private, aad)

    def hand_office(self, office: HeldOffice, holder: PersonKeys, receiver: str) -> bytes:
        """Seal an office's reading key to one more person (a reading key id), by whoever opens it."""
        key, named = _office(office)
        return offices.hand_over(
            key, named, offices.open_as_holder(key, named, holder.reading), receiver
        ).for_holder

    def office_on_sheet(self, office: HeldOffice, holder: PersonKeys, sheet: bytes) -> bytes:
        """Close an office's reading key under another recovery sheet, by whoever opens it."""
        key, named = _office(office)
        return offices.for_new_sheet(
            key, named, offices.open_as_holder(key, named, holder.reading), sheet
        ).for_recovery

    def office_from_sheet(self, office: SheetOffice, sheet: bytes, receiver: str) -> bytes:
        """Seal an office's reading key to a person by its sheet; raises WrongPassphrase for another sheet."""
        key, named = OfficeKey(office.reading_id, b"", office.for_recovery), Office(office.register, office.office)
        return offices.hand_over(key, named, offices.open_with_secret(key, named, sheet), receiver).for_holder

    def six_words(self, key_id: str) -> tuple[str, ...]:
        """Return six words for comparing a key aloud."""
        return enrolment.six_words(key_id)

    def fingerprint(self, certificate: bytes) -> str:
        """Return a certificate's SHA-256 in hex."""
        return certificates.fingerprint(certificate)


def _office(office: HeldOffice) -> tuple[OfficeKey, Office]:
    return OfficeKey(office.reading_id, office.for_holder, b""), Office(office.register, office.office)


def _for(content: SealedContent, reader: str) -> bytes:
    if reader not in content.keys:
        raise sealing.NotReadable
    return content.keys[reader]
