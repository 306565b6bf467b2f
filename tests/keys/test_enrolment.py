from __future__ import annotations

import dataclasses
import json

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from candour.errors import Refused
from candour.keys import certificates, enrolment, identity
from candour.keys.certificates import NotTrusted
from candour.keys.enrolment import check_enrolment, enrol, invite, six_words
from candour.keys.passphrases import LIGHT, WrongPassphrase, derive
from candour.keys.school_keys import new_school_keys
from candour.keys.secrets import new_code

SCHOOL = new_school_keys("Larkspurton Test School")
ROOT = SCHOOL.root.certificate
CODE = new_code()
INVITATION = invite(SCHOOL.root, "Odalric Testington", CODE, "invitation-1", LIGHT)
ENROLMENT = enrol(INVITATION, CODE, "register-1", "person-1", "2026-09-07T15:42:00+01:00")
PERSON = ENROLMENT.keys.signing.certificate


def check(
    statement=ENROLMENT.statement,
    signature=ENROLMENT.authority_signature,
    authority=INVITATION.authority,
    person=PERSON,
    root=ROOT,
):
    return check_enrolment(statement, signature, authority, person, root)


def authority_key():
    return enrolment._opened(INVITATION, CODE)


def restated(**changes):
    """Return a statement with other facts, signed by whoever holds the code and so the authority's key."""
    statement = enrolment._statement(dataclasses.replace(check(), **changes))
    return {"statement": statement, "signature": authority_key().sign(statement)}


def test_an_honest_enrolment_states_person_keys_and_certificate():
    enrolled = check()
    assert (enrolled.register_id, enrolled.person_id, enrolled.invitation_id) == (
        "register-1",
        "person-1",
        "invitation-1",
    )
    assert (enrolled.signing_id, enrolled.reading_id) == (
        ENROLMENT.keys.signing.key_id,
        ENROLMENT.keys.reading_id,
    )
    assert enrolled.certificate_sha256 == certificates.fingerprint(PERSON)
    assert enrolled.clock == "2026-09-07T15:42:00+01:00"


def test_the_new_certificate_bears_the_invited_name_and_chains_to_the_schools_root():
    assert certificates.name_in(PERSON) == "Odalric Testington"
    assert ENROLMENT.keys.signing.chain == (INVITATION.authority, ROOT)
    certificates.check_person_chain(PERSON, *ENROLMENT.keys.signing.chain)


def test_the_statement_is_canonical_json_under_its_own_tag():
    tag, body = ENROLMENT.statement[:21], ENROLMENT.statement[21:]
    assert tag == b"candour/enrolment/v1\0"
    assert rfc8785.dumps(json.loads(body)) == body


def test_the_code_is_accepted_however_it_is_typed():
    again = enrol(INVITATION, CODE.lower().replace("-", " "), "register-1", "person-1", "now")
    assert again.keys.signing.key_id != ENROLMENT.keys.signing.key_id


def test_another_code_opens_nothing():
    with pytest.raises(WrongPassphrase, match="does not match"):
        enrol(INVITATION, new_code(), "register-1", "person-1", "now")


def test_what_is_no_code_is_refused_in_words():
    with pytest.raises(Refused, match="16 letters and digits"):
        enrol(INVITATION, "hunter2", "register-1", "person-1", "now")


def test_an_invitation_passed_off_as_another_does_not_open():
    other = dataclasses.replace(INVITATION, invitation_id="invitation-2")
    with pytest.raises(WrongPassphrase):
        enrol(other, CODE, "register-1", "person-1", "now")


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_one_wrong_byte_in_the_wrapped_authority_is_refused(place, change):
    wrapped = bytearray(INVITATION.wrapped_key)
    wrapped[place % len(wrapped)] ^= change
    with pytest.raises(WrongPassphrase):
        enrol(dataclasses.replace(INVITATION, wrapped_key=bytes(wrapped)), CODE, "r", "p", "now")


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_one_wrong_byte_in_statement_or_signature_is_noticed(place, change):
    statement, signature = bytearray(ENROLMENT.statement), bytearray(ENROLMENT.authority_signature)
    statement[place % len(statement)] ^= change
    signature[place % len(signature)] ^= change
    with pytest.raises(NotTrusted):
        check(statement=bytes(statement))
    with pytest.raises(NotTrusted):
        check(signature=bytes(signature))


def test_a_statement_signed_by_the_new_key_alone_is_not_enough():
    with pytest.raises(NotTrusted, match="did not sign"):
        check(signature=ENROLMENT.keys.signing.sign(ENROLMENT.statement))


def test_a_statement_about_another_certificate_or_key_is_refused():
    other = enrol(INVITATION, CODE, "register-1", "person-1", "now")
    with pytest.raises(NotTrusted, match="another certificate"):
        check(person=other.keys.signing.certificate)
    with pytest.raises(NotTrusted, match="another key"):
        check(**restated(signing_id=other.keys.signing.key_id))


def test_a_reading_key_that_is_none_is_refused():
    with pytest.raises(NotTrusted, match="cannot be read"):
        check(**restated(reading_id="02" + "ff" * 32))


def test_the_same_statement_written_another_way_is_refused():
    body = json.dumps(msgspec.to_builtins(check())).encode()
    statement = b"candour/enrolment/v1\0" + body
    with pytest.raises(NotTrusted, match="canonical"):
        check(statement=statement, signature=authority_key().sign(statement))
    untagged = ENROLMENT.statement[21:]
    with pytest.raises(NotTrusted, match="canonical"):
        check(statement=untagged, signature=authority_key().sign(untagged))


def test_a_forged_name_under_an_honest_invitation_is_refused():
    profile = certificates._person_profile("Larkspurton Test School", "Hedda Teacherly")
    forged = certificates._issue(profile, identity.new_private_key(), authority_key())
    facts = restated(signing_id=forged.key_id, certificate_sha256=certificates.fingerprint(forged.certificate))
    with pytest.raises(NotTrusted, match="another name"):
        check(**facts, person=forged.certificate)


def test_an_enrolment_under_another_schools_root_is_refused():
    other = new_school_keys("Larkspurton Test School")
    with pytest.raises(NotTrusted, match="not issued by"):
        check(root=other.root.certificate)


def test_the_authoritys_key_is_nowhere_in_what_enrolling_leaves():
    key = authority_key().private_key.private_numbers().private_value.to_bytes(32, "big")
    keys = ENROLMENT.keys
    kek = derive(CODE, bytes(16), LIGHT).private_keys
    blob = identity.unwrap_person_keys(identity.wrap_person_keys(keys, kek, b""), kek, b"")
    left = (
        ENROLMENT.statement
        + ENROLMENT.authority_signature
        + identity.to_pkcs8(blob.signing.private_key)
        + identity.to_pkcs8(blob.reading)
        + blob.signing.certificate
        + b"".join(blob.signing.chain)
    )
    assert key not in left
    assert key not in INVITATION.authority + INVITATION.wrapped_key


def test_six_words_are_the_same_for_both_who_compare_and_differ_for_another_key():
    words = six_words(ENROLMENT.keys.signing.key_id)
    assert len(words) == 6
    assert words == six_words(ENROLMENT.keys.signing.key_id)
    assert words != six_words(ENROLMENT.keys.reading_id)
