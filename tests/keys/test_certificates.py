from __future__ import annotations

import asyncio
import dataclasses
import hashlib
from datetime import UTC, datetime

import pytest
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st
from pyhanko_certvalidator import CertificateValidator, ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from candour.keys import certificates
from candour.keys.certificates import NotTrusted, check_person_chain, check_root, check_seal_certificate
from candour.keys.identity import new_private_key

SCHOOL = "Larkspurton Test School"
NAME = "Odalric Testington"
LONG = "Łukasz Nguyễn-Siân " * 11

ROOT = certificates.new_root(SCHOOL)
SEAL = certificates.new_seal(ROOT)
AUTHORITY = certificates.new_authority(ROOT, NAME)
PERSON = certificates.issue_person(AUTHORITY)
CHAIN = (PERSON.certificate, AUTHORITY.certificate, ROOT.certificate)


def issued_under(authority, **changes):
    profile = dataclasses.replace(certificates._person_profile(SCHOOL, NAME), **changes)
    return certificates._issue(profile, new_private_key(), authority)


def authority_with(**changes):
    profile = dataclasses.replace(certificates._authority_profile(SCHOOL, NAME), **changes)
    return certificates._issue(profile, new_private_key(), ROOT)


def pyhanko_trusts(person, *above):
    context = ValidationContext(
        trust_roots=[asn1.Certificate.load(ROOT.certificate)],
        other_certs=[asn1.Certificate.load(each) for each in above],
        allow_fetching=False,
    )
    validator = CertificateValidator(asn1.Certificate.load(person), validation_context=context)
    try:
        asyncio.run(validator.async_validate_usage({"non_repudiation"}))
    except (PathError, ValidationError):
        return False
    return True


def test_an_honest_chain_is_trusted_by_us_and_by_another_program():
    check_person_chain(*CHAIN)
    assert pyhanko_trusts(PERSON.certificate, AUTHORITY.certificate)


def test_the_seal_stands_directly_under_the_root():
    check_seal_certificate(SEAL.certificate, ROOT.certificate)
    assert pyhanko_trusts(SEAL.certificate)
    assert (SEAL.chain, PERSON.chain) == (
        (ROOT.certificate,),
        (AUTHORITY.certificate, ROOT.certificate),
    )


def test_another_name_under_an_honest_invitation_is_refused_by_us_and_by_another_program():
    forged = issued_under(AUTHORITY, subject=certificates._name(SCHOOL, "Hedda Teacherly"))
    with pytest.raises(NotTrusted, match="another name"):
        check_person_chain(forged.certificate, AUTHORITY.certificate, ROOT.certificate)
    assert not pyhanko_trusts(forged.certificate, AUTHORITY.certificate)


def test_a_longer_name_that_begins_with_the_permitted_one_is_refused_by_us_though_others_trust_it():
    subject = certificates._name(SCHOOL, NAME)
    more = x509.RelativeDistinguishedName([x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, "Head")])
    forged = issued_under(AUTHORITY, subject=x509.Name([*subject.rdns, more]))
    assert pyhanko_trusts(forged.certificate, AUTHORITY.certificate)
    with pytest.raises(NotTrusted, match="another name"):
        check_person_chain(forged.certificate, AUTHORITY.certificate, ROOT.certificate)


def test_a_name_that_differs_by_its_encoding_alone_is_refused():
    printable = x509.name._ASN1Type.PrintableString
    subject = x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, SCHOOL, _type=printable),
            x509.NameAttribute(NameOID.COMMON_NAME, NAME, _type=printable),
        ]
    )
    forged = issued_under(AUTHORITY, subject=subject)
    with pytest.raises(NotTrusted, match="another name"):
        check_person_chain(forged.certificate, AUTHORITY.certificate, ROOT.certificate)


