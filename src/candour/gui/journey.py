"""One person's way through their check: before they start, the questions, signing, and after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from candour.domain.flow import chosen, first_unanswered, next_question, previous_question
from candour.domain.policy import next_by
from candour.gui.my_year import YearPages
from candour.gui.own_document import OwnDocument
from candour.gui.pages.before_start import BeforeStartPage
from candour.gui.question_pages import QuestionPages
from candour.gui.saving import Saving
from candour.gui.signing import SigningSteps
from candour.gui.telling import Telling
from candour.gui.widgets.announcer import Announcer

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.checklist import Given
    from candour.errors import Refused, Trouble
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.page import Page
    from candour.gui.tasks import Tasks
    from candour.services.my_check import MyCheck
    from candour.services.results import OpenCheck, Saved, SignedIn


class Journey(QObject):
    """Leads a signed-in person; what they answered is saved at every Continue."""

    finished = Signal()

    def __init__(self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(window)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._check: OpenCheck | None = None
        self._saved: Saved | None = None
        self.pages = QuestionPages(window, doors, tasks, asides, self)
        self.saving = Saving(self, doors, tasks)
        self.signing = SigningSteps(window, doors, tasks, asides, self)
        self.year = YearPages(window, doors, tasks, asides, self)
        self.telling = Telling(window, self, doors, tasks, asides)
        self.own_document = OwnDocument(self, doors, tasks, asides)
        asides.policy_opened.connect(self._note_policy)

    @property
    def check(self) -> OpenCheck:
        """Return the check under way; LookupError before it was opened, which is a bug."""
        if self._check is None:
            raise LookupError("no check is open")
        return self._check

    def _own(self) -> MyCheck:
        return self._doors.desk().my_check(self.check.checklist.id)

    @property
    def saved(self) -> Saved | None:
        """Return the last saving of this sitting."""
        return self._saved

    def begin(self, signed_in: SignedIn) -> None:
        """Show how the person's year stands, or where they left their check."""
        self._saved = None
        self.year.begin(signed_in)

    def show_before_start(self) -> None:
        """Show what stands before the first question."""
        page = BeforeStartPage(self.check)
        page.started.connect(self.resume)
        page.who_sees_wanted.connect(lambda: self._asides.read("who sees"))
        page.signing_wanted.connect(lambda: self._asides.read("signing"))
        page.promise_wanted.connect(lambda: self._asides.read("promise"))
        page.more_time_wanted.connect(lambda: self._more_time(page))
        page.left.connect(self.finished)
        # a method's connection ends with its page, a lambda's does not
        self._asides.policy_opened.connect(page.note_policy_opened)
        self._asides.serve(page)
        self._window.show_page(page)

    def _more_time(self, page: BeforeStartPage) -> None:
        self._tasks.run(
            lambda: self._own().more_time(),
            page.show_more_time,
            lambda reason: page.show_time_refused(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _note_policy(self) -> None:
        if self._check is None or self._check.policy_opened:
            return

        def note() -> OpenCheck:
            check = self._own()
            check.note_policy_opened()
            return check.open()

        # Nothing of the person's is at stake: the policy can be opened once more before signing.
        self._tasks.run(note, self._take_opened, lambda _: None, lambda _: None)

    def _take_opened(self, check: OpenCheck) -> None:
        self.take(check)
        self.signing.refresh()

    def take(self, check: OpenCheck) -> None:
        """Take the person's check as it stands now."""
        self._check = check
        self._asides.know_pack(check.pack)

    def resume(self) -> None:
        """Show the first question without an answer, or Check and sign."""
        question = first_unanswered(self.check.checklist, self.check.answers)
        self.show(None if question is None else question.id)

    def show_connections(self) -> None:
        """Show the question about family and others, where an exception is asked for."""
        self.show(next(each.id for each in self.check.checklist.questions if each.kind == "connections"))

    def show_or_sign(self, question: str) -> None:
        """Show the question of a link: "" is the policy, and what is no question is Check and sign."""
        if not question:
            self._asides.show_policy()
            return
        known = {each.id for each in self.check.checklist.questions}
        self.show(question if question in known else None)

    def reload(self, then: Callable[[], None]) -> None:
        """Read the check afresh, such as after a request was sent, then go on."""
        self.open("" if self._check is None else self._check.checklist.id, then)

    def start(self, checklist: str) -> None:
        """Go on with a check where it stopped, or show what stands before one that was not begun."""
        self.open(checklist, self._start)

    def _start(self) -> None:
        if self.check.signed is None and not self.check.answers:
            self.show_before_start()
        else:
            self.resume()

    def open(self, checklist: str, then: Callable[[], None]) -> None:
        """Take one of the person's checks, by the id of its checklist ("": everybody's), then go on."""

        def read(check: OpenCheck) -> None:
            if self._check is not None and check.checklist.id != self._check.checklist.id:
                self._saved = None  # what was saved last is another check's
            self.take(check)
            then()

        self._tasks.run(
            lambda: self._doors.desk().my_check(checklist).open(),
            read,
            lambda reason: self.show_trouble(str(reason), then),
            lambda reason: self.show_trouble(str(reason), then),
        )

    def show_trouble(self, sentence: str, again: Callable[[], None]) -> None:
        """Say on the page that shows what failed, and let the person try again."""
        page = self._window.page
        if page is not None:
            page.show_trouble(sentence)
            page.tried_again.connect(again, Qt.ConnectionType.SingleShotConnection)

    def end(self) -> None:
        """Forget the person: their check, and every page that shows it."""
        self._check, self._saved = None, None
        self._asides.signed_in = False
        self._asides.is_hr = False
        self.pages.forget()
        self.signing.forget()
        self._window.forget_kept()

    def show(self, question: str | None) -> None:
        """Show a question by id; None shows Check and sign."""
        if question is None:
            self.signing.show()
        else:
            self.pages.show(next_by(self.check.checklist.questions, "id", question))

    def go_back(self, before: str | None) -> None:
        """Show the question before one, or before Check and sign; before the first, what stood before."""
        found = previous_question(self.check.checklist, self.check.answers, before, self.check.asks)
        if found is None and self.check.answers:
            self.year.show_home()
        elif found is None:
            self.show_before_start()
        else:
            self.show(found.id)

    def save(self, page: Page, given: Given, then: Callable[[], None] | None = None) -> None:
        """Save an answer, then go on; what was chosen stays on screen when that fails."""
        self._tasks.run(
            lambda: self._own().save(given),
            lambda saved: self._answered(given, saved, then),
            lambda reason: page.show_trouble(str(reason)),
            lambda reason: page.show_trouble(self._not_saved(reason)),
        )

    def _not_saved(self, reason: Trouble | Refused) -> str:
        return self.tr(
            "We could not save that answer. It is still on screen. Try again, or tell {hr} if it keeps happening. "
            "({reason})"
        ).format(hr=self._asides.hr or self.tr("the office"), reason=reason)

    def _answered(self, given: Given, saved: Saved, then: Callable[[], None] | None) -> None:
        self._saved = saved
        self._check = self._with_answers(saved)
        Announcer(self._window).say(self.tr("Saved"))  # to the eye the rail says so, with the time
        if then is not None:
            then()
            return
        question = next_by(self.check.checklist.questions, "id", given.question)
        following = next_question(self.check.checklist, self.check.answers, question.id, self.check.asks)

        def go_on() -> None:
            self.show(None if following is None else following.id)

        leads_to = {answer.leads_to for answer in chosen(question, given)}
        if "stop" in leads_to:
            self._asides.show_stop_card(from_question=True).went_on.connect(go_on)
        elif "request" in leads_to and not given.requests:
            self.pages.ask(question, given, go_on)
        else:
            go_on()

    def _with_answers(self, saved: Saved) -> OpenCheck:
        return replace(self.check, answers=saved.answers, asks=saved.asks)
