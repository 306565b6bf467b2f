"""What services hand to the window: frozen values, so that nothing on screen holds a row or a key."""

from __future__ import annotations

from dataclasses import dataclass, field
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
    once. `seals`: is a keeper, whose app seals new declarations. `setting_up`: is HR and a keeper of a school in
    which no round was ever opened, so that its first run goes on.
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
    setting_up: bool = False


@dataclass(frozen=True)
class OpenRequest:
    """One of a person's own exception requests, in their own words; a `draft` has no reference."""

    reference: str
    kind: str
    state: str
    who: str
    until: date | None
    draft: str = ""
    question: str = ""


@dataclass(frozen=True)
class OpenCheck:
    """A person's check as it stands: the checklist, their answers, and the words that fill the texts.

    In an update `updates` is the reference that it will supersede and `asks` the questions chosen to be answered
    again (all of them when empty); `flow.asked_in` adds their follow-ups. `last_year` is what they said last to
    what is asked again: last year's answers, or in an update those of the declaration in force. Of these, pages
    fill in what `flow.confirmable` allows; nothing counts as answered until it is saved.
    """

    round: str
    due: date
    pack: Pack
    checklist: Checklist
    answers: Answers
    names: Names
    policy_opened: bool
    requests: tuple[OpenRequest, ...]
    signed: DeclarationLine | None
    last_year: Answers = field(default_factory=dict)
    asks: tuple[str, ...] = ()
    updates: str = ""


@dataclass(frozen=True)
class Saved:
    """That answers were saved: when (this computer's time), all answers as they stand, and what an update asks."""

    at: datetime
    answers: Answers
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeclarationLine:
    """One declaration of the person, for lists: its reference, when it was signed, what is open, its title.

    `on_paper`: it was entered for them from paper.
    """

    reference: str
    round: str
    signed_on: date
    open_lines: int
    next_date: date | None
    sealed: bool
    title: str
    on_paper: bool = False


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
    """A declaration just signed; `left` is what the person has still to sign in this round, as ids and titles."""

    reference: str
    title: str
    name: str
    signed_at: datetime
    policy: str
    open_until: date | None
    offer_passphrase: bool
    must_choose_passphrase: bool
    proposed_passphrase: str
    left: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class HeldLine:
    """One thing that is held about a person: what, since when, who may read it, how long it is kept."""

    what: str
    since: date
    readers: str
    kept: str


@dataclass(frozen=True)
class OpenedLine:
    """That somebody opened what is sealed about the person: who, when, what, and the reason they gave."""

    by: str
    at: datetime
    what: str
    why: str


@dataclass(frozen=True)
class Held:
    """What is held about me: every line, who opened what, and all of it as a PDF and as JSON."""

    lines: tuple[HeldLine, ...]
    opened: tuple[OpenedLine, ...]
    pdf: bytes
    json: bytes
