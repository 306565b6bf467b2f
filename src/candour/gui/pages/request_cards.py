"""What asks to be looked at, on the home page and in the record: decided since signing, ending, a year unseen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal

from candour.domain.request_dates import Reminder
from candour.domain.request_moves import RequestState
from candour.gui.language import day_words
from candour.gui.pages.year_cards import YearCard
from candour.gui.widgets.buttons import SecondaryButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton, QWidget

    from candour.services.request_results import LookAgain, PointChanged, PolicyChanged


class ChangedPointsCard(YearCard):
    """What was decided or has ended since signing; `update_wanted` asks for the update of these points."""

    update_wanted = Signal()

    def __init__(self, changed: Sequence[PointChanged], *, updating: bool) -> None:
        super().__init__(_tr("Decided since you signed"))
        self.buttons: list[QAbstractButton] = []
        words = self.tr("Go on with my update") if updating else self.tr("Sign an update")
        for each in changed:
            button = SecondaryButton(words)
            button.setAccessibleName(f"{words}: {each.reference}, {each.about}")
            button.clicked.connect(self.update_wanted)
            self.buttons.append(button)
            self.add_row(self._what(each), self._then(each), button)

    def _what(self, each: PointChanged) -> str:
        if each.state is RequestState.ENDED:
            return self.tr("{reference} has ended").format(reference=each.reference)
        if each.state is RequestState.WITHDRAWN:
            return self.tr("You have withdrawn {reference}").format(reference=each.reference)
        words = self.tr("{reference} is decided: {state}")
        return words.format(reference=each.reference, state=each.state[0].lower() + each.state[1:])

    def _then(self, each: PointChanged) -> str:
        if each.asks:
            return self.tr("Answer this point again, {about}, and sign an update.").format(about=each.about)
        return self.tr("Sign an update of this point: {about}.").format(about=each.about)


class PolicyCard(YearCard):
    """That the policy changed since signing, and asks some points again; `update_wanted` begins that update."""

    update_wanted = Signal()

    def __init__(self, policy: PolicyChanged | None, *, updating: bool) -> None:
        super().__init__(self.tr("To do for the new policy"))
        self.checklist = "" if policy is None else policy.checklist
        words = self.tr("Go on with my update") if updating else self.tr("Answer and sign")
        self.button = SecondaryButton(words)
        self.button.setAccessibleName(self.tr("{words}: the policy changed").format(words=words))
        self.button.clicked.connect(self.update_wanted)
        if policy is not None:
            count = self.tr("The policy changed: %n points", "", policy.points)
            self.add_row(count, self._then(policy), self.button)

    def _then(self, policy: PolicyChanged) -> str:
        if policy.afresh:
            return self.tr("Your new keys cannot open your answers, so the update asks everything once more.")
        if not policy.about:
            return self.tr("They ask you nothing new. Read the policy, and sign an update.")
        about = ", ".join(policy.about)
        return self.tr("Only these are asked again: {about}. Then sign an update.").format(about=about)


class LookAgainCard(YearCard):
    """Exceptions that end, and those that ran for a year; both signals carry the reference."""

    again_wanted = Signal(str)
    still_right = Signal(str)

    def __init__(self, found: Sequence[LookAgain]) -> None:
        super().__init__(_tr("Look at these again"))
        self.buttons: dict[str, QAbstractButton] = {}
        for each in found:
            self.add_row(each.who or each.reference, _when(self, each), self._button(each))

    def _button(self, each: LookAgain) -> SecondaryButton:
        yearly = each.why is Reminder.STILL_RIGHT
        words = self.tr("Still right") if yearly else self.tr("Ask again with the same terms")
        button = SecondaryButton(words)
        button.setAccessibleName(f"{words}: {each.reference}")
        signal = self.still_right if yearly else self.again_wanted
        button.clicked.connect(lambda: signal.emit(each.reference))
        self.buttons[each.reference] = button
        return button


def _when(card: QWidget, each: LookAgain) -> str:
    if each.why is Reminder.STILL_RIGHT:
        return card.tr("{reference} · a year has gone: is it still as you wrote?").format(reference=each.reference)
    if each.until is None:
        return each.reference
    day = day_words(each.until)
    if not each.days:
        return card.tr("{reference} · ends today").format(reference=each.reference)
    if each.days == 1:
        return card.tr("{reference} · ends tomorrow").format(reference=each.reference)
    words = card.tr("{reference} · ends on {day}, in {count} days")
    return words.format(reference=each.reference, day=day, count=each.days)


def _tr(words: str) -> str:
    return QCoreApplication.translate("YearCard", words)
