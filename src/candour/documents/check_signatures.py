"""Whether each signature holds: our one form of CMS, the digest, the key, and the chain, as pyHanko sees it too."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from asn1crypto import cms, x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509 import load_der_x509_certificate
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from candour.documents.check_certificates import Named, check_person, check_seal
from candour.documents.cms import assembled, lower_twin, signed_attributes
from candour.documents.verdicts import changed, forged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.documents.check_structure import Shape, Signature

_PERSON_CHAIN, _SEAL_CHAIN = 3, 2
"""How many certificates each signature carries: person, authority, root; seal, root."""


@dataclass(frozen=True)
class Signers:
    """Who signed: the person, the school's seal if there is one, and the root under which both stand (DER)."""

    person: Named
    seal: Named | None
    root: bytes


def read_signers(shape: Shape) -> Signers:
    """Check every signature and return who made them; raises Wrong.

    All stand under the root that the file itself carries: whether that is a root known here is another
    question, which the caller answers.
    """
    chains = [_read_chain(signature) for signature in shape.signatures]
    signers = _named(chains)
    for chain in chains:
        if why := _why_pyhanko_refuses(chain):
            raise forged(f"pyHanko refuses the chain: {why}")
    return signers


def signers_of(signatures: Sequence[Signature]) -> Signers:
    """Check signatures wherever they were found, oldest first, by our own rules alone; raises Wrong."""
    return _named([_read_chain(signature) for signature in signatures])


def _named(chains: list[tuple[bytes, ...]]) -> Signers:
    roots = {chain[-1] for chain in chains}
    if len(roots) != 1:
        raise forged("the signatures stand under different roots")
    root = roots.pop()
    person = check_person(*_exactly(chains[0], _PERSON_CHAIN))
    seal = check_seal(*_exactly(chains[1], _SEAL_CHAIN)) if len(chains) > 1 else None
    return Signers(person, seal, root)


def _read_chain(signature: Signature) -> tuple[bytes, ...]:
    """Check a signature's form and its key, and return its certificates, the signer's first, the root last."""
    content: Any = cms.ContentInfo.load(signature.cms, strict=True)["content"]
    (info,) = content["signer_infos"]
    chain = _ordered(info["sid"].chosen, [each.chosen for each in content["certificates"]])
    raw = info["signature"].native
    if assembled(signature.digest, chain[0], chain[1:], raw) != signature.cms or lower_twin(raw) != raw:
        raise changed(f"the signature in {signature.field} is not over this content, or not in our form")
    key = load_der_x509_certificate(chain[0]).public_key()
    attributes = signed_attributes(signature.digest, chain[0])
    try:
        if not isinstance(key, EllipticCurvePublicKey):
            raise forged("a key is not on P-256")
        key.verify(raw, attributes, ECDSA(SHA256()))
    except InvalidSignature as reason:
        raise changed(f"the signature in {signature.field} was not made by its key") from reason
    return chain


def _ordered(signer: Any, certificates: list[x509.Certificate]) -> tuple[bytes, ...]:
    """Return the certificates from the signer's up to the root, each issued in the name of the next."""
    left = list(certificates)
    found: list[x509.Certificate] = []
    wanted = signer["issuer"].dump(), signer["serial_number"].native
    while left:
        fitting = [
            each
            for each in left
            if (not found and (each.issuer.dump(), each.serial_number) == wanted)
            or (found and each.subject.dump() == found[-1].issuer.dump())
        ]
        if len(fitting) != 1:
            raise forged("the certificates make no chain")
        left.remove(fitting[0])
        found.append(fitting[0])
    return tuple(each.dump() for each in found)


def _exactly(chain: tuple[bytes, ...], count: int) -> tuple[bytes, ...]:
    if len(chain) != count:
        raise forged(f"{len(chain)} certificates instead of {count}")
    return chain


@lru_cache(maxsize=1024)
def _why_pyhanko_refuses(chain: tuple[bytes, ...]) -> str:
    """Return why pyHanko's path validation refuses a chain under its own root, "" if it does not.

    RFC 5280 with name constraints and key usage, that root as the only trust anchor, and no network. Kept for
    each chain: a school has one seal, and a chain that stands stands until 9999.
    """
    signer, *above, root = (x509.Certificate.load(der) for der in chain)
    context = ValidationContext(trust_roots=[root], allow_fetching=False)
    validator: Any = CertificateValidator(signer, above, context)
    try:
        asyncio.run(validator.async_validate_usage({"digital_signature", "non_repudiation"}))
    except (PathError, ValidationError) as reason:
        return str(reason)
    return ""
