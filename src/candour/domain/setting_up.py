"""What somebody says who sets a school up: the values that its pages hand to the services."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.people import Office


@dataclass(frozen=True)
class SomebodyAsked:
    """A person as the school writes them."""

    number: str
    name: str
    email: str = ""
    role: str = ""


@dataclass(frozen=True)
class SchoolAsked:
    """The first page: the school's name, who sets it up and their passphrase, and where the register is to lie."""

    name: str
    me: SomebodyAsked
    passphrase: str
    folder: str


@dataclass(frozen=True)
class OfficeAsked:
    """Who holds an office, by staff number, and where they are found for the stop card."""

    office: Office
    number: str
    room: str = ""
    phone: str = ""


@dataclass(frozen=True)
class OutsideAsked:
    """Somebody outside the staff who stands on the stop card: the chair of governors, the local authority."""

    office: str
    name: str
    phone: str


@dataclass(frozen=True)
class OfficesAsked:
    """The second page: the people who hold an office, which they hold, and who is outside.

    The second keeper is an `OfficeAsked` of `Office.KEEPER`; whoever sets the school up is the first.
    """

    people: tuple[SomebodyAsked, ...]
    offices: tuple[OfficeAsked, ...]
    outside: tuple[OutsideAsked, ...]


@dataclass(frozen=True)
class PolicyAsked:
    """The third page: the school's choices (choice, option), and what it promises, agreed with whom and when.

    `pack_text` is another policy pack that the school brought, "" for the one in force.
    """

    choices: tuple[tuple[str, str], ...]
    promise: tuple[str, ...]
    agreed_with: str = ""
    agreed_on: date | None = None
    pack_text: str = ""


@dataclass(frozen=True)
class RecoveryAsked:
    """Opening a register with the recovery words: where it lies, the words, who one is, and a new passphrase."""

    folder: str
    words: str
    number: str
    passphrase: str


LOCAL_AUTHORITY = "local authority"
"""The stop card's word for the local authority's designated officer, who holds no office of the school."""

STEPS = ("school", "offices", "policy", "people", "backup", "recovery", "ready")
"""The pages of the first run, in order."""
