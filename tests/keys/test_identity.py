from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.keys import identity
from candour.keys.identity import PersonKeys, SigningKey
from candour.keys.passphrases import WrongPassphrase

KEY = identity.new_private_key()
SIGNING = SigningKey(KEY, b"certificate", (b"authority", b"root"))
KEYS = PersonKeys(SIGNING, identity.new_private_key())
KEK = bytes(32)


def test_a_key_id_is_the_public_key_itself():
    assert len(SIGNING.key_id) == 66
    assert SIGNING.key_id == SIGNING.key_id.lower()
    assert identity.public_key_of(SIGNING.key_id) == KEY.public_key()


@pytest.mark.parametrize("wrong", ["", "zz", "02" + "ff" * 32, "04" + "00" * 64])
def test_what_is_no_key_id_stands_for_no_key(wrong):
    with pytest.raises(ValueError, match=r".+"):
        identity.public_key_of(wrong)
    assert not identity.verify(wrong, b"data", SIGNING.sign(b"data"))


def test_a_key_has_one_id_only():
    for wrong in (SIGNING.key_id.upper(), SIGNING.key_id[:-2], f" {SIGNING.key_id}", f"{SIGNING.key_id}00"):
        with pytest.raises(ValueError, match=r".+"):
            identity.public_key_of(wrong)


@given(st.binary(), st.binary())
def test_a_signature_holds_for_its_own_data_only(data, other):
    signature = SIGNING.sign(data)
    assert identity.verify(SIGNING.key_id, data, signature)
    assert identity.verify(SIGNING.key_id, other, signature) == (data == other)


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_one_wrong_byte_in_a_signature_is_noticed_and_nothing_raised(place, change):
    signature = bytearray(SIGNING.sign(b"data"))
    signature[place % len(signature)] ^= change
    assert not identity.verify(SIGNING.key_id, b"data", bytes(signature))


def test_a_signature_holds_for_its_own_key_only():
    assert not identity.verify(KEYS.reading_id, b"data", SIGNING.sign(b"data"))


def test_a_persons_keys_come_back_from_their_wrap():
    again = identity.unwrap_person_keys(identity.wrap_person_keys(KEYS, KEK, b"person 7"), KEK, b"person 7")
    assert again.signing.key_id == KEYS.signing.key_id
    assert again.reading_id == KEYS.reading_id
    assert (again.signing.certificate, again.signing.chain) == (b"certificate", (b"authority", b"root"))
    assert identity.verify(SIGNING.key_id, b"data", again.signing.sign(b"data"))


def test_a_persons_keys_open_with_their_own_key_and_for_that_person_only():
    blob = identity.wrap_person_keys(KEYS, KEK, b"person 7")
    with pytest.raises(WrongPassphrase):
        identity.unwrap_person_keys(blob, bytes([1] * 32), b"person 7")
    with pytest.raises(WrongPassphrase):
        identity.unwrap_person_keys(blob, KEK, b"person 8")


def test_private_keys_do_not_show_when_printed():
    assert repr(KEYS) == "PersonKeys(signing=SigningKey())"


def test_a_key_on_another_curve_is_not_taken_for_ours():
    from cryptography.hazmat.primitives.asymmetric import ec  # noqa: PLC0415 - wanted here alone

    with pytest.raises(ValueError, match="not a P-256 key"):
        identity.from_pkcs8(identity.to_pkcs8(ec.generate_private_key(ec.SECP384R1())))
