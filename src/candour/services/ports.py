"""What services ask of keys, documents and the clock; `candour.app` hands the real ones in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal, Protocol

from candour.services.check_ports import PdfChecks
from candour.services.export_ports import ExportPapers
from candour.services.office_ports import OfficeSmith
from candour.services.paper_ports import PaperDocuments
from candour.services.reminder_ports import ReminderPapers

if TYPE_CHECKING:
    from candour.domain.chair_papers import ChairPaper
    from candour.domain.declaration import DeclarationFacts
    from candour.domain.held import HeldPaper
    from candour.domain.journal import SealedContent
    from candour.domain.letter import LetterFacts
    from candour.domain.papers import RecoveryPaper, SlipPaper
    from candour.domain.speaking import Picture

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


@dataclass(frozen=True)
class NewEnrolment:
    """What an enrolment makes: the keys, and what the register keeps of them."""

    keys: PersonKeys
    statement: bytes
    authority_signature: bytes


class OpenedSlot(Protocol):
    """What a passphrase or code has opened; `kind` is "passphrase" or "code"."""

    @property
    def register_key(self) -> bytes: ...  # noqa: D102

    @property
    def person_id(self) -> str: ...  # noqa: D102

    @property
    def slot_id(self) -> str: ...  # noqa: D102

    @property
    def kind(self) -> Literal["passphrase", "code"]: ...  # noqa: D102


class Slots(Protocol):
    """The slots file beside the register: the register key, wrapped per person and per invitation."""

    def add(
        self,
        person_id: str,
        lookups: Iterable[str],
        secret_text: str,
        kind: Literal["passphrase", "code"],
        register_key: bytes,
    ) -> OpenedSlot:
        """Add a way in, and return what opening it gives."""
        ...

    def open(self, lookup_text: str, secret_text: str) -> OpenedSlot:
        """Open the slot of a staff number or school e-mail; raises Refused when nothing matches."""
        ...

    def remove(self, slot_id: str) -> None:
        """Destroy a way in."""
        ...


class Keysmith(OfficeSmith, Protocol):
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

    def secret_of_words(self, text: str) -> bytes:
        """Return the recovery secret behind 24 typed words; raises Refused, naming what is wrong with them."""
        ...

    def keep_secret_for_keeper(self, secret: bytes, reading_id: str, register: str) -> bytes:
        """Seal the recovery secret to a keeper, until the recovery sheet is checked."""
        ...

    def open_secret(self, blob: bytes, keeper: PersonKeys, register: str) -> bytes:
        """Open what `keep_secret_for_keeper` sealed."""
        ...

    def recover_school(self, blob: bytes, secret: bytes, register: str) -> SchoolKeys:
        """Open what `keep_school_for_recovery` wrapped; raises Refused for another secret."""
        ...

    def opening(self, register: str, school: str, author: str) -> bytes:
        """Return what the root signs at a school's opening."""
        ...

    def keep_school_for_recovery(self, keys: SchoolKeys, secret: bytes, register: str) -> bytes:
        """Wrap the school's keys under the recovery secret."""
        ...

    def keep_school_for_keeper(self, keys: SchoolKeys, reading_id: str, register: str) -> bytes:
        """Seal the school's keys to a keeper."""
        ...

    def open_school(self, blob: bytes, keeper: PersonKeys, register: str) -> SchoolKeys:
        """Open what `keep_school_for_keeper` sealed."""
        ...

    def invite(self, school: SchoolKeys, name: str, code: str, invitation: str) -> tuple[bytes, bytes]:
        """Return a one-time authority's certificate (DER), and its key wrapped under the code."""
        ...

    def enrol(self, accepted: Accepted, code: str, clock: str) -> NewEnrolment:
        """Make a person's keys and certificate from their invitation; raises Refused for another code."""
        ...

    def keep(self, keys: PersonKeys, slot: OpenedSlot) -> bytes:
        """Wrap a person's keys under what opened their slot."""
        ...

    def unlock(self, blob: bytes, slot: OpenedSlot) -> PersonKeys:
        """Open what `keep` wrapped; raises Refused when it does not match."""
        ...

    def seal(self, plaintext: bytes, readers: tuple[str, ...], register: str, content: str) -> SealedContent:
        """Seal content to reading keys (key ids)."""
        ...

    def open(self, content: SealedContent, register: str, keys: PersonKeys) -> bytes:
        """Open sealed content with a person's own reading key."""
        ...

    def six_words(self, key_id: str) -> tuple[str, ...]:
        """Return six words for comparing a key aloud."""
        ...

    def fingerprint(self, certificate: bytes) -> str:
        """Return a certificate's SHA-256 in hex."""
        ...


@dataclass(frozen=True)
class Accepted:
    """An invitation as it is taken up: ids of register, person and invitation, certificates (DER), wrapped key."""

    register: str
    person: str
    invitation: str
    root: bytes
    authority: bytes
    blob: bytes


class Documents(PdfChecks, ExportPapers, ReminderPapers, PaperDocuments, Protocol):
    """Drawing, signing, sealing and checking PDFs."""

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

    def held(self, paper: HeldPaper) -> bytes:
        """Return what is held about a person as a PDF."""
        ...

    def lacking(self, text: str) -> str:
        """Return the characters of a text that the printed font lacks."""
        ...

    def picture(self, data: bytes) -> Picture:
        """Return a picture from outside drawn anew, without metadata; raises Refused for what is none."""
        ...

    def recovery_sheet(self, paper: RecoveryPaper) -> bytes:
        """Return the recovery sheet as a PDF, two copies of it."""
        ...

    def slips(self, paper: SlipPaper) -> bytes:
        """Return invitation slips as a PDF, and what to read before coming."""
        ...

    def letter(self, facts: LetterFacts, signer: SigningKey, when: datetime) -> bytes:
        """Return a decision letter, drawn from its facts and signed by who decided.

        Raises Refused when a text holds characters that the fonts lack.
        """
        ...

    def letter_hash(self, facts: LetterFacts) -> str:
        """Return the SHA-256 of the canonical facts of a decision letter in hex."""
        ...

    def chair_papers(self, paper: ChairPaper) -> bytes:
        """Return the request sheet for the chair and, on a page of its own, the answer slip, as one PDF.

        Raises Refused when a text holds characters that the fonts lack.
        """
        ...
