from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.keys import sealing
from candour.keys.identity import key_id, new_private_key
from candour.keys.sealing import NotReadable, content_aad, open_sealed, seal

AUTHOR, HEAD, HR = (new_private_key() for _ in range(3))
READERS = [key_id(AUTHOR.public_key()), key_id(HEAD.public_key())]
AAD = content_aad("register-1", "content-1")


@given(st.binary(max_size=9000))
def test_every_reader_opens_sealed_content_as_it_was(plaintext):
    sealed = seal(plaintext, READERS, AAD)
    assert set(sealed.keys) == set(READERS)
    for private_key, reader in zip((AUTHOR, HEAD), READERS, strict=True):
        assert open_sealed(sealed.ciphertext, sealed.keys[reader], private_key, AAD) == plaintext


@given(st.integers(min_value=0, max_value=4092), st.integers(min_value=0, max_value=4092))
def test_the_length_of_sealed_content_does_not_tell_an_answer(one, other):
    first, second = seal(bytes(one), READERS, AAD), seal(bytes(other), READERS, AAD)
    assert len(first.ciphertext) == len(second.ciphertext) == 4096 + 12 + 16


def test_longer_content_grows_in_steps_of_4096_bytes():
    assert len(seal(bytes(4093), READERS, AAD).ciphertext) == 2 * 4096 + 12 + 16


def test_who_is_no_reader_cannot_open_sealed_content():
    sealed = seal(b"planted marker", READERS, AAD)
    for wrapped in sealed.keys.values():
        with pytest.raises(NotReadable):
            open_sealed(sealed.ciphertext, wrapped, HR, AAD)
    assert b"planted marker" not in sealed.ciphertext + b"".join(sealed.keys.values())


@pytest.mark.parametrize("aad", [content_aad("register-2", "content-1"), content_aad("register-1", "content-2")])
def test_content_moved_to_another_place_does_not_open(aad):
    sealed = seal(b"content", READERS, AAD)
    with pytest.raises(NotReadable):
        open_sealed(sealed.ciphertext, sealed.keys[READERS[0]], AUTHOR, aad)


@given(st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_one_wrong_byte_anywhere_in_sealed_content_is_refused(place, change):
    sealed = seal(b"content", READERS, AAD)
    ciphertext, wrapped = bytearray(sealed.ciphertext), bytearray(sealed.keys[READERS[0]])
    ciphertext[place % len(ciphertext)] ^= change
    with pytest.raises(NotReadable):
        open_sealed(bytes(ciphertext), bytes(wrapped), AUTHOR, AAD)
    wrapped[place % len(wrapped)] ^= change
    with pytest.raises(NotReadable):
        open_sealed(sealed.ciphertext, bytes(wrapped), AUTHOR, AAD)


def test_two_ids_cannot_be_read_as_two_others():
    assert content_aad("ab", "c") != content_aad("a", "bc")
    with pytest.raises(ValueError, match="NUL"):
        content_aad("a\0b", "c")


def test_a_reader_can_let_one_more_read():
    sealed = seal(b"content", READERS, AAD)
    new = sealing.add_reader(sealed.keys[READERS[1]], HEAD, key_id(HR.public_key()), AAD)
    assert open_sealed(sealed.ciphertext, new, HR, AAD) == b"content"


def test_something_sealed_for_one_purpose_does_not_open_for_another():
    sealed = sealing.seal_to(READERS[0], b"key", b"purpose one")
    assert sealing.open_with(AUTHOR, sealed, b"purpose one") == b"key"
    with pytest.raises(NotReadable):
        sealing.open_with(AUTHOR, sealed, b"purpose two")


def test_content_with_foreign_padding_is_refused():
    padded = bytearray(sealing._padded(b"content"))
    padded[-1] = 1
    with pytest.raises(ValueError, match="padding"):
        sealing._unpadded(bytes(padded))


def test_full_copies_that_differ_in_their_answers_have_one_length():
    lengths = {len(seal(bytes(size), READERS, AAD).ciphertext) for size in (66_000, 97_081, 104_016, 131_068)}
    assert len(lengths) == 1