@pytest.mark.parametrize("length", [None, 1])
def test_an_authority_whose_path_length_is_not_zero_is_refused(length):
    authority = authority_with(path_length=length)
    person = issued_under(authority)
    with pytest.raises(NotTrusted, match="more, less or other"):
        check_person_chain(person.certificate, authority.certificate, ROOT.certificate)


def test_an_authority_limited_to_no_name_is_refused():
    authority = authority_with(permitted=None)
    person = issued_under(authority)
    with pytest.raises(NotTrusted, match="not limited to one name"):
        check_person_chain(person.certificate, authority.certificate, ROOT.certificate)


def test_an_authority_limited_to_the_whole_school_is_refused():
    school_alone = x509.Name([x509.NameAttribute(NameOID.ORGANIZATION_NAME, SCHOOL)])
    authority = authority_with(permitted=school_alone)
    person = issued_under(authority)
    with pytest.raises(NotTrusted, match="its name is not made"):
        check_person_chain(person.certificate, authority.certificate, ROOT.certificate)


def test_a_person_who_could_issue_certificates_is_refused():
    person = issued_under(AUTHORITY, path_length=0)
    with pytest.raises(NotTrusted, match="more, less or other"):
        check_person_chain(person.certificate, AUTHORITY.certificate, ROOT.certificate)


def test_a_person_directly_under_the_root_is_refused():
    person = issued_under(ROOT)
    with pytest.raises(NotTrusted, match="not issued by"):
        check_person_chain(person.certificate, AUTHORITY.certificate, ROOT.certificate)


def test_a_person_is_no_seal_and_a_seal_no_person():
    with pytest.raises(NotTrusted, match="not issued by"):
        check_seal_certificate(PERSON.certificate, ROOT.certificate)
    with pytest.raises(NotTrusted, match="not issued by"):
        check_person_chain(SEAL.certificate, AUTHORITY.certificate, ROOT.certificate)


def test_a_person_called_like_the_seal_is_no_seal():
    authority = certificates.new_authority(ROOT, f"Seal of {SCHOOL}")
    person = certificates.issue_person(authority)
    with pytest.raises(NotTrusted, match="not issued by"):
        check_seal_certificate(person.certificate, ROOT.certificate)


def test_another_schools_root_of_the_same_name_is_not_ours():
    other = certificates.new_root(SCHOOL)
    with pytest.raises(NotTrusted, match="not issued by"):
        check_person_chain(PERSON.certificate, AUTHORITY.certificate, other.certificate)
    with pytest.raises(NotTrusted, match="not issued by"):
        check_seal_certificate(SEAL.certificate, other.certificate)


def test_a_root_is_signed_by_itself_and_an_authority_is_no_root():
    check_root(ROOT.certificate)
    for other in (AUTHORITY, SEAL, PERSON):
        with pytest.raises(NotTrusted):
            check_root(other.certificate)


def test_nothing_stands_under_a_root_that_is_not_made_as_roots_are():
    profile = dataclasses.replace(certificates._root_profile(SCHOOL), path_length=2)
    root = certificates._issue(profile, new_private_key(), issuer=None)
    authority = certificates.new_authority(root, NAME)
    person = certificates.issue_person(authority)
    with pytest.raises(NotTrusted, match="more, less or other"):
        check_seal_certificate(certificates.new_seal(root).certificate, root.certificate)
    with pytest.raises(NotTrusted, match="more, less or other"):
        check_person_chain(person.certificate, authority.certificate, root.certificate)


@given(st.integers(min_value=0), st.integers(min_value=0, max_value=7), st.integers(min_value=0, max_value=2))
def test_one_flipped_bit_anywhere_in_the_chain_is_refused_and_nothing_else_raised(place, bit, which):
    chain = [bytearray(each) for each in CHAIN]
    chain[which][place % len(chain[which])] ^= 1 << bit
    with pytest.raises(NotTrusted):
        check_person_chain(*(bytes(each) for each in chain))


