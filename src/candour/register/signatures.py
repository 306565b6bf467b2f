"""Verifying what authors signed: a key id is all that is needed."""

from __future__ import annotations

from functools import lru_cache

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256

_ALGORITHM = ECDSA(SHA256())


def verifies(key_id: str, signature: bytes, data: bytes) -> bool:
    """Tell whether a DER signature (ECDSA P-256, SHA-256) over `data` is that of a key.

    `key_id` is the compressed point in hex; what is no point verifies nothing.
    """
    try:
        _public_key(key_id).verify(signature, data, _ALGORITHM)
    except (InvalidSignature, ValueError):
        return False
    return True


@lru_cache(maxsize=4096)
def _public_key(key_id: str) -> EllipticCurvePublicKey:
    return EllipticCurvePublicKey.from_encoded_point(SECP256R1(), bytes.fromhex(key_id))
