"""The facts as bytes: canonical JSON (RFC 8785), the attachment of every document that somebody signs."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, overload

import msgspec
import rfc8785

from candour.domain import letter
from candour.domain.declaration import FORMAT, DeclarationFacts
from candour.domain.letter import LetterFacts

if TYPE_CHECKING:
    from datetime import date

Facts = DeclarationFacts | LetterFacts
"""The facts of any document that somebody signs."""

ATTACHMENT = "declaration.json"
"""The name of the attachment that holds the facts of a declaration or a full copy."""

LETTER_ATTACHMENT = "letter.json"
"""The name of the attachment that holds the facts of a decision letter."""

DESCRIPTION = "The facts, in canonical JSON: the record"
"""What a file says of its attachment."""


class NotTheFactsError(ValueError):
    """These bytes are not the canonical facts of a document that somebody signs."""


def canonical(facts: Facts) -> bytes:
    """Return the canonical JSON (RFC 8785) of the facts: what is hashed, attached and signed.

    Raises NotTheFactsError for facts that no document may carry, such as a declaration with answers.
    """
    _check(facts)
    return rfc8785.dumps(msgspec.to_builtins(facts))


def facts_hash(facts: Facts) -> str:
    """Return the SHA-256 of the canonical facts, in hex."""
    return hashlib.sha256(canonical(facts)).hexdigest()


@overload
def read_facts(data: bytes) -> DeclarationFacts: ...
@overload
def read_facts(data: bytes, attachment: str) -> Facts: ...
def read_facts(data: bytes, attachment: str = ATTACHMENT) -> Facts:
    """Return the facts that an attachment holds, only if the bytes are exactly the canonical JSON of them.

    Raises NotTheFactsError for anything else: an unknown or missing field, a wrong type, another order,
    white space, a key twice, another format, an attachment of another name.
    """
    try:
        kind: type[Facts] = _KINDS[attachment]
        facts: Facts = msgspec.json.decode(data, type=kind, strict=True)
        exact = canonical(facts)
    except (msgspec.MsgspecError, KeyError, ValueError, RecursionError) as error:
        raise NotTheFactsError(f"not the facts of a declaration or a letter: {error}") from error
    if exact != data:
        raise NotTheFactsError("the facts are not in their canonical form")
    return facts


_KINDS: dict[str, type[Facts]] = {ATTACHMENT: DeclarationFacts, LETTER_ATTACHMENT: LetterFacts}


def signer_in(facts: Facts) -> tuple[str, str]:
    """Return the name and the key (hex) of who signs: the member of staff, or on a letter who decided."""
    signer = facts.decided_by if isinstance(facts, LetterFacts) else facts.person
    return signer.name, signer.key


def day_of(facts: Facts) -> date:
    """Return the day on which a document is signed."""
    return facts.decided_on if isinstance(facts, LetterFacts) else facts.signed_on


def _check(facts: Facts) -> None:
    wanted = letter.FORMAT if isinstance(facts, LetterFacts) else FORMAT
    if facts.format != wanted:
        raise NotTheFactsError(f"the facts are in the format {facts.format!r}, not {wanted!r}")
    if isinstance(facts, LetterFacts):
        _check_letter(facts)
    elif facts.kind == "declaration" and facts.answers:
        raise NotTheFactsError("a declaration carries no answers; they belong to the full copy")


def _check_letter(facts: LetterFacts) -> None:
    try:
        letter.check_decision(facts)
    except ValueError as reason:
        raise NotTheFactsError(str(reason)) from reason
