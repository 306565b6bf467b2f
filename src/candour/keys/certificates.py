"""The school's certificates: root, seal, one-time invitation authorities, and the people under them.

Every certificate says school and name only and never expires (RFC 5280 section 4.1.2.5): a key is closed
by an entry in the journal, not by a date or a list. One function per role says what it carries; issuing
and checking both go by it, so that a certificate with anything more, less or other is not trusted.
"""

from __future__ import annotations

import hashlib
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.utils import CryptographyDeprecationWarning
from cryptography.x509.oid import NameOID

from candour.keys.identity import SigningKey, key_id, new_private_key

if TYPE_CHECKING:
    from collections.abc import Iterator

NOT_BEFORE = datetime(2020, 1, 1, tzinfo=UTC)
NOT_AFTER = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
_UNREADABLE = (
    ValueError,
    TypeError,
    InvalidSignature,
    UnsupportedAlgorithm,
    x509.DuplicateExtension,
    x509.InvalidVersion,
    x509.UnsupportedGeneralNameType,
    x509.ExtensionNotFound,
    CryptographyDeprecationWarning,
)


class NotTrusted(ValueError):  # noqa: N818 - it says what the thing is, as the verdicts do
    """A certificate is not what this school's root stands behind; the message says why, for a report."""


@dataclass(frozen=True)
class _Profile:
    """What a certificate of one role is: whose, and with what it may do."""

    subject: x509.Name
    path_length: int | None  # None: it may issue nothing
    permitted: x509.Name | None = None
    not_after: datetime = NOT_AFTER

    def extensions(
        self, public_key: ec.EllipticCurvePublicKey, issuer_key: ec.EllipticCurvePublicKey
    ) -> tuple[tuple[x509.ExtensionType, bool], ...]:
        """Return each extension and whether it is critical (RFC 5280 sections 4.2.1.1 to 4.2.1.10)."""
        above = x509.SubjectKeyIdentifier.from_public_key(issuer_key)
        found: list[tuple[x509.ExtensionType, bool]] = [
            (x509.BasicConstraints(ca=self.path_length is not None, path_length=self.path_length), True),
            (_key_usage(authority=self.path_length is not None), True),
            (x509.SubjectKeyIdentifier.from_public_key(public_key), False),
            (x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(above), False),
        ]
        if self.permitted is not None:
            only = x509.NameConstraints([x509.DirectoryName(self.permitted)], None)
            found.append((only, True))
        return tuple(found)


def _key_usage(*, authority: bool) -> x509.KeyUsage:
    # pyHanko and others ask for contentCommitment on what signs a document.
    return x509.KeyUsage(
        digital_signature=not authority,
        content_commitment=not authority,
        key_cert_sign=authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )


@contextmanager
def _long_names() -> Iterator[None]:
    # X.520's upper bound for a common name is 64; names are longer, and shown whole. `cryptography` takes
    # them with a warning, both when it writes and when it reads. pyHanko and poppler accept them.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Attribute's length must be", category=UserWarning)
        # What RFC 5280 forbids and `cryptography` still takes, such as a negative serial number, we refuse.
        warnings.simplefilter("error", CryptographyDeprecationWarning)
        yield


@contextmanager
def _reading(otherwise: str) -> Iterator[None]:
    with _long_names():
        try:
            yield
        except _UNREADABLE as reason:
            raise NotTrusted(otherwise) from reason


def _name(school: str, common_name: str) -> x509.Name:
    with _long_names():
        return x509.Name(
            [
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, school),
                x509.NameAttribute(NameOID.COMMON_NAME, common_name, _validate=False),
            ]
        )


def _root_profile(school: str) -> _Profile:
    return _Profile(_name(school, "School root"), path_length=1)


def _seal_profile(school: str) -> _Profile:
    return _Profile(_name(school, f"Seal of {school}"), path_length=None)


def _authority_profile(school: str, person: str) -> _Profile:
    subject = _name(school, f"Invitation of {person}")
    return _Profile(subject, path_length=0, permitted=_name(school, person))


def _person_profile(school: str, person: str) -> _Profile:
    return _Profile(_name(school, person), path_length=None)


def new_root(school: str) -> SigningKey:
    """Return a new school root, which signs itself and may have one layer of authorities under it."""
    return _issue(_root_profile(school), new_private_key(), issuer=None)


def new_seal(root: SigningKey) -> SigningKey:
    """Return a new seal for the root's school, directly under the root."""
    return _issue(_seal_profile(school_in(root.certificate)), new_private_key(), issuer=root)


def new_authority(root: SigningKey, person: str) -> SigningKey:
    """Return a one-time authority that may issue a certificate to one person's name and to nobody else."""
    return _issue(_authority_profile(school_in(root.certificate), person), new_private_key(), issuer=root)


def issue_person(authority: SigningKey) -> SigningKey:
    """Make a new signing key and its certificate, for the one name that the authority is limited to."""
    permitted = _permitted(_load(authority.certificate))
    profile = _person_profile(_attribute(permitted, NameOID.ORGANIZATION_NAME), _common_name(permitted))
    return _issue(profile, new_private_key(), issuer=authority)


