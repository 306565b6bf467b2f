"""Whose signature it is: the one honest chain, and the many others that a key could make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from tests.documents import signed_files as files
from tests.documents.attacks import verdict
from tests.documents.second_opinion import pyhanko_agrees

from candour.documents.check_certificates import check_person, check_seal
from candour.documents.checking import check
from candour.documents.declaration import draw
from candour.documents.verdicts import Verdict, Wrong
from candour.keys import certificates
from candour.keys.identity import SigningKey, new_private_key


def issued(subject: x509.Name, issuer: SigningKey) -> SigningKey:
    """Return a key with a certificate that an issuer's key made by hand, for whatever subject."""
    profile = certificates._Profile(subject, path_length=None)
    return certificates._issue(profile, new_private_key(), issuer=issuer)


def test_a_signer_forged_under_an_honest_invitation_is_no_signer():
    place = files.school()
    forged = issued(certificates._name("Sample Road Primary School", "Somebody Else"), place.authority)
    other = files.with_signer(place, forged)
    data = files.signed_by(other, draw(files.facts_of(other)))
    finding = check(data, files.root())
    assert finding.verdict is Verdict.NOT_SIGNED
    assert "gave nobody the right" in finding.sentence


def longer_name() -> x509.Name:
    return certificates._name("Sample Road Primary School", files.NAME + " Junior")


def further_part() -> x509.Name:
    base = list(certificates._name("Sample Road Primary School", files.NAME))
    return x509.Name([*base, x509.NameAttribute(NameOID.TITLE, "Headteacher")])


@pytest.mark.parametrize("subject", [longer_name, further_part])
def test_a_name_that_begins_with_the_permitted_one_is_another_name(subject):
    other = files.with_signer(files.school(), issued(subject(), files.school().authority))
    data = files.signed_by(other, draw(files.facts_of(other)))
    assert verdict(data) is Verdict.NOT_SIGNED
    if subject is further_part:
        assert pyhanko_agrees(data, files.root()) == [True]


def test_a_signer_directly_under_the_root_or_a_seal_is_no_person():
    place = files.school()
    for signer in (place.seal, issued(certificates._name("Sample Road Primary School", files.NAME), place.root)):
        other = files.with_signer(place, signer)
        assert verdict(files.signed_by(other, draw(files.facts_of(other)))) is Verdict.NOT_SIGNED


def test_an_authority_without_a_limit_gives_nobody_a_name():
    place = files.school()
    subject = certificates._name("Sample Road Primary School", f"Invitation of {files.NAME}")
    profile = certificates._Profile(subject, path_length=0)
    authority = certificates._issue(profile, new_private_key(), issuer=place.root)
    person = issued(certificates._name("Sample Road Primary School", files.NAME), authority)
    other = files.with_signer(place, person)
    data = files.signed_by(other, draw(files.facts_of(other)))
    assert pyhanko_agrees(data, files.root()) == [True]
    assert verdict(data) is Verdict.NOT_SIGNED


def test_facts_that_name_another_person_key_school_or_root_are_not_the_signers():
    facts = files.facts_of(files.school())
    other = files.school("Other Lane School")
    for part, values in [
        ("person", {"name": "Somebody Else"}),
        ("person", {"key": other.person.key_id}),
        ("school", {"name": "Other Lane School"}),
        ("school", {"root": certificates.fingerprint(other.root.certificate)}),
    ]:
        data = files.signed_by(files.school(), draw(files.replace_in(facts, part, **values)))
        assert verdict(data) is Verdict.NOT_SIGNED


def test_another_schools_file_is_unchanged_but_its_school_unknown():
    other = files.school("Other Lane School")
    data = files.signed_by(other, draw(files.facts_of(other)))
    assert verdict(data) is Verdict.UNKNOWN_SCHOOL
    assert verdict(data, other.root.certificate) is Verdict.UNSEALED


def test_a_root_of_the_same_name_is_still_another_root():
    twin = files.school(twin=1)
    data = files.signed_by(twin, draw(files.facts_of(twin)))
    assert verdict(data) is Verdict.UNKNOWN_SCHOOL


@dataclass(frozen=True)
class Role:
    """A certificate's make: one honest role, of which a test changes one thing."""

    subject: x509.Name
    path_length: int | None = None
    permitted: tuple[x509.GeneralName, ...] | None = None
    excluded: tuple[x509.GeneralName, ...] | None = None
    critical: bool = True
    binding: bool = True
    usage: str = ""
    further: x509.ExtensionType | None = None
    without: type[x509.ExtensionType] | None = None
    curve: type[ec.EllipticCurve] = ec.SECP256R1
    digest: type[hashes.SHA256 | hashes.SHA384 | hashes.SHA512] = hashes.SHA256


SCHOOL_NAME = "Sample Road Primary School"
ROOT = Role(certificates._name(SCHOOL_NAME, "School root"), path_length=1)
ONLY = x509.DirectoryName(certificates._name(SCHOOL_NAME, files.NAME))
AUTHORITY = Role(certificates._name(SCHOOL_NAME, "Invitation"), path_length=0, permitted=(ONLY,))
PERSON_ROLE = Role(ONLY.value)


def made(role: Role, issuer: tuple[bytes, Any] | None = None) -> tuple[bytes, Any]:
    """Return a certificate of that make and its key; without an issuer it signs itself."""
    key = ec.generate_private_key(role.curve())
    above, signer = (
        (x509.load_der_x509_certificate(issuer[0]).subject, issuer[1]) if issuer else (role.subject, key)
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(role.subject)
        .issuer_name(above)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(certificates.NOT_BEFORE)
        .not_valid_after(certificates.NOT_AFTER)
    )
    for extension in _extensions(role, key, signer):
        always = isinstance(extension, x509.BasicConstraints | x509.KeyUsage) and role.critical
        limit = isinstance(extension, x509.NameConstraints) and role.binding
        builder = builder.add_extension(extension, critical=always or limit)
    return builder.sign(signer, role.digest()).public_bytes(Encoding.DER), key


