"""Whose signature it is: the one honest chain, and the many others that a key could make."""

from __future__ import annotations

import pytest
from cryptography import x509
from cryptography.x509.oid import NameOID
from tests.documents import signed_files as files
from tests.documents.attacks import verdict
from tests.documents.second_opinion import pyhanko_agrees

from candour.documents.checking import check
from candour.documents.declaration import draw
from candour.documents.verdicts import Verdict
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
