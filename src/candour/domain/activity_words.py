"""Every kind of entry in plain words: its group, what was done, and whether who did it may be told.

Only a kind that stands here is ever shown. A kind whose author would tell HR more than an outcome says so: whether
the Headteacher or the chair decided, who asked for more time, and why an exception ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from candour.domain.activity import Deed, Group
from candour.domain.dates import uk_date
from candour.domain.exception_request import kind_words
from candour.domain.exceptions import PaperDecision
from candour.domain.paper_declaration import PaperDeclaration
from candour.domain.people import Away, Holding, KeyClosed, Left, OfficeKey, Opened
from candour.domain.reminding import Holiday, Reminded, Way
from candour.domain.request_moves import RequestAct
from candour.domain.round import Declared, InRound, PackAdopted, Request, Round

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from candour.domain.journal import Row

NOT_SHOWN: Final = "Not shown"
"""Stands in place of who did it, where that would tell what is behind an outcome."""


_WAYS: Final[dict[str, str]] = {
    Way.DRAFT: "one mail to all",
    Way.COPIED: "the text copied",
    Way.SLIP: "a slip on paper",
    Way.LIST: "a list for a mail merge",
    Way.CALENDAR: "a calendar entry",
}


@dataclass(frozen=True)
class Kind:
    """How entries of a kind are told: `by` stands in place of their author, `of_a_life` puts them on a timeline."""

    group: Group
    words: Callable[[Deed], str]
    by: str = ""
    of_a_life: bool = True


def _plain(words: str) -> Callable[[Deed], str]:
    return lambda _: words


def _about(words: str) -> Callable[[Deed], str]:
    """Return words with the reference of what the entry is about in them."""
    return lambda deed: words.format(deed.subject)


def _of(row_class: type[Row], field: str, words: str) -> Callable[[Deed], str]:
    """Return words with a field of the entry's row after them; without it where the row was deleted."""

    def told(deed: Deed) -> str:
        row = deed.row(row_class)
        return words if row is None else f"{words}: {getattr(row, field)}"

    return told


_office_key = partial(_of, OfficeKey, "office")
_paper = partial(_of, PaperDecision, "reference")
_entered = partial(_of, PaperDeclaration, "reference")
_holiday = partial(_of, Holiday, "name")


def _until(day: date | None) -> str:
    return f", until {uk_date(day)}" if day is not None else ""


def _declared(deed: Deed) -> str:
    row = deed.row(Declared)
    signed = "Signed an update" if row is not None and row.supersedes else "Signed"
    still_open = f", {row.open_lines} open" if row is not None and row.open_lines else ""
    return f"{signed}: {deed.subject}{still_open}"


def _away(deed: Deed) -> str:
    row = deed.row(Away)
    if row is None:
        return "Noted that somebody is away"
    return "Back again" if row.until is None else f"Away until {uk_date(row.until)}"


def _left(deed: Deed) -> str:
    row = deed.row(Left)
    return "Left the school" if row is None else f"Left the school, last day {uk_date(row.on)}"


def _due(deed: Deed) -> str:
    row = deed.row(InRound)
    return "Set the day to sign by" if row is None else f"Day to sign by: {uk_date(row.due)}"


def _closed(deed: Deed) -> str:
    row = deed.row(KeyClosed)
    signed_once = row is not None and row.why == "signed once"
    return "Let go of their key after signing" if signed_once else "Closed a key"


def _given(deed: Deed) -> str:
    row = deed.row(Holding)
    if row is None:
        return "Gave an office"
    acting = ", acting" if row.acting else ""
    return f"Office given: {row.office}{acting}, from {uk_date(row.since)}{_until(row.until)}"


def _ended(deed: Deed) -> str:
    row = deed.row(Holding)
    if row is None or row.until is None:
        return "Ended an office"
    return f"Office ends: {row.office}, last day {uk_date(row.until)}"


def _asked(deed: Deed) -> str:
    row = deed.row(Request)
    kind = "" if row is None else f": {kind_words(row.kind).lower()}"
    return f"Asked for {deed.subject}{kind}"


