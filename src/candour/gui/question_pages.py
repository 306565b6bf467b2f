"""The pages of questions: which page shows which kind, and what each of their signals does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from candour.domain.checklist import Given
from candour.domain.flow import confirmable
from candour.gui.asking import AskingPages, Ways
from candour.gui.pages.accounts import AccountsPage
from candour.gui.pages.connections import ConnectionsPage
from candour.gui.pages.phone_cover import PhoneCover
from candour.gui.pages.question import QuestionPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.policy import Question
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.journey import Journey
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.question_frame import QuestionFrame
    from candour.gui.tasks import Tasks


class QuestionPages(QObject):
    """Shows questions; one page of each kind serves them all, so that going on is quick."""

    covered = Signal(bool)
    """Whether the phone cover shows: it has its own 20 minutes, and the idle lock waits meanwhile (screens 2.1)."""

    def __init__(self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides, journey: Journey) -> None:
        super().__init__(journey)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._journey = journey
        self.asking = AskingPages(self, window, doors, tasks, asides)
        self._question: Question | None = None
        self._pages: dict[str, QuestionFrame] = {}

    def show(self, question: Question) -> None:
        """Show a question, with what was answered before."""
        self._question = question
        check, saved = self._journey.check, self._journey.saved
        page = self._page(question.kind)
        given = check.answers.get(question.id)
        if given is None and confirmable(question):
            given = check.last_year.get(question.id)  # to be confirmed: it counts once the person continues
        page.show_question(check, question, given, date.today(), saved.at if saved else None)  # noqa: DTZ011
        self._window.show_page(page, keep=True)

    def forget(self) -> None:
        """Let the pages go, with what was chosen on them."""
        self._pages = {}
        self._question = None

    def _page(self, kind: str) -> QuestionFrame:
        if kind not in self._pages:
            self._pages[kind] = self._connected(_PAGE_OF_KIND[kind]())
        return self._pages[kind]

    def _connected(self, page: QuestionFrame) -> QuestionFrame:
        page.continued.connect(lambda given: self._journey.save(page, given))
        page.tried_again.connect(page.go_on)
        page.went_back.connect(lambda: self._journey.go_back(self._now.id))
        page.left.connect(self._journey.finished)
        page.jumped.connect(self._journey.show_or_sign)
        page.looked_at_phone.connect(lambda: self._cover(page))
        page.looks_wanted.connect(self._asides.show_looks)
        page.help_wanted.connect(lambda: self._asides.show_help(page.page_id))
        page.policy_wanted.connect(lambda: self._asides.show_policy(self._now.point))
        page.lead_wanted.connect(lambda: self._asides.show_stop_card())
        if isinstance(page, ConnectionsPage):
            page.request_wanted.connect(self._add_connection)
            page.draft_wanted.connect(self._go_on_with)
        return page

    @property
    def _now(self) -> Question:
        if self._question is None:
            raise LookupError("no question shows")
        return self._question

    def _cover(self, page: QuestionFrame) -> None:
        cover = PhoneCover(page.steps_to_show())
        cover.came_back.connect(self._window.leave_aside)
        cover.came_back.connect(lambda: self.covered.emit(False))
        self._asides.serve(cover)
        cover.timed_out.connect(self._journey.finished)
        self._window.show_aside(cover)
        self.covered.emit(True)

    def _add_connection(self) -> None:
        question = self._now
        self.ask(question, self._asking_given(), lambda: self.show(question))

    def _asking_given(self) -> Given:
        question, given = self._now, self._journey.check.answers.get(self._now.id)
        some = tuple(a.id for a in question.answers if a.outcome == "ask")[:1]
        return Given(question.id, some, requests=given.requests if given is not None else ())

    def ask(self, question: Question, given: Given, then: Callable[[], None]) -> None:
        """Show the page that asks the Headteacher; once sent, its reference belongs to the answer."""
        self.asking.ask(question, self._ways(question, given, then))

    def _go_on_with(self, draft: str) -> None:
        question, given = self._now, self._asking_given()
        self.asking.go_on(draft, self._ways(question, given, lambda: self.show(question)))

    def _ways(self, question: Question, given: Given, then: Callable[[], None]) -> Ways:
        def sent(reference: str) -> None:
            answer, page = replace(given, requests=(*given.requests, reference)), self._window.page
            if page is not None:
                self._journey.reload(lambda: self._journey.save(page, answer, then))

        return Ways(
            sent=sent,
            back=lambda: self._journey.reload(lambda: self.show(question)),
            leave=self._journey.finished.emit,
            trouble=self._journey.show_trouble,
            check=self._journey.check,
        )


_PAGE_OF_KIND: dict[str, Callable[[], QuestionFrame]] = {
    "accounts": AccountsPage,
    "connections": ConnectionsPage,
    "choice": QuestionPage,
}
