"""Sealed content: encrypted once, and its key sealed to everybody who may read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from candour.errors import Trouble
from candour.keys.identity import public_key_of
from candour.keys.passphrases import WrongPassphrase, unwrap, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

PAD_TO = 4096
SMALL = 64 * 1024
PAD_LARGE_TO = 128 * 1024
LENGTH_BYTES = 4
_CONTENT_TAG = b"candour/sealed-content/v1\0"
_KEY_TAG = b"candour/sealed-key/v1\0"
_SUITE = Suite(KEM.P256, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


class NotReadable(Trouble):
    """Something sealed does not open: it was sealed to another key, belongs elsewhere, or was altered."""

    def __init__(self) -> None:
        super().__init__("This cannot be read with your keys: it was sealed to others, or it was altered.")


@dataclass(frozen=True)
class Sealed:
    """Sealed content: the ciphertext, and its key sealed to each reader by their reading key's id."""

    ciphertext: bytes = field(repr=False)
    keys: dict[str, bytes] = field(repr=False)


def content_aad(register_id: str, content_id: str) -> bytes:
    """Return what ties sealed content to its register and its place there, so that none can be swapped."""
    if "\0" in register_id + content_id:
        raise ValueError("an id holds no NUL")
    return f"{register_id}\0{content_id}\0".encode()


def seal(plaintext: bytes, readers: Iterable[str], aad: bytes) -> Sealed:
    """Encrypt content under a fresh key, and seal that key to each reader (a reading key's id).

    The content is padded to a multiple of 4,096 bytes, or of 131,072 where it is a whole PDF (a full copy has some
    100,000, and 8,000 fewer for somebody without accounts), so that its length does not tell an answer.
    `aad` comes from `content_aad`. Raises ValueError for a reader that is no key id.
    """
    key = AESGCM.generate_key(bit_length=256)
    ciphertext = wrap(key, _padded(plaintext), _CONTENT_TAG + aad)
    return Sealed(ciphertext, {reader: seal_to(reader, key, _KEY_TAG + aad) for reader in readers})


def open_sealed(ciphertext: bytes, wrapped_key: bytes, private_key: EllipticCurvePrivateKey, aad: bytes) -> bytes:
    """Return the content as it was; raises NotReadable for the wrong reader, place or any altered byte."""
    key = open_with(private_key, wrapped_key, _KEY_TAG + aad)
    try:
        return _unpadded(unwrap(key, ciphertext, _CONTENT_TAG + aad))
    except (WrongPassphrase, ValueError) as reason:
        raise NotReadable from reason


def add_reader(wrapped_key: bytes, private_key: EllipticCurvePrivateKey, reader: str, aad: bytes) -> bytes:
    """Return the content's key sealed to one more reader, by somebody who can read it already."""
    return seal_to(reader, open_with(private_key, wrapped_key, _KEY_TAG + aad), _KEY_TAG + aad)


def seal_to(reader: str, plaintext: bytes, purpose: bytes) -> bytes:
    """Seal a short secret to one reading key for one purpose (HPKE base mode, RFC 9180).

    The suite is DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM; the purpose, a domain tag, is its info.
    """
    return _SUITE.encrypt(plaintext, public_key_of(reader), purpose)


def open_with(private_key: EllipticCurvePrivateKey, sealed: bytes, purpose: bytes) -> bytes:
    """Open what `seal_to` sealed to this key for this purpose; raises NotReadable."""
    try:
        return _SUITE.decrypt(sealed, private_key, purpose)
    except InvalidTag as reason:
        raise NotReadable from reason


def _padded(plaintext: bytes) -> bytes:
    # No library here pads to more than 255 bytes, so the length stands in front and zeros follow.
    framed = len(plaintext).to_bytes(LENGTH_BYTES, "big") + plaintext
    return framed + bytes(-len(framed) % (PAD_TO if len(framed) <= SMALL else PAD_LARGE_TO))


def _unpadded(padded: bytes) -> bytes:
    length = int.from_bytes(padded[:LENGTH_BYTES], "big")
    plaintext = padded[LENGTH_BYTES : LENGTH_BYTES + length]
    if _padded(plaintext) != padded:
        raise ValueError("the padding is not ours")
    return plaintext
