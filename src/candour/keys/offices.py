"""An office's reading key: whoever holds the office opens it, and the office's own recovery sheet does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from candour.keys.identity import from_pkcs8, key_id, new_private_key, to_pkcs8
from candour.keys.passphrases import unwrap, wrap
from candour.keys.sealing import NotReadable, open_with, seal_to
from candour.keys.secrets import office_key

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

_TAG = b"candour/office-key/v1\0"


@dataclass(frozen=True)
class Office:
    """Which office of which register; everything sealed here is bound to it."""

    register_id: str
    name: str

    @property
    def purpose(self) -> bytes:
        """The domain tag that ties a sealed key to this office."""
        if "\0" in self.register_id + self.name:
            raise ValueError("an id holds no NUL")
        return _TAG + f"{self.register_id}\0{self.name}\0".encode()


@dataclass(frozen=True)
class OfficeKey:
    """What the register stores for an office: its public reading key, and the private one, closed twice."""

    reading_id: str
    for_holder: bytes = field(repr=False)
    for_recovery: bytes = field(repr=False)


def new_office_key(office: Office, holder_reading_id: str, secret: bytes) -> OfficeKey:
    """Make an office's reading key when its first holder enrols.

    `secret` is the office's own recovery secret, printed on a second sheet that the holder keeps apart.
    """
    private_key = new_private_key()
    plain = to_pkcs8(private_key)
    return OfficeKey(
        reading_id=key_id(private_key.public_key()),
        for_holder=seal_to(holder_reading_id, plain, office.purpose),
        for_recovery=wrap(office_key(secret), plain, office.purpose),
    )


def open_as_holder(key: OfficeKey, office: Office, holder: EllipticCurvePrivateKey) -> EllipticCurvePrivateKey:
    """Return the office's reading key with its holder's own; raises NotReadable for anybody else's."""
    return _the_same(key, open_with(holder, key.for_holder, office.purpose))


def open_with_secret(key: OfficeKey, office: Office, secret: bytes) -> EllipticCurvePrivateKey:
    """Return the office's reading key from its recovery sheet; raises WrongPassphrase for another secret."""
    return _the_same(key, unwrap(office_key(secret), key.for_recovery, office.purpose))


def hand_over(
    key: OfficeKey, office: Office, private_key: EllipticCurvePrivateKey, new_holder_reading_id: str
) -> OfficeKey:
    """Return the office's key sealed to its new holder instead, by whoever could open it just now.

    The recovery sheet stays good, and so does everything that was sealed to the office.
    """
    if key_id(private_key.public_key()) != key.reading_id:
        raise NotReadable
    sealed = seal_to(new_holder_reading_id, to_pkcs8(private_key), office.purpose)
    return OfficeKey(key.reading_id, sealed, key.for_recovery)


def for_new_sheet(key: OfficeKey, office: Office, private_key: EllipticCurvePrivateKey, secret: bytes) -> OfficeKey:
    """Return the office's key closed under another recovery sheet, by whoever could open it just now."""
    if key_id(private_key.public_key()) != key.reading_id:
        raise NotReadable
    return OfficeKey(
        key.reading_id, key.for_holder, wrap(office_key(secret), to_pkcs8(private_key), office.purpose)
    )


def _the_same(key: OfficeKey, plain: bytes) -> EllipticCurvePrivateKey:
    # Anybody can seal a key of their own making to a holder; only the office's own is the office's.
    try:
        private_key = from_pkcs8(plain)
    except ValueError as reason:
        raise NotReadable from reason
    if key_id(private_key.public_key()) != key.reading_id:
        raise NotReadable
    return private_key
