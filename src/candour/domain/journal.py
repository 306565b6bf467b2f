"""The journal: what one signed entry is, how it is written as bytes, and how entries are chained.

An entry carries bare public keys, opaque ids and commitments, never a name: erasing content and salt leaves
an entry that still verifies.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from typing import Any, Protocol

import rfc8785

ENTRY_TAG = b"candour/entry/v1\0"
"""Domain tag before the canonical JSON of an entry: nothing else that a key signs begins so."""

OPEN_TAG = b"candour/open-content/v1\0"
"""Domain tag of the salted commitment to the open content of an entry."""

CHAIN_START = bytes(32)
"""The hash before the first entry of a school's chain."""

CONFIDENTIAL = "confidential"
"""The one clear kind of every act that HR may not know of; what it is stands inside the sealed content."""


@dataclass(frozen=True)
class Row:
    """A fact that one entry adds to the register; its class names its table, and no row is ever changed."""


@dataclass(frozen=True)
class SealedContent:
    """Content that only its readers can open: AES-256-GCM ciphertext, and its key sealed to each reader.

    `content` is the opaque id that rows refer to, `keys` the HPKE-sealed keys by the reader's reading key id.
    """

    content: str
    ciphertext: bytes
    keys: dict[str, bytes]

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the ciphertext in hex: the entry's commitment to it."""
        return hashlib.sha256(self.ciphertext).hexdigest()


@dataclass(frozen=True)
class StoredFile:
    """A PDF that the register keeps open, found again by the SHA-256 of its bytes."""

    content: bytes

    @property
    def digest(self) -> str:
        """Return the SHA-256 of the bytes in hex: the entry's commitment to the file."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class Act:
    """What one service call writes: the kind, whom or what it is about, the rows, sealed content and files."""

    kind: str
    subject: str
    rows: tuple[Row, ...] = ()
    sealed: tuple[SealedContent, ...] = ()
    files: tuple[StoredFile, ...] = ()


class Author(Protocol):
    """Whoever signs an entry: `key_id` is the compressed P-256 point in hex."""

    @property
    def key_id(self) -> str:
        """Return the bare public key that the entry carries."""
        ...

    def sign(self, data: bytes) -> bytes:
        """Return the DER signature (ECDSA P-256, SHA-256) over `data`."""
        ...


@dataclass(frozen=True)
class Head:
    """The newest linked entry: its position from 1 (0 before the first) and the chain's hash in hex."""

    position: int
    hash: str


NO_HEAD = Head(0, CHAIN_START.hex())


@dataclass(frozen=True)
class Entry:
    """One line of the journal, before it is signed; every value is text or a number, so that JSON is exact.

    `uuid` is chosen by the client, `clock` is the author's (UTC, ISO 8601), `open` the salted commitment to the
    rows ("" when there are none), `sealed` and `files` the digests in the order stored, `seen_*` the head that
    the author last saw.
    """

    uuid: str
    register: str
    school: str
    kind: str
    author: str
    subject: str
    open: str
    sealed: tuple[str, ...]
    files: tuple[str, ...]
    clock: str
    seen_position: int
    seen_hash: str


@dataclass(frozen=True)
class LinkedEntry:
    """An entry as it stands in the chain: its position, bytes, signature, time of receipt and chain hash."""

    position: int
    content: bytes
    signature: bytes
    received: str
    hash: str
    entry: Entry = field(compare=False)


def entry_bytes(entry: Entry) -> bytes:
    """Return the bytes that the author signs: the domain tag and the canonical JSON (RFC 8785)."""
    return ENTRY_TAG + rfc8785.dumps({**asdict(entry), "sealed": list(entry.sealed), "files": list(entry.files)})


def open_commitment(salt: bytes, rows: list[dict[str, Any]]) -> str:
    """Return the salted SHA-256 (hex) over the canonical JSON of the rows that an entry added."""
    return hashlib.sha256(OPEN_TAG + salt + rfc8785.dumps(rows)).hexdigest()


def chain_hash(previous: bytes, content: bytes, signature: bytes, received: str) -> bytes:
    """Return h(n) = SHA-256(h(n-1) ‖ entry ‖ signature ‖ received time); JSON and DER delimit themselves."""
    return hashlib.sha256(previous + content + signature + received.encode()).digest()


def plain_row(row: Row) -> dict[str, Any]:
    """Return a row as JSON values under its class's name: dates in ISO 8601, bytes in hex."""
    return {"row": type(row).__name__} | {f.name: plain_value(getattr(row, f.name)) for f in fields(row)}


def plain_value(value: object) -> object:
    """Return one column's value as a JSON value."""
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