def _extensions(role: Role, key: Any, signer: Any) -> list[x509.ExtensionType]:
    authority = role.path_length is not None
    usage = dict.fromkeys(USAGES, False) | dict.fromkeys([ISSUES] if authority else SIGNS, True)
    found: list[x509.ExtensionType] = [
        x509.BasicConstraints(ca=authority, path_length=role.path_length),
        x509.KeyUsage(**usage | ({role.usage: True} if role.usage else {})),
        x509.SubjectKeyIdentifier.from_public_key(key.public_key()),
        x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()),
    ]
    if role.permitted or role.excluded:
        found.append(x509.NameConstraints(role.permitted, role.excluded))
    if role.further:
        found.append(role.further)
    return [each for each in found if not role.without or not isinstance(each, role.without)]


ISSUES = "key_cert_sign"
SIGNS = ("digital_signature", "content_commitment")
USAGES = (
    "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
    "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
)  # fmt: skip


def chain(root: Role = ROOT, authority: Role = AUTHORITY, person: Role = PERSON_ROLE) -> tuple[bytes, ...]:
    """Return person, authority and root of these makes."""
    above = made(root)
    middle = made(authority, above)
    return made(person, middle)[0], middle[0], above[0]


def test_an_honest_chain_made_by_hand_stands():
    assert check_person(*chain()).name == files.NAME


OTHER_NAME = x509.DirectoryName(certificates._name(SCHOOL_NAME, "Somebody Else"))
MAIL = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
ROLE = "more, less or other than its role"


@pytest.mark.parametrize(
    ("part", "changes", "details"),
    [
        ("authority", {"permitted": (ONLY, OTHER_NAME)}, "not limited to one name"),
        ("authority", {"permitted": (x509.DNSName("example.org"),)}, "not limited to one name"),
        ("authority", {"permitted": None, "excluded": (OTHER_NAME,)}, "not limited to one name|not binding"),
        ("authority", {"excluded": (OTHER_NAME,)}, "not binding"),
        ("authority", {"permitted": (OTHER_NAME,)}, "for another name"),
        ("authority", {"path_length": 1}, ROLE),
        ("authority", {"critical": False}, ROLE),
        ("authority", {"binding": False}, "not binding"),
        ("authority", {"usage": "crl_sign"}, ROLE),
        ("authority", {"further": MAIL}, ROLE),
        ("authority", {"permitted": None}, ROLE),
        ("authority", {"curve": ec.SECP384R1}, "not on P-256"),
        ("authority", {"digest": hashes.SHA512}, "ECDSA with SHA-256"),
        ("authority", {"subject": certificates._name("Other Lane School", "Invitation")}, "several schools"),
        ("person", {"path_length": 0}, ROLE),
        ("person", {"usage": "key_agreement"}, ROLE),
        ("person", {"further": MAIL}, ROLE),
        ("person", {"without": x509.SubjectKeyIdentifier}, ROLE),
        ("person", {"curve": ec.SECP384R1}, "not on P-256"),
        ("person", {"digest": hashes.SHA384}, "ECDSA with SHA-256"),
        ("person", {"subject": OTHER_NAME.value}, "for another name"),
        ("root", {"path_length": 0}, ROLE),
        ("root", {"usage": "crl_sign"}, ROLE),
        ("root", {"curve": ec.SECP521R1}, "not on P-256"),
    ],
)
def test_a_certificate_that_is_more_less_or_other_than_its_role_is_refused(part, changes, details):
    honest = {"root": ROOT, "authority": AUTHORITY, "person": PERSON_ROLE}
    with pytest.raises(Wrong, match=details) as wrong:
        check_person(*chain(**honest | {part: replace(honest[part], **changes)}))
    assert wrong.value.verdict is Verdict.NOT_SIGNED


def test_a_certificate_that_another_key_issued_is_refused():
    person, authority, root = chain()
    for links in [(chain()[0], authority, root), (person, chain()[1], root), (person, authority, chain()[2])]:
        with pytest.raises(Wrong, match="not issued by the one above"):
            check_person(*links)


def test_a_seal_is_no_authority_and_no_other_schools():
    above = made(ROOT)
    honest = Role(certificates._name(SCHOOL_NAME, "Seal"))
    other = certificates._name("Other Lane School", "Seal")
    bad: list[tuple[dict[str, Any], str]] = [
        ({"path_length": 0}, ROLE),
        ({"permitted": (ONLY,)}, ROLE),
        ({"subject": other}, "several schools"),
        ({"subject": x509.Name([*honest.subject, *honest.subject])}, "more or less than a school and a name"),
    ]
    assert check_seal(made(honest, above)[0], above[0]).school == SCHOOL_NAME
    for changes, details in bad:
        with pytest.raises(Wrong, match=details):
            check_seal(made(replace(honest, **changes), above)[0], above[0])


def test_a_signature_written_with_an_unused_bit_is_another_certificate():
    """X.690, 11.2.1: a last bit of 0 may be called unused without a change of the signature's value."""
    place = files.school()
    root, authority = files.root(), place.authority
    while (person := certificates.issue_person(authority)) and person.certificate[-1] % 2:
        pass  # every second signature ends in a 0
    der = person.certificate
    at = len(der) - len(x509.load_der_x509_certificate(der).signature) - 1
    changed = der[:at] + b"\1" + der[at + 1 :]
    check_person(der, authority.certificate, root)
    with pytest.raises(Wrong):
        check_person(changed, authority.certificate, root)
