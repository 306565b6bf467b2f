"""Offices and the answers of one person: what the Headteacher, the chair, keepers and HR do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.domain.opening import OpeningReason
from candour.domain.people import Office
from candour.errors import Trouble
from candour.gui.pages.answers_of_one import AnswersOfOnePage
from candour.gui.pages.answers_pick import AnswersPickPage
from candour.gui.pages.contacts import ContactsPage
from candour.gui.pages.office_sheet import OfficeSheetPage
from candour.gui.pages.offices import WRITES_CONTACTS, OfficesPage
from candour.gui.pages.take_over import TakeOverPage
from candour.gui.places import ANSWERS, CHECK, OFFICES

if TYPE_CHECKING:
    from candour.domain.people import Contact
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.main_window import MainWindow
    from candour.services.office_results import OfficesView, OpenedAnswers, PersonToOpen
    from candour.services.results import ContactCard, SignedIn


class OfficePages(QObject):
    """Shows its places to whoever has them."""

    def __init__(self, window: MainWindow, doors: Doors, asides: Asides, hr: HrPages) -> None:
        super().__init__(window)
        self._window = window
        self._doors = doors
        self._asides = asides
        self._hr = hr
        self._writes_contacts = False
        hr.lead(OFFICES, self.show_offices)
        hr.lead(ANSWERS, self.show_pick)

    def know(self, signed_in: SignedIn) -> None:
        """Take who is here: who may change where somebody is found."""
        self._writes_contacts = any(office in WRITES_CONTACTS for office in signed_in.offices)

    def _home(self) -> None:
        self._hr.went.emit(CHECK)

    def _refused(self, sentence: str) -> None:
        page = self._window.page
        if page is not None:
            page.show_errors([(page.heading, sentence)])

    def show_offices(self, said: str = "") -> None:
        """Show how the offices stand now, and what was just done."""
        self._hr.run(
            lambda: self._doors.desk().offices().view(), lambda view: self._offices(view, said), self._refused
        )

    def _offices(self, view: OfficesView, said: str) -> None:
        page = OfficesPage(self._hr.frame, view, said, writes_contacts=self._writes_contacts)
        page.handed_over.connect(lambda office, person: self._hand_over(page, Office(office), person))
        page.take_over_wanted.connect(lambda office: self._show_take_over(Office(office)))
        page.renew_wanted.connect(lambda office: self._renew(page, Office(office)))
        page.contacts_wanted.connect(lambda: self._show_contacts(view.contacts))
        self._hr.serve(page, self._home)

    def _hand_over(self, page: OfficesPage, office: Office, person: str) -> None:
        done = self.tr("Handed over.")
        self._hr.run(
            lambda: self._doors.desk().offices().hand_over(office, person),
            lambda _: self.show_offices(done),
            page.show_refused,
        )

    def _show_take_over(self, office: Office) -> None:
        page, done = TakeOverPage(self._hr.frame, office), self.tr("You read for this office now.")
        page.taken.connect(
            lambda words: self._hr.run(
                lambda: self._doors.desk().offices().take_over(office, words),
                lambda _: self.show_offices(done),
                page.show_refused,
            )
        )
        self._hr.serve(page, self.show_offices)

    def _renew(self, page: OfficesPage, office: Office) -> None:
        self._hr.run(
            lambda: self._doors.desk().offices().renew(office),
            lambda words: self._show_sheet(office, words),
            page.show_refused,
        )

    def _show_sheet(self, office: Office, words: tuple[str, ...]) -> None:
        page, done = OfficeSheetPage((office.value,), words), self.tr("The office has a new key.")
        page.continued.connect(lambda: self.show_offices(done))
        self._asides.serve(page)
        self._window.show_page(page)

    def _show_contacts(self, contacts: tuple[ContactCard, ...]) -> None:
        page, done = ContactsPage(self._hr.frame, contacts), self.tr("Saved.")

        def save(said: tuple[Contact, ...]) -> None:
            self._hr.run(
                lambda: self._doors.desk().offices().put_contacts(said),
                lambda known: self._saved_contacts(known, done),
                page.show_refused,
            )

        page.saved.connect(save)
        self._hr.serve(page, self.show_offices)

    def _saved_contacts(self, contacts: tuple[ContactCard, ...], done: str) -> None:
        self._asides.contacts = contacts
        self.show_offices(done)

    def show_pick(self) -> None:
        """Show whose answers can be opened."""
        self._hr.run(lambda: self._doors.desk().answers_of_one().people(), self._pick, self._refused)

    def _pick(self, people: tuple[PersonToOpen, ...]) -> None:
        page = AnswersPickPage(self._hr.frame, people)

        def open_them(person: str, why: str) -> None:
            self._hr.run(
                lambda: self._doors.desk().answers_of_one().open(person, OpeningReason(why)),
                self._show_answers,
                page.show_refused,
            )

        page.wanted.connect(open_them)
        self._hr.serve(page, self._home)

    def _show_answers(self, opened: OpenedAnswers) -> None:
        page = AnswersOfOnePage(self._hr.frame, opened)
        page.copy_wanted.connect(lambda reference: self._show_copy(page, opened, reference))
        self._hr.serve(page, self.show_pick)

    def _show_copy(self, page: AnswersOfOnePage, opened: OpenedAnswers, reference: str) -> None:
        from candour.gui.pages.full_copy import FullCopyPage  # noqa: PLC0415 - QtPdf is not for the first window

        copy = next(each for each in opened.copies if each.reference == reference)
        try:
            self._asides.lay_over(FullCopyPage(opened.name, copy))
        except Trouble as reason:
            page.show_trouble(str(reason))
