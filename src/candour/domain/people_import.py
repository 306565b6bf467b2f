"""What a school's own staff file would change: who is added, changed, comes back or leaves, and what is wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.domain.people import Person
from candour.domain.people_columns import Field, Matched
from candour.domain.people_file import letter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from candour.domain.people_file import PeopleFile, Record

_YES = {"yes", "y", "true", "1", "x"}
_LONGEST = 200


@dataclass(frozen=True)
class Fault:
    """What is wrong in one row: its number, the line on which it begins, the column's letter and heading."""

    row: int
    line: int
    column: str
    heading: str
    problem: str

    @property
    def sentence(self) -> str:
        """Return the fault in words: "Row 14: role is missing"."""
        return f"Row {self.row}: {self.problem}"

    @property
    def where(self) -> str:
        """Return where it stands: "line 14, column F (Job title)"."""
        return f"line {self.line}, column {self.column} ({self.heading})"


@dataclass(frozen=True)
class Change:
    """Somebody whose row would change: as they stand, as they would stand, and which of their details differ."""

    before: Person
    after: Person
    what: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """What an import would do; nothing is written while there is any fault.

    `back` are people who had left, `leaves` those who are not in a complete file, `stays` those of them who hold an
    office and so cannot just go, with that office.
    """

    added: tuple[Person, ...]
    changed: tuple[Change, ...]
    back: tuple[Change, ...]
    same: int
    leaves: tuple[Person, ...]
    stays: tuple[tuple[Person, str], ...]
    faults: tuple[Fault, ...]

    @property
    def does_nothing(self) -> bool:
        """Whether carrying it out would change nobody."""
        return not (self.added or self.changed or self.back or self.leaves)


@dataclass(frozen=True)
class Ground:
    """What an import is held against: everybody as they stand, and the offices that people hold."""

    people: tuple[Person, ...]
    offices: Mapping[str, str]


def padded(number: str) -> str:
    """Return a staff number as it stands in references: at least four digits, and one form of each letter."""
    return number.rjust(4, "0").upper()


def plan_import(
    file: PeopleFile,
    matched: Matched,
    ground: Ground,
    lacking: Callable[[str], str],
    *,
    complete: bool,
) -> Plan:
    """Return what the file would do to the list; people are known again by their staff number.

    `lacking` says which characters our documents cannot print. New people have an empty `person`: whoever carries
    the plan out gives them an id. Only a `complete` file lets people leave.
    """
    reading = _Reading(file, matched, lacking)
    wanted = [(record, reading.person(record)) for record in file.records]
    faults = [*reading.faults, *_doubled(reading, wanted), *_strangers_mail(reading, wanted, ground.people)]
    known = {padded(each.number): each for each in ground.people}
    met = [(known.get(padded(person.number)), person) for _, person in wanted]
    changes = [_change(reading, before, after) for before, after in met if before is not None]
    gone = _gone(ground.people, {padded(person.number) for _, person in wanted}) if complete else ()
    return Plan(
        added=tuple(person for before, person in met if before is None),
        changed=tuple(each for each in changes if each.before.here and each.what),
        back=tuple(each for each in changes if not each.before.here),
        same=sum(each.before.here and not each.what for each in changes),
        leaves=tuple(each for each in gone if each.person not in ground.offices),
        stays=tuple((each, ground.offices[each.person]) for each in gone if each.person in ground.offices),
        faults=tuple(sorted(faults, key=lambda fault: (fault.row, fault.column))),
    )


