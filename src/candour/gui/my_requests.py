"""One's own requests: the page of each, its moves, its letter, and asking for one at any time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from candour.gui.asking import AskingPages, Ways
from candour.gui.pages.ask_what import AskWhatPage
from candour.gui.pages.request import RequestPage
from candour.gui.pages.request_end import RequestEndPage
from candour.gui.places import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.page import Page
    from candour.gui.pages.placed import PlacedPage
    from candour.gui.saving import Saving
    from candour.gui.tasks import Tasks
    from candour.services.my_requests import MyRequests
    from candour.services.request_results import MyRequest


class RequestPages(QObject):
    """Shows requests; `home` and `record` lead to the person's places, `go` to the one of a key."""

    paper_wanted = Signal(object, str)

    def __init__(
        self,
        parent: QObject,
        window: MainWindow,
        doors: Doors,
        tasks: Tasks,
        asides: Asides,
        saving: Saving,
        *,
        go: Callable[[str], None],
        home: Callable[[], None],
        record: Callable[[], None],
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._saving = saving
        self._go, self._home, self._record = go, home, record
        self.asking = AskingPages(self, window, doors, tasks, asides)
        self.frame = Frame("", "", ())
        self._typed: dict[str, str] = {}

    def begin(self, frame: Frame) -> None:
        """Take who is here, and forget what the one before them had typed."""
        self.frame = frame
        self._typed = {}

    def show(self, reference: str, said: str = "") -> None:
        """Show one request as it stands now, and what was just done."""

        def again() -> None:
            self.show(reference, said)

        self._tasks.run(
            lambda: self._doors.desk().my_requests().one(reference),
            lambda request: self._show(request, said),
            lambda reason: self._say_trouble(str(reason), again),
            lambda reason: self._say_trouble(str(reason), again),
        )

    def _show(self, request: MyRequest, said: str) -> None:
        page, reference = RequestPage(self.frame, request, said), request.reference
        self._bring_back(page, reference)
        page.answered.connect(lambda words: self._answer(page, reference, words))
        page.withdraw_wanted.connect(lambda: self._ask_once_more(request))
        page.end_wanted.connect(lambda: self._ask_once_more(request))
        page.still_right.connect(lambda: self.say_still_right(reference, lambda words: self.show(reference, words)))
        page.again_wanted.connect(lambda: self.ask_again(request))
        page.paper_wanted.connect(lambda: self.paper_wanted.emit(page, reference))
        page.letter_opened.connect(lambda: self._open_letter(page, reference))
        page.letter_saved.connect(lambda: self._save_letter(page, reference))
        self._serve(page, self._record, lambda: self._keep_typed(page, reference))

    def _bring_back(self, page: RequestPage, reference: str) -> None:
        if page.answer is not None:
            page.answer.box.field.setPlainText(self._typed.get(reference, ""))

    def _keep_typed(self, page: RequestPage, reference: str) -> None:
        if page.answer is not None:
            self._typed[reference] = page.typed

    def _answer(self, page: RequestPage, reference: str, words: str) -> None:
        def answered() -> None:
            self._typed.pop(reference, None)
            self.show(reference, self.tr("Your answer is sent."))

        self._move(page, lambda mine: mine.answer(reference, words), answered)

    def _ask_once_more(self, request: MyRequest) -> None:
        page, reference = RequestEndPage(self.frame, request), request.reference
        done = self.tr("It is withdrawn.") if page.withdraws else self.tr("It has ended.")

        def move(mine: MyRequests, why: str) -> None:
            if page.withdraws:
                mine.withdraw(reference)
            else:
                mine.end(reference, why)

        page.confirmed.connect(
            lambda why: self._move(page, lambda mine: move(mine, why), lambda: self.show(reference, done))
        )
        self._serve(page, lambda: self.show(reference))

    def say_still_right(self, reference: str, then: Callable[[str], None]) -> None:
        """Say that an exception is as it was; `then` takes what to say of it."""
        page = self._window.page
        if page is not None:
            noted = self.tr("Noted: it is still right.")
            self._move(page, lambda mine: mine.still_right(reference), lambda: then(noted))

    def ask_again(self, request: MyRequest) -> None:
        """Ask with the same terms; where one's keys cannot open them, from the beginning."""
        if request.asked is None:
            self.ask()
            return
        self.asking.ask_again(request.asked, request.reference, self._ways(lambda: self.show(request.reference)))

    def ask_again_for(self, reference: str) -> None:
        """Read a request, and ask with the same terms."""
        self._tasks.run(
            lambda: self._doors.desk().my_requests().one(reference),
            self.ask_again,
            lambda reason: self._say_trouble(str(reason), lambda: self.ask_again_for(reference)),
            lambda reason: self._say_trouble(str(reason), lambda: self.ask_again_for(reference)),
        )

    def ask(self) -> None:
        """Let the person choose what they want to ask for, outside of any check."""

        def show(page: AskWhatPage) -> None:
            page.chosen.connect(lambda question: self.asking.ask(question, self._ways(self._record)))
            self._serve(page, self._record)

        self._tasks.run(
            lambda: self._doors.desk().asking().ground(),
            lambda ground: show(AskWhatPage(self.frame, ground)),
            lambda reason: self._say_trouble(str(reason), self.ask),
            lambda reason: self._say_trouble(str(reason), self.ask),
        )

    def go_on(self, draft: str) -> None:
        """Go on with a draft, outside of any check."""
        self.asking.go_on(draft, self._ways(self._record))

    def _ways(self, back: Callable[[], None]) -> Ways:
        sent = self.tr("It is sent. Until you hear back, do not write about school.")
        return Ways(
            sent=lambda reference: self.show(reference, sent),
            back=back,
            leave=self._home,
            trouble=self._say_trouble,
        )

    def _move(self, page: Page, work: Callable[[MyRequests], None], done: Callable[[], None]) -> None:
        self._tasks.run(
            lambda: work(self._doors.desk().my_requests()),
            lambda _: done(),
            lambda reason: page.show_errors([(page.heading, str(reason))]),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _open_letter(self, page: RequestPage, reference: str) -> None:
        self._tasks.run(
            lambda: self._doors.desk().my_requests().letter(reference),
            lambda letter: self._show_letter(reference, letter),
            lambda reason: page.show_errors([(page.heading, str(reason))]),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _show_letter(self, reference: str, letter: bytes) -> None:
        from candour.gui.pages.letter import LetterPage  # noqa: PLC0415 - QtPdf is not for the first window

        self._asides.lay_over(LetterPage(reference, letter))

    def _save_letter(self, page: RequestPage, reference: str) -> None:
        name = self.tr("Decision on {reference}.pdf").format(reference=reference)
        self._saving.ask(page, name, lambda: self._doors.desk().my_requests().letter(reference))

    def _say_trouble(self, sentence: str, again: Callable[[], None]) -> None:
        page = self._window.page
        if page is not None:
            page.show_trouble(sentence)
            page.tried_again.connect(again)

    def _serve(self, page: PlacedPage, back: Callable[[], None], before: Callable[[], None] = lambda: None) -> None:
        def leave(then: Callable[[], None]) -> None:
            before()
            then()

        page.went.connect(lambda place: leave(lambda: self._go(place)))
        page.went_back.connect(lambda: leave(back))
        page.left.connect(lambda: leave(self._home))
        self._asides.serve(page)
        self._window.show_page(page)
