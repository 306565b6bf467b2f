"""The words of a reminder: what is proposed, and how its places are filled, for one person or for all at once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from candour.domain.dates import uk_date

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_NAME, DAY, HEADTEACHER, TENSE = "{first name}", "{date}", "{Headteacher}", "{is due}"
"""What stands in the text for what differs from person to person."""

_PROPOSED = (
    "Hi {first name}, your social media check {tense} on {date}. It takes about 10 minutes plus the time to look "
    "through your apps, and you can stop and come back. If anything is stopping you, tell me or have a word with "
    "{Headteacher}."
)
SUBJECT = "Your social media check"
LONGEST = 1200
"""Characters of a text: a slip must keep it on a page."""

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "revd", "rev", "sir", "dame"})
_ADDRESS = re.compile(r"[^\s@<>,;:\"'()\[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+", re.IGNORECASE | re.ASCII)
_PLACE = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True)
class Addressee:
    """Whom a reminder goes to, as far as its words need it; `head` is whom they may have a word with."""

    name: str
    email: str
    due: date
    head: str


def proposed(people: Sequence[Addressee], today: date) -> str:
    """Return the text that is proposed: the day is to come or is past, or either, as it is for these people."""
    past = {each.due < today for each in people}
    tense = TENSE if len(past) > 1 else _tense(past=past == {True})
    return _PROPOSED.replace("{tense}", tense)


def filled(text: str, one: Addressee, today: date) -> str:
    """Return the text as one person reads it."""
    return _fill(text, first_name(one.name), uk_date(one.due, weekday=True), one.head, _tense(past=one.due < today))


def filled_for_all(text: str, people: Sequence[Addressee], today: date) -> str:
    """Return the text as it stands where all read the same one: nobody is named, and no day that is not theirs."""
    days = {each.due for each in people}
    past = {day < today for day in days}
    tense = "is or was due" if len(past) > 1 else _tense(past=past == {True})
    day = uk_date(days.pop(), weekday=True) if len(days) == 1 else "the day that your check shows"
    heads = Counter(each.head for each in people).most_common(1)
    return _fill(text, "all", day, heads[0][0] if heads else "", tense)


def strange_places(text: str) -> tuple[str, ...]:
    """Return what stands in curly brackets and is no place that is filled."""
    known = (FIRST_NAME, DAY, HEADTEACHER, TENSE)
    return tuple(dict.fromkeys(place for place in _PLACE.findall(text) if place not in known))


def first_name(name: str) -> str:
    """Return how to greet somebody: the first word of their name, all of it where that is a title."""
    words = name.split()
    if not words or words[0].rstrip(".").casefold() in _TITLES:
        return name
    return words[0]


def mailable(email: str) -> bool:
    """Return whether a mail can be addressed to this: one plain address."""
    return email.isascii() and _ADDRESS.fullmatch(email) is not None


def _fill(text: str, first: str, day: str, head: str, tense: str) -> str:
    put = {FIRST_NAME: first, DAY: day, HEADTEACHER: head, TENSE: tense}
    return _PLACE.sub(lambda place: put.get(place.group(), place.group()), text)


def _tense(*, past: bool) -> str:
    return "was due" if past else "is due"
