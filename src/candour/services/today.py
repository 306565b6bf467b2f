"""Today: what waits for whoever decides, in the order in which it presses (screens H1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.people import Office
from candour.domain.round import SIGNED
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.asked import states_in
from candour.services.deciding_results import LateToDo, Today
from candour.services.decisions import Decisions
from candour.services.known import held_by, pack_of_round, person_of
from candour.services.paper_envelopes import PaperEnvelopes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from candour.domain.paper_declaration import PaperLine
    from candour.domain.policy import Checklist
    from candour.domain.round import DeclaredLine, Round
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session
    from candour.services.speaking import Speaking


class TodayReading:
    """Reads what waits, for a confirmed holder of an office that decides."""

    def __init__(self, session: Session, smith: Keysmith, speaking: Speaking) -> None:
        self._session = session
        self._smith = smith
        self._speaking = speaking

    def today(self) -> Today:
        """Return requests, late to-dos about pupils, and how many have signed.

        The last two are the Headteacher's alone; of the Headteacher's own the chair knows. They are read from rows
        that HR may see, so nobody's answers are opened for them. Raises Refused for who decides nothing.
        """
        session = self._session
        requests = Decisions(session, self._smith).waiting()
        head = session.holds(Office.HEADTEACHER)
        with session.register.read() as at:
            running = round_rows.current_round(at, session.today())
            late = () if running is None else self._late(at, running)
            signed, of = self._signed(at, running) if head and running is not None else (None, None)
        return Today(
            session.who().name,
            requests,
            late,
            signed,
            of,
            speak_today=len(self._speaking.wants_to_speak()),
            rather_talk=len(self._speaking.rather_talk()),
            brought=len(self._speaking.brought()),
            envelopes=PaperEnvelopes(session).waiting(),
        )

    def _late(self, at: Connection, running: Round) -> tuple[LateToDo, ...]:
        session, found = self._session, list[LateToDo]()
        pack = pack_of_round(at, running)
        about = {
            (checklist.id, line.id): _about(checklist, line.id)
            for checklist in pack.checklists
            for line in checklist.lines
            if line.pupils
        }
        for person, checklist, lines in _in_force(at, running):
            if not self._may_know(at, person):
                continue
            for line in lines:
                words = about.get((checklist, line.line))
                if words is not None and line.until is not None and line.until < session.today():
                    found.append(LateToDo(person_of(at, person).name, words, line.until))
        return tuple(sorted(found, key=lambda each: (each.until, each.name)))

    def _may_know(self, at: Connection, person: str) -> bool:
        """Whether somebody's to-dos are theirs to know: the Headteacher's are the chair's."""
        offices = held_by(at, person, self._session.today())
        office = Office.CHAIR if Office.HEADTEACHER in offices else Office.HEADTEACHER
        return person != self._session.person and self._session.holds(office) and person_of(at, person).here

    def _signed(self, at: Connection, running: Round) -> tuple[int, int]:
        here = {each.person for each in people_rows.current(at) if each.here}
        found = [state for person, state in states_in(at, running).items() if person in here]
        return sum(state in SIGNED for state in found), len(found)


def _in_force(at: Connection, running: Round) -> Iterator[tuple[str, str, Sequence[DeclaredLine | PaperLine]]]:
    """Yield person, checklist and lines of all that counts in a round, signed in the app or on paper."""
    in_force = {(d.person, d.checklist): d for d in declaration_rows.of_round(at, running.round)}
    for (person, checklist), declared in in_force.items():
        yield person, checklist, declaration_rows.lines(at, declared.reference)
    for paper in paper_rows.in_force(at, running.round):
        yield paper.person, paper.checklist, paper_rows.lines(at, paper.paper)


def _about(checklist: Checklist, line: str) -> str:
    words = next((q.about for q in checklist.questions if q.line == line), line)
    return words if checklist.everyones else f"{words} ({checklist.title})"
