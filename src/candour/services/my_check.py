"""A person's own check: opening it where it was left, saving every answer, asking for more time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from candour.domain.flow import tidy
from candour.domain.journal import Act
from candour.domain.pack_file import read_pack
from candour.domain.people import Office
from candour.domain.policy import Checklist, Pack
from candour.domain.round import InRound, Round
from candour.domain.wording import Names, names_for
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import people as people_rows
from candour.register import requests as request_rows
from candour.register import rounds as round_rows
from candour.services.drafts import read_draft, write_draft
from candour.services.known import name_of_holder, pack_of
from candour.services.requests import read_requests
from candour.services.results import DeclarationLine, OpenCheck, Saved

if TYPE_CHECKING:
    from candour.domain.checklist import Answers, Decision, Given
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session

DECISIONS: dict[str, Decision] = {
    "Waiting for the Headteacher": "waiting",
    "A question for you": "waiting",
    "Approved": "approved",
    "Approved with conditions": "approved",
}
"""How a request's state counts for a line; every other state is closed."""


pack_from = lru_cache(maxsize=4)(read_pack)
"""A pack read once for each text: it is asked for at every Continue, and its hash makes it immutable."""


@dataclass(frozen=True)
class Ground:
    """What a check stands on: the round, the pack in force, the checklist, and the words for its texts."""

    round: Round
    due: date
    pack: Pack
    checklist: Checklist
    names: Names
    document: str


class MyCheck:
    """The signed-in person's check of the open round."""

    def __init__(self, session: Session, smith: Keysmith, checklist: str = "personal") -> None:
        self._session = session
        self._smith = smith
        self._checklist = checklist

    def open(self) -> OpenCheck:
        """Return the check as it stands; raises Refused when no round is open for this person."""
        ground = self.ground()
        draft = read_draft(self._session, self._smith, ground.round.round, ground.checklist.id)
        return OpenCheck(
            round=ground.round.round,
            due=ground.due,
            pack=ground.pack,
            checklist=ground.checklist,
            answers={} if draft is None else draft.answers,
            names=ground.names,
            policy_opened=draft is not None and draft.policy_opened,
            requests=read_requests(self._session, self._smith),
            signed=self._signed(ground),
        )

    def save(self, *given: Given) -> Saved:
        """Save an answer, or several at once, with all before; answers that are no longer asked for go."""
        ground = self.ground()
        self._refuse_signed(ground)
        draft = read_draft(self._session, self._smith, ground.round.round, ground.checklist.id)
        before: Answers = {} if draft is None else draft.answers
        answers = tidy(ground.checklist, {**before, **{each.question: each for each in given}})
        opened = draft is not None and draft.policy_opened
        saved = write_draft(
            self._session, self._smith, ground.round.round, ground.checklist.id, answers, policy_opened=opened
        )
        return Saved(saved.saved_at, saved.answers)

    def note_policy_opened(self) -> None:
        """Remember that the person has opened the policy, which they do once before signing."""
        ground = self.ground()
        draft = read_draft(self._session, self._smith, ground.round.round, ground.checklist.id)
        if draft is not None and draft.policy_opened:
            return
        answers = {} if draft is None else draft.answers
        write_draft(
            self._session, self._smith, ground.round.round, ground.checklist.id, answers, policy_opened=True
        )

    def more_time(self) -> date:
        """Move the person's due date by the pack's extension, counted in working days; no reason is asked."""
        ground = self.ground()
        self._refuse_signed(ground)
        due = after_working_days(max(ground.due, self._session.today()), ground.pack.extension_days)
        self._session.record(
            Act("more time", self._session.person, (InRound(ground.round.round, self._session.person, due),))
        )
        return due

    def ground(self) -> Ground:
        """Return what the check stands on; raises Refused when no round is open for this person."""
        session = self._session
        with session.register.read() as at:
            found = round_rows.current_round(at, session.today())
            member = None if found is None else round_rows.in_round(at, found.round, session.person)
            if found is None or member is None:
                raise Refused("Nothing to do now: no check is open for you.")
            adopted = pack_of(at, found.pack)
            pack = pack_from(adopted.text)
            names = self._names(at, pack, found)
        return Ground(found, member.due, pack, pack.checklist(self._checklist), names, adopted.document)

    def _names(self, at: Connection, pack: Pack, round_: Round) -> Names:
        session = self._session
        today = session.today()

        contacts = {c.office: c.name for c in people_rows.contacts(at)}
        earlier = [d.signed_on for d in declaration_rows.of_person(at, session.person) if d.round != round_.round]
        head = name_of_holder(at, Office.HEADTEACHER, today)
        return names_for(
            pack,
            headteacher=head or "the Headteacher",
            lead=name_of_holder(at, Office.DESIGNATED_LEAD, today) or head or "the designated lead",
            deputy=contacts.get(Office.DEPUTY_LEAD, "the deputy lead"),
            hr=name_of_holder(at, Office.HR, today) or "the office",
            since=max(earlier, default=date(round_.year, 9, 1)),
            start_year=round_.year,
        )

    def _signed(self, ground: Ground) -> DeclarationLine | None:
        with self._session.register.read() as at:
            row = declaration_rows.latest(at, self._session.person, ground.round.round, ground.checklist.id)
            if row is None:
                return None
            sealed = declaration_rows.sealed(at, row.reference) is not None
        return DeclarationLine(row.reference, row.round, row.signed_on, row.open_lines, row.next_date, sealed)

    def _refuse_signed(self, ground: Ground) -> None:
        if self._signed(ground) is not None:
            raise Refused("You have signed: nothing can be changed in this check any more.")


def decisions(session: Session) -> dict[str, Decision]:
    """Return how each of the person's requests counts today."""
    with session.register.read() as at:
        return {r.reference: DECISIONS.get(r.state, "closed") for r in request_rows.of_person(at, session.person)}


def after_working_days(start: date, days: int) -> date:
    """Return the day that many working days (Monday to Friday) after `start`."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5  # noqa: PLR2004 - Monday is 0, Saturday 5
    return day