def _issue(profile: _Profile, private_key: ec.EllipticCurvePrivateKey, issuer: SigningKey | None) -> SigningKey:
    signer = private_key if issuer is None else issuer.private_key
    builder = (
        x509.CertificateBuilder()
        .subject_name(profile.subject)
        .issuer_name(profile.subject if issuer is None else _subject(_load(issuer.certificate)))
        .public_key(private_key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(profile.not_after)
    )
    for extension, critical in profile.extensions(private_key.public_key(), signer.public_key()):
        builder = builder.add_extension(extension, critical)
    certificate = builder.sign(signer, SHA256()).public_bytes(Encoding.DER)
    chain = () if issuer is None else (issuer.certificate, *issuer.chain)
    return SigningKey(private_key, certificate, chain)


def fingerprint(certificate: bytes) -> str:
    """Return the SHA-256 of a DER certificate, as 64 lowercase hexadecimal digits."""
    return hashlib.sha256(certificate).hexdigest()


def school_in(certificate: bytes) -> str:
    """Return the school's name (O) in a DER certificate; raises NotTrusted when it cannot be read."""
    return _attribute(_subject(_load(certificate)), NameOID.ORGANIZATION_NAME)


def name_in(certificate: bytes) -> str:
    """Return the name (CN) in a DER certificate, however long; raises NotTrusted when it cannot be read."""
    return _common_name(_subject(_load(certificate)))


def key_id_in(certificate: bytes) -> str:
    """Return the id of the key in a DER certificate; raises NotTrusted when it is not on P-256."""
    return key_id(_public_key(_load(certificate)))


def check_root(root: bytes) -> None:
    """Raise NotTrusted unless this is a root as schools make them here, signed by itself."""
    certificate = _load(root)
    _expect(certificate, _root_profile(school_in(root)), certificate)


def check_seal_certificate(seal: bytes, root: bytes) -> None:
    """Raise NotTrusted unless this is the seal of the root's school, directly under that root."""
    check_root(root)
    _expect(_load(seal), _seal_profile(school_in(root)), _load(root))


def check_person_chain(person: bytes, authority: bytes, root: bytes) -> None:
    """Raise NotTrusted unless person, authority and root (all DER) are one honest chain of one school.

    The authority has path length 0 and one critical name constraint that equals the person's whole
    subject: a name that merely begins with the permitted one passes other programs (facts/trust.md).
    """
    check_root(root)
    above, below = _load(authority), _load(person)
    name, school = _common_name(_permitted(above)), school_in(root)
    _expect(above, _authority_profile(school, name), _load(root))
    _expect(below, _person_profile(school, name), above)


def _expect(certificate: x509.Certificate, profile: _Profile, issuer: x509.Certificate) -> None:
    _signed_by(certificate, issuer)
    if _subject(certificate).public_bytes() != profile.subject.public_bytes():
        raise NotTrusted("it is for another name than it may be for")
    if (certificate.not_valid_before_utc, certificate.not_valid_after_utc) != (NOT_BEFORE, profile.not_after):
        raise NotTrusted("its dates are not those that this school gives")
    expected = profile.extensions(_public_key(certificate), _public_key(issuer))
    if _extensions(certificate) != {_comparable(*each) for each in expected}:
        raise NotTrusted("it may do more, less or other than its role allows")


def _signed_by(certificate: x509.Certificate, issuer: x509.Certificate) -> None:
    _public_key(issuer)
    with _reading("it was not issued by the certificate above it"):
        certificate.verify_directly_issued_by(issuer)
        algorithm = certificate.signature_hash_algorithm
    if not isinstance(algorithm, SHA256):
        raise NotTrusted("it is not signed with SHA-256")


def _public_key(certificate: x509.Certificate) -> ec.EllipticCurvePublicKey:
    with _reading("its key cannot be read"):
        key = certificate.public_key()
    if not isinstance(key, ec.EllipticCurvePublicKey) or not isinstance(key.curve, ec.SECP256R1):
        raise NotTrusted("its key is not on P-256")
    return key


def _comparable(extension: x509.ExtensionType, critical: bool) -> tuple[str, bool, bytes]:  # noqa: FBT001
    return extension.oid.dotted_string, critical, extension.public_bytes()


def _extensions(certificate: x509.Certificate) -> set[tuple[str, bool, bytes]]:
    with _reading("what it may do cannot be read"):
        return {_comparable(each.value, each.critical) for each in certificate.extensions}


def _permitted(authority: x509.Certificate) -> x509.Name:
    with _reading("it is not limited to one name"):
        value = authority.extensions.get_extension_for_class(x509.NameConstraints).value
        names = [each.value for each in value.permitted_subtrees or ()]
    if len(names) != 1 or not isinstance(names[0], x509.Name):
        raise NotTrusted("it is not limited to one name")
    return names[0]


def _load(der: bytes) -> x509.Certificate:
    with _reading("it is no certificate"):
        certificate = x509.load_der_x509_certificate(der)
        if not der.endswith(b"\0" + certificate.signature):
            raise ValueError("a signature is whole bytes (RFC 3279 section 2.2.3): no bit of it is unused")
    return certificate


def _subject(certificate: x509.Certificate) -> x509.Name:
    with _reading("its name cannot be read"):
        return certificate.subject


def _common_name(name: x509.Name) -> str:
    return _attribute(name, NameOID.COMMON_NAME)


def _attribute(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    values = [each.value for each in name.get_attributes_for_oid(oid)]
    if len(values) != 1 or not isinstance(values[0], str):
        raise NotTrusted("its name is not made as this school makes names")
    return values[0]