def _approved(words: str) -> Callable[[Deed], str]:
    def told(deed: Deed) -> str:
        row = deed.row(Request)
        return words.format(deed.subject) + ("" if row is None else _until(row.until))

    return told


def _reminded(deed: Deed) -> str:
    row = deed.row(Reminded)
    return "Reminded" if row is None else f"Reminded: {_WAYS[row.how]}"


def _opened(deed: Deed) -> str:
    row = deed.row(Opened)
    return "Opened the answers" if row is None else f"Opened the answers. {row.why}."


def _round_opened(deed: Deed) -> str:
    row = deed.row(Round)
    return f"Opened the check of {deed.subject}" + ("" if row is None else f", due {uk_date(row.due)}")


def _moved(deed: Deed) -> str:
    row = deed.row(Round)
    moved = f"Moved the day of the check of {deed.subject}"
    return moved if row is None else f"{moved} to {uk_date(row.due)}"


def _attached(deed: Deed) -> str:
    row = deed.row(PackAdopted)
    return "Attached the policy document" + ("" if row is None else f": {row.document_name}")


def _decided(words: Callable[[Deed], str]) -> Kind:
    return Kind(Group.EXCEPTIONS, words, NOT_SHOWN)


def _asker(words: str) -> Kind:
    return Kind(Group.EXCEPTIONS, _about(words))


_OVER = _decided(_about("Exception {} ended"))
"""Whether its asker ended it, the office revoked it or its day came is behind the state."""

_EXCEPTIONS: dict[str, Kind] = {
    RequestAct.ASK: Kind(Group.EXCEPTIONS, _asked),
    RequestAct.QUESTION: _decided(_about("Asked a question about exception {}")),
    RequestAct.ANSWER: _asker("Answered the question about exception {}"),
    RequestAct.WITHDRAW: _asker("Withdrew the request for exception {}"),
    RequestAct.APPROVE: _decided(_approved("Approved exception {}")),
    RequestAct.APPROVE_WITH_CONDITIONS: _decided(_approved("Approved exception {} with conditions")),
    RequestAct.NOT_APPROVE: _decided(_about("Did not approve exception {}")),
    RequestAct.STILL_RIGHT: _asker("Said that exception {} is still right"),
    RequestAct.END: _OVER,
    RequestAct.REVOKE: _OVER,
    RequestAct.LAPSE: _OVER,
    "paper decision entered": Kind(Group.EXCEPTIONS, _paper("Entered a decision on paper"), of_a_life=False),
    "paper decision taken back": Kind(Group.EXCEPTIONS, _paper("Took back a decision on paper"), of_a_life=False),
    "standing approval made": Kind(Group.EXCEPTIONS, _plain("Made a standing approval")),
    "standing approval ended": Kind(Group.EXCEPTIONS, _plain("Ended a standing approval")),
}

_DUE = Kind(Group.PEOPLE, _due, NOT_SHOWN)
"""More time looks the same whoever moved the day: the person, who need give no reason, or HR."""

_PEOPLE: dict[str, Kind] = {
    "people added": Kind(Group.PEOPLE, _plain("Added to the list of people")),
    "people imported": Kind(Group.PEOPLE, _plain("Imported a staff list")),
    "person changed": Kind(Group.PEOPLE, _plain("Changed the details")),
    "away": Kind(Group.PEOPLE, _away),
    "left": Kind(Group.PEOPLE, _left),
    "due date set": _DUE,
    "more time": _DUE,
}

_KEYS: dict[str, Kind] = {
    "invited": Kind(Group.KEYS, _plain("Made a new code")),
    "enrolled": Kind(Group.KEYS, _plain("Made their keys with a code")),
    "key confirmed": Kind(Group.KEYS, _plain("Confirmed a key"), of_a_life=False),
    "key closed": Kind(Group.KEYS, _closed, of_a_life=False),
    "passphrase chosen": Kind(Group.KEYS, _plain("Chose a passphrase"), of_a_life=False),
    "recovered": Kind(Group.KEYS, _plain("Opened the register with the recovery sheet"), of_a_life=False),
}

