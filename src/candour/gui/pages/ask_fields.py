"""The fields of a request: what stands on its page, filled in from a draft, and what they still lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from candour.gui.language import day_words
from candour.gui.pages.accounts import Ticks
from candour.gui.pages.answers import Choices
from candour.gui.pages.month_field import ListField, MonthField
from candour.gui.pages.where_to_look import ticked_platforms
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.fields import LabelledField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from candour.domain.exception_request import AskedFor
    from candour.domain.policy import Question
    from candour.services.request_results import ApprovedAlready, AskingGround

PERSON, GROUP = "person", "group"


class AskFields:
    """The parts of one request; `approved` are standing approvals to tick instead, None without any."""

    def __init__(self, ground: AskingGround, question: Question, today: date) -> None:
        self.approval = question.request == "prior approval"
        self.approved = _approved([each for each in ground.approved if each.question == question.id])
        self.covered = BodyLabel(
            _tr("Then there is nothing to ask. What is approved does not count: answer the question without it."),
            strong=True,
        )
        self.covered.hide()
        self._about(ground)
        self._where(ground)
        self._safeguards(ground)
        self._until(ground, today)

    def _about(self, ground: AskingGround) -> None:
        self.who_kind = Choices(
            _tr("Whom is it about?"),
            ((PERSON, _tr("One person"), ""), (GROUP, _tr("A group"), _tr("Such as a class group"))),
        )
        self.connection = ListField(
            _tr("How are you connected?"), ground.pack.connections, _tr("Choose from the list")
        )
        sees = _tr("Only you and the Headteacher see this.")
        words = (
            _tr("What do you need it for, and with whom?")
            if self.approval
            else _tr("Who is it? Name, and class if it is a pupil")
        )
        self.who = LabelledField(words, sees)
        self.staff = NamePicker(
            _tr("Is this person on our staff? Then choose their name"),
            _tr("Leave it empty for nobody. Whoever is named here does not decide."),
        )
        self.staff.set_names(ground.staff)
        self._colleagues = {person for person, _ in ground.staff}

    def _where(self, ground: AskingGround) -> None:
        if self.approval:
            offers = [
                ("phone", _tr("My own phone or number"), ""),
                ("email", _tr("My own e-mail"), ""),
                ("app", _tr("An app of my own"), ""),
            ]
        else:
            ticked = ticked_platforms(ground.pack, ground.checklist, ground.answers)
            shown = ticked or ground.pack.platforms
            offers = [(each.id, each.name, "") for each in shown]
            offers.append(("another way", _tr("Another way"), _tr("Such as text messages")))
        self.where = Ticks(_tr("Which accounts, or which way of getting in touch?"), offers, "")

    def _safeguards(self, ground: AskingGround) -> None:
        offers = [(words, words, "") for words in ground.pack.safeguards]
        self.safeguards = Ticks(_tr("How will you keep school out of it?"), offers, "")
        self.line = LabelledField(_tr("Anything else, in one line (you can leave it empty)"))

    def _until(self, ground: AskingGround, today: date) -> None:
        unchosen = _tr("Choose from the list")
        self.ends = ListField(_tr("Until when? What ends it"), ground.pack.ends, unchosen)
        self.month = MonthField(_tr("Its month"), today, _tr("Choose the month"))
        self.headteacher = TickCard(
            _tr("This involves the Headteacher"), _tr("It then goes to the chair of governors.")
        )

    def in_order(self) -> list[tuple[str, QWidget]]:
        """Return the parts from top to bottom, each with the heading above it, "" for none."""
        start: list[tuple[str, QWidget]] = []
        if self.approved is not None:
            start = [(_tr("Approved for you already"), self.approved), ("", self.covered)]
        if not self.approval:
            start += [(_tr("Whom is it about?"), self.who_kind), ("", self.connection)]
        return [
            *start,
            (_tr("Whom is it about?") if self.approval else "", self.who),
            ("", self.staff),
            (_tr("Which accounts, or which way of getting in touch?"), self.where),
            (_tr("How will you keep school out of it?"), self.safeguards),
            ("", self.line),
            ("", self.ends),
            ("", self.month),
            ("", self.headteacher),
        ]

    def show_covered(self, *, covered: bool) -> None:
        """Say that there is nothing to ask, or no longer."""
        self.covered.setVisible(covered)

    def arrange(self, columns: int) -> None:
        """Put what can be ticked into so many columns."""
        for ticks in (self.where, self.safeguards):
            ticks.arrange(columns)

    def fill_in(self, asked: AskedFor) -> None:
        """Fill in what was written before; what is offered no longer is left to be chosen again."""
        if asked.group or asked.who or asked.connection:
            self.who_kind.choose(GROUP if asked.group else PERSON)
        self.connection.choose(asked.connection)
        self.who.setText(asked.who)
        if asked.staff in self._colleagues:
            self.staff.choose(asked.staff)
        for card in self.where.cards.values():
            card.setChecked(card.label in asked.where)
        for card in self.safeguards.cards.values():
            card.setChecked(card.label in asked.safeguards)
        self.line.setText(asked.line)
        self.ends.choose(asked.ends)
        self.month.choose_day(asked.until)
        self.headteacher.setChecked(asked.about_headteacher)

    def lacking(self, asked: AskedFor) -> list[tuple[QWidget, str]]:
        """Return each part that still lacks something, and the sentence that says what to do."""
        typed = self.staff.field.currentText().strip()
        who = _tr("Write what you need it for") if self.approval else _tr("Write who it is")
        checks: list[tuple[bool, QWidget, str]] = [
            (
                self.approval or bool(self.who_kind.chosen()),
                self.who_kind,
                _tr("Choose one person, or a group"),
            ),
            (self.approval or bool(asked.connection), self.connection, _tr("Choose how you are connected")),
            (bool(asked.who), self.who, who),
            (bool(asked.staff) or not typed, self.staff, _tr("Choose a name from the list, or leave it empty")),
            (bool(asked.where), self.where, _tr("Tick at least one account or way of getting in touch")),
            (
                bool(asked.safeguards or asked.line),
                self.safeguards,
                _tr("Say how you will keep school out of it"),
            ),
            (bool(asked.ends), self.ends, _tr("Choose what ends it")),
            (asked.until is not None, self.month, _tr("Choose the month in which it ends")),
        ]
        return [(field, sentence) for settled, field, sentence in checks if not settled]


def _approved(found: list[ApprovedAlready]) -> Ticks | None:
    if not found:
        return None
    offers = [
        (each.words, each.words, _tr("Until {day}").format(day=day_words(each.until)) if each.until else "")
        for each in found
    ]
    return Ticks(_tr("Approved for you already"), offers, "")


def _tr(words: str) -> str:
    return QCoreApplication.translate("AskPage", words)
