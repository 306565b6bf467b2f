"""Set up, page 3: what the policy leaves to the school, and what the school promises its staff."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.setting_up import PolicyAsked
from candour.gui.language import day_words
from candour.gui.pages.answers import Choices
from candour.gui.pages.set_up_page import SetUpPage
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.fields import LabelledField, LabelledText
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from candour.domain.policy import Pack


class SetUpPolicyPage(SetUpPage):
    """Asks for the school's own answers to its policy; `asked` carries a `PolicyAsked`."""

    page_id: ClassVar[str] = "set-up-policy"
    step = "policy"

    asked = Signal(PolicyAsked)

    def __init__(self, pack: Pack, today: date, reached: str) -> None:
        super().__init__("", "", reached)
        words = self.tr("The check asks by this policy: {title}, {date}.")
        self.introduce(
            self.tr("The policy, and what we promise"),
            words.format(title=pack.title, date=day_words(pack.policy_date)),
            self.kicker.text(),
        )
        self.choices: dict[str, Choices] = {}
        for choice in pack.choices:
            choices = Choices(choice.heading, [(o.id, o.label, o.hint) for o in choice.options])
            self.choices[choice.id] = choices
            self.card(choice.heading, [BodyLabel(choice.body), choices])
            if choice.chosen:
                choices.choose(choice.chosen)
        self._promise(pack, today)

    def _promise(self, pack: Pack, today: date) -> None:
        promise = pack.promise
        self.promise = LabelledText(
            self.tr("What the school promises its staff"),
            self.tr("One promise on each line. Staff can read it before they start."),
        )
        self.promise.field.setPlainText("\n".join(promise.words))
        self.agreed = TickCard(
            self.tr("It is agreed with staff"), self.tr("Without this it is shown as a proposal.")
        )
        self.with_whom = LabelledField(self.tr("Agreed with whom"), self.tr("Such as staff and their unions."))
        self.with_whom.setText(promise.agreed_with)
        self.on = DateField(self.tr("Agreed on"), promise.agreed_on or today)
        self.agreed.toggled.connect(self._turn)
        self.agreed.setChecked(bool(promise.agreed_with))
        parts = [self.promise, self.agreed, self.with_whom, self.on]
        self.card(self.tr("What the school promises"), parts)
        self._turn()

    def _turn(self) -> None:
        for part in (self.with_whom, self.on):
            part.setVisible(self.agreed.isChecked())

    def problem_part(self) -> QWidget:
        """Return the part that a refusal is shown beside."""
        return self.promise

    def go_on(self) -> None:
        """Take the policy into force, or say what is missing."""
        lines = tuple(line.strip() for line in self.promise.text().splitlines() if line.strip())
        agreed = self.agreed.isChecked()
        whom = self.with_whom.text().strip() if agreed else ""
        errors: list[tuple[QWidget, str]] = [
            (choices, self.tr("Choose what your school follows"))
            for choices in self.choices.values()
            if not choices.chosen()
        ]
        if not lines:
            errors.append((self.promise, self.tr("Write at least one promise")))
        if agreed and not whom:
            errors.append((self.with_whom, self.tr("Write with whom it is agreed")))
        self.show_errors(errors)
        if not errors:
            chosen = tuple((key, choices.chosen()) for key, choices in self.choices.items())
            self.asked.emit(PolicyAsked(chosen, lines, whom, self.on.date() if agreed else None))