def test_a_serial_number_that_rfc_5280_forbids_is_refused():
    negative = PERSON.certificate[:15] + b"\xff" + PERSON.certificate[16:]
    with pytest.raises(NotTrusted, match="no certificate"):
        check_person_chain(negative, *CHAIN[1:])


def test_a_signature_with_unused_bits_is_refused_though_its_bytes_are_the_same():
    person = certificates.issue_person(AUTHORITY).certificate
    while person[-1] % 2:  # only a signature that ends in a zero bit can pretend to be a bit shorter
        person = certificates.issue_person(AUTHORITY).certificate
    check_person_chain(person, *CHAIN[1:])
    signature = x509.load_der_x509_certificate(person).signature
    altered = person[: -len(signature) - 1] + b"\1" + signature
    assert x509.load_der_x509_certificate(altered).signature == signature
    with pytest.raises(NotTrusted, match="no certificate"):
        check_person_chain(altered, *CHAIN[1:])


@given(st.binary(max_size=300))
def test_what_is_no_certificate_is_not_trusted(junk):
    with pytest.raises(NotTrusted, match="no certificate"):
        check_person_chain(junk, AUTHORITY.certificate, ROOT.certificate)


@pytest.mark.parametrize("name", [LONG, "<b>Ѳеодоръ</b>", "\u202eJane", "a", 'Quote, "Comma" + Plus=\\'])
def test_a_name_stands_in_the_certificate_as_it_was_typed(name):
    authority = certificates.new_authority(ROOT, name)
    person = certificates.issue_person(authority)
    check_person_chain(person.certificate, authority.certificate, ROOT.certificate)
    assert certificates.name_in(person.certificate) == name
    assert certificates.school_in(person.certificate) == SCHOOL
    assert pyhanko_trusts(person.certificate, authority.certificate)


def test_two_long_names_that_begin_alike_are_two_names():
    authority = certificates.new_authority(ROOT, LONG + "A")
    forged = issued_under(authority, subject=certificates._name(SCHOOL, LONG + "B"))
    with pytest.raises(NotTrusted, match="another name"):
        check_person_chain(forged.certificate, authority.certificate, ROOT.certificate)


def test_a_long_school_name_has_a_root_and_a_seal():
    root = certificates.new_root("The Very Long Named School of " * 5)
    check_seal_certificate(certificates.new_seal(root).certificate, root.certificate)


def test_certificates_never_expire_and_say_school_and_name_only():
    certificate = x509.load_der_x509_certificate(PERSON.certificate)
    assert certificate.not_valid_before_utc == datetime(2020, 1, 1, tzinfo=UTC)
    assert certificate.not_valid_after_utc == datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
    assert certificate.subject.rfc4514_string() == f"CN={NAME},O={SCHOOL}"
    assert certificate.issuer.rfc4514_string() == f"CN=Invitation of {NAME},O={SCHOOL}"


def test_key_usages_and_the_name_constraint_are_critical():
    for signing in (PERSON, SEAL, AUTHORITY, ROOT):
        extensions = x509.load_der_x509_certificate(signing.certificate).extensions
        authority = signing in (AUTHORITY, ROOT)
        usage = extensions.get_extension_for_class(x509.KeyUsage)
        assert usage.critical
        assert (usage.value.key_cert_sign, usage.value.content_commitment) == (authority, not authority)
        assert extensions.get_extension_for_class(x509.BasicConstraints).critical
    limits = x509.load_der_x509_certificate(AUTHORITY.certificate).extensions
    assert limits.get_extension_for_class(x509.NameConstraints).critical


def test_certificates_with_other_dates_are_refused():
    short = issued_under(AUTHORITY, not_after=datetime(2030, 1, 1, tzinfo=UTC))
    with pytest.raises(NotTrusted, match="dates"):
        check_person_chain(short.certificate, AUTHORITY.certificate, ROOT.certificate)


def test_the_fingerprint_is_the_sha_256_of_the_certificate():
    assert certificates.fingerprint(ROOT.certificate) == hashlib.sha256(ROOT.certificate).hexdigest()
