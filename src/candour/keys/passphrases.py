"""From what a person types to keys, and the wrapping of keys under them."""

from __future__ import annotations

import secrets
import unicodedata
from dataclasses import dataclass, field

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from candour.errors import NotMatching
from candour.keys.secrets import expand

SALT_BYTES = 16
KEY_BYTES = 32
NONCE_BYTES = 12
# What a cost read from a file may ask for: a damaged or hostile one must not take the computer down.
MOST_MEMORY_KIB = 1024 * 1024
MOST_TIME = 32
MOST_LANES = 16
MEMORY_PER_LANE_KIB = 8  # RFC 9106 section 3.1


class WrongPassphrase(NotMatching):
    """The passphrase, code or key does not open this, or what it should open was altered."""

    def __init__(self) -> None:
        super().__init__("That does not match.")


@dataclass(frozen=True)
class Cost:
    """What one guess costs (Argon2id, RFC 9106): memory in KiB, passes, lanes.

    It is stored beside every wrap, so that it can be raised later. Raises ValueError outside the bounds.
    """

    memory_kib: int
    time: int
    lanes: int

    def __post_init__(self) -> None:
        if not 1 <= self.lanes <= MOST_LANES or not 1 <= self.time <= MOST_TIME:
            raise ValueError("lanes or passes out of bounds")
        if not MEMORY_PER_LANE_KIB * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB:
            raise ValueError("memory out of bounds")


FULL = Cost(memory_kib=64 * 1024, time=3, lanes=4)
LIGHT = Cost(memory_kib=64, time=1, lanes=1)  # for the tests and the sample school, never for a real one


@dataclass(frozen=True)
class Derived:
    """The separate keys, 32 bytes each, that follow from one passphrase or code."""

    private_keys: bytes = field(repr=False)
    slot: bytes = field(repr=False)
    database: bytes = field(repr=False)


def new_salt() -> bytes:
    """Return 16 fresh random bytes (RFC 9106 section 3.1 recommends that length)."""
    return secrets.token_bytes(SALT_BYTES)


def derive(text: str, salt: bytes, cost: Cost) -> Derived:
    """Return the keys that follow from a typed passphrase or code.

    NFKC first, since the same "é" is typed in two forms; then Argon2id; then HKDF, one key per purpose.
    """
    typed = unicodedata.normalize("NFKC", text).encode()
    hidden = hash_secret_raw(typed, salt, cost.time, cost.memory_kib, cost.lanes, KEY_BYTES, Type.ID)
    return Derived(
        private_keys=expand(hidden, b"candour/passphrase/private-keys/v1\0"),
        slot=expand(hidden, b"candour/passphrase/slot/v1\0"),
        database=expand(hidden, b"candour/passphrase/database/v1\0"),
    )


def wrap(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """Return the plaintext encrypted under a 32-byte key (AES-256-GCM), its fresh 12-byte nonce in front."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plaintext, aad)


def unwrap(key: bytes, wrapped: bytes, aad: bytes) -> bytes:
    """Return what `wrap` was given; raises WrongPassphrase for another key, other aad or one altered byte."""
    try:
        return AESGCM(key).decrypt(wrapped[:NONCE_BYTES], wrapped[NONCE_BYTES:], aad)
    except (InvalidTag, ValueError) as reason:  # ValueError: cut too short to hold a nonce
        raise WrongPassphrase from reason
