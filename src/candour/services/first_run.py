"""The first run after a school was opened: offices, policy, people, back-ups, the recovery sheet, the round.

Every step is an act of its own in the register, and the next step is told from the register: who leaves, or
whose computer fails, goes on where they were.
"""

from __future__ import annotations

import secrets
from datetime import date, timedelta
from typing import TYPE_CHECKING

from candour.domain.journal import Act
from candour.domain.pack_edit import with_answers
from candour.domain.pack_file import pack_hash, read_pack
from candour.domain.papers import RecoveryPaper
from candour.domain.people import BackupPlace, Office
from candour.domain.round import PackAdopted
from candour.errors import Refused
from candour.register import keys as key_rows
from candour.register import office_keys as office_key_rows
from candour.register import people as people_rows
from candour.register import rounds as round_rows
from candour.register.second_place import back_up_into, lies_in
from candour.register.secrets import secret as secret_of
from candour.services.filling import contacts_asked, offices_asked, rows_of_offices, somebody
from candour.services.known import name_of_holder, pack_in_force, school_of
from candour.services.pasted import pasted_people
from candour.services.people import NewPerson, People
from candour.services.rounds import Rounds
from candour.services.school import WORDS
from candour.services.set_up_results import Sheet, Standing

if TYPE_CHECKING:
    from pathlib import Path

    from candour.domain.setting_up import OfficesAsked, PolicyAsked, SomebodyAsked
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Documents, Keysmith
    from candour.services.session import Session

ASKED_WORDS = 3
"""How many words of the sheet are asked for (facts: loss, back-up, restore)."""

AUTUMN = 9
SIX_WEEKS = timedelta(days=42)
"""The month in which a school year begins, and the time that a round proposes for signing."""


class FirstRun:
    """What whoever set the school up does next; each call raises Refused for anybody else."""

    def __init__(self, session: Session, smith: Keysmith, documents: Documents) -> None:
        self._session = session
        self._smith = smith
        self._documents = documents

    def standing(self) -> Standing:
        """Return how far the first run has come."""
        session = self._session
        session.require(Office.HR)
        today = session.today()
        with session.register.read() as at:
            school, people = school_of(at), [p for p in people_rows.current(at) if p.here]
            offices = offices_asked(at, session.person, today)
            holders = {each.number for each in offices.people}
            staff = [p for p in people if p.person != session.person and p.number not in holders]
            rounds = round_rows.rounds(at)
            return Standing(
                step=self._step(at, holding=bool(offices.offices), staff=bool(staff)),
                school=school.name,
                register=school.register,
                me=somebody(session.who()),
                folder=lies_in(session.register),
                offices=offices,
                pack=read_pack(pack_in_force(at).text),
                staff=tuple(somebody(person) for person in staff),
                backup=people_rows.backup_place(at),
                round=rounds[-1].round if rounds else "",
                head=name_of_holder(at, Office.HEADTEACHER, today),
                head_ready=office_key_rows.office_key(at, Office.HEADTEACHER) is not None,
                uninvited=sum(not key_rows.enrolments(at, person.person) for person in people),
                today=today,
                opens=today,
                due=today + SIX_WEEKS,
            )

    def _step(self, at: Connection, *, holding: bool, staff: bool) -> str:
        """Return the step after the last one that was done."""
        if secret_of(at, self._session.keys.reading_id, WORDS) is None:
            return "ready"
        if people_rows.backup_place(at):
            return "recovery"
        if staff:
            return "backup"
        if round_rows.times_adopted(at) > 1:
            return "people"
        return "policy" if holding else "offices"

    def fill_offices(self, asked: OfficesAsked) -> None:
        """Write down who holds which office, the second keeper among them, and the stop card's contacts.

        Done again it mends what was filled in before. Raises Refused for a number or name that cannot stand, and
        where the Headteacher, the designated lead or a second keeper is missing.
        """
        session = self._session
        session.require(Office.HR)

        me = session.who()

        def act(writer: Writer) -> Act:
            rows = rows_of_offices(writer.at, asked, session, self._documents.lacking)
            return Act("offices filled", session.register.school_id, (*rows, *contacts_asked(asked, me)))

        session.record(act)

    def adopt(self, asked: PolicyAsked) -> None:
        """Take a policy pack into force with the school's choices and what it promises.

        Raises Refused for a pack with an error, with its line; the pack in force then stays.
        """
        session = self._session
        session.require(Office.HR)
        with session.register.read() as at:
            text = with_answers(asked.pack_text or pack_in_force(at).text, asked)
        row = PackAdopted(pack_hash(text), text, "", "")
        session.record(Act("policy adopted", session.register.school_id, (row,)))

    def add_person(self, asked: SomebodyAsked) -> None:
        """Add one person by hand."""
        self._people().add((NewPerson(asked.number, asked.name, asked.email, asked.role, ""),))

    def paste_people(self, text: str) -> int:
        """Add the people of pasted lines, all or none, and return how many; raises Refused naming each bad line."""
        new = pasted_people(text)
        self._people().add(new)
        return len(new)

    def _people(self) -> People:
        return People(self._session, self._documents.lacking)

    def back_up_to(self, folder: Path) -> Path:
        """Make the first back-up in a second place and remember the place; return the back-up's file.

        Raises Refused for the register's own folder, Trouble where the folder cannot be written.
        """
        session = self._session
        session.require(Office.HR)
        made = back_up_into(session.register, folder, session.today())
        row = BackupPlace(str(made.parent.resolve()))
        session.record(Act("back-up place chosen", session.register.school_id, (row,)))
        return made

    def sheet(self) -> Sheet:
        """Return the recovery sheet; raises Refused once it was checked, since the words are then gone."""
        session = self._session
        with session.register.read() as at:
            school, blob = school_of(at), secret_of(at, session.keys.reading_id, WORDS)
        if blob is None:
            raise Refused("The recovery sheet was printed and checked: its words stand on paper alone.")
        secret = self._smith.open_secret(blob, session.keys, session.register.register_id)
        words = self._smith.words(secret)
        pdf = self._documents.recovery_sheet(RecoveryPaper(school.name, school.register, session.today(), words))
        places = sorted(secrets.SystemRandom().sample(range(1, len(words) + 1), ASKED_WORDS))
        return Sheet(words, tuple(places), pdf)

    def check_sheet(self, typed: dict[int, str]) -> None:
        """Compare words typed from the printed sheet, by place; when all are right the words here are destroyed.

        Raises Refused naming the places that do not match.
        """
        session = self._session
        words = self.sheet().words
        wrong = [place for place, word in typed.items() if word.strip().lower() != words[place - 1]]
        if wrong or len(typed) < ASKED_WORDS:
            named = " and ".join(str(place) for place in wrong)
            raise Refused(f"Look at word {named} on the printed sheet again." if named else "Type all three words.")
        session.record(
            Act("recovery sheet checked", session.register.school_id),
            lambda writer: writer.drop_secret(session.keys.reading_id, WORDS),
        )

    def open_round(self, opens: date, due: date) -> str:
        """Open the first round for everybody; raises Refused until the Headteacher has signed in."""
        return Rounds(self._session).open_round(school_year(opens), opens, due).round


def school_year(day: date) -> int:
    """Return the year in which the school year of a day started."""
    return day.year if day.month >= AUTUMN else day.year - 1
