"""What services ask of keys, documents and the clock; `candour.app` hands the real ones in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from candour.domain.declaration import DeclarationFacts
from candour.domain.journal import SealedContent

Clock = Callable[[], datetime]
"""Returns the time now, with its zone; the sample school plays its past rounds with another clock."""


class SigningKey(Protocol):
    """A private key that signs entries and PDFs, with its certificate and those above it (DER)."""

    @property
    def key_id(self) -> str: ...  # noqa: D102

    @property
    def certificate(self) -> bytes: ...  # noqa: D102

    @property
    def chain(self) -> tuple[bytes, ...]: ...  # noqa: D102

    def sign(self, data: bytes) -> bytes: ...  # noqa: D102


class PersonKeys(Protocol):
    """One person's signing key and reading key, unlocked."""

    @property
    def signing(self) -> SigningKey: ...  # noqa: D102

    @property
    def reading_id(self) -> str: ...  # noqa: D102


class SchoolKeys(Protocol):
    """The school's root and seal, unlocked for one piece of work and then forgotten."""

    @property
    def root(self) -> SigningKey: ...  # noqa: D102

    @property
    def seal(self) -> SigningKey: ...  # noqa: D102


class ReadingKey(Protocol):
    """An unlocked reading key, of a person or of an office; `reading_id` is its public half."""

    @property
    def reading_id(self) -> str: ...  # noqa: D102


@dataclass(frozen=True)
class NewEnrolment:
    """What an enrolment makes: the keys, and what the register keeps of them."""

    keys: PersonKeys
    statement: bytes
    authority_signature: bytes


@dataclass(frozen=True)
class NewOffice:
    """A new office's reading key: public id, sealed to its holder, and under a second recovery sheet."""

    reading_id: str
    for_holder: bytes
    for_sheet: bytes
    words: tuple[str, ...]


class Keysmith(Protocol):
    """All that services need of keys; `candour.keys.smith.Smith` is the one there is."""

    def new_secret(self) -> bytes:
        """Return a new recovery secret of 32 bytes."""
        ...

    def words(self, secret: bytes) -> tuple[str, ...]:
        """Return the 24 words of a recovery secret."""
        ...

    def register_key(self, secret: bytes) -> bytes:
        """Return the key that opens the register."""
        ...

    def new_code(self) -> str:
        """Return a new code for an invitation slip."""
        ...

    def proposed_passphrase(self) -> str:
        """Return four generated words."""
        ...

    def check_passphrase(self, text: str, own_words: tuple[str, ...]) -> None:
        """Raise Refused for a passphrase that is too short or too common."""
        ...

    def new_school(self, name: str) -> SchoolKeys:
        """Make the school's root and seal."""
        ...

    def keep_school_for_recovery(self, keys: SchoolKeys, secret: bytes) -> bytes:
        """Wrap the school's keys under the recovery secret."""
        ...

    def keep_school_for_keeper(self, keys: SchoolKeys, reading_id: str) -> bytes:
        """Seal the school's keys to a keeper."""
        ...

    def open_school(self, blob: bytes, keeper: PersonKeys) -> SchoolKeys:
        """Open what `keep_school_for_keeper` sealed."""
        ...

    def open_school_from_recovery(self, blob: bytes, secret: bytes) -> SchoolKeys:
        """Open what `keep_school_for_recovery` wrapped."""
        ...

    def invite(self, school: SchoolKeys, name: str, code: str, invitation: str) -> tuple[bytes, bytes]:
        """Return a one-time authority's certificate (DER) and its key wrapped under the code."""
        ...

    def enrol(
        self, root: bytes, authority: bytes, blob: bytes, code: str, ids: tuple[str, str, str], clock: str
    ) -> NewEnrolment:
        """Make a person's keys and certificate from their invitation; `ids`: register, person, invitation."""
        ...

    def keep(self, keys: PersonKeys, secret_text: str, owner: str) -> bytes:
        """Wrap a person's keys under their passphrase or code."""
        ...

    def unlock(self, blob: bytes, secret_text: str, owner: str) -> PersonKeys:
        """Open what `keep` wrapped; raises Refused when the text does not match."""
        ...

    def seal(self, plaintext: bytes, readers: tuple[str, ...], register: str, content: str) -> SealedContent:
        """Seal content to reading keys."""
        ...

    def open(self, content: SealedContent, register: str, keys: ReadingKey | PersonKeys) -> bytes:
        """Open sealed content with a reading key that it was sealed to."""
        ...

    def new_office(self, office: str, holder: str) -> NewOffice:
        """Make an office's reading key, sealed to the holder's reading key."""
        ...

    def open_office(self, office: str, blob: bytes, holder: PersonKeys) -> ReadingKey:
        """Open an office's reading key with its holder's."""
        ...

    def six_words(self, key_id: str) -> tuple[str, ...]:
        """Return six words for comparing a key aloud."""
        ...

    def fingerprint(self, certificate: bytes) -> str:
        """Return a certificate's SHA-256 in hex."""
        ...


@dataclass(frozen=True)
class OpenedSlot:
    """A slot that a passphrase or code has opened; `kind` says which of the two it was."""

    register_key: bytes
    person: str
    slot: str
    kind: str


class Slots(Protocol):
    """The slots file beside the register: the register key, wrapped per person and per invitation."""

    def add(
        self, person_id: str, lookups: tuple[str, ...], secret_text: str, kind: str, register_key: bytes
    ) -> str:
        """Add a slot and return its id."""
        ...

    def open(self, lookup: str, secret_text: str) -> OpenedSlot:
        """Open the slot of a staff number or school e-mail; raises Refused when nothing matches."""
        ...

    def remove(self, slot_id: str) -> None:
        """Destroy a slot."""
        ...


class Documents(Protocol):
    """Drawing, signing and sealing PDFs."""

    def draw(self, facts: DeclarationFacts) -> bytes:
        """Return the page with its signature fields made, ready to be shown and signed."""
        ...

    def facts_hash(self, facts: DeclarationFacts) -> str:
        """Return the SHA-256 of the canonical facts in hex."""
        ...

    def sign(self, prepared: bytes, signer: SigningKey, when: datetime, name: str) -> bytes:
        """Return the prepared bytes with the person's signature appended."""
        ...

    def seal(self, signed: bytes, seal: SigningKey, root: bytes, when: datetime, reason: str) -> bytes:
        """Return the signed bytes with the school's seal; raises Refused if page and facts disagree."""
        ...

    def lacking(self, text: str) -> str:
        """Return the characters of a text that the printed font lacks."""
        ...
