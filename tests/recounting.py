"""A school recounted from its journal, entry by entry: by plain rules of this file, with no query of the app."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.schools import School

_SIGNED = ("declared", "declared_line", "paper_declaration")
_READ = ("person", "in_round", "draft", *_SIGNED, "request", "away", "round")
Row = dict[str, Any]


@dataclass
class Recount:
    """What stands after the last entry: the newest row of each thing, found by going through them in order."""

    today: date
    people: dict[str, Row] = field(default_factory=dict)
    rounds: dict[str, Row] = field(default_factory=dict)
    due: dict[tuple[str, str], date] = field(default_factory=dict)
    begun: set[tuple[str, str]] = field(default_factory=set)
    first: dict[tuple[str, str], date] = field(default_factory=dict)
    last: dict[tuple[str, str], Row] = field(default_factory=dict)
    papers: dict[str, Row] = field(default_factory=dict)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    away: dict[str, date] = field(default_factory=dict)
    requests: dict[str, Row] = field(default_factory=dict)

    def take(self, table: str, row: Row) -> None:
        """Go on by one row."""
        if table == "person":
            self.people[row["person"]] = row
        elif table == "round":
            self.rounds[row["round"]] = row
        elif table == "in_round":
            self.due[row["round"], row["person"]] = _day(row["due"])
        elif table == "draft" and row["checklist"] == "personal":
            self.begun.add((row["round"], row["person"]))
        elif table in _SIGNED:
            self._take_signed(table, row)
        elif table == "request":
            self.requests[row["reference"]] = row
        elif table == "away":
            self.away.pop(row["person"], None)
            if row["until"]:
                self.away[row["person"]] = _day(row["until"])

    def _take_signed(self, table: str, row: Row) -> None:
        if table == "declared_line":
            self.outcomes.setdefault(row["reference"], []).append(row["outcome"])
        elif row["checklist"] == "personal" and table == "declared":
            self.first.setdefault((row["round"], row["person"]), _day(row["signed_on"]))
            self.last[row["round"], row["person"]] = row
        elif row["checklist"] == "personal":
            self.papers.pop(row["paper"], None)  # what is newest comes last
            self.papers[row["paper"]] = row

    def take_papers(self) -> None:
        """Let the newest confirmed paper count for whoever signed nothing in the app."""
        confirmed = [row for row in self.papers.values() if row["state"] == "confirmed"]
        newest = {(row["round"], row["person"]): row for row in confirmed}
        for whose, row in newest.items():
            if whose not in self.last:
                self.first[whose], self.last[whose] = _day(row["signed_on"]), row

    @property
    def round(self) -> str:
        """Return the name of the newest round that has opened."""
        opened = [row for row in self.rounds.values() if _day(row["opens"]) <= self.today]
        return str(max(opened, key=lambda row: row["year"])["round"])

    def here(self) -> list[str]:
        """Return who is in the round and has not left."""
        return [person for name, person in self.due if name == self.round and self.people[person]["here"]]

    def state(self, person: str) -> str:
        if (self.round, person) in self.last:
            return "signed"
        gone = self.away.get(person)
        is_away = gone is not None and gone >= self.today
        if self.due[self.round, person] < self.today and not is_away:
            return "overdue"
        return "in progress" if (self.round, person) in self.begun else "not started"

    def completion(self) -> Counter[str]:
        return Counter(self.state(person) for person in self.here())

    def by(self, which: str) -> dict[str, Counter[str]]:
        """Return the states of each phase, or of each role, of which only what stands before a comma counts."""
        found: dict[str, Counter[str]] = {}
        for person in self.here():
            group = self.people[person][which].split(",")[0]
            found.setdefault(group, Counter())[self.state(person)] += 1
        return found

    def ageing(self) -> list[int]:
        """Return who is due later, and who is late for up to 7, up to 14 and more days."""
        days = [(self.today - self.due[self.round, person]).days for person in self.here() if self._waits(person)]
        late = [day for day in days if day > 0]
        week, two = sum(day < 8 for day in late), sum(day < 15 for day in late)
        return [len(days) - len(late), week, two - week, len(late) - two]

    def _waits(self, person: str) -> bool:
        gone = self.away.get(person)
        return (self.round, person) not in self.last and not (gone is not None and gone >= self.today)

    def open(self) -> int:
        return sum(self.last[self.round, each]["open_lines"] > 0 for each in self._signed())

    def late_to_dos(self) -> int:
        days = [self.last[self.round, each]["next_date"] for each in self._signed()]
        return sum(day is not None and _day(day) < self.today for day in days)

    def with_exceptions(self) -> int:
        references = [self.last[self.round, each]["reference"] for each in self._signed()]
        return sum(any("E-" in words for words in self.outcomes.get(each, [])) for each in references)

    def on_paper(self) -> int:
        return sum("paper" in self.last[self.round, each] for each in self._signed())

    def is_away(self) -> int:
        return sum(each in self.away and self.away[each] >= self.today for each in self.here())

    def _signed(self) -> list[str]:
        return [person for person in self.here() if self.state(person) == "signed"]

    def undecided(self, *states: str) -> list[Row]:
        return [row for row in self.requests.values() if row["state"] in states]

    def ending(self) -> list[Row]:
        approved = self.undecided("Approved", "Approved with conditions")
        days = [(row, (_day(row["until"]) - self.today).days) for row in approved if row["until"]]
        return [row for row, left in days if 0 <= left <= 60]


def _day(words: str) -> date:
    return date.fromisoformat(words)


def recounted(school: School) -> Recount:
    """Go through the journal of a school from its first entry to its last."""
    found = Recount(school.clock().date())
    register = school.register()
    with register.read() as at:
        entries = at.exec_driver_sql("SELECT uuid FROM entries ORDER BY position").scalars().all()
        rows: dict[str, list[tuple[str, Row]]] = {}
        for table in _READ:
            for found_row in at.exec_driver_sql(f'SELECT * FROM "{table}" ORDER BY row_id').mappings():
                rows.setdefault(found_row["entry"], []).append((table, dict(found_row)))
    register.close()
    for entry in entries:
        for table, row in rows.pop(entry, []):
            found.take(table, row)
    assert rows == {}, "rows of no entry"
    found.take_papers()
    return found
