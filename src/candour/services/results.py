"""What services hand to the window: frozen values, so that nothing on screen holds a row or a key."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from candour.domain.checklist import Answers, Outcome, Unsettled
from candour.domain.policy import Checklist, Pack
from candour.domain.wording import Names
from candour.services.place import SampleWords


@dataclass(frozen=True)
class Named:
    """Somebody to choose on the sign-in page; `person` is what signing in looks up: the staff number."""

    person: str
    name: str


@dataclass(frozen=True)
class ContactCard:
    """Where somebody is found, for the stop card; `office` is in the school's words."""

    office: str
    name: str
    room: str
    phone: str


@dataclass(frozen=True)
class SignInList:
    """What the sign-in page shows before anybody has signed in.

    `names` is empty where this computer cannot open the list: the person then types their staff number or school
    e-mail. `sample` is what a sample school tells everybody, None in a real school.
    """

    school: str
    names: tuple[Named, ...]
    hr: str
    contacts: tuple[ContactCard, ...]
    can_list: bool
    sample: SampleWords | None = None


@dataclass(frozen=True)
class KeyLine:
    """One of a person's keys, for "Your keys": when it was made, who invited, and what it waits for."""

    made_on: date
    invited_by: str
    state: str
    six_words: tuple[str, ...]


@dataclass(frozen=True)
class SignedIn:
    """Who has signed in, and what the first page must say.

    `with_code`: signed in with the code on a slip, so there is no passphrase yet; `must_choose_passphrase`: holds
    an office; `show_keys`: a key is new since last time, or there is more than one; `office_sheet`: the 24 words of
    the second recovery sheet when this sign-in made an office's reading key, shown
    once. `seals`: is a keeper, whose app seals new declarations.
    `doubt`: why this register cannot be the one that this computer saw last, "" where it follows from it.
    """

    person: str
    name: str
    role: str
    number: str
    with_code: bool
    must_choose_passphrase: bool
    keys: tuple[KeyLine, ...]
    show_keys: bool
    offices: tuple[str, ...]
    seals: bool
    school: str
    hr: str
    contacts: tuple[ContactCard, ...]
    doubt: str
    office_sheet: tuple[str, ...] = ()


@dataclass(frozen=True)
class OpenRequest:
    """One of a person's own exception requests, in their own words, for the pages that refer to it."""

    reference: str
    kind: str
    state: str
    who: str
    until: date | None


@dataclass(frozen=True)
class OpenCheck:
    """A person's check as it stands: the checklist, their answers, and the words that fill the texts."""

    round: str
    due: date
    pack: Pack
    checklist: Checklist
    answers: Answers
    names: Names
    policy_opened: bool
    requests: tuple[OpenRequest, ...]
    signed: DeclarationLine | None


@dataclass(frozen=True)
class Saved:
    """That answers were saved: when (this computer's time), and all answers as they now stand."""

    at: datetime
    answers: Answers


@dataclass(frozen=True)
class DeclarationLine:
    """One declaration of the person, for lists: its reference, when it was signed, what is open."""

    reference: str
    round: str
    signed_on: date
    open_lines: int
    next_date: date | None
    sealed: bool


@dataclass(frozen=True)
class AnswerLine:
    """One row of "Check and sign": the question, the answer in words, and the outcome of its line."""

    question: str
    rail: str
    about: str
    answer: str
    mark: str
    outcome: str


@dataclass(frozen=True)
class ToSign:
    """What will be signed: the rows, what is unsettled, and both PDFs as bytes (empty while unsettled).

    The bytes shown are the bytes signed: each signed file begins with exactly these.
    """

    reference: str
    lines: tuple[AnswerLine, ...]
    outcomes: tuple[Outcome, ...]
    unsettled: tuple[Unsettled, ...]
    declaration_words: str
    confirm_words: str
    declaration_pdf: bytes
    full_copy_pdf: bytes
    ask_secret: bool


@dataclass(frozen=True)
class Signed:
    """A declaration just signed."""

    reference: str
    name: str
    signed_at: datetime
    policy: str
    open_until: date | None
    offer_passphrase: bool
    must_choose_passphrase: bool
    proposed_passphrase: str
