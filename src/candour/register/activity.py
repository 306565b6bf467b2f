"""What HR may read of the journal: entries by their kind, whom they concern and when, a page at a time.

Every query says `_SHOWN`, so that the indexes of shown entries answer it: what is confidential is neither read
nor counted. Pages begin after an entry, never at a number of them, so that what is added meanwhile moves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from sqlalchemy import func, literal_column, select, union, union_all

from candour.domain.exceptions import PaperDecision, RequestDraft, RequestWords
from candour.domain.journal import CONFIDENTIAL
from candour.domain.people import Enrolment, Person
from candour.domain.round import Declared, Draft, Note, Request
from candour.domain.speaking import Brought, Wish
from candour.register.held import ABOUT_SOMEBODY
from candour.register.rows import newest
from candour.register.tables import ENTRIES, TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection

    from candour.domain.journal import Row

_ENTRY = ENTRIES.c

_SHOWN = _ENTRY.kind != literal_column(f"'{CONFIDENTIAL}'")
"""The condition of the indexes of shown entries: a literal, since a database compares no bound value with it."""

NAMING: tuple[type[Row], ...] = tuple(
    each for each in ABOUT_SOMEBODY if each not in {Brought, Draft, Note, RequestDraft, RequestWords, Wish}
)
"""The classes whose rows name whom an entry is about: not those of confidential entries, nor those that name who
asked a question about a request, whom HR does not learn."""

_OWNED: tuple[type[Row], ...] = (Declared, Request)


@dataclass(frozen=True)
class Wanted:
    """Which entries are wanted: of these kinds, received from–to (UTC, ISO 8601, the end not included).

    `people` (ids) are sought as whom an entry is about, and as its author where its kind is not in `nameless`;
    None is everybody, and `nameless` of all kinds seeks no author.
    """

    kinds: frozenset[str]
    people: tuple[str, ...] | None = None
    nameless: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class ShownEntry:
    """An entry without its place: HR counts no entries."""

    uuid: str
    kind: str
    author: str
    subject: str
    received: str


def page(at: Connection, wanted: Wanted, after: str, limit: int) -> list[ShownEntry]:
    """Return the wanted entries before one (its UUID, "" for the newest), newest first, at most `limit`."""
    places = select(_ENTRY.position).where(*_conditions(wanted)).order_by(_ENTRY.position.desc()).limit(limit)
    if after:
        places = places.where(_ENTRY.position < _place_of(at, after))
    found = at.execute(places).scalars().all()
    columns = (_ENTRY[field.name] for field in fields(ShownEntry))
    whole = select(*columns).where(_ENTRY.position.in_(found)).order_by(_ENTRY.position.desc())
    return [ShownEntry(*row) for row in at.execute(whole)]


def counts(at: Connection, wanted: Wanted) -> dict[str, int]:
    """Return how many entries of each kind are wanted."""
    counted = select(_ENTRY.kind, func.count()).where(*_conditions(wanted)).group_by(_ENTRY.kind)
    return dict(at.execute(counted).all())


def first_rows(
    at: Connection, entries: Sequence[str], classes: Iterable[type[Row]]
) -> dict[str, dict[type[Row], Row]]:
    """Return, for each of some entries (UUIDs), the first row that it added of each class."""
    found: dict[str, dict[type[Row], Row]] = {each: {} for each in entries}
    for row_class in classes:
        table = TABLES[row_class]
        firsts = select(func.min(table.c.row_id)).where(table.c.entry.in_(entries)).group_by(table.c.entry)
        columns = [table.c[field.name] for field in fields(row_class)]
        for entry, *values in at.execute(select(table.c.entry, *columns).where(table.c.row_id.in_(firsts))):
            found[entry][row_class] = row_class(*values)
    return found


def named(at: Connection, entries: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Return how many people the rows of each of some entries are about, and one of them."""
    tables = [TABLES[each] for each in NAMING]
    people = union(*(select(t.c.entry, t.c.person).where(t.c.entry.in_(entries)) for t in tables)).subquery()
    counted = select(people.c.entry, func.count(), func.min(people.c.person)).group_by(people.c.entry)
    return {entry: (count, person) for entry, count, person in at.execute(counted)}


def owners(at: Connection, references: Iterable[str]) -> dict[str, str]:
    """Return whose a declaration, a request or a decision on paper is, by what an entry is about."""
    wanted, paper = list(references), TABLES[PaperDecision].c
    found: dict[str, str] = {}
    for row_class in _OWNED:
        of = TABLES[row_class].c
        found.update(at.execute(select(of.reference, of.person).where(of.reference.in_(wanted))).all())
    asked = TABLES[Request].c
    slips = select(paper.paper, asked.person).join(TABLES[Request], asked.reference == paper.reference)
    found.update(at.execute(slips.where(paper.paper.in_(wanted))).all())
    return found


def signers(at: Connection, keys: Iterable[str]) -> dict[str, str]:
    """Return whose each of some signing keys is."""
    enrolled = TABLES[Enrolment].c
    found = select(enrolled.key, enrolled.person).where(enrolled.key.in_(list(keys)))
    return dict(at.execute(found).all())


def names(at: Connection, people: Iterable[str] | None = None) -> dict[str, str]:
    """Return the present names of some people by their ids, or of everybody who was ever on the list."""
    person = TABLES[Person].c
    found = select(person.person, person.name).where(newest(Person, "person"))
    if people is not None:
        found = found.where(person.person.in_(list(people)))
    return dict(at.execute(found).all())


def _place_of(at: Connection, entry: str) -> int:
    """Return the present place of an entry: on a server it moves once, when it is linked."""
    place: int = at.execute(select(_ENTRY.position).where(_ENTRY.uuid == entry)).scalar_one()
    return place


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    found = [_SHOWN, _ENTRY.kind.in_(sorted(wanted.kinds))]
    if wanted.since:
        found.append(_ENTRY.received >= wanted.since)
    if wanted.until:
        found.append(_ENTRY.received < wanted.until)
    if wanted.people is not None:
        found.append(_concerns(wanted.people, wanted.kinds - wanted.nameless))
    return found


def _concerns(people: Sequence[str], named: frozenset[str]) -> ColumnElement[bool]:
    """Return that an entry is about people, by its subject, what they own or a row that it added; or by them.

    `named` are the kinds whose author is sought. Who has done much, such as a keeper who seals, is found by going
    through the index of shown entries; looking each of theirs up would take longer, and the sum keeps it from that.
    """
    tables = [TABLES[each] for each in NAMING]
    entries = union_all(*(select(t.c.entry).where(t.c.person.in_(people)) for t in tables))
    owned = [select(TABLES[each].c.reference).where(TABLES[each].c.person.in_(people)) for each in _OWNED]
    slips = select(TABLES[PaperDecision].c.paper).where(TABLES[PaperDecision].c.reference.in_(owned[1]))
    about = (
        select(_ENTRY.position).where(_ENTRY.uuid.in_(entries)),
        select(_ENTRY.position).where(_ENTRY.subject.in_(union_all(*owned, slips))),
        select(_ENTRY.position).where(_ENTRY.subject.in_(people)),
    )
    if not named:
        return _ENTRY.position.in_(union_all(*about))
    keys = select(TABLES[Enrolment].c.key).where(TABLES[Enrolment].c.person.in_(people))
    by_them = select(_ENTRY.position).where(_SHOWN, _ENTRY.author.in_(keys), _ENTRY.kind.in_(sorted(named)))
    return (_ENTRY.position + 0).in_(union_all(*about, by_them))
