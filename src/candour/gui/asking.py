"""Writing a request, from a question or at any time: what was written is kept as a draft however one leaves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from candour.domain.request_questions import question_of
from candour.gui.pages.ask import AskPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.exception_request import AskedFor
    from candour.domain.policy import Question
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.main_window import MainWindow
    from candour.gui.tasks import Tasks
    from candour.services.request_results import AskingGround, OpenDraft
    from candour.services.results import OpenCheck


@dataclass(frozen=True)
class Ways:
    """Where a request leads: `sent` takes its reference, `back` and `leave` follow once what was written is kept.

    `trouble` says what failed before its page shows, with a way to try again; `check` is the check in which it is
    made, if in one.
    """

    sent: Callable[[str], None]
    back: Callable[[], None]
    leave: Callable[[], None]
    trouble: Callable[[str, Callable[[], None]], None]
    check: OpenCheck | None = None


class AskingPages(QObject):
    """Shows the page of a request and does what it asks for."""

    def __init__(self, parent: QObject, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides) -> None:
        super().__init__(parent)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides

    def ask(self, question: Question, ways: Ways) -> None:
        """Show an empty request that belongs to a question."""
        self._read(ways, lambda: self.ask(question, ways), lambda ground, _: self._show(ground, question, ways))

    def ask_again(self, asked: AskedFor, reference: str, ways: Ways) -> None:
        """Show a request with the terms of an earlier one; its month is chosen anew."""
        begun = replace(asked, until=None, same_as=reference)

        def show(ground: AskingGround, _drafts: tuple[OpenDraft, ...]) -> None:
            self._show(ground, question_of(ground.checklist, asked.question, asked.kind), ways, begun)

        self._read(ways, lambda: self.ask_again(asked, reference, ways), show)

    def go_on(self, draft: str, ways: Ways) -> None:
        """Show a draft as it was left; one that was sent or dropped meanwhile leads back."""

        def show(ground: AskingGround, drafts: tuple[OpenDraft, ...]) -> None:
            begun = next((each.asked for each in drafts if each.draft == draft), None)
            if begun is None:
                ways.back()
                return
            self._show(ground, question_of(ground.checklist, begun.question, begun.kind), ways, begun, draft)

        self._read(ways, lambda: self.go_on(draft, ways), show)

    def _read(
        self,
        ways: Ways,
        again: Callable[[], None],
        show: Callable[[AskingGround, tuple[OpenDraft, ...]], None],
    ) -> None:
        self._tasks.run(
            lambda: (self._doors.desk().asking().ground(), self._doors.desk().request_drafts().mine()),
            lambda found: show(*found),
            lambda reason: ways.trouble(str(reason), again),
            lambda reason: ways.trouble(str(reason), again),
        )

    def _show(
        self,
        ground: AskingGround,
        question: Question,
        ways: Ways,
        begun: AskedFor | None = None,
        draft: str = "",
    ) -> None:
        page = AskPage(ground, question, check=ways.check, begun=begun, draft=draft)
        page.sent.connect(lambda asked: self._send(page, asked, ways))
        page.kept.connect(lambda: self._keep(page, ways.back))
        page.went_back.connect(lambda: self._keep(page, ways.back))
        page.left.connect(lambda: self._keep(page, ways.leave))
        page.dropped.connect(lambda: self._drop(page, ways))
        page.covered.connect(ways.back)
        self._asides.serve(page)
        self._window.show_page(page)

    def _send(self, page: AskPage, asked: AskedFor, ways: Ways) -> None:
        self._run(page, lambda: self._doors.desk().requests().ask(asked, page.draft), ways.sent)

    def _keep(self, page: AskPage, then: Callable[[], None]) -> None:
        """Keep what was written, if anything was, then go on; what could not be kept stays on screen."""
        if not page.touched:
            then()
            return
        asked, draft = page.asked_for(), page.draft
        self._run(page, lambda: self._doors.desk().request_drafts().save(asked, draft), lambda _: then())

    def _drop(self, page: AskPage, ways: Ways) -> None:
        draft = page.draft
        self._run(page, lambda: self._doors.desk().request_drafts().drop(draft), lambda _: ways.back())

    def _run(self, page: AskPage, work: Callable[[], str | None], done: Callable[[str], None]) -> None:
        self._tasks.run(
            work,
            lambda found: done(found or ""),
            lambda reason: page.show_trouble(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )
