"""A person's own check: opening it where it was left, saving every answer, asking for more time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from candour.domain.dates import uk_date
from candour.domain.flow import chosen, tidy, unanswered
from candour.domain.journal import Act
from candour.domain.people import Office
from candour.domain.policy import Checklist, Pack
from candour.domain.round import InRound, Round
from candour.domain.wording import Names, names_for
from candour.errors import Refused
from candour.register import declarations as declaration_rows
from candour.register import journal as journal_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.services.asked import asked_of
from candour.services.copies import declaration_line
from candour.services.drafts import DraftContent, write_draft
from candour.services.known import name_of_holder, pack_from, pack_of
from candour.services.pack_history import pack_behind
from candour.services.request_reading import decisions, read_drafts, read_requests
from candour.services.results import OpenCheck, Saved
from candour.services.standing import Standing, said_last_year, standing

if TYPE_CHECKING:
    from candour.domain.checklist import Answers, Given
    from candour.domain.round import Declared
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.results import DeclarationLine
    from candour.services.session import Session

MORE_TIME = "more time"


@dataclass(frozen=True)
class Ground:
    """What a check stands on: the round, the pack in force, the checklist, and the words for its texts.

    `asked` is all that this person is asked in the round, the checklist among it.
    """

    round: Round
    due: date
    pack: Pack
    checklist: Checklist
    names: Names
    document: str
    asked: tuple[Checklist, ...]


class MyCheck:
    """The signed-in person's check of the open round; `checklist` is its id, "": everybody's."""

    def __init__(self, session: Session, smith: Keysmith, checklist: str = "") -> None:
        self._session = session
        self._smith = smith
        self._checklist = checklist

    def open(self) -> OpenCheck:
        """Return the check as it stands; raises Refused when no round is open for this person."""
        ground = self.ground()
        stands = self.standing(ground)
        return OpenCheck(
            round=ground.round.round,
            due=ground.due,
            pack=ground.pack,
            checklist=ground.checklist,
            answers=stands.answers,
            names=ground.names,
            policy_opened=stands.policy_opened,
            requests=(*read_drafts(self._session, self._smith), *read_requests(self._session, self._smith)),
            signed=self._line(stands.signed),
            last_year=self._said_last(ground, stands),
            asks=stands.asks,
            updates=stands.in_force if stands.updating else "",
        )

    def save(self, *given: Given) -> Saved:
        """Save an answer, or several at once, with all before; answers that are no longer asked for go.

        In an update, what the answer newly leads to is asked as well.
        """
        ground = self.ground()
        stands = self._under_way(ground)
        answers = tidy(ground.checklist, {**stands.answers, **{each.question: each for each in given}})
        asks = stands.asks
        if asks:
            asks += tuple(q for q in unanswered(ground.checklist, answers) if q not in asks)
        saved = DraftContent(answers, stands.policy_opened, self._session.clock(), stands.in_force, asks)
        self._write(ground, saved)
        return Saved(saved.saved_at, saved.answers, saved.asks)

    def note_policy_opened(self) -> None:
        """Remember that the person has opened the policy, which they do once before signing."""
        ground = self.ground()
        stands = self.standing(ground)
        if not stands.policy_opened:
            clock = self._session.clock()
            self._write(ground, DraftContent(stands.answers, True, clock, stands.in_force, stands.asks))

    def standing(self, ground: Ground) -> Standing:
        """Return how the check stands on this ground; the policy is opened once for all that is asked."""
        stands = self._stands(ground, ground.checklist)
        if not stands.policy_opened:
            others = (each for each in ground.asked if each != ground.checklist)
            return replace(stands, policy_opened=any(self._opened_for(ground, each) for each in others))
        return stands

    def _opened_for(self, ground: Ground, checklist: Checklist) -> bool:
        """Whether the policy was opened for a checklist as it is now; what was signed tells of the pack of then."""
        stands = self._stands(ground, checklist)
        if stands.signed is None or stands.under_way:
            return stands.policy_opened
        with self._session.register.read() as at:
            return pack_behind(at, stands.signed) == ground.round.pack

    def all_asked(self) -> tuple[tuple[Ground, Standing], ...]:
        """Return all that the person is asked now, each with how it stands; nothing while no round is open."""
        ground = self.ground_if_any()
        found = [] if ground is None else [replace(ground, checklist=each) for each in ground.asked]
        return tuple((each, self.standing(each)) for each in found)

    def _stands(self, ground: Ground, checklist: Checklist) -> Standing:
        return standing(self._session, self._smith, ground.round, checklist)

    def _write(self, ground: Ground, draft: DraftContent) -> None:
        write_draft(self._session, self._smith, ground, draft)

    def _under_way(self, ground: Ground) -> Standing:
        stands = self.standing(ground)
        if not stands.under_way:
            raise Refused("You have signed: nothing can be changed in this check any more.")
        return stands

    def _said_last(self, ground: Ground, stands: Standing) -> Answers:
        if stands.signed is None:
            said = said_last_year(self._session, self._smith, ground.checklist)
        else:
            said = stands.said if stands.updating and stands.said else {}
            # a pack taken meanwhile may not know an answer any more
            said = {q.id: said[q.id] for q in ground.checklist.questions if chosen(q, said.get(q.id))}
        decided = decisions(self._session)
        kept = {}
        for question in ground.checklist.questions:
            given = said.get(question.id)
            if given is not None and question.kind == "connections" and given.requests:
                # What was withdrawn, refused or is over needs no confirming.
                open_still = tuple(r for r in given.requests if decided.get(r) != "closed")
                given = replace(given, requests=open_still) if open_still else None
            if given is not None:
                kept[question.id] = given
        return kept

    def more_time(self) -> date:
        """Move the person's due date by the pack's extension, counted in working days; no reason is asked.

        Raises Refused the second time in a round: HR can give more, and asks no reason either.
        """
        ground = self.ground()
        if self.standing(ground).signed is not None:
            raise Refused("You have signed: nothing can be changed in this check any more.")
        if self._had_more_time(ground):
            raise Refused(
                f"You have more time already, until {uk_date(ground.due)}. Ask {ground.names.hr} for more."
            )
        due = after_working_days(max(ground.due, self._session.today()), ground.pack.extension_days)
        self._session.record(
            Act(MORE_TIME, self._session.person, (InRound(ground.round.round, self._session.person, due),))
        )
        return due

    def _had_more_time(self, ground: Ground) -> bool:
        with self._session.register.read() as at:
            own = journal_rows.entries_of(at, self._session.person)
        since = ground.round.opens.isoformat()
        return any(each.entry.kind == MORE_TIME and each.entry.clock >= since for each in own)

    def ground(self) -> Ground:
        """Return what the check stands on; raises Refused when no round is open for this person."""
        found = self.ground_if_any()
        if found is None:
            raise Refused("Nothing to do now: no check is open for you.")
        return found

    def ground_if_any(self) -> Ground | None:
        """Return what the check stands on, None when no round is open for this person, or they are not asked it."""
        session = self._session
        with session.register.read() as at:
            found = round_rows.current_round(at, session.today())
            member = None if found is None else round_rows.in_round(at, found.round, session.person)
            if found is None or member is None:
                return None
            adopted = pack_of(at, found.pack)
            pack = pack_from(adopted.text)
            names = self.words(at, pack, found)
            asked = asked_of(at, found, pack, session.person)
        own = next((each for each in asked if self._checklist in (each.id, "")), None)
        return None if own is None else Ground(found, member.due, pack, own, names, adopted.document, asked)

    def words(self, at: Connection, pack: Pack, round_: Round) -> Names:
        """Return what fills the texts of a pack for this person in a round."""
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

    def _line(self, row: Declared | None) -> DeclarationLine | None:
        if row is None:
            return None
        with self._session.register.read() as at:
            return declaration_line(at, row)


def after_working_days(start: date, days: int) -> date:
    """Return the day that many working days (Monday to Friday) after `start`."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5  # noqa: PLR2004 - Monday is 0, Saturday 5
    return day
