"""Today, decisions and standing approvals: what whoever decides sees and does; each change is one service call."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from candour.errors import NotMatching
from candour.gui.pages.decided import DecidedPage, RevokePage
from candour.gui.pages.decisions import DecisionsPage
from candour.gui.pages.envelope import EnvelopePage
from candour.gui.pages.same_terms import SameTermsPage
from candour.gui.pages.standing import StandingPage
from candour.gui.pages.today import TodayPage
from candour.gui.places import BROUGHT, CHECK, DECISIONS, SPEAK, STANDING, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.deciding import NewDecision, NewStanding
    from candour.errors import Refused
    from candour.gui.doors import Doors
    from candour.gui.hr import HrPages
    from candour.gui.papers import Papers
    from candour.gui.tasks import Tasks
    from candour.services.deciding_results import (
        BatchDone,
        DecidedLine,
        SameTerms,
        StandingGround,
        Today,
        WaitingRequest,
    )
    from candour.services.paper_results import EnvelopeLine

T = TypeVar("T")


class DecidingPages(QObject):
    """Shows its places to whoever has them; `locked` asks to lock, so that the chair can sign in."""

    locked = Signal()

    def __init__(self, hr: HrPages, doors: Doors, tasks: Tasks, papers: Papers) -> None:
        super().__init__(hr)
        self._hr = hr
        self._doors = doors
        self._tasks = tasks
        self._papers = papers
        hr.lead(TODAY, self.show_today)
        hr.lead(DECISIONS, self.show_decisions)
        hr.lead(STANDING, self.show_standing)

    def _home(self) -> None:
        self._hr.went.emit(CHECK)

    def show_today(self) -> None:
        """Show what waits today."""
        self._hr.run(lambda: self._doors.desk().today().today(), self._today, self._hr.say_refused)

    def _today(self, today: Today) -> None:
        page = TodayPage(self._hr.frame, today)
        page.request_wanted.connect(self.show_request)
        page.speaking_wanted.connect(lambda key: self._hr.went.emit(BROUGHT if key == BROUGHT else SPEAK))
        found = {each.paper: each for each in today.envelopes}
        page.envelope_wanted.connect(lambda paper: self._envelope(found[paper]))
        self._hr.serve(page, self._home)

    def _envelope(self, line: EnvelopeLine) -> None:
        page = EnvelopePage(self._hr.frame, line)
        page.dealt.connect(
            lambda: self._hr.run(
                lambda: self._doors.desk().paper_envelopes().deal(line.paper),
                lambda _: self.show_today(),
                page.show_refused,
            )
        )
        self._hr.serve(page, self.show_today)

    def show_decisions(self, said: str = "") -> None:
        """Show what waits to be decided, the first of it open."""
        self._show_decisions("", said)

    def show_request(self, reference: str) -> None:
        """Show what waits to be decided, with one request open."""
        self._show_decisions(reference, "")

    def _show_decisions(self, reference: str, said: str) -> None:
        self._hr.run(
            lambda: self._doors.desk().decisions().waiting(),
            lambda lines: self._decisions(lines, reference, said),
            self._hr.say_refused,
        )

    def _decisions(self, lines: tuple[WaitingRequest, ...], reference: str, said: str) -> None:
        page = DecisionsPage(self._hr.frame, lines, said)
        page.request_wanted.connect(lambda wanted: self._open(page, wanted))
        page.signed.connect(lambda *signed: self._decide(page, *signed))
        page.question_sent.connect(lambda *question: self._ask(page, *question))
        page.print_wanted.connect(lambda wanted: self._papers.show_for_chair(page, wanted))
        page.chair_wanted.connect(self.locked)
        page.same_wanted.connect(self._show_same)
        page.decided_wanted.connect(self.show_decided)
        self._hr.serve(page, self._home)
        first = next((line.reference for line in lines if not line.mine), "")
        if reference or first:
            self._open(page, reference or first, focus=bool(reference))

    def _open(self, page: DecisionsPage, reference: str, *, focus: bool = True) -> None:
        own = next((line for line in page.lines if line.reference == reference and line.mine), None)
        if own is not None:
            page.show_own(own)
            return
        self._hr.run(
            lambda: self._doors.desk().decisions().one(reference),
            lambda request: page.show_request(request, focus=focus),
            page.show_refused,
        )

    def _decide(self, page: DecisionsPage, reference: str, new: NewDecision, secret: str) -> None:
        done = self.tr("{reference} is decided. The letter is ready for its asker.").format(reference=reference)
        self._sign(
            page,
            lambda: self._doors.desk().deciding().decide(reference, new, secret),
            lambda _: self.show_decisions(done),
        )

    def _ask(self, page: DecisionsPage, reference: str, words: str) -> None:
        done = self.tr("Your question is sent. {reference} waits for its answer.").format(reference=reference)
        self._hr.run(
            lambda: self._doors.desk().deciding().ask(reference, words),
            lambda _: self.show_decisions(done),
            page.show_refused,
        )

    def _show_same(self) -> None:
        self._hr.run(lambda: self._doors.desk().decisions().on_same_terms(), self._same, self._hr.say_refused)

    def _same(self, same: SameTerms) -> None:
        page = SameTermsPage(self._hr.frame, same)
        page.signed.connect(
            lambda references, secret: self._sign(
                page, lambda: self._doors.desk().deciding().same_terms(references, secret), self._after_batch
            )
        )
        self._hr.serve(page, self.show_decisions)

    def _after_batch(self, done: BatchDone) -> None:
        one, many = self.tr("1 request is approved."), self.tr("{count} requests are approved.")
        count = len(done.decided)
        said = one if count == 1 else many.format(count=count)
        left = " ".join(f"{reference}: {why}" for reference, why in done.left)
        self.show_decisions(f"{said} {left}".strip())

    def _sign(self, page: DecisionsPage | SameTermsPage, work: Callable[[], T], done: Callable[[T], None]) -> None:
        def refused(reason: Refused) -> None:
            mismatch = isinstance(reason, NotMatching)
            page.show_refused(
                self.tr("That passphrase does not match") if mismatch else str(reason), mismatch=mismatch
            )

        self._tasks.run(work, done, refused, lambda reason: page.show_refused(str(reason)))

    def show_decided(self, said: str = "") -> None:
        """Show what was decided."""
        self._hr.run(
            lambda: self._doors.desk().decided().all(),
            lambda lines: self._decided(lines, said),
            self._hr.say_refused,
        )

    def _decided(self, lines: tuple[DecidedLine, ...], said: str) -> None:
        page = DecidedPage(self._hr.frame, lines, said)
        page.letter_wanted.connect(lambda reference: self._papers.show_letter(page, reference))
        page.revoke_wanted.connect(
            lambda reference: self._show_revoke(next(each for each in lines if each.reference == reference))
        )
        self._hr.serve(page, self.show_decisions)

    def _show_revoke(self, line: DecidedLine) -> None:
        page = RevokePage(self._hr.frame, line)
        done = self.tr("{reference} is revoked.").format(reference=line.reference)
        page.confirmed.connect(
            lambda reason: self._hr.run(
                lambda: self._doors.desk().deciding().revoke(line.reference, reason),
                lambda _: self.show_decided(done),
                page.show_refused,
            )
        )
        self._hr.serve(page, self.show_decided)

    def show_standing(self, said: str = "") -> None:
        """Show the standing approvals."""
        self._hr.run(
            lambda: self._doors.desk().standing_approvals().ground(),
            lambda ground: self._standing(ground, said),
            self._hr.say_refused,
        )

    def _standing(self, ground: StandingGround, said: str) -> None:
        page = StandingPage(self._hr.frame, ground, said)
        page.made.connect(lambda new: self._approve(page, new))
        done = self.tr("It has ended.")
        page.ended.connect(
            lambda approval: self._hr.run(
                lambda: self._doors.desk().standing_approvals().end(approval),
                lambda _: self.show_standing(done),
                page.show_refused,
            )
        )
        self._hr.serve(page, self._home)

    def _approve(self, page: StandingPage, new: NewStanding) -> None:
        done = self.tr("It is approved.")
        self._hr.run(
            lambda: self._doors.desk().standing_approvals().make(new),
            lambda _: self.show_standing(done),
            page.show_refused,
        )
