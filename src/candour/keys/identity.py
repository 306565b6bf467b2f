"""A person's keys and the names that entries know them by."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_private_key,
)

from candour.keys.passphrases import unwrap, wrap

CURVE = ec.SECP256R1()
_ECDSA = ec.ECDSA(SHA256())
_PERSON_TAG = b"candour/person-keys/v1\0"


def new_private_key() -> ec.EllipticCurvePrivateKey:
    """Return a new P-256 private key."""
    return ec.generate_private_key(CURVE)


def key_id(public_key: ec.EllipticCurvePublicKey) -> str:
    """Return the public key as 66 lowercase hexadecimal digits (SEC 1 compressed point, 33 bytes).

    It is the bare public key itself, which is how entries carry it: no look-up, no name.
    """
    return public_key.public_bytes(Encoding.X962, PublicFormat.CompressedPoint).hex()


def public_key_of(identifier: str) -> ec.EllipticCurvePublicKey:
    """Return the public key that a key id stands for; raises ValueError if it is none in its one form."""
    key = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, bytes.fromhex(identifier))
    if key_id(key) != identifier:
        raise ValueError("a key id is 66 lowercase hexadecimal digits")
    return key


def verify(identifier: str, data: bytes, signature: bytes) -> bool:
    """Say whether the signature (ECDSA P-256 with SHA-256, DER) over the data was made by that key."""
    try:
        public_key_of(identifier).verify(signature, data, _ECDSA)
    except (InvalidSignature, ValueError):
        return False
    return True


def to_pkcs8(key: ec.EllipticCurvePrivateKey) -> bytes:
    """Return a private key as PKCS #8 DER, in clear: only ever to be wrapped."""
    return key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())


def from_pkcs8(der: bytes) -> ec.EllipticCurvePrivateKey:
    """Return the private key in PKCS #8 DER; raises ValueError when it is no P-256 key."""
    key = load_der_private_key(der, password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise ValueError("not a P-256 key")  # noqa: TRY004 - the value is wrong, not the type
    return key


@dataclass(frozen=True)
class SigningKey:
    """A private key that signs, with its certificate and those above it, nearest first, all as DER."""

    private_key: ec.EllipticCurvePrivateKey = field(repr=False)
    certificate: bytes = field(repr=False)
    chain: tuple[bytes, ...] = field(repr=False)

    @property
    def key_id(self) -> str:
        """The public key, as entries carry it."""
        return key_id(self.private_key.public_key())

    def sign(self, data: bytes) -> bytes:
        """Return the DER signature over the data (ECDSA P-256 with SHA-256)."""
        return self.private_key.sign(data, _ECDSA)


@dataclass(frozen=True)
class PersonKeys:
    """What one enrolled person holds: a key that signs and a key that reads what is sealed to them."""

    signing: SigningKey
    reading: ec.EllipticCurvePrivateKey = field(repr=False)

    @property
    def reading_id(self) -> str:
        """The public half of the reading key, in the form of a key id."""
        return key_id(self.reading.public_key())


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    signing: bytes
    reading: bytes
    certificate: bytes
    chain: tuple[bytes, ...]


def wrap_person_keys(keys: PersonKeys, kek: bytes, aad: bytes) -> bytes:
    """Return both private keys (PKCS #8) and the certificates as one blob under a 32-byte key."""
    stored = _Stored(
        signing=to_pkcs8(keys.signing.private_key),
        reading=to_pkcs8(keys.reading),
        certificate=keys.signing.certificate,
        chain=keys.signing.chain,
    )
    return wrap(kek, msgspec.json.encode(stored), _PERSON_TAG + aad)


def unwrap_person_keys(blob: bytes, kek: bytes, aad: bytes) -> PersonKeys:
    """Return what `wrap_person_keys` was given; raises WrongPassphrase for another key or an altered blob."""
    stored = msgspec.json.decode(unwrap(kek, blob, _PERSON_TAG + aad), type=_Stored)
    return PersonKeys(
        signing=SigningKey(from_pkcs8(stored.signing), stored.certificate, stored.chain),
        reading=from_pkcs8(stored.reading),
    )
