"""What a person answered, and what the declaration says of it: the frozen values of a check.

The functions over them: `candour.domain.flow` (what is asked, what is unsettled) and
`candour.domain.outcomes` (what the answers mean).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Decision = Literal["waiting", "approved", "closed"]
"""How an exception request stands; closed is all that no longer holds: not approved, withdrawn, ended."""

Answers = dict[str, "Given"]
"""A person's answers by question id."""


@dataclass(frozen=True)
class Given:
    """What a person answered to one question.

    `choices` holds answer ids (several for accounts, or a reason to ask together with what was found);
    `until` the day by which an open answer will be done; `requests` the references (E-…) that belong to it;
    `told` whom the person told, where the question asks.
    """

    question: str
    choices: tuple[str, ...]
    until: date | None = None
    requests: tuple[str, ...] = ()
    told: str = ""


@dataclass(frozen=True)
class Outcome:
    """What the declaration says of one line; Confirmed when nothing is set.

    `waiting_for` and `except_for` hold references (E-…), `waiting_for_school` the missing phone or account,
    `open_until` the latest day by which what is open will be done.
    """

    line: str
    except_for: tuple[str, ...] = ()
    waiting_for: tuple[str, ...] = ()
    waiting_for_school: bool = False
    open_until: date | None = None

    @property
    def confirmed(self) -> bool:
        """Whether the line holds without exception and with nothing open."""
        return not (self.except_for or self.waiting_for or self.waiting_for_school or self.open_until)


@dataclass(frozen=True)
class Unsettled:
    """Something to settle before signing: which question, and the sentence that says what to do."""

    question: str
    sentence: str