class _Reading:
    """Takes people out of rows by the matched columns; what is wrong gathers in `faults`."""

    def __init__(self, file: PeopleFile, matched: Matched, lacking: Callable[[str], str]) -> None:
        self.matched = matched
        self.faults: list[Fault] = []
        self._headings = file.headings
        self._lacking = lacking
        self._places = {field: file.headings.index(heading) for field, heading in matched.items()}
        self._name_field = Field.NAME if Field.NAME in matched else Field.SURNAME

    def fault(self, record: Record, field: Field, problem: str) -> Fault:
        place = self._places[field]
        return Fault(record.number, record.line, letter(place + 1), self._headings[place], problem)

    def person(self, record: Record) -> Person:
        """Return the person of one row, and note what is wrong with it."""
        if len(record.cells) > len(self._headings):
            extra = letter(len(self._headings) + 1)
            problem = "there are more cells than headings"
            self.faults.append(Fault(record.number, record.line, extra, "no heading", problem))
        name = self._name(record)
        role = self._needed(record, Field.ROLE)
        number = self._needed(record, Field.NUMBER)
        if number and not (number.isascii() and number.isalnum()):
            self._note(record, Field.NUMBER, f"staff code “{number}” must be letters and digits alone")
        self._check_printable(record, Field.ROLE, role)
        self._check_printable(record, Field.PHASE, self._cell(record, Field.PHASE))
        return Person(
            person="",
            number=number,
            name=name,
            email=self._email(record),
            role=role,
            phase=self._cell(record, Field.PHASE),
            posts_for_school=self._cell(record, Field.POSTS).casefold() in _YES,
            here=True,
        )

    def _cell(self, record: Record, field: Field) -> str:
        place = self._places.get(field)
        return record.cells[place] if place is not None and place < len(record.cells) else ""

    def _needed(self, record: Record, field: Field) -> str:
        cell = self._cell(record, field)
        if not cell:
            self._note(record, field, f"{field} is missing")
        elif len(cell) > _LONGEST:
            self._note(record, field, f"{field} is longer than {_LONGEST} characters")
        return cell

    def _name(self, record: Record) -> str:
        if self._name_field is Field.NAME:
            name = self._needed(record, Field.NAME)
        else:
            parts = (self._needed(record, Field.FORENAME), self._needed(record, Field.SURNAME))
            name = " ".join(part for part in parts if part)
        self._check_printable(record, self._name_field, name)
        return name

    def _email(self, record: Record) -> str:
        email = self._cell(record, Field.EMAIL)
        if email and ("@" not in email or " " in email):
            self._note(record, Field.EMAIL, f"e-mail “{email[:60]}” is not an address")
        return email

    def _check_printable(self, record: Record, field: Field, text: str) -> None:
        missing = "" if text.isascii() and text.isprintable() else self._lacking(text)
        if missing:
            problem = f"“{text[:60]}” has the character {missing[0]}, which our documents cannot print"
            self._note(record, field, problem)

    def _note(self, record: Record, field: Field, problem: str) -> None:
        self.faults.append(self.fault(record, field, problem))


def _doubled(reading: _Reading, wanted: Iterable[tuple[Record, Person]]) -> Iterable[Fault]:
    first: dict[str, int] = {}
    for record, person in wanted:
        if person.number:
            earlier = first.setdefault(padded(person.number), record.number)
            if earlier != record.number:
                problem = f"staff code {person.number} stands in row {earlier} too"
                yield reading.fault(record, Field.NUMBER, problem)


def _strangers_mail(
    reading: _Reading, wanted: Sequence[tuple[Record, Person]], people: Iterable[Person]
) -> Iterable[Fault]:
    # Signing in looks people up by number or e-mail: two people with one address would meet each other's slots.
    in_file = {padded(person.number) for _, person in wanted}
    owners = {
        each.email.casefold(): padded(each.number)
        for each in people
        if each.email and each.here and padded(each.number) not in in_file
    }
    times = Counter(person.email.casefold() for _, person in wanted if person.email)
    for record, person in wanted:
        email = person.email.casefold()
        owner = owners.get(email, padded(person.number))
        if email and owner != padded(person.number):
            yield reading.fault(record, Field.EMAIL, f"e-mail {person.email} is the one of staff code {owner}")
        elif times[email] > 1:
            yield reading.fault(record, Field.EMAIL, f"e-mail {person.email} stands in more than one row")


def _change(reading: _Reading, before: Person, wanted: Person) -> Change:
    matched = reading.matched
    after = replace(
        before,
        name=wanted.name,
        role=wanted.role,
        here=True,
        email=wanted.email if Field.EMAIL in matched else before.email,
        phase=wanted.phase if Field.PHASE in matched else before.phase,
        posts_for_school=wanted.posts_for_school if Field.POSTS in matched else before.posts_for_school,
    )
    details = ("name", "role", "email", "phase", "posts_for_school")
    return Change(before, after, tuple(d for d in details if getattr(before, d) != getattr(after, d)))


def _gone(people: Iterable[Person], in_file: set[str]) -> tuple[Person, ...]:
    return tuple(each for each in people if each.here and padded(each.number) not in in_file)
