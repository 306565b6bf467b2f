"""A person's year: the home page and what it leads to, from sign-in until they lock."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from candour.errors import NotMatching
from candour.gui.my_requests import RequestPages
from candour.gui.pages.changed import ChangedPage
from candour.gui.pages.held import HeldPage
from candour.gui.pages.home import HomePage
from candour.gui.pages.my_record import MyRecordPage
from candour.gui.pages.to_do_done import ToDoDonePage
from candour.gui.places import CHECK, HELD, RECORD, Frame, frame_of

if TYPE_CHECKING:
    from candour.errors import Refused
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.journey import Journey
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.page import Page
    from candour.gui.pages.placed import PlacedPage
    from candour.gui.tasks import Tasks
    from candour.services.declaring import Declaring
    from candour.services.request_results import PointChanged
    from candour.services.results import DeclarationLine, Held, OpenCheck, SignedIn, ToSign
    from candour.services.year_results import Home, MyRecord, ToDo


class YearPages(QObject):
    """Shows the places of a person; `elsewhere` carries the key of a place that is not of their own year."""

    elsewhere = Signal(str)

    def __init__(self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides, journey: Journey) -> None:
        super().__init__(journey)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._journey = journey
        self._frame = Frame("", "", ())
        self.requests = RequestPages(
            self,
            window,
            doors,
            tasks,
            asides,
            journey.saving,
            go=self.go,
            home=self.show_home,
            record=self.show_record,
        )

    def begin(self, signed_in: SignedIn) -> None:
        """Show the home page; who has no other places, and has not begun, sees what stands before the check."""
        self._frame = frame_of(signed_in)
        self.requests.begin(self._frame)
        self._read_home(first=True)

    def show_home(self) -> None:
        """Show the home page as things stand now."""
        self._read_home(first=False)

    def go(self, place: str) -> None:
        """Show one of the person's places."""
        shows = {CHECK: self.show_home, RECORD: self.show_record, HELD: self.show_held}
        if place in shows:
            shows[place]()
        else:
            self.elsewhere.emit(place)

    def _read_home(self, *, first: bool) -> None:
        def read() -> tuple[Home, OpenCheck | None]:
            desk = self._doors.desk()
            home = desk.my_year().home()
            next_one = next((check.checklist for check in home.checks if not check.signed), "")
            return home, desk.my_check(next_one).open() if home.checks else None

        def again() -> None:
            self._read_home(first=first)

        self._tasks.run(
            read,
            lambda found: self._show_home(*found, first=first),
            lambda reason: self._journey.show_trouble(str(reason), again),
            lambda reason: self._journey.show_trouble(str(reason), again),
        )

    def _show_home(self, home: Home, check: OpenCheck | None, *, first: bool) -> None:
        self._window.telling = home.telling
        if check is not None:
            self._journey.take(check)
            begun = any(each.begun or each.on_paper is not None for each in home.checks)
            if first and not self._frame.has_work and not begun:
                self._journey.show_before_start()
                return
        page = HomePage(self._frame, home, date.today())  # noqa: DTZ011 - the person's own day
        page.continued.connect(self._journey.start)
        page.group_wanted.connect(self._show_question)
        page.done_wanted.connect(lambda todo: self._ask_done(page, todo))
        page.changed_wanted.connect(self.show_changed)
        page.ask_wanted.connect(lambda: self._ask(home))
        self._connect_requests(page, home.changed)
        page.save_wanted.connect(lambda reference: self._save(page, home.declarations, reference))
        page.told_wanted.connect(self._say_told)
        page.finished.connect(self._journey.finished)
        self._serve(page)

    def _show_question(self, checklist: str, question: str) -> None:
        self._journey.open(checklist, lambda: self._journey.show(question or None))

    def _save(self, page: PlacedPage, lines: tuple[DeclarationLine, ...], reference: str) -> None:
        line = next(each for each in lines if each.reference == reference)
        self._journey.saving.save_declaration(page, line)

    def _ask(self, home: Home) -> None:
        everyones = home.checks[0] if home.checks else None
        if everyones is not None and not everyones.signed:
            self._journey.open(everyones.checklist, self._journey.show_connections)
        else:
            self.requests.ask()

    def _connect_requests(self, page: HomePage | MyRecordPage, changed: tuple[PointChanged, ...]) -> None:
        page.requests.opened.connect(self.requests.show)
        page.requests.draft_wanted.connect(self.requests.go_on)
        page.look_again.again_wanted.connect(self.requests.ask_again_for)
        page.look_again.still_right.connect(
            lambda reference: self.requests.say_still_right(
                reference, lambda words: self.requests.show(reference, words)
            )
        )
        page.changed_points.update_wanted.connect(lambda: self._renew(page, changed[0].checklist))
        page.policy.update_wanted.connect(lambda: self._renew(page, page.policy.checklist))

    def _renew(self, page: Page, checklist: str) -> None:
        def begun(check: OpenCheck) -> None:
            self._journey.take(check)
            self._journey.resume()

        self._tasks.run(
            lambda: self._doors.desk().updating(checklist).renew(),
            begun,
            lambda reason: page.show_trouble(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _say_told(self) -> None:
        card = self._asides.show_stop_card()
        card.show_told()
        card.went_on.connect(self.show_home)

    def show_record(self) -> None:
        """Show what the person signed and asked for."""
        self._tasks.run(
            lambda: self._doors.desk().my_record().mine(),
            self._show_record,
            lambda reason: self._journey.show_trouble(str(reason), self.show_record),
            lambda reason: self._journey.show_trouble(str(reason), self.show_record),
        )

    def _show_record(self, record: MyRecord) -> None:
        page = MyRecordPage(self._frame, record)
        page.requests.ask_wanted.connect(self.requests.ask)
        self._connect_requests(page, record.changed)
        page.done_wanted.connect(lambda todo: self._ask_done(page, todo))
        page.changed_wanted.connect(self.show_changed)
        page.save_wanted.connect(lambda reference: self._save(page, record.declarations, reference))
        self._serve_place(page)

    def show_held(self) -> None:
        """Show everything that is held about the person."""
        self._tasks.run(
            lambda: (self._doors.desk().held().mine(), self._doors.desk().copies().listed()),
            lambda found: self._show_held(*found),
            lambda reason: self._journey.show_trouble(str(reason), self.show_held),
            lambda reason: self._journey.show_trouble(str(reason), self.show_held),
        )

    def _show_held(self, held: Held, declarations: tuple[DeclarationLine, ...]) -> None:
        page = HeldPage(self._frame, held, declarations, self._asides.hr)
        name, saving = self.tr("What is held about me"), self._journey.saving
        page.pdf_wanted.connect(lambda: saving.ask(page, f"{name}.pdf", lambda: held.pdf))
        page.json_wanted.connect(lambda: saving.ask(page, f"{name}.json", lambda: held.json))
        page.full_copy_wanted.connect(lambda reference: saving.save_full_copy(page, reference))
        self._serve_place(page)

    def show_changed(self, checklist: str) -> None:
        """Ask what has changed since the declaration of a checklist was signed."""
        self._journey.open(checklist, self._show_changed)

    def _show_changed(self) -> None:
        page = ChangedPage(self._frame, self._journey.check)
        page.chosen.connect(lambda questions: self._begin_update(page, questions))
        self._serve_place(page)

    def _begin_update(self, page: ChangedPage, questions: tuple[str, ...]) -> None:
        def begun(check: OpenCheck) -> None:
            self._journey.take(check)
            self._journey.resume()

        self._tasks.run(
            lambda: self._doors.desk().updating(self._journey.check.checklist.id).begin(questions),
            begun,
            lambda reason: page.show_trouble(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _ask_done(self, page: Page, todo: ToDo) -> None:
        """Prepare the declaration that says that a to-do is done, and show it before it is signed."""

        def prepare() -> tuple[Declaring, ToSign]:
            declaring = self._doors.desk().declaring(todo.checklist)
            return declaring, declaring.done(todo.question)

        self._tasks.run(
            prepare,
            lambda prepared: self._show_done(todo, *prepared),
            lambda reason: page.show_trouble(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _show_done(self, todo: ToDo, declaring: Declaring, to_sign: ToSign) -> None:
        page = ToDoDonePage(todo, to_sign)
        page.pdf_wanted.connect(lambda: self._journey.signing.show_pdf(to_sign))
        page.signed.connect(lambda secret: self._sign(page, declaring, secret))
        page.changed_wanted.connect(lambda: self.show_changed(todo.checklist))
        self._back_home(page)
        self._asides.serve(page)
        self._window.show_page(page)

    def _sign(self, page: ToDoDonePage, declaring: Declaring, secret: str) -> None:
        def refused(reason: Refused) -> None:
            mismatch = isinstance(reason, NotMatching)
            page.show_refused(self.tr("That passphrase does not match") if mismatch else str(reason))

        self._tasks.run(
            lambda: declaring.sign(secret),
            self._journey.signing.show_signed,
            refused,
            lambda reason: page.show_trouble(str(reason)),
        )

    def _serve_place(self, page: PlacedPage) -> None:
        self._back_home(page)
        self._serve(page)

    def _back_home(self, page: Page) -> None:
        page.went_back.connect(self.show_home)
        page.left.connect(self.show_home)

    def _serve(self, page: PlacedPage) -> None:
        page.went.connect(self.go)
        self._asides.serve(page)
        self._window.show_page(page)
