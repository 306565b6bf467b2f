"""Where to look (S5): the steps for the accounts that the person ticked, and nothing about other apps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from candour.gui.language import month_words
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from candour.domain.checklist import Answers
    from candour.domain.policy import Checklist, Pack, Platform


def ticked_platforms(pack: Pack, checklist: Checklist, answers: Answers) -> tuple[Platform, ...]:
    """Return the platforms that the person ticked, in the pack's order; none before they have answered.

    A checklist that asks for no accounts is about the school's own pages: those platforms where it has some.
    """
    accounts = [q.id for q in checklist.questions if q.kind == "accounts"]
    if not accounts and not checklist.everyones:
        return tuple(platform for platform in pack.platforms if platform.name in pack.school_platforms)
    ticked = {choice for question in accounts if question in answers for choice in answers[question].choices}
    return tuple(platform for platform in pack.platforms if platform.id in ticked)


def numbered(steps: Iterable[str]) -> tuple[str, ...]:
    """Return the lines with their numbers."""
    return tuple(f"{place}. {step}" for place, step in enumerate(steps, start=1))


def checked_on(platforms: Sequence[Platform]) -> str:
    """Return the month of the oldest check, such as "September 2026"; "" without platforms."""
    oldest = min((platform.checked_on for platform in platforms), default=None)
    return month_words(oldest) if oldest else ""


class _Opener(LinkButton):
    """Shows and hides the steps of one platform; its name says which of the two it does."""

    def __init__(self, platform: str) -> None:
        super().__init__(platform, icon="chevron-right", ink="text")
        self._platform = platform
        self.turn(opened=False)

    def turn(self, *, opened: bool) -> None:
        """Point down while open."""
        self._icon = "chevron" if opened else "chevron-right"
        does = self.tr("hide the steps") if opened else self.tr("show the steps")
        self.setAccessibleName(f"{self._platform}: {does}")
        self.retheme()


class PlatformSteps(QWidget):
    """One platform: its name, a chip, and once opened its steps with the tick "I have looked"."""

    looked = Signal(str, bool)
    turned = Signal()

    def __init__(self, platform: Platform, *, looked: bool) -> None:
        super().__init__()
        self._id = platform.id
        self.opener = _Opener(platform.name)
        self.chip = Chip("")
        self.steps = QWidget()
        self.tick = QCheckBox(self.tr("I have looked"))
        self.tick.setAccessibleName(self.tr("I have looked: {app}").format(app=platform.name))
        self.tick.setChecked(looked)
        self._lay_out(platform)
        self._show_looked(looked)
        self.opener.clicked.connect(lambda: self.open(not self.opened))
        self.tick.toggled.connect(self._tell)
        theme_of(self).changed.connect(self._measure)
        self._measure()
        self.open(False)

    def _lay_out(self, platform: Platform) -> None:
        head = QHBoxLayout()
        head.addWidget(self.opener, 0, Qt.AlignmentFlag.AlignLeft)
        head.addStretch(1)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignVCenter)
        self._inside = QVBoxLayout(self.steps)
        for step in numbered(platform.steps):
            self._inside.addWidget(BodyLabel(step, muted=True, caption=True))
        if platform.removed_are_not_told:
            told = self.tr("Other people are not told when you remove them.")
            self._inside.addWidget(BodyLabel(told, muted=True, caption=True))
        if platform.settings:
            self._inside.addWidget(BodyLabel(self.tr("Settings to search for:"), muted=True, caption=True))
            self._inside.addWidget(BodyLabel(" · ".join(platform.settings), strong=True, caption=True))
        self._inside.addWidget(self.tick)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self.steps)

    def _measure(self) -> None:
        px = theme_of(self).metrics.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(2))
        self._inside.setContentsMargins(px(2), 0, 0, px(4))
        self._inside.setSpacing(px(4))
        self.tick.setMinimumHeight(px(28))

    @property
    def opened(self) -> bool:
        """Return whether the steps show."""
        return not self.steps.isHidden()

    def open(self, opened: bool) -> None:  # noqa: FBT001 - as Qt's own setVisible
        """Show or hide the steps."""
        self.steps.setVisible(opened)
        self.opener.turn(opened=opened)
        self.turned.emit()

    def _show_looked(self, looked: bool) -> None:  # noqa: FBT001
        if looked:
            self.chip.say(self.tr("Looked"), "done")
        else:
            self.chip.say(self.tr("To do"), "neutral")

    def _tell(self, looked: bool) -> None:  # noqa: FBT001
        self._show_looked(looked)
        self.looked.emit(self._id, looked)


class WhereToLook(Card):
    """The card beside a question; what was looked at is remembered while the check is open, and never saved."""

    looked_at_phone = Signal()
    turned = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Where to look"), padding=18)
        self.platforms: list[PlatformSteps] = []
        self._looked: set[str] = set()
        self._shown: tuple[Platform, ...] | None = None
        self._list = QVBoxLayout()
        self._none = BodyLabel(
            self.tr("Tick your accounts in the first question. Then this shows where to look."),
            muted=True,
            caption=True,
        )
        self._checked = BodyLabel(muted=True, caption=True)
        self.phone = SecondaryButton(self.tr("I am looking at my phone"))
        self.phone.clicked.connect(self.looked_at_phone)
        self.body.addWidget(self._none)
        self.body.addWidget(self.phone, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._list)
        self.body.addWidget(self._checked)

    def show_platforms(self, platforms: Sequence[Platform]) -> None:
        """Show these platforms, the first one not yet looked at opened; the same ones stay as they are."""
        if self._shown == tuple(platforms):
            return
        self._shown = tuple(platforms)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.platforms = [PlatformSteps(p, looked=p.id in self._looked) for p in platforms]
        for place, part in enumerate(self.platforms):
            if place:
                self._list.addWidget(Line())
            self._list.addWidget(part)
            part.looked.connect(self._remember)
            part.turned.connect(self.turned)
        self._say(platforms)
        first = next((part for part in self.platforms if not part.tick.isChecked()), None)
        if first is not None:
            first.open(True)

    def emphasise(self, wanted: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Draw the eye here, for somebody who is not sure how to look."""
        self._border = "primary" if wanted else "line"
        self.update()

    def _say(self, platforms: Sequence[Platform]) -> None:
        self._none.setVisible(not platforms)
        self._checked.setVisible(bool(platforms))
        self._checked.setText(
            self.tr(
                "Steps checked {month}; menus move, so search the app’s settings for the words in bold."
            ).format(month=checked_on(platforms))
        )

    def _remember(self, platform: str, looked: bool) -> None:  # noqa: FBT001
        if looked:
            self._looked.add(platform)
        else:
            self._looked.discard(platform)

    def forget(self) -> None:
        """Forget what was looked at: another person may be next."""
        self._looked.clear()
        self._shown = None
