"""People pasted as lines at set-up: number, name, e-mail, role, parted by tabs, semicolons or commas."""

from __future__ import annotations

import csv

from candour.errors import Refused
from candour.services.people import NewPerson

_LEAST, _MOST = 2, 4
SHOWN_FAULTS = 5
"""How many bad lines one refusal names."""


def pasted_people(text: str) -> tuple[NewPerson, ...]:
    """Return the people of the lines; raises Refused naming each bad line, or when there is none."""
    people, faults = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        cells = _cells(line)
        if not _LEAST <= len(cells) <= _MOST or not all(cells[:2]):
            faults.append(f"Line {number}: write staff number, name, e-mail and role, with a comma or tab between.")
        else:
            staff_number, name, email, role = [*cells, "", ""][:4]
            people.append(NewPerson(staff_number, name, email, role, ""))
    if faults:
        raise Refused("\n".join(faults[:SHOWN_FAULTS]))
    if not people:
        raise Refused("Paste at least one line, or go on.")
    return tuple(people)


def _cells(line: str) -> list[str]:
    delimiter = next((mark for mark in "\t;" if mark in line), ",")
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    except csv.Error:
        return []
    cells = [cell.strip() for cell in cells]
    while cells and not cells[-1]:
        cells.pop()
    return cells
