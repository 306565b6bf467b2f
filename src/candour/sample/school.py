"""Makes the sample school: set up, invited, one earlier round signed by everybody, this year's round open."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from candour.app import Building, desk, set_up
from candour.domain.checklist import Given
from candour.domain.flow import next_question
from candour.domain.people import Office, Person
from candour.keys.passphrases import LIGHT
from candour.keys.vault import FolderVault
from candour.register import keys as key_rows
from candour.resources import resource_text
from candour.sample import people as cast
from candour.services.people import new_person
from candour.services.school import NewSchool

if TYPE_CHECKING:
    from candour.domain.policy import Question
    from candour.services.desk import Desk
    from candour.services.keepers import Slip
    from candour.services.place import Place
    from candour.services.ports import Clock
    from candour.services.session import Session

AUTUMN = 9
"""The month in which a school year, and so a round, begins."""


class PlayedClock:
    """A clock that the sample school sets: past rounds are played at their own time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._moved = timedelta()

    def __call__(self) -> datetime:
        """Return the played time, with the zone of this computer."""
        return self._clock() + self._moved

    def set(self, day: date, at: time = time(16, 12)) -> None:
        """Play on from that day and time; it is never later than now."""
        now = self._clock()
        self._moved = min(datetime.combine(day, at, now.tzinfo) - now, timedelta())

    def catch_up(self) -> None:
        """Play on from now."""
        self._moved = timedelta()


@dataclass(frozen=True)
class Sample:
    """A sample school just made: where, the year of its open round, and the code of the one who never signed in."""

    place: Place
    year: int
    code: str


def school_year(today: date) -> int:
    """Return the year in which the running school year started."""
    return today.year if today.month >= AUTUMN else today.year - 1


def make_sample(place: Place, clock: Clock) -> Sample:
    """Make a whole sample school in an empty place; plain figures: a few seconds, light Argon2id."""
    played = PlayedClock(clock)
    year = school_year(clock().date())
    played.set(date(year - 1, 9, 8))
    place.folder.mkdir(parents=True, exist_ok=True)
    _mark(place, "")
    built = Building(place, FolderVault(place.folder / "sample-vault.json"), LIGHT, played)
    opened = set_up(built).open_school(
        NewSchool(
            cast.SCHOOL,
            new_person(cast.BUSINESS_MANAGER, lambda _: ""),
            cast.PASSPHRASE,
            resource_text("policies", "milton-road-2025.toml"),
            cast.CONTACTS,
        )
    )
    opened.session.register.close()
    office = desk(built)
    _sign_in(office, cast.BUSINESS_MANAGER.number)
    people = {p.number: p for p in office.people().add(cast.OTHERS)}
    _appoint(office, people)
    codes = {number: _invite(office, person) for number, person in people.items()}
    _last_year(built, office, codes, year, played)
    code = _this_year(office, people, year, played)
    _mark(place, code)
    return Sample(place, year, code)


def _mark(place: Place, code: str) -> None:
    marks = {"passphrase": cast.PASSPHRASE, "newcomer": cast.SUPERVISOR.name, "code": code}
    place.sample_mark.write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")


def _appoint(office: Desk, people: dict[str, Person]) -> None:
    head, deputy = people[cast.HEADTEACHER.number].person, people[cast.DEPUTY.number].person
    for office_name in (Office.HEADTEACHER, Office.DESIGNATED_LEAD):
        office.people().appoint(office_name, head)
    for office_name in (Office.DEPUTY_LEAD, Office.KEEPER):
        office.people().appoint(office_name, deputy)


def _last_year(built: Building, office: Desk, codes: dict[str, Slip], year: int, played: PlayedClock) -> None:
    everyone = (cast.HEADTEACHER, cast.DEPUTY, cast.CLASS_TEACHER, cast.ASSISTANT)
    for each in everyone:
        _enrol(built, each.number, codes[each.number].code)
    _confirm_each_other(built, office)
    _sign_in(office, cast.BUSINESS_MANAGER.number)
    office.rounds().open_round(year - 1, date(year - 1, 9, 8), date(year - 1, 10, 16))
    for days, each in enumerate((cast.BUSINESS_MANAGER, *everyone)):
        played.set(date(year - 1, 9, 21) + timedelta(days=3 * days))
        theirs = desk(built)
        _sign_in(theirs, each.number)
        sign_plainly(theirs)
        theirs.sign_in.lock()
    played.set(date(year - 1, 10, 9))
    _sign_in(office, cast.BUSINESS_MANAGER.number)
    office.sealing().seal_new()


def _this_year(office: Desk, people: dict[str, Person], year: int, played: PlayedClock) -> str:
    played.catch_up()
    # Dates are told from today, so that a sample made at any time of the year is neither over nor far away.
    due = max(date(year, 10, 16), played().date() + timedelta(days=14))
    played.set(date(year, 9, 7))
    _sign_in(office, cast.BUSINESS_MANAGER.number)
    office.rounds().open_round(year, date(year, 9, 7), due)
    played.catch_up()
    _sign_in(office, cast.BUSINESS_MANAGER.number)
    code = _invite(office, people[cast.SUPERVISOR.number]).code
    office.sign_in.lock()
    return code


def _confirm_each_other(built: Building, office: Desk) -> None:
    """Have the keepers and the Headteacher confirm each other's keys: a second person for every office."""
    _sign_in(office, cast.BUSINESS_MANAGER.number)
    for number in (cast.HEADTEACHER.number, cast.DEPUTY.number):
        office.keepers().confirm(_key_of(office.sign_in.session, number))
    heads = desk(built)
    _sign_in(heads, cast.HEADTEACHER.number)
    heads.keepers().confirm(_key_of(heads.sign_in.session, cast.BUSINESS_MANAGER.number))
    heads.sign_in.lock()


def _key_of(session: Session, number: str) -> str:
    from candour.register import people as people_rows  # noqa: PLC0415

    with session.register.read() as at:
        person = people_rows.find(at, number)
        if person is None:
            raise LookupError(number)
        return key_rows.enrolments(at, person.person)[-1].key


def _sign_in(office: Desk, number: str) -> None:
    office.sign_in.sign_in(number, cast.PASSPHRASE)


def _invite(office: Desk, person: Person) -> Slip:
    return office.keepers().invite(person.person)


def _enrol(built: Building, number: str, code: str) -> None:
    theirs = desk(built)
    theirs.sign_in.sign_in(number, code)
    theirs.passphrase().choose(cast.PASSPHRASE)
    theirs.sign_in.lock()


def sign_plainly(theirs: Desk) -> str:
    """Answer every question with the first answer that is Confirmed, sign, and return the reference."""
    check = theirs.my_check()
    check.note_policy_opened()
    opened = check.open()
    answers = opened.answers
    question = next_question(opened.checklist, answers, None)
    while question is not None:
        answers = check.save(plain_answer(question)).answers
        question = next_question(opened.checklist, answers, question.id)
    declaring = theirs.declaring()
    declaring.prepare()
    return declaring.sign(cast.PASSPHRASE).reference


def plain_answer(question: Question) -> Given:
    """Return the answer that leaves nothing open; where several may be ticked, two everyday accounts."""
    confirmed = tuple(a.id for a in question.answers if a.outcome == "confirmed")
    several = question.kind == "accounts"
    return Given(question.id, tuple(a for a in confirmed if a != question.alone)[:2] if several else confirmed[:1])
