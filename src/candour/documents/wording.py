"""How documents word dates, hashes and the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.declaration import DeclarationFacts

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def in_words(day: date) -> str:
    """Return a date as it is printed: "21 October 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def grouped(digits: str) -> str:
    """Return hex digits in groups of four."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def policy_line(facts: DeclarationFacts) -> str:
    """Return the policy's title with its date."""
    return f"{facts.policy.title}, {in_words(facts.policy.dated)}"
