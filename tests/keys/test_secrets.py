from __future__ import annotations

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.errors import Refused
from candour.keys import secrets

SECRETS = st.binary(min_size=32, max_size=32)
ZEROS = bytes(32)


@given(SECRETS)
def test_every_secret_comes_back_from_its_words(secret):
    words = secrets.secret_to_words(secret)
    assert len(words) == 24
    assert secrets.words_to_secret(" ".join(words)) == secret


def test_the_words_are_those_of_bip_39():
    assert secrets.secret_to_words(ZEROS) == ("abandon",) * 23 + ("art",)


def test_case_spacing_and_numbering_of_the_words_are_forgiven():
    typed = "\n".join(f"{n}.  {w.upper()}" for n, w in enumerate(secrets.secret_to_words(ZEROS), start=1))
    assert secrets.words_to_secret(typed) == ZEROS


def test_a_word_that_is_not_in_the_list_is_named_with_its_place():
    words = list(secrets.secret_to_words(ZEROS))
    words[6] = "abandn"
    with pytest.raises(Refused, match="Word 7, “abandn”, is not in the list"):
        secrets.words_to_secret(" ".join(words))


def test_words_that_do_not_belong_together_are_refused():
    words = list(secrets.secret_to_words(ZEROS))
    words[0] = "zoo"
    with pytest.raises(Refused, match="do not belong together"):
        secrets.words_to_secret(" ".join(words))


@pytest.mark.parametrize("count", [0, 12, 23, 25])
def test_any_other_number_of_words_is_refused(count):
    with pytest.raises(Refused, match=f"24 words and you typed {count}"):
        secrets.words_to_secret("abandon " * count)


def test_a_secret_of_another_length_has_no_words():
    with pytest.raises(ValueError, match="32 bytes"):
        secrets.secret_to_words(bytes(16))


@given(SECRETS)
def test_the_keys_that_follow_from_one_secret_all_differ(secret):
    keys = {secrets.register_key(secret), secrets.school_key(secret), secrets.office_key(secret), secret}
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


def test_the_register_key_of_a_secret_never_changes_between_versions():
    assert secrets.register_key(ZEROS).hex() == REGISTER_KEY_OF_ZEROS


REGISTER_KEY_OF_ZEROS = "2624c952fafd8e73dea1dc29dbea2d20d97ec2bea45c93f698c357d350307ecc"


def test_two_secrets_and_two_codes_are_never_the_same():
    assert secrets.new_secret() != secrets.new_secret()
    assert secrets.new_code() != secrets.new_code()


@given(st.data())
def test_a_code_comes_back_however_it_is_typed(data):
    code = secrets.new_code()
    typed = "".join(data.draw(st.sampled_from([c, c.lower(), f" {c}", c.translate(TO_DIGITS)])) for c in code)
    assert secrets.tidy_code(typed) == code
    assert secrets.tidy_code(code.replace("-", "")) == code


TO_DIGITS = str.maketrans("OIB", "018")


@given(st.text())
def test_a_code_is_tidied_or_refused_and_nothing_else_happens(text):
    try:
        tidy = secrets.tidy_code(text)
    except Refused:
        return
    assert secrets.tidy_code(tidy) == tidy


@pytest.mark.parametrize("text", ["", "ABCD-EFGH-IJKL", "ABCD-EFGH-IJKL-MNOP-Q", "ABCD-EFGH-IJKL-MNO9", "четыре"])
def test_what_cannot_be_a_code_is_refused(text):
    with pytest.raises(Refused, match="16 letters and digits"):
        secrets.tidy_code(text)


def test_every_proposed_passphrase_would_be_accepted():
    for _ in range(50):
        proposed = secrets.proposed_passphrase()
        assert len(proposed.split()) == 4
        secrets.check_passphrase(proposed)


@pytest.mark.parametrize("text", ["", "hunter2", "elevenchars", "   elevenchars   "])
def test_a_passphrase_under_twelve_characters_is_refused(text):
    with pytest.raises(Refused, match="at least 12 characters"):
        secrets.check_passphrase(text)


@pytest.mark.parametrize("text", ["password1234", "aaaaaaaaaaaaaaaa", "qwertyuiop[]", "abcdefghijklmnop"])
def test_a_common_passphrase_is_refused(text):
    with pytest.raises(Refused, match="easily guessed"):
        secrets.check_passphrase(text)


def test_a_passphrase_made_of_the_persons_own_names_is_refused():
    secrets.check_passphrase("LarkspurtonOdalric")
    with pytest.raises(Refused, match="easily guessed"):
        secrets.check_passphrase("LarkspurtonOdalric", own_words=["Odalric Larkspurton"])


def test_a_very_long_passphrase_is_accepted():
    secrets.check_passphrase("every good boy deserves football " * 20)


def test_letters_typed_in_two_forms_count_as_one_character():
    eleven = unicodedata.normalize("NFD", "é" * 11)
    with pytest.raises(Refused, match="at least 12"):
        secrets.check_passphrase(eleven)


@given(st.binary(min_size=1, max_size=64))
def test_the_words_for_comparing_follow_from_the_digest_alone(data):
    digest = hashlib.sha256(data).digest()
    assert secrets.words_of(digest) == secrets.words_of(digest)
    assert len(secrets.words_of(digest)) == 6


def test_the_first_of_six_words_is_the_one_for_the_first_eleven_bits():
    assert secrets.words_of(b"\xff\xff" + bytes(30))[0] == "zoo"
    assert secrets.words_of(bytes(32)) == ("abandon",) * 6
