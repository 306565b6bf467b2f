"""What only certificates can say of a register: who opened the school, and whose each key is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.keys import certificates
from candour.keys.certificates import NotTrusted
from candour.keys.enrolment import check_enrolment
from candour.keys.identity import verify

if TYPE_CHECKING:
    from candour.domain.people import Enrolment, Invitation, Person, School

OPENING_TAG = b"candour/school-opened/v1\0"
"""Domain tag of the root's own signature over the opening of a school."""


def opening(register: str, school: str, author: str) -> bytes:
    """Return what the root signs at a school's opening: register, school, and the key of who set it up."""
    return OPENING_TAG + f"{register}\0{school}\0{author}".encode()


class Prover:
    """Finds faults for the register's check; every answer is "" or one plain sentence."""

    def school_fault(self, school: School, author: str) -> str:
        """Return what is wrong with the opening of the school; `author` is the key that signed its entry."""
        try:
            certificates.check_root(school.root)
            certificates.check_seal_certificate(school.seal, school.root)
        except NotTrusted as reason:
            return str(reason)
        stated = opening(school.register, school.school, author)
        signed = verify(certificates.key_id_in(school.root), stated, school.root_signature)
        return "" if signed else "the school's root did not sign its opening"

    def enrolment_fault(self, school: School, invitation: Invitation, person: Person, enrolment: Enrolment) -> str:
        """Return what is wrong with a key: its chain, its statement, the person that it names."""
        try:
            stated = check_enrolment(
                enrolment.statement,
                enrolment.authority_signature,
                invitation.authority,
                enrolment.certificate,
                school.root,
            )
        except NotTrusted as reason:
            return str(reason)
        said = (stated.register_id, stated.person_id, stated.invitation_id, stated.signing_id, stated.reading_id)
        kept = (
            school.register,
            enrolment.person,
            enrolment.invitation,
            enrolment.key,
            enrolment.reading_key,
        )
        if said != kept or invitation.person != enrolment.person:
            return "the enrolment's statement is about something else"
        if enrolment.made_on > invitation.expires:
            return "the invitation had lapsed when it was taken up"
        named = certificates.name_in(enrolment.certificate) == person.name
        return "" if named else "the certificate names somebody else"
