"""Whose signature it is: the two chains that a school's root stands behind, and no other.

Person under a one-time authority under the root; seal directly under the root. Everything in them is looked
at here by itself, whatever a PDF library thinks of the path: a longer name that begins with the permitted one
passes pyHanko and poppler (facts/trust.md, attack 29).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Any

from asn1crypto.x509 import Certificate
from cryptography.exceptions import InvalidSignature
from cryptography.x509 import load_der_x509_certificate

from candour.documents.verdicts import forged

_SIGNS = {"digital_signature", "non_repudiation"}
_ISSUES = {"key_cert_sign"}
_ALWAYS = {"basic_constraints", "key_usage", "key_identifier", "authority_key_identifier"}
_POINT = 65
"""Bytes of an uncompressed point on P-256: a tag and two coordinates of 32 (SEC 1, 2.3.3)."""


@dataclass(frozen=True)
class Named:
    """What a certificate says: school (O), name (CN), and its key as the compressed point in hex."""

    school: str
    name: str
    key: str


def check_person(person: bytes, authority: bytes, root: bytes) -> Named:
    """Check a person's chain and return whose it is; raises Wrong.

    The authority has path length 0 and one critical name constraint that is the person's whole subject.
    """
    certificate, above = Certificate.load(person), Certificate.load(authority)
    _check_root(root)
    _check_link(authority, root, path_length=0, more={"name_constraints"})
    _check_link(person, authority, path_length=None)
    limits = above.name_constraints_value
    permitted = limits["permitted_subtrees"]
    if "name_constraints" not in above.critical_extensions or limits["excluded_subtrees"].native:
        raise forged("the invitation's limit is not binding")
    if len(permitted) != 1 or permitted[0]["base"].name != "directory_name":
        raise forged("the invitation is not limited to one name")
    if permitted[0]["base"].chosen.untag().dump() != certificate.subject.dump():
        raise forged("the invitation was for another name")
    return _same_school(certificate, above, Certificate.load(root))


@lru_cache(maxsize=64)
def check_seal(seal: bytes, root: bytes) -> Named:
    """Check a school's seal, which stands directly under the root, and return whose it is; raises Wrong."""
    _check_root(root)
    _check_link(seal, root, path_length=None)
    return _same_school(Certificate.load(seal), Certificate.load(root))


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a certificate (DER) in hex."""
    return sha256(certificate).hexdigest()


@lru_cache(maxsize=64)
def _check_root(root: bytes) -> None:
    _check_link(root, root, path_length=1)


def _check_link(der: bytes, issuer: bytes, *, path_length: int | None, more: set[str] | None = None) -> None:
    """Check that one certificate was issued by another, on P-256 with SHA-256, for exactly its role."""
    certificate = Certificate.load(der)
    _key(certificate)
    if certificate.signature_algo != "ecdsa" or certificate.hash_algo != "sha256":
        raise forged("a certificate is signed in another way than ECDSA with SHA-256")
    try:
        load_der_x509_certificate(der).verify_directly_issued_by(load_der_x509_certificate(issuer))
    except (InvalidSignature, ValueError, TypeError) as reason:
        raise forged("a certificate was not issued by the one above it") from reason
    if not der.endswith(b"\0" + certificate["signature_value"].native):
        # X.690, 11.2.1: where a signature's last bit is 0, one "unused bit" leaves it the same in other bytes.
        raise forged("a certificate's signature is not in its one form")
    extensions = {each["extn_id"].native for each in certificate["tbs_certificate"]["extensions"]}
    authority = path_length is not None
    usage = certificate.key_usage_value
    basic = certificate.basic_constraints_value
    if (
        extensions != _ALWAYS | (more or set())
        or not {"basic_constraints", "key_usage"} <= certificate.critical_extensions
        or (basic["ca"].native, basic["path_len_constraint"].native) != (authority, path_length)
        or usage.native != (_ISSUES if authority else _SIGNS)
    ):
        raise forged("a certificate may do more, less or other than its role")


def _same_school(certificate: Certificate, *above: Certificate) -> Named:
    school, name = _names(certificate)
    if any(_names(each)[0] != school for each in above):
        raise forged("the certificates name several schools")
    return Named(school, name, _key(certificate))


def _names(certificate: Certificate) -> tuple[str, str]:
    said: Any = certificate.subject.native
    if set(said) != {"organization_name", "common_name"} or len(certificate.subject.chosen) != len(said):
        raise forged("a certificate names more or less than a school and a name")
    return said["organization_name"], said["common_name"]


def _key(certificate: Certificate) -> str:
    """Return the key as a compressed point in hex (SEC 1, 2.3.3); raises Wrong unless it is on P-256."""
    public = certificate.public_key
    if public.algorithm != "ec" or public.curve != ("named", "secp256r1"):
        raise forged("a key is not on P-256")
    point = public["public_key"].native
    if len(point) != _POINT:
        raise forged("a key is not written as this school writes keys")
    return f"{2 + point[-1] % 2:02x}{point[1:33].hex()}"
