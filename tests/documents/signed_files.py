"""Signed files of plainly invented people and schools, each made once for all tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache

import msgspec
from tests.documents import sample_facts, sample_letters

from candour.documents.declaration import draw
from candour.documents.letter import draw_letter
from candour.documents.sealing import seal
from candour.documents.signing import prepare, sign
from candour.domain.declaration import DeclarationFacts
from candour.domain.letter import LetterFacts
from candour.keys import certificates
from candour.keys.identity import SigningKey

WHEN = datetime(2026, 10, 21, 15, 12, 30, tzinfo=UTC)
LATER = WHEN + timedelta(days=9)
REASON = "Entry 412, chain 9f2c61d0a2b7e4c8"
NAME = "Siân Nguyễn-Łukasz"


@dataclass(frozen=True)
class Staffed:
    """A school with its seal, and one person's keys and the authority that invited them."""

    root: SigningKey
    seal: SigningKey
    authority: SigningKey
    person: SigningKey


@cache
def school(name: str = "Sample Road Primary School", person: str = NAME, twin: int = 0) -> Staffed:
    """Make a school and one of its people; a `twin` has the same names and other keys."""
    root = certificates.new_root(name)
    authority = certificates.new_authority(root, person)
    return Staffed(root, certificates.new_seal(root), authority, certificates.issue_person(authority))


def facts_of(place: Staffed, *, kind: str = "declaration") -> DeclarationFacts:
    facts = sample_facts.declaration() if kind == "declaration" else sample_facts.full_copy()
    said = replace_in(facts, "school", name=certificates.school_in(place.root.certificate))
    said = replace_in(said, "school", root=certificates.fingerprint(place.root.certificate))
    return replace_in(said, "person", name=certificates.name_in(place.person.certificate), key=place.person.key_id)


def replace_in(facts: DeclarationFacts, part: str, **values: str) -> DeclarationFacts:
    return msgspec.structs.replace(facts, **{part: msgspec.structs.replace(getattr(facts, part), **values)})


def signed_by(place: Staffed, drawn: bytes, *, two_fields: bool = True, signer: SigningKey | None = None) -> bytes:
    prepared = prepare(drawn, two_fields=two_fields)
    return sign(prepared, signer or place.person, when=WHEN, name=NAME, reason="I declare this")


@cache
def drawn() -> bytes:
    return draw(facts_of(school()))


@cache
def prepared() -> bytes:
    return prepare(drawn(), two_fields=True)


@cache
def signed() -> bytes:
    return sign(prepared(), school().person, when=WHEN, name=NAME, reason="I declare this")


@cache
def sealed() -> bytes:
    place = school()
    return seal(signed(), place.seal, root=place.root.certificate, when=LATER, reason=REASON)


@cache
def full_copy() -> bytes:
    return signed_by(school(), draw(facts_of(school(), kind="full copy")), two_fields=False)


def letter_facts(place: Staffed) -> LetterFacts:
    """Return the facts of a letter that the school's one person decided."""
    facts = sample_letters.letter()
    name, school = (read(place.person.certificate) for read in (certificates.name_in, certificates.school_in))
    return msgspec.structs.replace(
        facts,
        school=msgspec.structs.replace(
            facts.school, name=school, root=certificates.fingerprint(place.root.certificate)
        ),
        decided_by=msgspec.structs.replace(facts.decided_by, name=name, key=place.person.key_id),
    )


@cache
def drawn_letter() -> bytes:
    return draw_letter(letter_facts(school()))


@cache
def letter() -> bytes:
    return signed_by(school(), drawn_letter(), two_fields=False)


def root() -> bytes:
    return school().root.certificate


def with_signer(place: Staffed, signer: SigningKey) -> Staffed:
    return replace(place, person=signer)


def fingerprint_of_root() -> str:
    return certificates.fingerprint(root())


def signed_by_person(prepared: bytes) -> bytes:
    return sign(prepared, school().person, when=WHEN, name=NAME, reason="I declare this")