_OFFICES: dict[str, Kind] = {
    "office given": Kind(Group.OFFICES, _given),
    "office ended": Kind(Group.OFFICES, _ended),
    "offices filled": Kind(Group.OFFICES, _plain("Filled the offices")),
    "office keys made": Kind(Group.OFFICES, _office_key("Made the key of an office"), of_a_life=False),
    "office handed over": Kind(Group.OFFICES, _office_key("Handed over the key of an office"), of_a_life=False),
    "office taken over": Kind(Group.OFFICES, _office_key("Took over the key of an office"), of_a_life=False),
    "office key renewed": Kind(Group.OFFICES, _office_key("Renewed the key of an office"), of_a_life=False),
}

_SCHOOL: dict[str, Kind] = {
    "declared": Kind(Group.SIGNING, _declared),
    "paper declaration entered": Kind(Group.SIGNING, _entered("Entered a declaration on paper")),
    "paper declaration confirmed": Kind(Group.SIGNING, _entered("Confirmed a declaration on paper")),
    "paper declaration taken back": Kind(Group.SIGNING, _entered("Took back a declaration on paper")),
    "paper envelope dealt with": Kind(Group.SIGNING, _plain("Dealt with the envelope of a paper"), NOT_SHOWN),
    "reminded": Kind(Group.PEOPLE, _reminded),
    "holidays added": Kind(Group.ROUNDS, _holiday("Added holidays")),
    "holiday changed": Kind(Group.ROUNDS, _holiday("Changed a holiday")),
    "holiday taken away": Kind(Group.ROUNDS, _holiday("Took a holiday away")),
    "declarations proved before governors": Kind(Group.EXPORTS, _about("Proved three declarations of {}")),
    "opened somebody's answers": Kind(Group.OPENINGS, _opened),
    "round opened": Kind(Group.ROUNDS, _round_opened),
    "policy adopted": Kind(Group.ROUNDS, _plain("Took a policy pack into force")),
    "due date moved": Kind(Group.ROUNDS, _moved),
    "added to the round": Kind(Group.ROUNDS, _about("Added to the check of {}")),
    "pack adopted": Kind(Group.ROUNDS, _plain("Took a new policy pack into force")),
    "policy attached": Kind(Group.ROUNDS, _attached),
    "declaration sealed": Kind(Group.EXPORTS, _about("Sealed {}"), of_a_life=False),
    "exported": Kind(Group.EXPORTS, _about("Exported the declarations of {}")),
    "school opened": Kind(Group.SCHOOL, _plain("Opened the school’s register")),
    "recovery sheet checked": Kind(Group.SCHOOL, _plain("Checked the recovery sheet")),
    "back-up place chosen": Kind(Group.SCHOOL, _plain("Chose a second place for back-ups")),
    "contacts written": Kind(Group.SCHOOL, _plain("Wrote down who is found where")),
}

KINDS: Final[dict[str, Kind]] = {**_EXCEPTIONS, **_PEOPLE, **_KEYS, **_OFFICES, **_SCHOOL}
"""Every kind of entry but the confidential one."""

TELLING: Final[tuple[type[Row], ...]] = (
    *(Away, Holding, KeyClosed, Left, OfficeKey, Opened),
    *(Declared, InRound, PackAdopted, Request, Round),
    *(PaperDecision, PaperDeclaration, Reminded, Holiday),
)
"""The classes of row that the words are made from."""


def kinds_of(group: Group | None) -> frozenset[str]:
    """Return the kinds of a group, or of all."""
    return frozenset(kind for kind, told in KINDS.items() if group is None or told.group is group)


NAMELESS: Final = frozenset(kind for kind, told in KINDS.items() if told.by)
"""The kinds whose author is not told, and so is not sought either."""

OF_A_LIFE: Final = frozenset(kind for kind, told in KINDS.items() if told.of_a_life)
"""The kinds that stand on a person's timeline."""
