"""Declarations on paper: HR enters one for somebody with its scan, and a second person confirms it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.journal import Act, StoredFile
from candour.domain.paper_declaration import (
    ENVELOPE,
    NewPaper,
    PaperDeclaration,
    PaperState,
    check_paper,
    mark_of,
    open_in_paper,
    paper_lines,
    paper_reference,
)
from candour.domain.people import CONFIRMED_OFFICES, Office
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import papers as paper_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.known import name_of_holder, person_of
from candour.services.paper_ground import (
    NO_ROUND,
    OWN,
    PaperRound,
    paper_round,
    people_of,
    points_of,
    shared_boxes,
    signed_here,
    waits_already,
)
from candour.services.paper_results import PaperGround, PaperView
from candour.services.second_person import why_no_second_person
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.domain.people import Person
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.my_check import MyCheck
    from candour.services.paper_results import PaperPoint
    from candour.services.session import Session


class PaperDeclarations:
    """Papers of the running round, for HR who enters them and for the offices that confirm.

    Nothing counts before a second person has compared the scan. Nobody signs as somebody else: what is kept says
    who entered it, who confirmed it, and that it came from paper.
    """

    def __init__(self, session: Session, check: MyCheck) -> None:
        self._session = session
        self._check = check

    def ground(self) -> PaperGround | None:
        """Return the papers of the running round, newest change first, and its form; None before any round."""
        session = self._session
        session.require(Office.HR, *CONFIRMED_OFFICES)
        with session.register.read() as at:
            ground = paper_round(at, session)
            if ground is None:
                return None
            points = points_of(at, self._check, ground)
            found = paper_rows.of_round(at, ground.round.round)
            counting = {each.paper for each in paper_rows.in_force(at, ground.round.round)}
            return PaperGround(
                round=ground.round.round,
                opens=ground.round.opens,
                today=session.today(),
                points=points,
                excepts=shared_boxes(ground),
                people=people_of(at, ground, session.person),
                papers=tuple(self._view(at, each, points, counting) for each in reversed(found)),
                headteacher=name_of_holder(at, Office.HEADTEACHER, session.today()) or "the Headteacher",
                may_enter=session.holds(Office.HR),
            )

    def enter(self, new: NewPaper) -> str:
        """Enter a paper for somebody, and return its id.

        Raises Refused for one's own, for somebody who signed in the app, and for what cannot stand on the form.
        """
        session = self._session
        session.require(Office.HR)
        scan, paper = StoredFile(new.scan), new_id()

        def act(writer: Writer) -> Act:
            at = writer.at
            ground, person = self._wanted(at, new)
            check_paper(new, ground.form, ground.round.opens, session.today())
            lines = paper_lines(new, ground.form, paper)
            open_lines, next_date = open_in_paper(lines)
            so_far = paper_rows.entered_so_far(at, person.person, ground.round.round)
            entered = PaperDeclaration(
                paper=paper,
                reference=paper_reference(ground.round.year, person.number, so_far),
                person=person.person,
                round=ground.round.round,
                checklist=ground.checklist.id,
                signed_on=new.signed_on,
                scan=scan.digest,
                entered_by=session.person,
                confirmed_by="",
                state=PaperState.ENTERED.value,
                open_lines=open_lines,
                next_date=next_date,
            )
            return Act("paper declaration entered", person.person, (entered, *lines), (), (scan,))

        session.record(act)
        return paper

    def scan(self, paper: str) -> bytes:
        """Return the scan of a paper, to compare it."""
        self._session.require(Office.HR, *CONFIRMED_OFFICES)
        with self._session.register.read() as at:
            return declaration_rows.file(at, _paper(at, paper).scan)

    def confirm(self, paper: str) -> None:
        """Confirm that a paper was entered as its scan says: with this entry it counts.

        Raises Refused for whoever entered it, for whose it is, and where they have signed in the app meanwhile.
        """
        session = self._session

        def act(writer: Writer) -> Act:
            row = _paper(writer.at, paper)
            if row.state != PaperState.ENTERED:
                raise Refused("This paper is confirmed already.")
            why_not = self._why_not(writer.at, row)
            if why_not:
                raise Refused(why_not)
            _refuse_signed(writer.at, row.person, row.round, row.checklist)
            confirmed = replace(row, state=PaperState.CONFIRMED.value, confirmed_by=session.person)
            return Act("paper declaration confirmed", row.person, (confirmed,))

        session.record(act)

    def take_back(self, paper: str) -> None:
        """Take a paper back that was entered by mistake, confirmed or not: it counts no more."""
        session = self._session
        session.require(Office.HR, *CONFIRMED_OFFICES)

        def act(writer: Writer) -> Act:
            row = _paper(writer.at, paper)
            if row.person == session.person:
                raise Refused(OWN)
            back = replace(row, state=PaperState.TAKEN_BACK.value)
            return Act("paper declaration taken back", row.person, (back,))

        session.record(act)

    def _wanted(self, at: Connection, new: NewPaper) -> tuple[PaperRound, Person]:
        session = self._session
        ground = paper_round(at, session)
        if ground is None:
            raise Refused(NO_ROUND)
        person = people_rows.person(at, new.person)
        if person is None or round_rows.in_round(at, ground.round.round, new.person) is None:
            raise Refused("They are not in this check: give them a day to sign by in their file, then enter it.")
        if person.person == session.person:
            raise Refused(OWN)
        _refuse_signed(at, person.person, ground.round.round, ground.checklist.id)
        papers = [each for each in paper_rows.of_round(at, ground.round.round) if each.person == person.person]
        if any(each.state == PaperState.ENTERED for each in papers):
            raise Refused(waits_already(person))
        counts = paper_rows.latest(at, person.person, ground.round.round, ground.checklist.id)
        if counts is not None and new.signed_on < counts.signed_on:
            day = uk_date(counts.signed_on)
            raise Refused(f"A paper of {day} counts already, which is newer: this one is not needed.")
        return ground, person

    def _why_not(self, at: Connection, row: PaperDeclaration) -> str:
        return why_no_second_person(at, self._session, row.entered_by, row.person, OWN)

    def _view(
        self, at: Connection, row: PaperDeclaration, points: tuple[PaperPoint, ...], counting: set[str]
    ) -> PaperView:
        person = person_of(at, row.person)
        waits = row.state == PaperState.ENTERED
        why_not = self._why_not(at, row) if waits else ""
        said = {point.line.line: point.statement for point in points}
        lines, dealt = paper_rows.lines(at, row.paper), paper_rows.dealt(at, row.paper)
        return PaperView(
            paper=row.paper,
            reference=row.reference,
            name=person.name,
            number=person.number,
            signed_on=row.signed_on,
            lines=tuple((line.point, said[line.line], mark_of(line), line.outcome) for line in lines),
            entered_by=person_of(at, row.entered_by).name,
            confirmed_by="" if waits else person_of(at, row.confirmed_by).name,
            counts=row.paper in counting,
            can_confirm=waits and not why_not,
            why_not=why_not,
            envelope=any(ENVELOPE in line.outcome for line in lines),
            dealt=None if dealt is None else (person_of(at, dealt.dealt_by).name, dealt.dealt_on),
        )


def _paper(at: Connection, paper: str) -> PaperDeclaration:
    found = paper_rows.paper(at, paper)
    if found is None or found.state == PaperState.TAKEN_BACK:
        raise Refused("This paper was taken back meanwhile.")
    return found


def _refuse_signed(at: Connection, person: str, round_name: str, checklist: str) -> None:
    if declaration_rows.latest(at, person, round_name, checklist) is not None:
        raise Refused(signed_here(person_of(at, person)))
