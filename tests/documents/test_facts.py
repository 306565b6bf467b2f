from __future__ import annotations

import hashlib
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents import sample_letters
from tests.documents.sample_facts import declaration, full_copy

from candour.documents.facts import (
    ATTACHMENT,
    LETTER_ATTACHMENT,
    NotTheFactsError,
    canonical,
    facts_hash,
    read_facts,
)
from candour.domain.declaration import FORMAT, DeclarationFacts, SeenHead

SAFE = 2**53 - 1


@st.composite
def any_facts(draw: st.DrawFn) -> DeclarationFacts:
    kind = draw(st.sampled_from(["declaration", "full copy"]))
    built = draw(st.builds(DeclarationFacts, format=st.just(FORMAT), kind=st.just(kind), **_bounded(kind)))
    assert isinstance(built, DeclarationFacts)
    return built


def _bounded(kind: str) -> dict[str, st.SearchStrategy[object]]:
    """RFC 8785 knows no integer beyond 2^53; a declaration has no answers."""
    whole = st.integers(0, SAFE)
    bounded: dict[str, st.SearchStrategy[object]] = {
        "checklist_version": whole,
        "head": st.builds(SeenHead, position=whole),
    }
    return bounded | ({"answers": st.just(())} if kind == "declaration" else {})


@given(any_facts())
def test_what_is_written_is_read_back(facts):
    assert read_facts(canonical(facts)) == facts


@given(any_facts())
def test_the_canonical_form_is_json_with_sorted_keys_and_no_space(facts):
    data = canonical(facts)
    again = json.loads(data)
    assert list(again) == sorted(again)
    assert len(data.decode()) <= len(json.dumps(again, ensure_ascii=True, separators=(",", ":")))


def test_the_hash_is_that_of_the_canonical_bytes():
    assert facts_hash(declaration()) == hashlib.sha256(canonical(declaration())).hexdigest()


def _changed(**changes: object) -> bytes:
    return _canonical({**json.loads(canonical(declaration())), **changes})


def _canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def test_the_tests_own_canonical_form_agrees():
    assert _changed() == canonical(declaration())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        _changed(unknown="field"),
        _changed(checklist_version="3"),
        _changed(checklist_version=3.0),
        _changed(signed_on="21 October 2026"),
        _changed(kind="other"),
        _changed(format="candour-declaration/2"),
        _changed(answers=[{"number": "1", "question": "?", "answer": "kept from HR"}]),
        _changed(lines=[{"point": "2.1"}]),
        canonical(declaration()) + b"\n",
        b" " + canonical(declaration()),
        b"\xef\xbb\xbf" + canonical(declaration()),
        canonical(declaration()).replace(b'"0038"', b'"\\u0030038"'),
        canonical(declaration()).replace(b'{"answers"', b'{"kind":"declaration","answers"'),
        json.dumps(json.loads(canonical(declaration()))).encode(),
    ],
)
def test_anything_but_the_canonical_facts_is_refused(data):
    with pytest.raises(NotTheFactsError):
        read_facts(data)


def test_a_missing_field_is_refused():
    fields = json.loads(canonical(declaration()))
    for name in fields:
        with pytest.raises(NotTheFactsError):
            read_facts(_canonical({key: value for key, value in fields.items() if key != name}))


def test_a_declaration_never_carries_answers():
    facts = msgspec.structs.replace(full_copy(), kind="declaration")
    with pytest.raises(NotTheFactsError, match="full copy"):
        canonical(facts)


def _letter(**changes: object) -> bytes:
    return _canonical({**json.loads(canonical(sample_letters.letter())), **changes})


@pytest.mark.parametrize(
    "decided", [sample_letters.APPROVED, sample_letters.WITH_CONDITIONS, sample_letters.REFUSED]
)
def test_the_facts_of_a_letter_are_read_back(decided):
    facts = sample_letters.letter(decided)
    assert read_facts(canonical(facts), LETTER_ATTACHMENT) == facts


@pytest.mark.parametrize("name", [ATTACHMENT, "", "other.json", "LETTER.JSON"])
def test_the_facts_of_a_letter_are_read_under_their_own_name_alone(name):
    with pytest.raises(NotTheFactsError):
        read_facts(_letter(), name)


@pytest.mark.parametrize(
    "data",
    [
        canonical(declaration()),
        _letter(unknown="field"),
        _letter(format="candour-letter/2"),
        _letter(kind="declaration"),
        _letter(decision="perhaps"),
        _letter(decision="approved"),
        _letter(decision="not approved"),
        _letter(reason="No reason stands beside an approval."),
        _letter(conditions=[], line=""),
        _letter(until="31 July 2027"),
        _letter() + b"\n",
        _letter().replace(b'{"again"', b'{"kind":"decision letter","again"'),
        json.dumps(json.loads(_letter())).encode(),
    ],
)
def test_anything_but_the_canonical_facts_of_a_letter_is_refused(data):
    with pytest.raises(NotTheFactsError):
        read_facts(data, LETTER_ATTACHMENT)


def test_a_missing_field_of_a_letter_is_refused():
    fields = json.loads(_letter())
    for name in fields:
        with pytest.raises(NotTheFactsError):
            read_facts(_canonical({key: each for key, each in fields.items() if key != name}), LETTER_ATTACHMENT)
