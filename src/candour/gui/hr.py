"""HR's places, and confirming keys: lists, one person, bringing people in; each change is one service call."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from candour.domain.people import Office
from candour.gui.activity import ActivityPages
from candour.gui.checking import CheckingPdfs
from candour.gui.exporting import Exports
from candour.gui.pages.confirm_keys import ConfirmKeysPage
from candour.gui.pages.new_codes import NewCodesPage
from candour.gui.pages.people import PeoplePage
from candour.gui.pages.people_add import PersonAddPage
from candour.gui.pages.person import PersonPage
from candour.gui.pages.person_left import PersonLeftPage
from candour.gui.people_coming import PeopleComing
from candour.gui.places import CONFIRM, PEOPLE, Frame, frame_of
from candour.gui.registers import Registers
from candour.gui.reminders import Reminders
from candour.gui.term_dates import TermDates

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from candour.domain.people import Person
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.placed import PlacedPage
    from candour.gui.tasks import Tasks
    from candour.services.keepers import Slip
    from candour.services.people_results import Joins, PersonFile, PersonLine, WaitingKey
    from candour.services.results import SignedIn

T = TypeVar("T")


class HrPages(QObject):
    """Shows HR's places to whoever has them; `went` carries the key of a place that is not among these."""

    went = Signal(str)

    def __init__(self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(window)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self.frame = Frame("", "", ())
        self._ways: dict[str, Callable[[], None]] = {PEOPLE: self.show_people, CONFIRM: self.show_waiting}
        self.coming = PeopleComing(self, doors)
        self.coming.imported.connect(self.show_people)
        self.checking = CheckingPdfs(self, doors, tasks, asides)
        self.exports = Exports(self, doors, tasks)
        self.registers = Registers(self, doors)
        self.reminders = Reminders(self, doors, tasks)
        self.term_dates = TermDates(self, doors)
        self.activity = ActivityPages(self, doors, tasks)

    def know(self, signed_in: SignedIn) -> None:
        """Take who is here, for the sidebar."""
        self.frame = frame_of(signed_in)

    def go(self, place: str) -> None:
        """Show one of these places, or say that it is another."""
        if place in self._ways:
            self._ways[place]()
        else:
            self.went.emit(place)

    def lead(self, place: str, show: Callable[[], None]) -> None:
        """Take how a place is shown; its controller says so when it is made."""
        self._ways[place] = show

    def serve(self, page: PlacedPage, back: Callable[[], None]) -> None:
        """Show a page, which leads back to where `back` leads."""
        page.went.connect(self.go)
        page.went_back.connect(back)
        page.left.connect(back)
        self._asides.serve(page)
        self._window.show_page(page)

    def run(self, work: Callable[[], T], done: Callable[[T], None], refused: Callable[[str], None]) -> None:
        """Do work on the worker; what was refused or went wrong is said on the page."""
        self._tasks.run(
            work,
            done,
            lambda reason: refused(str(reason)),
            lambda reason: self._say_trouble(str(reason), lambda: self.run(work, done, refused)),
        )

    def _say_trouble(self, sentence: str, again: Callable[[], None]) -> None:
        page = self._window.page
        if page is None:
            return

        def try_again() -> None:
            page.clear_trouble()
            again()

        page.show_trouble(sentence)
        page.tried_again.connect(try_again, Qt.ConnectionType.SingleShotConnection)

    def say_refused(self, sentence: str) -> None:
        """Say on the page that shows what was refused."""
        page = self._window.page
        if page is not None:
            page.show_errors([(page.heading, sentence)])

    def show_people(self, said: str = "") -> None:
        """Show the list as it stands now, and what was just done."""
        self.run(
            lambda: self._doors.desk().people_list().all(),
            lambda lines: self._list(lines, said),
            self.say_refused,
        )

    def _list(self, lines: tuple[PersonLine, ...], said: str) -> None:
        page = PeoplePage(self.frame, lines, said)
        page.opened.connect(self.show_person)
        page.add_wanted.connect(self._ask_new)
        page.import_wanted.connect(self.coming.begin)
        page.codes_wanted.connect(lambda people: self._give_codes(page, people, self.show_people))
        self.serve(page, lambda: self.went.emit("check"))

    def show_person(self, person: str, said: str = "") -> None:
        """Show one person's file as it stands now, and what was just done."""
        self.run(
            lambda: self._doors.desk().people_list().one(person),
            lambda file: self._person(file, said),
            self.say_refused,
        )

    def _person(self, file: PersonFile, said: str) -> None:
        page, person = PersonPage(self.frame, file, said), file.line.person
        page.change_wanted.connect(lambda: self._show_details(file.details))
        page.code_wanted.connect(lambda: self._give_codes(page, [person], lambda: self.show_person(person)))
        page.remind_wanted.connect(lambda: self.reminders.begin((person,)))
        page.asked_by.connect(lambda day: self._ask_by(page, person, day))
        page.away_until.connect(lambda day: self._away(page, person, day))
        page.office_given.connect(lambda *given: self._give_office(page, *given))
        page.office_ended.connect(lambda holding, day: self._end_office(page, holding, day))
        page.left_wanted.connect(lambda: self._show_left(file))
        page.activity_wanted.connect(lambda: self.activity.show_of(person))
        self.serve(page, self.show_people)

    def _ask_by(self, page: PersonPage, person: str, day: date) -> None:
        done = self.tr("The due date is set.")
        self._change(page, lambda: self._doors.desk().people().ask_by(person, day), done)

    def _away(self, page: PersonPage, person: str, day: date | None) -> None:
        done = self.tr("Noted.")
        self._change(page, lambda: self._doors.desk().people().away(person, day), done)

    def _give_office(self, page: PersonPage, office: str, since: date, until: date | None, *acting: bool) -> None:
        def give() -> None:
            people, person = self._doors.desk().people(), page.file.line.person
            people.give_office(Office(office), person, since, until, acting=any(acting))

        self._change(page, give, self.tr("The office is given."))

    def _end_office(self, page: PersonPage, holding: str, day: date) -> None:
        def end() -> None:
            self._doors.desk().people().end_office(holding, day)

        self._change(page, end, self.tr("The office ends."))

    def _change(self, page: PersonPage, work: Callable[[], None], done: str) -> None:
        self.run(work, lambda _: self.show_person(page.file.line.person, done), page.show_refused)

    def _ask_new(self) -> None:
        self.run(
            lambda: self._doors.desk().people().joins(),
            lambda joins: self._show_details(None, joins),
            self.say_refused,
        )

    def _show_details(self, before: Person | None, joins: Joins | None = None) -> None:
        page = PersonAddPage(self.frame, before, joins)
        page.saved.connect(lambda person: self._save(page, person))
        self.serve(page, self.show_people if before is None else lambda: self.show_person(before.person))

    def _save(self, page: PersonAddPage, details: Person) -> None:
        done = self.tr("{name} is on the list.") if not details.person else self.tr("Saved.")
        due, kept_out = page.due(), page.kept_out()
        self.run(
            lambda: self._doors.desk().people().enter(details, due, kept_out=kept_out),
            lambda person: self.show_person(person.person, done.format(name=person.name)),
            page.show_refused,
        )

    def _show_left(self, file: PersonFile) -> None:
        page, person = PersonLeftPage(self.frame, file.line.name, file.today), file.line.person
        done = self.tr("{name} has left.").format(name=file.line.name)
        page.confirmed.connect(
            lambda day: self.run(
                lambda: self._doors.desk().people().leave(person, day),
                lambda _: self.show_people(done),
                page.show_refused,
            )
        )
        self.serve(page, lambda: self.show_person(person))

    def _give_codes(self, page: PlacedPage, people: list[str], then: Callable[[], None]) -> None:
        self.run(
            lambda: self._doors.desk().keepers().invite_all(people),
            lambda slips: self._show_codes(slips, then),
            lambda sentence: page.show_errors([(page.heading, sentence)]),
        )

    def _show_codes(self, slips: tuple[Slip, ...], then: Callable[[], None]) -> None:
        page = NewCodesPage(slips)
        for way_on in (page.finished, page.went_back, page.left):
            way_on.connect(then)
        self._asides.serve(page)
        self._window.show_page(page)

    def show_waiting(self, said: str = "") -> None:
        """Show the keys that wait for a second person."""
        self.run(
            lambda: self._doors.desk().keepers().waiting(),
            lambda keys: self._waiting(keys, said),
            self.say_refused,
        )

    def _waiting(self, keys: tuple[WaitingKey, ...], said: str) -> None:
        page, done = ConfirmKeysPage(self.frame, keys, said), self.tr("The key is confirmed.")
        page.confirmed.connect(
            lambda key: self.run(
                lambda: self._doors.desk().keepers().confirm(key),
                lambda _: self.show_waiting(done),
                page.show_refused,
            )
        )
        self.serve(page, lambda: self.went.emit("check"))

    def choose_file(self, page: PlacedPage) -> Path | None:
        """Ask for a staff file; None where none was chosen."""
        kinds = self.tr("Staff list (*.csv *.txt *.tsv)")
        chosen, _ = QFileDialog.getOpenFileName(page, self.tr("The staff list"), str(Path.home()), kinds)
        return Path(chosen) if chosen else None
