"""From an invitation to a person's own keys, which nobody else ever held."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

import msgspec
import rfc8785

from candour.keys import certificates
from candour.keys.certificates import NotTrusted
from candour.keys.identity import (
    PersonKeys,
    SigningKey,
    from_pkcs8,
    new_private_key,
    public_key_of,
    to_pkcs8,
    verify,
)
from candour.keys.passphrases import Cost, derive, new_salt, unwrap, wrap
from candour.keys.secrets import tidy_code, words_of

_STATEMENT_TAG = b"candour/enrolment/v1\0"
_INVITATION_TAG = b"candour/invitation/v1\0"


@dataclass(frozen=True)
class Invitation:
    """A one-time authority for one person, its key wrapped under the code on their slip."""

    invitation_id: str
    authority: bytes = field(repr=False)
    root: bytes = field(repr=False)
    wrapped_key: bytes = field(repr=False)
    salt: bytes = field(repr=False)
    cost: Cost


@dataclass(frozen=True)
class Enrolled:
    """What an enrolment states, with the new certificate's SHA-256 and the clock it was made by."""

    register_id: str
    person_id: str
    invitation_id: str
    signing_id: str
    reading_id: str
    certificate_sha256: str
    clock: str


@dataclass(frozen=True)
class Enrolment:
    """A person's new keys, and the statement about them that the invitation's authority signed."""

    keys: PersonKeys
    statement: bytes = field(repr=False)
    authority_signature: bytes = field(repr=False)


def invite(root: SigningKey, person_name: str, code: str, invitation_id: str, cost: Cost) -> Invitation:
    """Return an invitation for exactly this name, to be opened with this code alone.

    The authority's key exists outside the wrap only while this runs. Raises Refused for what is no code.
    """
    authority, salt = certificates.new_authority(root, person_name), new_salt()
    key = derive(tidy_code(code), salt, cost).private_keys
    wrapped = wrap(key, to_pkcs8(authority.private_key), _invitation_aad(invitation_id))
    return Invitation(invitation_id, authority.certificate, root.certificate, wrapped, salt, cost)


def enrol(invitation: Invitation, code: str, register_id: str, person_id: str, clock: str) -> Enrolment:
    """Make a person's keys from their invitation and its code; the authority's key is then forgotten.

    `clock` is the author's own clock, in the form that entries use. The journal's entry is to be signed by
    the new signing key. Raises WrongPassphrase for another code, Refused for what is no code.
    """
    authority = _opened(invitation, code)
    keys = PersonKeys(certificates.issue_person(authority), new_private_key())
    statement = _statement(
        Enrolled(
            register_id=register_id,
            person_id=person_id,
            invitation_id=invitation.invitation_id,
            signing_id=keys.signing.key_id,
            reading_id=keys.reading_id,
            certificate_sha256=certificates.fingerprint(keys.signing.certificate),
            clock=clock,
        )
    )
    return Enrolment(keys, statement, authority.sign(statement))


def check_enrolment(
    statement: bytes, authority_signature: bytes, authority: bytes, person: bytes, root: bytes
) -> Enrolled:
    """Return what an enrolment states, once chain, signature, key and certificate all agree.

    All certificates are DER. Raises NotTrusted otherwise. That each invitation is used once, within its
    30 days, and for the person it names, is the register's to say.
    """
    certificates.check_person_chain(person, authority, root)
    if not verify(certificates.key_id_in(authority), statement, authority_signature):
        raise NotTrusted("the invitation's authority did not sign this enrolment")
    enrolled = _read(statement)
    if enrolled.certificate_sha256 != certificates.fingerprint(person):
        raise NotTrusted("the enrolment is about another certificate")
    if enrolled.signing_id != certificates.key_id_in(person):
        raise NotTrusted("the enrolment is about another key")
    return enrolled


def six_words(identifier: str) -> tuple[str, ...]:
    """Return six words for a key id, so that two people can compare it aloud (66 bits of its SHA-256)."""
    return words_of(hashlib.sha256(b"candour/six-words/v1\0" + identifier.encode()).digest())


def _opened(invitation: Invitation, code: str) -> SigningKey:
    key = derive(tidy_code(code), invitation.salt, invitation.cost).private_keys
    pkcs8 = unwrap(key, invitation.wrapped_key, _invitation_aad(invitation.invitation_id))
    return SigningKey(from_pkcs8(pkcs8), invitation.authority, (invitation.root,))


def _invitation_aad(invitation_id: str) -> bytes:
    return _INVITATION_TAG + invitation_id.encode()


def _statement(enrolled: Enrolled) -> bytes:
    return _STATEMENT_TAG + rfc8785.dumps(msgspec.to_builtins(enrolled))


def _read(statement: bytes) -> Enrolled:
    try:
        enrolled = msgspec.json.decode(statement.removeprefix(_STATEMENT_TAG), type=Enrolled)
        public_key_of(enrolled.reading_id)
        again = _statement(enrolled)
    except (msgspec.DecodeError, ValueError) as reason:
        raise NotTrusted("the enrolment cannot be read") from reason
    if again != statement:
        raise NotTrusted("the enrolment is not in its one canonical form")
    return enrolled
