"""Makes the sample school: set up, people invited, earlier rounds signed and sealed, this year's round open."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from candour.app import Building, set_up
from candour.domain.people import Office, Person
from candour.errors import Trouble
from candour.keys.passphrases import LIGHT
from candour.keys.vault import FolderVault
from candour.register import keys as key_rows
from candour.resources import resource_text
from candour.sample import people as cast
from candour.sample.clock import PlayedClock
from candour.sample.heard import play_heard
from candour.sample.story import Year, small_story, whole_story
from candour.sample.turns import desk_at, enrol, play_turn
from candour.services.people import new_person
from candour.services.place import Place
from candour.services.school import NewSchool

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.services.ports import Clock
    from candour.services.session import Session


@dataclass(frozen=True)
class Sample:
    """A sample school just made: where, the year of its open round, and the code of the one who never signed in."""

    place: Place
    year: int
    code: str


def make_sample(place: Place, clock: Clock, *, whole: bool = True) -> Sample:
    """Make a sample school in an empty place: the whole one, or six people with one earlier round.

    It is made beside its place and then moved there, so that one cut short is never taken for a school. Plain
    figures: light Argon2id, some seconds. Raises Trouble for a folder that holds something, or cannot be made.
    """
    making = _cleared(place)
    _mark(making, "")
    story = (whole_story if whole else small_story)(clock().date())
    code = _Play(making, PlayedClock(clock, story[0].prepared)).play(story)
    _mark(making, code)
    making.folder.rename(place.folder)
    return Sample(place, story[-1].year, code)


def _cleared(place: Place) -> Place:
    """Return an empty place beside the one to be, which is there no longer until it is whole."""
    making = Place(place.folder.with_name(f"{place.folder.name}.making"))
    try:
        shutil.rmtree(making.folder, ignore_errors=True)
        making.folder.mkdir(parents=True)
        if place.folder.exists():
            place.folder.rmdir()
    except OSError as reason:
        raise Trouble(f"The sample school needs {place.folder} empty: move away what lies there.") from reason
    return making


def _mark(place: Place, code: str) -> None:
    marks = {"passphrase": cast.PASSPHRASE, "newcomer": cast.SUPERVISOR.name, "code": code}
    place.sample_mark.write_text(json.dumps(marks, ensure_ascii=False), encoding="utf-8")


class _Play:
    """The years of a story, one after the other, as HR's app and everybody else's play them."""

    def __init__(self, place: Place, played: PlayedClock) -> None:
        self._played = played
        self._built = Building(place, FolderVault(place.folder / "sample-vault.json"), LIGHT, played)
        self._office = desk_at(self._built)
        self._people: dict[str, Person] = {}

    def play(self, story: tuple[Year, ...]) -> str:
        """Play every year up to now, and return the newcomer's code."""
        self._set_up()
        for each in story:
            self._played.set(each.prepared)
            self._leave(each)
            self._welcome(each)
            if each is story[0]:
                self._confirm_each_other()
            self._played.set(each.opens)
            self._office.rounds().open_round(each.year, each.opens, each.due)
            for number in each.posting:
                self._office.people().enter(replace(self._people[number], posts_for_school=True))
            self._check(each)
            if each.heard:
                play_heard(self._built)
            for number, until in each.away:
                self._office.people().away(self._people[number].person, until)
        self._played.catch_up()
        code = self._invite(cast.SUPERVISOR.number)
        self._office.sign_in.lock()
        return code

    def _set_up(self) -> None:
        opened = set_up(self._built).open_school(
            NewSchool(
                cast.SCHOOL,
                new_person(cast.BUSINESS_MANAGER, lambda _: ""),
                cast.PASSPHRASE,
                resource_text("policies", "milton-road-2025.toml"),
                cast.CONTACTS,
            )
        )
        opened.session.register.close()
        self._office.sign_in.sign_in(cast.BUSINESS_MANAGER.number, cast.PASSPHRASE)

    def _leave(self, year: Year) -> None:
        for number in year.leavers:
            self._office.people().leave(self._people[number].person, year.left_on)

    def _welcome(self, year: Year) -> None:
        """Add who is new, give the offices once there are people to hold them, and hand out the codes."""
        added = {each.number: each for each in self._office.people().add(year.joiners)}
        if not self._people:
            _appoint(self._office.people().appoint, added)
        self._people |= added
        for number in added:
            if number != cast.SUPERVISOR.number:
                enrol(self._built, number, self._invite(number))

    def _check(self, year: Year) -> None:
        """Have everybody do their part of the round day by day, and seal what comes in."""
        for day, turns in year.days:
            self._played.set(day)
            for turn in turns:
                play_turn(self._built, turn)
            self._office.sealing().seal_new()

    def _invite(self, number: str) -> str:
        return self._office.keepers().invite(self._people[number].person).code

    def _confirm_each_other(self) -> None:
        """Have the keepers and the Headteacher confirm each other's keys: a second person for every office.

        The business manager invited them all, so others confirm; then they pass the school's keys on to the deputy.
        """
        head, deputy = self._people[cast.HEADTEACHER.number].person, self._people[cast.DEPUTY.number].person
        self._confirm(cast.DEPUTY.number, head)
        self._confirm(cast.HEADTEACHER.number, self._office.sign_in.session.person, deputy)
        self._office.keepers().confirm(_key_of(self._office.sign_in.session, deputy))

    def _confirm(self, number: str, *people: str) -> None:
        theirs = desk_at(self._built)
        theirs.sign_in.sign_in(number, cast.PASSPHRASE)
        for person in people:
            theirs.keepers().confirm(_key_of(theirs.sign_in.session, person))
        theirs.sign_in.lock()


def _appoint(appoint: Callable[[Office, str], None], people: dict[str, Person]) -> None:
    head, deputy = people[cast.HEADTEACHER.number].person, people[cast.DEPUTY.number].person
    for office in (Office.HEADTEACHER, Office.DESIGNATED_LEAD):
        appoint(office, head)
    for office in (Office.DEPUTY_LEAD, Office.KEEPER):
        appoint(office, deputy)


def _key_of(session: Session, person: str) -> str:
    with session.register.read() as at:
        return key_rows.enrolments(at, person)[-1].key
