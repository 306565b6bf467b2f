"""How documents word hashes and the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from candour.documents.facts import Facts


def grouped(digits: str) -> str:
    """Return hex digits in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def policy_line(facts: Facts) -> str:
    """Return the policy's title with its date."""
    return f"{facts.policy.title}, {uk_date(facts.policy.dated)}"
