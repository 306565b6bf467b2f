"""The bytes of our PDF signatures: a CMS SignedData in the one form that we write and accept (PAdES B-B).

Everything in it follows from four things: the document's digest, the signer's certificate, the certificates
above it and the raw signature. So a check needs no list of what is forbidden (unsigned attributes, a second
signer, other algorithms, BER): it builds the bytes again and compares.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Protocol

from asn1crypto.x509 import Certificate
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
"""The order of the curve P-256 (SEC 2, 2.4.2)."""

_DIGEST, _LONGEST = 32, 72
"""Bytes of a SHA-256 digest, and of the longest DER signature on P-256."""

_INTEGER, _OCTETS, _OID, _SEQUENCE, _SET = 0x02, 0x04, 0x06, 0x30, 0x31
_CONTEXT_0 = 0xA0
_LONG_FORM = 0x80

# Object identifiers as DER contents (RFC 5652, RFC 5035, RFC 5754).
_DATA = bytes.fromhex("2a864886f70d010701")
_SIGNED_DATA = bytes.fromhex("2a864886f70d010702")
_CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
_SIGNING_CERTIFICATE_V2 = bytes.fromhex("2a864886f70d010910022f")
_SHA256 = bytes.fromhex("608648016503040201")
_ECDSA_WITH_SHA256 = bytes.fromhex("2a8648ce3d040302")


class Signer(Protocol):
    """What a signature in a PDF needs: a certificate, those above it (nearest first, DER), and its key's act."""

    @property
    def certificate(self) -> bytes:
        """The signer's own certificate (DER)."""

    @property
    def chain(self) -> tuple[bytes, ...]:
        """The certificates above it, nearest first, the root last (DER)."""

    def sign(self, data: bytes) -> bytes:
        """Return the DER signature over the data (ECDSA P-256 with SHA-256)."""


def signed_data(digest: bytes, signer: Signer) -> bytes:
    """Sign a document's SHA-256 digest and return the DER of the CMS that goes into `/Contents`.

    The attributes are content type, message digest and signing certificate (ETSI EN 319 142-1, 5.3 and 6.3:
    the claimed time of signing stands in the signature dictionary's `/M`, not here).
    """
    attributes = signed_attributes(digest, signer.certificate)
    signature = lower_twin(signer.sign(attributes))
    return assembled(digest, signer.certificate, signer.chain, signature)


def room(signer: Signer) -> int:
    """Return how many bytes this signer's CMS takes at most."""
    return len(assembled(bytes(_DIGEST), signer.certificate, signer.chain, bytes(_LONGEST)))


def signed_attributes(digest: bytes, certificate: bytes) -> bytes:
    """Return the signed attributes for a digest as the DER SET over which the signature is made."""
    return _set(
        _attribute(_CONTENT_TYPE, _tlv(_OID, _DATA)),
        _attribute(_MESSAGE_DIGEST, _tlv(_OCTETS, digest)),
        _attribute(_SIGNING_CERTIFICATE_V2, _signing_certificate(certificate)),
    )


def assembled(digest: bytes, certificate: bytes, chain: tuple[bytes, ...], signature: bytes) -> bytes:
    """Return the whole CMS (ContentInfo, RFC 5652) for a signature that was already made."""
    attributes = signed_attributes(digest, certificate)
    signer_info = _tlv(
        _SEQUENCE,
        _tlv(_INTEGER, b"\x01"),
        _issuer_and_serial(certificate),
        _algorithm(_SHA256),
        bytes([_CONTEXT_0]) + attributes[1:],  # IMPLICIT [0] takes the place of the SET's own tag
        _algorithm(_ECDSA_WITH_SHA256),
        _tlv(_OCTETS, signature),
    )
    content = _tlv(
        _SEQUENCE,
        _tlv(_INTEGER, b"\x01"),
        _set(_algorithm(_SHA256)),
        _tlv(_SEQUENCE, _tlv(_OID, _DATA)),
        _tlv(_CONTEXT_0, *sorted({certificate, *chain})),
        _set(signer_info),
    )
    return _tlv(_SEQUENCE, _tlv(_OID, _SIGNED_DATA), _tlv(_CONTEXT_0, content))


def lower_twin(signature: bytes) -> bytes:
    """Return the one of a signature's two valid forms, (r, s) and (r, n - s), whose s is the lower.

    Whoever holds a file could else turn its signature into the other form: valid, in other bytes.
    """
    r, s = decode_dss_signature(signature)
    return encode_dss_signature(r, min(s, _ORDER - s))


@lru_cache(maxsize=4096)
def _issuer_and_serial(certificate: bytes) -> bytes:
    body = Certificate.load(certificate)["tbs_certificate"]
    return _tlv(_SEQUENCE, body["issuer"].dump(), body["serial_number"].dump())


@lru_cache(maxsize=4096)
def _signing_certificate(certificate: bytes) -> bytes:
    """Return SigningCertificateV2 with the hash alone: SHA-256 is its default (RFC 5035, 3)."""
    return _tlv(_SEQUENCE, _tlv(_SEQUENCE, _tlv(_SEQUENCE, _tlv(_OCTETS, sha256(certificate).digest()))))


def _attribute(kind: bytes, value: bytes) -> bytes:
    return _tlv(_SEQUENCE, _tlv(_OID, kind), _set(value))


def _algorithm(kind: bytes) -> bytes:
    """Return an AlgorithmIdentifier without parameters (RFC 5754, 2 and 3.3)."""
    return _tlv(_SEQUENCE, _tlv(_OID, kind))


def _set(*members: bytes) -> bytes:
    return _tlv(_SET, *sorted(members))


def _tlv(tag: int, *contents: bytes) -> bytes:
    body = b"".join(contents)
    return bytes([tag]) + _length(len(body)) + body


def _length(count: int) -> bytes:
    if count < _LONG_FORM:
        return bytes([count])
    octets = count.to_bytes((count.bit_length() + 7) // 8, "big")
    return bytes([_LONG_FORM | len(octets)]) + octets
