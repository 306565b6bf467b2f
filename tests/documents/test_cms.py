"""The one form of CMS: DER that another library reads as it was meant, whatever the digest and the signature."""

from __future__ import annotations

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents import signed_files as files

from candour.documents.cms import _ORDER, assembled, lower_twin, room, signed_attributes
from candour.keys.identity import verify

DIGESTS = st.binary(min_size=32, max_size=32)
SCALARS = st.integers(1, _ORDER - 1)


@settings(deadline=None, max_examples=10)  # the first makes the keys, and the machine may be busy
@given(DIGESTS, SCALARS, SCALARS)
def test_another_library_reads_what_was_written_and_would_write_the_same(digest, r, s):
    person = files.school().person
    signature = encode_dss_signature(r, s)
    der = assembled(digest, person.certificate, person.chain, signature)
    read = cms.ContentInfo.load(der, strict=True)
    info = read["content"]["signer_infos"][0]
    assert info["signature"].native == signature
    assert info["signed_attrs"].untag().dump() == signed_attributes(digest, person.certificate)
    assert read.dump(force=True) == der
    assert len(der) <= room(person)


@settings(deadline=None)
@given(SCALARS, SCALARS)
def test_of_two_twins_the_lower_is_taken_and_stays(r, s):
    low = lower_twin(encode_dss_signature(r, s))
    assert low == lower_twin(encode_dss_signature(r, _ORDER - s)) == lower_twin(low)
    assert decode_dss_signature(low) == (r, min(s, _ORDER - s))


@pytest.mark.parametrize("data", [b"", b"some data", b"x" * 1000])
def test_a_key_verifies_either_twin(data):
    person = files.school().person
    signature = person.sign(data)
    r, s = decode_dss_signature(signature)
    for each in (lower_twin(signature), encode_dss_signature(r, _ORDER - s)):
        assert verify(person.key_id, data, each)
