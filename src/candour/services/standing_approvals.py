"""Standing approvals: a circumstance that the Headteacher approves for all or some staff, shown to tick."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from candour.domain.exceptions import StandingApproval, StandingFor
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.errors import Refused
from candour.register import exceptions as exception_rows
from candour.register import people as people_rows
from candour.services.deciding_results import StandingGround, StandingLine
from candour.services.known import pack_from, pack_in_force
from candour.services.office_reading import require_reader
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from datetime import date

    from candour.domain.deciding import NewStanding
    from candour.domain.people import Person
    from candour.domain.policy import Pack
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.session import Session


class StandingApprovals:
    """The Headteacher's standing approvals: everybody's or some people's; nothing in them is sealed."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ground(self) -> StandingGround:
        """Return what there is, the newest first, and what a new one can be made with."""
        session = self._session
        require_reader(session, Office.HEADTEACHER)
        with session.register.read() as at:
            pack, people = pack_from(pack_in_force(at).text), people_rows.current(at)
            lines = [self._line(at, each, pack, people) for each in reversed(exception_rows.standing(at))]
        here = sorted((each for each in people if each.here), key=lambda each: each.name.casefold())
        return StandingGround(
            questions=tuple(_questions(pack).items()),
            staff=tuple((each.person, each.name) for each in here if each.person != session.person),
            lines=tuple(sorted(lines, key=lambda line: line.over)),
            today=session.today(),
        )

    def make(self, new: NewStanding) -> str:
        """Approve for all or some, from today on; raises Refused without words, or with a day that is past.

        Nobody approves for themselves: one for everybody holds for the others, and the Headteacher asks the chair.
        """
        session = self._session
        require_reader(session, Office.HEADTEACHER)
        with session.register.read() as at:
            questions = _questions(pack_from(pack_in_force(at).text))
        if not new.words.strip():
            raise Refused("Write what is approved, as staff will read it.")
        if new.question not in questions:
            raise Refused("Choose where it is offered.")
        if new.until is not None and new.until < session.today():
            raise Refused("Choose a last day that is not past.")
        if session.person in new.people:
            raise Refused("Nobody approves for themselves: leave yourself out, and ask the chair of governors.")
        row = StandingApproval(
            new_id(),
            new.question,
            new.words.strip(),
            session.today(),
            new.until,
            not new.people,
            session.person,
        )
        named = tuple(StandingFor(row.approval, person, ended=False) for person in dict.fromkeys(new.people))
        session.record(Act("standing approval made", row.approval, (row, *named)))
        return row.approval

    def end(self, approval: str) -> None:
        """End one: from today on it is offered no more; raises Refused for one that is over already."""
        session = self._session
        require_reader(session, Office.HEADTEACHER)

        def act(writer: Writer) -> Act:
            row = next(each for each in exception_rows.standing(writer.at) if each.approval == approval)
            if _over(row, session.today()):
                raise Refused("This approval has ended already.")
            ended = replace(row, until=session.today() - timedelta(days=1))
            return Act("standing approval ended", approval, (ended,))

        session.record(act)

    def _line(self, at: Connection, row: StandingApproval, pack: Pack, people: list[Person]) -> StandingLine:
        named = set(exception_rows.standing_for(at, row.approval))
        return StandingLine(
            approval=row.approval,
            words=row.words,
            about=_questions(pack).get(row.question, ""),
            people=tuple(sorted(each.name for each in people if each.person in named)),
            everyone=row.everyone,
            since=row.since,
            until=row.until,
            over=_over(row, self._session.today()),
        )


def _questions(pack: Pack) -> dict[str, str]:
    """Return the questions at which something is asked of the Headteacher, and what each is about."""
    return {
        question.id: question.about
        for checklist in pack.checklists
        for question in checklist.questions
        if question.request is not None
    }


def _over(row: StandingApproval, today: date) -> bool:
    return row.until is not None and row.until < today
