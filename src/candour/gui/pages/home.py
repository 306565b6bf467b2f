"""S3 My check: how it stands, what to do, and what to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.gui.pages.home_status import StatusCard, TaskRows, heading_of
from candour.gui.pages.placed import PlacedPage
from candour.gui.pages.request_cards import ChangedPointsCard, LookAgainCard, PolicyCard
from candour.gui.pages.year_cards import DeclarationsCard, RequestsCard, ToDosCard
from candour.gui.places import CHECK
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.flow import TwoColumns

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QAbstractButton

    from candour.gui.places import Frame
    from candour.services.year_results import CheckLine, Home


class HomePage(PlacedPage):
    """A person's year at a glance; `today` is the person's day.

    `continued` goes on with the check whose id it carries, `group_wanted` carries that and the question to go to
    ("" for Check and sign), `changed_wanted` the id of the check in which something has changed. `done_wanted`
    carries the to-do that is done, `save_wanted` the reference of the declaration to save. `told_wanted`: they have
    told the designated lead meanwhile. `finished` locks.
    """

    page_id: ClassVar[str] = "home"
    says_telling: ClassVar[bool] = False
    place: ClassVar[str] = CHECK

    continued = Signal(str)
    group_wanted = Signal(str, str)
    done_wanted = Signal(object)
    changed_wanted = Signal(str)
    ask_wanted = Signal()
    save_wanted = Signal(str)
    told_wanted = Signal()
    finished = Signal()

    def __init__(self, frame: Frame, home: Home, today: date) -> None:
        super().__init__("", frame)
        heading, lead = heading_of(self, home)
        self.introduce(heading, lead)
        self._add_telling(home)
        self._several = len(home.checks) > 1
        self._add_status(home, today)
        self._add_work(home)
        self._add_kept(home)
        self._add_child()
        self.main_button = self._finish_or_go_on(home)

    def _add_status(self, home: Home, today: date) -> None:
        """Add a card for each check; the one to go on with is the first that waits to be signed."""
        open_still = [check for check in home.checks if not check.signed]
        first = open_still[0] if open_still else None
        named = self._several
        self.statuses = [
            StatusCard(home, check, today, named=named, first=check is (first or home.checks[0]))
            for check in home.checks
        ] or [StatusCard(home, None, today)]
        self.status = next((card for card in self.statuses if card.check is first), self.statuses[0])
        for card in self.statuses:
            if card.check is not None:
                self._connect_status(card, card.check.checklist)
            self.content.addWidget(card)

    def _connect_status(self, card: StatusCard, checklist: str) -> None:
        card.go_on.clicked.connect(lambda: self.continued.emit(checklist))
        card.changed.clicked.connect(lambda: self.changed_wanted.emit(checklist))

    def _add_telling(self, home: Home) -> None:
        self.telling: Banner | None = None
        if home.telling:
            self.telling = Banner(
                self.tr("You said that you are going to tell the designated lead"),
                self.tr("Once you have, say so here. If you have not yet, go now: nobody is told by this page."),
                "todo",
                self.tr("I have told them"),
            )
            self.telling.acted.connect(self.told_wanted)
            self.content.addWidget(self.telling)

    def _add_work(self, home: Home) -> None:
        updating = any(check.updating for check in home.checks)
        self.policy = PolicyCard(home.policy, updating=updating)
        self.policy.setVisible(home.policy is not None)
        self.content.addWidget(self.policy)
        self.changed_points = ChangedPointsCard(home.changed, updating=updating)
        self.changed_points.setVisible(bool(home.changed))
        self.look_again = LookAgainCard(home.look_again)
        self.look_again.setVisible(bool(home.look_again))
        self.content.addWidget(self.changed_points)
        self.content.addWidget(self.look_again)
        self.todos = ToDosCard(home.todos)
        self.todos.done.connect(self.done_wanted)
        self.todos.setVisible(bool(home.todos))
        self.content.addWidget(self.todos)
        self.tasks = [self._task_rows(check) for check in home.checks if not check.signed]
        for rows in self.tasks:
            self.content.addWidget(rows)

    def _task_rows(self, check: CheckLine) -> TaskRows:
        rows = TaskRows(check.groups, check.title if self._several else "")
        rows.wanted.connect(lambda question: self.group_wanted.emit(check.checklist, question))
        return rows

    def _add_kept(self, home: Home) -> None:
        title = self.tr("Earlier declarations") if home.kind == "open" else self.tr("My declarations")
        self.requests = RequestsCard(home.requests, can_ask=True)
        self.requests.ask_wanted.connect(self.ask_wanted)
        self.declarations = DeclarationsCard(title, home.declarations)
        self.declarations.save_wanted.connect(self.save_wanted)
        columns = TwoColumns(shares=(1, 1))
        columns.left.addWidget(self.requests)
        columns.right.addWidget(self.declarations)
        self.content.addWidget(columns)

    def _add_child(self) -> None:
        self.child = Banner(
            self.tr("Has a child contacted you on a personal account?"),
            self.tr("Do not wait for this check. Go to the designated lead now."),
            "waiting",
            self.tr("What to do"),
        )
        self.child.acted.connect(self.lead_wanted)
        self.content.addWidget(self.child)

    def _finish_or_go_on(self, home: Home) -> QAbstractButton:
        words = self.tr("Finish and lock")
        under_way = home.kind == "open"
        self.finish = SecondaryButton(words) if under_way else PrimaryButton(words)
        self.finish.clicked.connect(self.finished)
        self.footer.add(self.finish)
        return self.status.go_on if under_way else self.finish
