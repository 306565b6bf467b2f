"""Copies of the sample school for tests: each with a clock of its own, opened as often as a test wants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

from candour.app import Building, desk
from candour.domain.checklist import Given
from candour.domain.exception_request import AskedFor
from candour.domain.flow import next_question
from candour.keys.passphrases import LIGHT
from candour.keys.proving import Prover
from candour.keys.slots import SlotsFile
from candour.keys.vault import FolderVault
from candour.register import keys as key_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register.check import check_register
from candour.register.engine import open_register
from candour.register.secrets import secret as secret_of
from candour.sample import people as cast
from candour.sample.turns import plain_answer
from candour.services.known import school_of
from candour.services.office_ports import HeldOffice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from candour.domain.people import Enrolment, Person
    from candour.domain.policy import Question
    from candour.register.check import CheckReport
    from candour.register.engine import Register
    from candour.services.desk import Desk
    from candour.services.place import Place
    from candour.services.results import Signed

TODAY = date(2026, 10, 1)
ROUND = "2026–27"


class TestClock:
    """A clock that a test sets."""

    __test__ = False

    def __init__(self) -> None:
        self.at = datetime.combine(TODAY, time(9, 30)).astimezone()

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class School:
    """A copy of the sample school with a clock of its own; `desk()` is another app opened on it."""

    place: Place
    code: str
    clock: TestClock

    def building(self) -> Building:
        return Building(self.place, FolderVault(self.place.folder / "sample-vault.json"), LIGHT, self.clock)

    def desk(self, number: str = "", secret: str = cast.PASSPHRASE) -> Desk:
        opened = desk(self.building())
        if number:
            opened.sign_in.sign_in(number, secret)
        return opened

    def office(self) -> Desk:
        """Return the app of the business manager: HR and a keeper."""
        return self.desk(cast.BUSINESS_MANAGER.number)

    def register(self) -> Register:
        """Open the register with its key alone, as anybody could who got hold of that key."""
        vault = FolderVault(self.place.folder / "sample-vault.json")
        key = there(vault.get(SlotsFile(self.place.slots).register_id))
        return open_register(self.place.register, key)

    def root(self) -> bytes:
        with self.register().read() as at:
            return school_of(at).root


def dump(register: Register) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table that the register's key alone can read."""
    with register.read() as at:
        names = at.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").scalars()
        return {
            name: [dict(row) for row in at.exec_driver_sql(f'SELECT * FROM "{name}"').mappings()]
            for name in names.all()
        }


Thing = TypeVar("Thing")


def there(found: Thing | None) -> Thing:
    """Return what must be in the register."""
    assert found is not None
    return found


def held_office(theirs: Desk, office: str) -> HeldOffice:
    """Return an office as its holder opens it."""
    session = theirs.sign_in.session
    with session.register.read() as at:
        key = there(office_key_rows.office_key(at, office)).reading_key
        for_holder = there(secret_of(at, key, session.keys.reading_id))
    return HeldOffice(session.register.register_id, office, key, for_holder)


def person_of(theirs: Desk, number: str) -> Person:
    with theirs.sign_in.session.register.read() as at:
        person = people_rows.find(at, number)
    return there(person)


def enrolments_of(theirs: Desk, number: str) -> list[Enrolment]:
    person = person_of(theirs, number)
    with theirs.sign_in.session.register.read() as at:
        return key_rows.enrolments(at, person.person)


def answer_all(theirs: Desk, differently: Iterable[Given] = (), checklist: str = "") -> None:
    """Open the policy and answer every question plainly, but for those answered differently."""
    others = {given.question: given for given in differently}
    check = theirs.my_check(checklist)
    check.note_policy_opened()
    opened = check.open()
    answers = opened.answers
    question = next_question(opened.checklist, answers, None)
    while question is not None:
        answers = check.save(others.get(question.id, plain_answer(question))).answers
        question = next_question(opened.checklist, answers, question.id)


def sign_with(theirs: Desk, differently: Iterable[Given] = (), secret: str = "", checklist: str = "") -> Signed:
    """Answer every question and sign."""
    answer_all(theirs, differently, checklist)
    declaring = theirs.declaring(checklist)
    declaring.prepare()
    return declaring.sign(secret)


def let_post(school: School, number: str, *, posts: bool = True) -> None:
    """Let HR tick that somebody posts for the school, or take the tick away."""
    office = school.office()
    office.people().enter(replace(person_of(office, number), posts_for_school=posts))
    office.sign_in.lock()


def save_plainly(theirs: Desk, questions: Iterable[Question]) -> None:
    """Answer these questions plainly."""
    for question in questions:
        theirs.my_check().save(plain_answer(question))


def proved(school: School) -> CheckReport:
    """Return what the check of the whole register finds."""
    register = school.register()
    try:
        return check_register(register, Prover())
    finally:
        register.close()


def some_request(**said: object) -> AskedFor:
    """Return a plainly invented exception request."""
    asked: dict[str, object] = {
        "kind": "connection",
        "question": "family",
        "connection": "My own child",
        "who": "Quentin Quill",
        "where": ("WhatsApp",),
        "safeguards": ("No talk of school",),
        "line": "We write about swimming.",
        "ends": "The child leaves the school",
        "until": None,
        "group": False,
        "about_headteacher": False,
    }
    return AskedFor(**(asked | said))  # type: ignore[arg-type]
