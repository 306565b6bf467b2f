"""Ask for an exception (S7): one person or group, how you are connected, and how school stays out of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.exception_request import AskedFor
from candour.domain.wording import fill
from candour.gui.pages.accounts import Ticks
from candour.gui.pages.answers import Choices
from candour.gui.pages.check_page import CheckPage
from candour.gui.pages.month_field import ListField, MonthField
from candour.gui.pages.where_to_look import ticked_platforms
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.domain.policy import Question
    from candour.services.results import OpenCheck

PERSON, GROUP = "person", "group"


class AskPage(CheckPage):
    """One request, on one page; `sent` carries an `AskedFor`, all of it sealed but the kind and the end.

    The words differ for a connection (family and others) and for a prior approval (own phone or e-mail).
    """

    page_id: ClassVar[str] = "ask"

    sent = Signal(AskedFor)

    def __init__(self, check: OpenCheck, question: Question, today: date | None = None) -> None:
        """Show an empty request that belongs to `question`; the months begin with `today`, else this month."""
        super().__init__()
        self._check, self._question = check, question
        self._today = today or date.today()  # noqa: DTZ011 - the months that this computer's user sees
        self.kind = question.request or "connection"
        self.show_check(check, question.id, None)
        self.introduce(
            self.tr("Ask {headteacher}").format(headteacher=check.names.headteacher),
            self.tr(
                "One request for one person, group or way of getting in touch. You can carry on while you wait."
            ),
            fill(question.rail, check.names),
        )
        self.approval = self.kind == "prior approval"
        self._about()
        self._where()
        self._safeguards()
        self._until()
        self.main_button = PrimaryButton(self.tr("Send"))
        self.main_button.clicked.connect(self.go_on)
        self.footer.add(self.main_button)

    def _about(self) -> None:
        self.who_kind = Choices(
            self.tr("Whom is it about?"),
            ((PERSON, self.tr("One person"), ""), (GROUP, self.tr("A group"), self.tr("Such as a class group"))),
        )
        self.connection = ListField(
            self.tr("How are you connected?"), self._check.pack.connections, self.tr("Choose from the list")
        )
        sees = self.tr("Only you and the Headteacher see this.")
        if self.approval:
            self.who = LabelledField(self.tr("What do you need it for, and with whom?"), sees)
        else:
            self.who = LabelledField(self.tr("Who is it? Name, and class if it is a pupil"), sees)
        self._add(None if self.approval else self.who_kind, heading=self.tr("Whom is it about?"))
        self._add(None if self.approval else self.connection)
        self._add(self.who)

    def _where(self) -> None:
        if self.approval:
            offers = [
                ("phone", self.tr("My own phone or number"), ""),
                ("email", self.tr("My own e-mail"), ""),
                ("app", self.tr("An app of my own"), ""),
            ]
        else:
            ticked = ticked_platforms(self._check.pack, self._check.checklist, self._check.answers)
            offers = [(p.id, p.name, "") for p in ticked]
            offers.append(("another way", self.tr("Another way"), self.tr("Such as text messages")))
        heading = self.tr("Which accounts, or which way of getting in touch?")
        self.where = Ticks(heading, offers, "")
        self._add(self.where, heading=heading)

    def _safeguards(self) -> None:
        heading = self.tr("How will you keep school out of it?")
        self.safeguards = Ticks(heading, [(words, words, "") for words in self._check.pack.safeguards], "")
        self.line = LabelledField(self.tr("Anything else, in one line (you can leave it empty)"))
        self._add(self.safeguards, heading=heading)
        self._add(self.line)

    def _until(self) -> None:
        unchosen = self.tr("Choose from the list")
        self.ends = ListField(self.tr("Until when? What ends it"), self._check.pack.ends, unchosen)
        self.month = MonthField(self.tr("Its month"), self._today, self.tr("Choose the month"))
        self.headteacher = TickCard(
            self.tr("This involves the Headteacher"), self.tr("It then goes to the chair of governors.")
        )
        self._add(self.ends)
        self._add(self.month)
        self._add(self.headteacher)
        wait = self.tr("Until you hear back, do not write about school.")
        self.content.addWidget(BodyLabel(wait, muted=True))

    def _add(self, part: QWidget | None, heading: str = "") -> None:
        if part is None:
            return
        if heading:
            self.content.addWidget(HeadingLabel(heading, 3))
        self.content.addWidget(part)

    def fold(self) -> None:
        """Put what can be ticked into one column."""
        super().fold()
        for ticks in (self.where, self.safeguards):
            ticks.arrange(1 if self.narrow else 2)

    def asked_for(self) -> AskedFor:
        """Return the request as it stands on the page, complete or not."""
        return AskedFor(
            kind=self.kind,
            question=self._question.id,
            connection="" if self.approval else self.connection.words(),
            who=self.who.text().strip(),
            where=tuple(self.where.cards[key].label for key in self.where.ticked()),
            safeguards=self.safeguards.ticked(),
            line=self.line.text().strip(),
            ends=self.ends.words(),
            until=self.month.last_day(),
            group=self.who_kind.chosen() == GROUP,
            about_headteacher=self.headteacher.isChecked(),
        )

    def go_on(self) -> None:
        """Send, or say what is missing."""
        errors = self._errors(self.asked_for())
        self.show_errors(errors)
        if not errors:
            self.sent.emit(self.asked_for())

    def _errors(self, asked: AskedFor) -> list[tuple[QWidget, str]]:
        checks: list[tuple[bool, QWidget, str]] = [
            (
                self.approval or bool(self.who_kind.chosen()),
                self.who_kind,
                self.tr("Choose one person, or a group"),
            ),
            (self.approval or bool(asked.connection), self.connection, self.tr("Choose how you are connected")),
            (bool(asked.who), self.who, self._who_sentence()),
            (bool(asked.where), self.where, self.tr("Tick at least one account or way of getting in touch")),
            (
                bool(asked.safeguards or asked.line),
                self.safeguards,
                self.tr("Say how you will keep school out of it"),
            ),
            (bool(asked.ends), self.ends, self.tr("Choose what ends it")),
            (asked.until is not None, self.month, self.tr("Choose the month in which it ends")),
        ]
        return [(field, sentence) for settled, field, sentence in checks if not settled]

    def _who_sentence(self) -> str:
        return self.tr("Write what you need it for") if self.approval else self.tr("Write who it is")
