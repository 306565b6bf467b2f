from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from candour.domain.people import Enrolment, Invitation, Person, School
from candour.keys.passphrases import LIGHT
from candour.keys.proving import Prover
from candour.keys.smith import Smith
from candour.services.ports import Accepted

NAME = "Siân Sample"
CODE = "AAAA-BBBB-CCCC-DDDD"
DAY = date(2026, 9, 7)


@dataclass(frozen=True)
class Enrolled:
    school: School
    invitation: Invitation
    person: Person
    enrolment: Enrolment


def enrolled(name: str = NAME) -> Enrolled:
    smith = Smith(LIGHT)
    keys = smith.new_school("Sample Road Primary School")
    authority, blob = smith.invite(keys, name, CODE, "invitation-1")
    accepted = Accepted("register-1", "person-1", "invitation-1", keys.root.certificate, authority, blob)
    new = smith.enrol(accepted, CODE, "2026-09-07T09:00:00Z")
    signing = new.keys.signing
    stated = smith.opening("register-1", "school-1", signing.key_id)
    return Enrolled(
        School(
            "school-1",
            "register-1",
            "Sample Road Primary School",
            keys.root.certificate,
            keys.seal.certificate,
            keys.root.sign(stated),
        ),
        Invitation("invitation-1", "person-1", "person-0", authority, DAY),
        Person("person-1", "0004", name, "", "Class teacher", "", posts_for_school=False, here=True),
        Enrolment(
            signing.key_id,
            new.keys.reading_id,
            "person-1",
            "invitation-1",
            signing.certificate,
            new.statement,
            new.authority_signature,
            DAY,
        ),
    )


@pytest.fixture(scope="module")
def made() -> Enrolled:
    return enrolled()


@pytest.fixture(scope="module")
def other() -> Enrolled:
    return enrolled("Łukasz Example")


def fault(made: Enrolled, **changes: Any) -> str:
    changed = replace(made, **changes)
    return Prover().enrolment_fault(changed.school, changed.invitation, changed.person, changed.enrolment)


def test_an_honest_school_and_enrolment_have_no_fault(made):
    assert Prover().school_fault(made.school, made.enrolment.key) == ""
    assert fault(made) == ""


def test_an_opening_signed_for_another_author_is_found(made, other):
    assert "did not sign its opening" in Prover().school_fault(made.school, other.enrolment.key)


@pytest.mark.parametrize("field", ["register", "school"])
def test_an_opening_of_another_register_or_school_is_found(made, field):
    changed = replace(made.school, **{field: "another"})
    assert "did not sign its opening" in Prover().school_fault(changed, made.enrolment.key)


def test_a_root_or_a_seal_of_another_school_is_found(made, other):
    assert Prover().school_fault(replace(made.school, root=other.school.root), made.enrolment.key)
    assert Prover().school_fault(replace(made.school, seal=other.school.seal), made.enrolment.key)


@pytest.mark.parametrize("field", ["key", "reading_key", "person", "invitation"])
def test_an_enrolment_row_that_says_other_than_its_statement_is_found(made, other, field):
    value = getattr(other.enrolment, field)
    changed = replace(made.enrolment, **{field: value if value != getattr(made.enrolment, field) else "another"})
    assert fault(made, enrolment=changed)


@pytest.mark.parametrize("field", ["certificate", "statement", "authority_signature"])
def test_a_certificate_statement_or_signature_of_another_enrolment_is_found(made, other, field):
    changed = replace(made.enrolment, **{field: getattr(other.enrolment, field)})
    assert fault(made, enrolment=changed)


def test_an_invitation_for_another_person_is_found(made):
    assert "about something else" in fault(made, invitation=replace(made.invitation, person="person-2"))


def test_an_invitation_of_another_authority_is_found(made, other):
    assert fault(made, invitation=replace(made.invitation, authority=other.invitation.authority))


def test_an_invitation_taken_up_after_its_last_day_is_found(made):
    late = replace(made.enrolment, made_on=date(2026, 9, 8))
    assert "had lapsed" in fault(made, enrolment=late)


def test_a_certificate_that_names_somebody_else_is_found(made):
    assert "names somebody else" in fault(made, person=replace(made.person, name="Somebody Else"))
