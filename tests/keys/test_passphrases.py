from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.keys import passphrases
from candour.keys.passphrases import FULL, LIGHT, Cost, WrongPassphrase, derive, unwrap, wrap

KEY = bytes(range(32))
SALT = bytes(16)


@given(st.binary(max_size=200), st.binary(max_size=20))
def test_what_was_wrapped_comes_back(plaintext, aad):
    assert unwrap(KEY, wrap(KEY, plaintext, aad), aad) == plaintext


@given(st.binary(max_size=60), st.integers(min_value=0), st.integers(min_value=1, max_value=255))
def test_one_wrong_byte_anywhere_in_a_wrap_is_refused(plaintext, place, change):
    wrapped = bytearray(wrap(KEY, plaintext, b"here"))
    wrapped[place % len(wrapped)] ^= change
    with pytest.raises(WrongPassphrase, match="does not match"):
        unwrap(KEY, bytes(wrapped), b"here")


@given(st.integers(min_value=0, max_value=39))
def test_a_wrap_cut_short_is_refused(length):
    wrapped = wrap(KEY, b"twelve bytes", b"")
    assert len(wrapped) == 40
    with pytest.raises(WrongPassphrase):
        unwrap(KEY, wrapped[:length], b"")


def test_another_key_and_another_place_are_refused():
    wrapped = wrap(KEY, b"secret", b"here")
    with pytest.raises(WrongPassphrase):
        unwrap(bytes(32), wrapped, b"here")
    with pytest.raises(WrongPassphrase):
        unwrap(KEY, wrapped, b"there")


def test_the_same_thing_wrapped_twice_looks_different():
    assert wrap(KEY, b"same", b"") != wrap(KEY, b"same", b"")


def test_a_passphrase_gives_separate_keys_of_32_bytes():
    derived = derive("four words of mine", SALT, LIGHT)
    keys = {derived.private_keys, derived.slot, derived.database}
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}


def test_salt_and_text_each_change_the_keys():
    one = derive("four words of mine", SALT, LIGHT)
    assert one == derive("four words of mine", SALT, LIGHT)
    others = [derive("four words of mine", b"\1" * 16, LIGHT), derive("Four words of mine", SALT, LIGHT)]
    assert len({other.slot for other in [one, *others]}) == 3


def test_memory_passes_and_lanes_each_change_the_keys():
    costs = [LIGHT, Cost(128, 1, 1), Cost(64, 2, 1), Cost(64, 1, 2)]
    assert len({derive("four words of mine", SALT, cost).slot for cost in costs}) == 4


def test_letters_typed_in_two_forms_give_the_same_keys():
    assert derive("caf\u00e9 au lait", SALT, LIGHT) == derive("cafe\u0301 au lait", SALT, LIGHT)


def test_the_full_cost_is_what_the_design_says():
    assert Cost(memory_kib=65536, time=3, lanes=4) == FULL
    assert derive("once at full cost", passphrases.new_salt(), FULL).slot


@pytest.mark.parametrize("wrong", [(7, 1, 1), (64, 0, 1), (64, 1, 0), (2**31, 1, 1), (64, 99, 1), (1024, 1, 99)])
def test_a_cost_out_of_bounds_is_not_accepted(wrong):
    with pytest.raises(ValueError, match="out of bounds"):
        Cost(*wrong)


def test_keys_do_not_show_when_printed():
    derived = derive("four words of mine", SALT, LIGHT)
    assert repr(derived) == "Derived()"
