from __future__ import annotations

import dataclasses

import pytest

from candour.keys import certificates, school_keys
from candour.keys.identity import key_id, new_private_key
from candour.keys.passphrases import WrongPassphrase
from candour.keys.sealing import NotReadable, seal_to
from candour.keys.secrets import new_secret

KEYS = school_keys.new_school_keys("Larkspurton Test School")
SECRET = new_secret()
KEEPER, STRANGER = new_private_key(), new_private_key()
KEEPER_ID = key_id(KEEPER.public_key())


def same(one, other):
    return [(signing.key_id, signing.certificate, signing.chain) for signing in (one.root, one.seal)] == [
        (signing.key_id, signing.certificate, signing.chain) for signing in (other.root, other.seal)
    ]


def test_new_school_keys_are_a_root_and_a_seal_under_it():
    certificates.check_seal_certificate(KEYS.seal.certificate, KEYS.root.certificate)
    assert KEYS.school == "Larkspurton Test School"


def test_the_recovery_secret_brings_the_schools_keys_back():
    wrapped = school_keys.wrap_school_keys_for_recovery(KEYS, SECRET, "register-1")
    assert same(KEYS, school_keys.unwrap_school_keys(wrapped, SECRET, "register-1"))


def test_another_secret_or_register_does_not():
    wrapped = school_keys.wrap_school_keys_for_recovery(KEYS, SECRET, "register-1")
    with pytest.raises(WrongPassphrase):
        school_keys.unwrap_school_keys(wrapped, new_secret(), "register-1")
    with pytest.raises(WrongPassphrase):
        school_keys.unwrap_school_keys(wrapped, SECRET, "register-2")


def test_a_keeper_opens_the_schools_keys_and_nobody_else_does():
    sealed = school_keys.seal_school_keys_for_keeper(KEYS, KEEPER_ID, "register-1")
    assert same(KEYS, school_keys.open_school_keys(sealed, KEEPER, "register-1"))
    with pytest.raises(NotReadable):
        school_keys.open_school_keys(sealed, STRANGER, "register-1")
    with pytest.raises(NotReadable):
        school_keys.open_school_keys(sealed, KEEPER, "register-2")


def test_keys_planted_for_a_keeper_beside_a_foreign_certificate_are_refused():
    other = school_keys.new_school_keys("Larkspurton Test School")
    mixed = dataclasses.replace(KEYS, seal=dataclasses.replace(other.seal, certificate=KEYS.seal.certificate))
    planted = school_keys.seal_school_keys_for_keeper(mixed, KEEPER_ID, "register-1")
    with pytest.raises(NotReadable):
        school_keys.open_school_keys(planted, KEEPER, "register-1")


def test_a_seal_planted_for_a_keeper_from_under_another_root_is_refused():
    other = school_keys.new_school_keys("Larkspurton Test School")
    mixed = dataclasses.replace(KEYS, seal=other.seal)
    planted = school_keys.seal_school_keys_for_keeper(mixed, KEEPER_ID, "register-1")
    with pytest.raises(NotReadable):
        school_keys.open_school_keys(planted, KEEPER, "register-1")


def test_something_else_planted_for_a_keeper_is_refused():
    for junk in (b"", b"{}", b'{"root_key": 3}'):
        planted = seal_to(KEEPER_ID, junk, school_keys._purpose("register-1"))
        with pytest.raises(NotReadable):
            school_keys.open_school_keys(planted, KEEPER, "register-1")
