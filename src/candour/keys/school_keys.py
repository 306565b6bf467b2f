"""The school's own two keys, root and seal, and the two ways to them: the recovery sheet and a keeper.

Never in a keyring: who invites or exports shows at that moment that they are a keeper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from candour.keys import certificates
from candour.keys.identity import SigningKey, from_pkcs8, to_pkcs8
from candour.keys.passphrases import unwrap, wrap
from candour.keys.sealing import NotReadable, open_with, seal_to
from candour.keys.secrets import school_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

_TAG = b"candour/school-keys/v1\0"
_SECRET_TAG = b"candour/recovery-secret/v1\0"


@dataclass(frozen=True)
class SchoolKeys:
    """The school's root, which invites, and its seal, which marks what leaves the register."""

    root: SigningKey
    seal: SigningKey

    @property
    def school(self) -> str:
        """The school's name, as its certificates say it."""
        return certificates.school_in(self.root.certificate)


class _Stored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    root_key: bytes
    root: bytes
    seal_key: bytes
    seal: bytes


def new_school_keys(school: str) -> SchoolKeys:
    """Return a new root and a new seal for a school; set-up makes them once."""
    root = certificates.new_root(school)
    return SchoolKeys(root, certificates.new_seal(root))


def wrap_school_keys_for_recovery(keys: SchoolKeys, secret: bytes, register_id: str) -> bytes:
    """Return the school's keys wrapped under what follows from the recovery secret."""
    return wrap(school_key(secret), _to_bytes(keys), _purpose(register_id))


def unwrap_school_keys(wrapped: bytes, secret: bytes, register_id: str) -> SchoolKeys:
    """Return the school's keys from the recovery secret; raises WrongPassphrase for another secret."""
    return _from_bytes(unwrap(school_key(secret), wrapped, _purpose(register_id)))


def seal_school_keys_for_keeper(keys: SchoolKeys, reading_id: str, register_id: str) -> bytes:
    """Return the school's keys sealed to a keeper's reading key (HPKE), which their passphrase opens."""
    return seal_to(reading_id, _to_bytes(keys), _purpose(register_id))


def open_school_keys(sealed: bytes, reading: EllipticCurvePrivateKey, register_id: str) -> SchoolKeys:
    """Return the school's keys with a keeper's reading key; raises NotReadable for anybody else's.

    Anybody can seal something to a keeper, so the keys inside are checked against their certificates
    (NotReadable); the caller compares the root's fingerprint with the register's.
    """
    plain = open_with(reading, sealed, _purpose(register_id))
    try:
        keys = _from_bytes(plain)
        _belong_together(keys)
    except (msgspec.DecodeError, ValueError) as reason:
        raise NotReadable from reason
    return keys


def seal_secret_for_keeper(secret: bytes, reading_id: str, register_id: str) -> bytes:
    """Return the recovery secret sealed to a keeper's reading key (HPKE), for as long as no sheet is checked.

    It gives nothing that a keeper has not: the register's key and the school's keys.
    """
    return seal_to(reading_id, secret, _SECRET_TAG + register_id.encode())


def open_secret(sealed: bytes, reading: EllipticCurvePrivateKey, register_id: str) -> bytes:
    """Return the recovery secret with a keeper's reading key; raises NotReadable for anybody else's."""
    return open_with(reading, sealed, _SECRET_TAG + register_id.encode())


def _belong_together(keys: SchoolKeys) -> None:
    certificates.check_seal_certificate(keys.seal.certificate, keys.root.certificate)
    for signing in (keys.root, keys.seal):
        if signing.key_id != certificates.key_id_in(signing.certificate):
            raise ValueError("a private key and its certificate are of two kinds")


def _purpose(register_id: str) -> bytes:
    return _TAG + register_id.encode()


def _to_bytes(keys: SchoolKeys) -> bytes:
    return msgspec.json.encode(
        _Stored(
            root_key=to_pkcs8(keys.root.private_key),
            root=keys.root.certificate,
            seal_key=to_pkcs8(keys.seal.private_key),
            seal=keys.seal.certificate,
        )
    )


def _from_bytes(plain: bytes) -> SchoolKeys:
    stored = msgspec.json.decode(plain, type=_Stored)
    root = SigningKey(from_pkcs8(stored.root_key), stored.root, ())
    return SchoolKeys(root, SigningKey(from_pkcs8(stored.seal_key), stored.seal, (stored.root,)))
