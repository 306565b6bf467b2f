from __future__ import annotations

import dataclasses

import pytest

from candour.keys import offices
from candour.keys.identity import key_id, new_private_key, to_pkcs8
from candour.keys.offices import Office
from candour.keys.passphrases import WrongPassphrase
from candour.keys.sealing import NotReadable, content_aad, open_sealed, seal, seal_to
from candour.keys.secrets import new_secret

HEAD, SUCCESSOR, HR = new_private_key(), new_private_key(), new_private_key()
OFFICE = Office("register-1", "headteacher")
SECRET = new_secret()
AAD = content_aad("register-1", "content-1")


def made():
    return offices.new_office_key(OFFICE, key_id(HEAD.public_key()), SECRET)


def test_the_holder_and_the_recovery_sheet_open_the_same_key():
    key = made()
    from_holder = offices.open_as_holder(key, OFFICE, HEAD)
    from_sheet = offices.open_with_secret(key, OFFICE, SECRET)
    assert key_id(from_holder.public_key()) == key_id(from_sheet.public_key()) == key.reading_id


def test_nobody_else_opens_an_offices_key():
    key = made()
    with pytest.raises(NotReadable):
        offices.open_as_holder(key, OFFICE, HR)
    with pytest.raises(WrongPassphrase):
        offices.open_with_secret(key, OFFICE, new_secret())


@pytest.mark.parametrize("other", [Office("register-2", "headteacher"), Office("register-1", "chair")])
def test_an_offices_key_opens_for_that_office_of_that_register_only(other):
    key = made()
    with pytest.raises(NotReadable):
        offices.open_as_holder(key, other, HEAD)
    with pytest.raises(WrongPassphrase):
        offices.open_with_secret(key, other, SECRET)


def test_the_successor_reads_what_was_sealed_before_and_the_predecessor_no_longer_holds_the_key():
    key = made()
    sealed = seal(b"an answer", [key.reading_id], AAD)
    handed = offices.hand_over(
        key, OFFICE, offices.open_as_holder(key, OFFICE, HEAD), key_id(SUCCESSOR.public_key())
    )
    private_key = offices.open_as_holder(handed, OFFICE, SUCCESSOR)
    assert open_sealed(sealed.ciphertext, sealed.keys[key.reading_id], private_key, AAD) == b"an answer"
    with pytest.raises(NotReadable):
        offices.open_as_holder(handed, OFFICE, HEAD)
    assert offices.open_with_secret(handed, OFFICE, SECRET)


def test_another_key_cannot_be_handed_over_as_the_offices():
    with pytest.raises(NotReadable):
        offices.hand_over(made(), OFFICE, HR, key_id(SUCCESSOR.public_key()))


def test_a_key_planted_for_the_holder_is_not_taken_for_the_offices():
    for plain in (to_pkcs8(HR), b"junk"):
        planted = seal_to(key_id(HEAD.public_key()), plain, OFFICE.purpose)
        with pytest.raises(NotReadable):
            offices.open_as_holder(dataclasses.replace(made(), for_holder=planted), OFFICE, HEAD)


def test_an_office_and_its_register_cannot_be_read_as_two_others():
    assert Office("ab", "c").purpose != Office("a", "bc").purpose
    with pytest.raises(ValueError, match="NUL"):
        _ = Office("a\0b", "c").purpose


def test_another_sheet_closes_the_same_key_and_the_older_sheet_opens_it_no_more():
    key, newer = made(), new_secret()
    again = offices.for_new_sheet(key, OFFICE, offices.open_as_holder(key, OFFICE, HEAD), newer)
    assert key_id(offices.open_with_secret(again, OFFICE, newer).public_key()) == key.reading_id
    with pytest.raises(WrongPassphrase):
        offices.open_with_secret(again, OFFICE, SECRET)
    with pytest.raises(NotReadable):
        offices.for_new_sheet(key, OFFICE, HR, newer)
