"""The facts as bytes: canonical JSON (RFC 8785), the attachment of every declaration and full copy."""

from __future__ import annotations

import hashlib

import msgspec
import rfc8785

from candour.domain.declaration import FORMAT, DeclarationFacts

ATTACHMENT = "declaration.json"
"""The name of the attachment that holds the facts."""


class NotTheFactsError(ValueError):
    """These bytes are not the canonical facts of a declaration or a full copy."""


def canonical(facts: DeclarationFacts) -> bytes:
    """Return the canonical JSON (RFC 8785) of the facts: what is hashed, attached and signed.

    Raises NotTheFactsError for facts that no document may carry, such as a declaration with answers.
    """
    _check(facts)
    return rfc8785.dumps(msgspec.to_builtins(facts))


def facts_hash(facts: DeclarationFacts) -> str:
    """Return the SHA-256 of the canonical facts, in hex."""
    return hashlib.sha256(canonical(facts)).hexdigest()


def read_facts(data: bytes) -> DeclarationFacts:
    """Return the facts that these bytes hold, only if they are exactly the canonical JSON of them.

    Raises NotTheFactsError for anything else: an unknown or missing field, a wrong type, another order,
    white space, a key twice, another format.
    """
    try:
        facts = msgspec.json.decode(data, type=DeclarationFacts, strict=True)
        exact = canonical(facts)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise NotTheFactsError(f"not the facts of a declaration: {error}") from error
    if exact != data:
        raise NotTheFactsError("the facts are not in their canonical form")
    return facts


def _check(facts: DeclarationFacts) -> None:
    if facts.format != FORMAT:
        raise NotTheFactsError(f"the facts are in the format {facts.format!r}, not {FORMAT!r}")
    if facts.kind == "declaration" and facts.answers:
        raise NotTheFactsError("a declaration carries no answers; they belong to the full copy")
