"""S2 Before you start: what the check is, what to have ready, what to read first, and more time for advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from candour.gui.language import day_words
from candour.gui.metrics import Type
from candour.gui.pages.centred import CentredPage
from candour.gui.pages.check_page import beside
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from datetime import date

    from candour.services.results import OpenCheck


class BeforeStartPage(CentredPage):
    """What stands before the first question; `policy_wanted` opens the policy, once before signing."""

    page_id: ClassVar[str] = "before-start"
    wide = 1000

    started = Signal()
    who_sees_wanted = Signal()
    signing_wanted = Signal()
    promise_wanted = Signal()
    more_time_wanted = Signal()

    def __init__(self, check: OpenCheck) -> None:
        super().__init__("")
        self._announcer = Announcer(self)
        self._beside = beside(check)
        self.introduce(self._title(), self._lead(), self._beside or self._declaration(check))
        self.columns = TwoColumns()
        self.content.addWidget(self.columns)
        self.columns.left.addWidget(self._what_it_is())
        self.columns.left.addWidget(self._advice(check))
        self.columns.right.addWidget(self._to_read(check))
        self.main_button = self.start = PrimaryButton(
            self.tr("Start School accounts") if self._beside else self.tr("Start my check")
        )
        self.start.clicked.connect(self.started)
        self.footer.add(self.start)
        self._say_due(self.tr("Due {day}.").format(day=day_words(check.due, weekday=True)))
        self.show_policy_opened(opened=check.policy_opened)

    def _title(self) -> str:
        return self.tr("The school’s own accounts") if self._beside else self.tr("Your yearly social media check")

    def _declaration(self, check: OpenCheck) -> str:
        return self.tr("Declaration {round}").format(round=check.round)

    def _lead(self) -> str:
        if self._beside:
            return self.tr(
                "You post for the school, so you look through its pages once a year. You can stop and come back."
            )
        return self.tr(
            "About 10 minutes here, plus the time to look through your apps; you may use working time. "
            "You can stop and come back."
        )

    def _what_it_is(self) -> Card:
        card = Card(padding=24)
        for words in self._about_school() if self._beside else self._about_own():
            card.body.addWidget(BodyLabel(words))
        card.body.addWidget(Line())
        ready = self.tr("Have ready:")
        if self._beside:
            what = self.tr("the school’s pages, open in your browser or app.")
        else:
            what = self.tr("your phone, with your apps signed in.")
        card.body.addWidget(TextLabel(f"{ready} {what}", strong=len(ready)))
        return card

    def _about_school(self) -> tuple[str, ...]:
        return (
            self.tr("This is about the pages that the school runs, and not about any account of your own."),
            self.tr("It is normal to find something. Mend it, or choose a day to do it. You can still sign today."),
            self.tr("It has its own declaration. At the end you tick a box and press “Sign my declaration”."),
        )

    def _about_own(self) -> tuple[str, ...]:
        return (
            self.tr(
                "This protects you as well as the children. You do it yourself: the school does not look at your "
                "accounts, and we never ask for the passwords or names of your accounts."
            ),
            self.tr(
                "It is normal to find something. Saying so is the right thing to do, and you can still sign today."
            ),
            self.tr("At the end you tick a box and press “Sign my declaration”. That counts as your signature."),
        )

    def _to_read(self, check: OpenCheck) -> Card:
        card = Card(self.tr("Worth reading first"))
        self.policy_chip = Chip("")
        self.read_policy = LinkButton(
            self.tr("The policy of {day}").format(day=day_words(check.pack.policy_date)), icon="document"
        )
        self.who_sees = LinkButton(self.tr("Who sees my answers"))
        self.signing = LinkButton(self.tr("What signing means"))
        self.promise = LinkButton(self.tr("What the school promises"))
        for link, signal in (
            (self.read_policy, self.policy_wanted),
            (self.who_sees, self.who_sees_wanted),
            (self.signing, self.signing_wanted),
            (self.promise, self.promise_wanted),
        ):
            link.clicked.connect(signal)
            card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.insertWidget(card.body.indexOf(self.read_policy) + 1, self.policy_chip)
        card.body.addWidget(Line())
        card.body.addWidget(
            TextLabel(
                self.tr(
                    "If something suggests that a child may be at risk, the Headteacher has to act on it. "
                    "Raising it yourself is always better than not."
                ),
                step=Type.CAPTION,
                ink="muted",
            )
        )
        return card

    def _advice(self, check: OpenCheck) -> Card:
        card = Card(padding=24, ground="quiet")
        self.due = TextLabel("", step=Type.STRONG)
        self.more_time_hint = BodyLabel(
            self.tr(
                "You can have %n more working days to ask your union or anybody else. No reason is asked, "
                "and it looks like any other extension.",
                "",
                check.pack.extension_days,
            )
        )
        self.more_time = SecondaryButton(self.tr("I want advice before I sign"))
        self.more_time.clicked.connect(self._ask_for_time)
        card.body.addWidget(self.due)
        card.body.addWidget(self.more_time_hint)
        card.body.addWidget(self.more_time, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _ask_for_time(self) -> None:
        self.more_time.setEnabled(False)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self.more_time_wanted.emit()

    def _say_due(self, words: str) -> None:
        self.due.setText(words)

    def show_more_time(self, due: date) -> None:
        """Say the new day to sign by; more time is given once."""
        words = self.tr("You now have until {day}.").format(day=day_words(due, weekday=True))
        self._say_due(words)
        self.more_time_hint.setText(self.tr("You can still start, stop and come back whenever you like."))
        self.more_time.hide()
        self._announcer.say(words)

    def show_time_refused(self, sentence: str) -> None:
        """Say why there is no more time to give, and what to do."""
        self.more_time.setEnabled(True)
        self.show_errors([(self.more_time, sentence)])

    def note_policy_opened(self) -> None:
        """Say that the policy was opened."""
        self.show_policy_opened(opened=True)

    def show_policy_opened(self, *, opened: bool) -> None:
        """Say whether the policy was opened, which it must be once before signing."""
        if opened:
            self.policy_chip.say(self.tr("You have opened it"), "done")
        else:
            self.policy_chip.say(self.tr("Open it once before you sign"), "todo")
