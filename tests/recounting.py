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
    school_first: dict[tuple[str, str], date] = field(default_factory=dict)
    school_last: dict[tuple[str, str], Row] = field(default_factory=dict)
    posting: dict[str, set[str]] = field(default_factory=dict)
    partly: dict[tuple[str, str], Row] = field(default_factory=dict)
    declared: list[Row] = field(default_factory=list)
    outcomes: dict[str, list[str]] = field(default_factory=dict)
    away: dict[str, date] = field(default_factory=dict)
    requests: dict[str, Row] = field(default_factory=dict)

    def take(self, table: str, row: Row) -> None:
        """Go on by one row."""
        if table == "person":
            self.people[row["person"]] = row
        elif table == "round":
            self._take_posting(row["round"])
            self.rounds[row["round"]] = row
        elif table == "in_round":
            self.due[row["round"], row["person"]] = _day(row["due"])
        elif table == "draft":
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
        elif table == "declared":
            self.declared.append(row)
            school = row["checklist"] != "personal"
            first, last = (self.school_first, self.school_last) if school else (self.first, self.last)
            first.setdefault((row["round"], row["person"]), _day(row["signed_on"]))
            last[row["round"], row["person"]] = row
        else:
            self.papers.pop(row["paper"], None)  # what is newest comes last
            self.papers[row["paper"]] = row

    def take_papers(self) -> None:
        """Let the newest confirmed paper count for whoever signed nothing in the app."""
        confirmed = [row for row in self.papers.values() if row["state"] == "confirmed"]
        newest = {(row["round"], row["person"]): row for row in confirmed}
        for whose, row in newest.items():
            if whose not in self.last:
                self.declared.append(row)
                self.first[whose], self.last[whose] = _day(row["signed_on"]), row

    def _take_posting(self, new: str) -> None:
        """Keep who posted for the school in the round before a new one."""
        if new not in self.rounds and self.rounds:
            before = list(self.rounds)[-1]
            self.posting[before] = {each for each, row in self.people.items() if row["posts_for_school"]}

    def take_school(self) -> None:
        """Let who is asked School accounts too have signed only once both are signed."""
        newest = list(self.rounds)[-1]
        self.posting[newest] = {each for each, row in self.people.items() if row["posts_for_school"]}
        for whose in list(self.due):
            name, person = whose
            beside = self.school_last.get(whose)
            if beside is None and person not in self.posting[name]:
                continue
            own = self.last.pop(whose, None)
            day = self.first.pop(whose, None)
            signed = [row for row in (own, beside) if row is not None]
            if signed:
                days = [row["next_date"] for row in signed if row["next_date"]]
                together = {
                    "open_lines": sum(row["open_lines"] for row in signed),
                    "next_date": min(days, default=None),
                }
                self.partly[whose] = {**signed[0], **together, "references": [row["reference"] for row in signed]}
                self.begun.add(whose)
            if own is not None and beside is not None and day is not None:
                self.last[whose] = self.partly.pop(whose)
                self.first[whose] = max(day, self.school_first[whose])

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
        rows = [row for each in self.here() if (row := self._counts(each)) is not None]
        days = [row["next_date"] for row in rows]
        return sum(day is not None and _day(day) < self.today for day in days)

    def with_exceptions(self) -> int:
        rows = [row for each in self.here() if (row := self._counts(each)) is not None]
        named = [row.get("references", [row["reference"]]) for row in rows]
        return sum(any("E-" in words for each in own for words in self.outcomes.get(each, [])) for own in named)

    def _counts(self, person: str) -> Row | None:
        """Return what somebody has signed of the round, if only a part of it."""
        return self.last.get((self.round, person)) or self.partly.get((self.round, person))

    def in_force(self) -> list[str]:
        """Return whose declarations count in the round, a person as often as they have signed something of it."""
        return [person for person, _ in {(row["person"], row["checklist"]) for row in self._of_round()}]

    def _of_round(self) -> list[Row]:
        return [row for row in self.declared if row["round"] == self.round]

    def asked_school(self) -> int:
        return sum(
            each in self.posting[self.round] or (self.round, each) in self.school_last for each in self.here()
        )

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
    found.take_school()
    return found
