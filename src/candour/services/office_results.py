"""What the pages of offices, and of one person's answers, show: frozen values."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from candour.services.results import ContactCard


@dataclass(frozen=True)
class OfficeHolder:
    """Who holds an office or is going to; `reads` is whether its reading key is sealed to them.

    `waits` says that no second person has confirmed them for it, `keyed` whether they have signed in once.
    """

    person: str
    name: str
    since: date
    until: date | None
    acting: bool
    coming: bool
    waits: bool
    keyed: bool
    reads: bool
    me: bool


@dataclass(frozen=True)
class OfficeLine:
    """One office: who holds it, since when it reads (None: it has no key yet), and what whoever looks can do.

    `receivers` are those to whom it can be handed over, `past` the names of those who held its key in
    force and hold the office no more.
    """

    office: str
    holders: tuple[OfficeHolder, ...]
    reads_since: date | None
    receivers: tuple[tuple[str, str], ...]
    takes_over: bool
    renews: bool
    past: tuple[str, ...]


@dataclass(frozen=True)
class OfficesView:
    """Every office as it stands, and who is found where for the stop card."""

    offices: tuple[OfficeLine, ...]
    contacts: tuple[ContactCard, ...]


@dataclass(frozen=True)
class PersonToOpen:
    """Somebody whose answers can be opened: their newest declaration that the office may read."""

    person: str
    name: str
    role: str
    reference: str
    signed_on: date


@dataclass(frozen=True)
class OpenedCopy:
    """One declaration's answers in words, and its signed full copy (PDF)."""

    reference: str
    signed_on: date
    answers: tuple[tuple[str, str], ...]
    pdf: bytes = field(repr=False)


@dataclass(frozen=True)
class OpenedAnswers:
    """The answers of one person, opened with a reason."""

    name: str
    role: str
    why: str
    copies: tuple[OpenedCopy, ...]
