"""What declarations on paper stand on: the running round, its form, and who is in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.paper_declaration import Form, PaperState, form_of
from candour.domain.wording import fill
from candour.register import papers as paper_rows
from candour.register import people as people_rows
from candour.register import register_lists
from candour.register import rounds as round_rows
from candour.services.known import pack_from, pack_of
from candour.services.paper_results import PaperPerson, PaperPoint

if TYPE_CHECKING:
    from candour.domain.people import Person
    from candour.domain.policy import Checklist, Pack
    from candour.domain.round import Round
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.session import Session

NO_ROUND = "No check is open: open this year’s check first."
OWN = "This is your own declaration: sign it in Candour, or let somebody else enter and confirm it."


@dataclass(frozen=True)
class PaperRound:
    """The running round, its pack, the checklist that everybody answers, and the boxes of its form."""

    round: Round
    pack: Pack
    checklist: Checklist
    form: Form


def paper_round(at: Connection, session: Session) -> PaperRound | None:
    """Return what papers are entered into now, None before the first round."""
    found = round_rows.current_round(at, session.today())
    if found is None:
        return None
    pack = pack_from(pack_of(at, found.pack).text)
    checklist = pack.asked_of(posts=False)[0]
    return PaperRound(found, pack, checklist, form_of(checklist))


def points_of(at: Connection, check: MyCheck, ground: PaperRound) -> tuple[PaperPoint, ...]:
    """Return every point of the form in words."""
    names = check.words(at, ground.pack, ground.round)
    return tuple(
        PaperPoint(box, ground.pack.point(line.point).place, fill(line.statement, names))
        for line, box in zip(ground.checklist.lines, ground.form.lines, strict=True)
    )


def shared_boxes(ground: PaperRound) -> tuple[tuple[str, ...], ...]:
    """Return the points that share each box "Except", each point once."""
    numbers = {line.id: line.point for line in ground.checklist.lines}
    return tuple(tuple(dict.fromkeys(numbers[line] for line in group)) for group in ground.form.excepts)


def people_of(at: Connection, ground: PaperRound, looking: str) -> tuple[PaperPerson, ...]:
    """Return everybody of the round who is here, by name, and why who is looking enters no paper of some."""
    here = {each.person: each for each in people_rows.current(at) if each.here}
    signed = register_lists.in_force(at, ground.round.round, ground.checklist.id)
    waiting = {each.person for each in paper_rows.of_round(at, ground.round.round) if _waits(each.state)}
    found = []
    for member in round_rows.members(at, ground.round.round):
        person, counts = here.get(member.person), signed.get(member.person)
        if person is None:
            continue
        why = ""
        if counts is not None and not counts.on_paper:
            why = signed_here(person)
        elif person.person in waiting:
            why = waits_already(person)
        elif person.person == looking:
            why = OWN
        found.append(PaperPerson(person.person, person.number, person.name, why, counts is not None))
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.number)))


def signed_here(person: Person) -> str:
    """Return the sentence for a paper of somebody who signed in the app: nothing else is needed."""
    return f"{person.name} has signed in Candour already. That counts, so this paper is not needed."


def waits_already(person: Person) -> str:
    """Return the sentence for a second paper while the first waits to be compared."""
    return f"A paper of {person.name} waits to be compared. If this one is right, take that one back first."


def _waits(state: str) -> bool:
    return state == PaperState.ENTERED
