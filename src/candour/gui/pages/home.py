"""S3 My check, where nothing is open: how it stands, and the declarations to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from candour.domain.dates import uk_date
from candour.gui.pages.centred import CentredPage
from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Card, Line
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from candour.gui.widgets.chip import ChipRole
    from candour.services.results import DeclarationLine


class HomePage(CentredPage):
    """Shows `status` (or with "" what follows from the newest declaration) and every declaration, newest first.

    `save_wanted` carries the reference of the declaration to save; `finished` locks.
    """

    page_id: ClassVar[str] = "home"
    wide = 860

    save_wanted = Signal(str)
    finished = Signal()

    def __init__(self, name: str, role: str, status: str, lines: Sequence[DeclarationLine]) -> None:
        super().__init__("")
        self._announcer = Announcer(self)
        self.introduce(self.tr("My check"), kicker=" · ".join(part for part in (name, role) if part))
        self.saves: dict[str, LinkButton] = {}
        self.content.addWidget(self._status(status, lines))
        if lines:
            self.content.addWidget(self._declarations(lines))
        self.child = Banner(
            self.tr("Has a child contacted you on a personal account?"),
            self.tr("Do not wait for the check. Go to the designated lead now."),
            "waiting",
            self.tr("What to do"),
        )
        self.child.acted.connect(self.lead_wanted)
        self.content.addWidget(self.child)
        self.main_button = self.finish = PrimaryButton(self.tr("Finish and lock"))
        self.finish.clicked.connect(self.finished)
        self.footer.add(self.finish)

    def _status(self, status: str, lines: Sequence[DeclarationLine]) -> Card:
        card = Card(padding=24)
        newest = lines[0] if lines else None
        if newest is not None:
            card.body.addWidget(Chip(*_chip(self, newest)), 0, Qt.AlignmentFlag.AlignLeft)
        self.status = HeadingLabel(status or _status(self, newest), 2)
        card.body.addWidget(self.status)
        self.saved = BodyLabel("", muted=True, measure=None)
        self.saved.hide()
        card.body.addWidget(self.saved)
        return card

    def _declarations(self, lines: Sequence[DeclarationLine]) -> Card:
        card = Card(self.tr("My declarations"), padding=24)
        for place, line in enumerate(lines):
            if place:
                card.body.addWidget(Line())
            card.body.addLayout(self._row(line))
        return card

    def _row(self, line: DeclarationLine) -> FlowLayout:
        row = FlowLayout()
        row.setSpacing(theme_of(self).metrics.px(12))
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(BodyLabel(line.round, strong=True))
        column.addWidget(BodyLabel(_about(self, line), muted=True, caption=True))
        save = LinkButton(self.tr("Save PDF"), icon="save")
        save.setAccessibleName(self.tr("Save PDF of {reference}").format(reference=line.reference))
        save.clicked.connect(lambda: self.save_wanted.emit(line.reference))
        self.saves[line.reference] = save
        row.addWidget(words)
        row.push_right()
        row.addWidget(save)
        return row

    def show_saved(self, where: str) -> None:
        """Say where a copy was saved."""
        self.clear_trouble()
        self.saved.setText(self.tr("Saved: {where}").format(where=where))
        self.saved.show()
        self._announcer.say(self.saved.text())

    def show_not_saved(self) -> None:
        """Say that the declaration is safe though the copy could not be saved."""
        self.saved.hide()
        self.show_trouble(
            self.tr("Your declaration is signed and safe. We could not save the PDF there. Choose another folder.")
        )


def _chip(page: HomePage, line: DeclarationLine) -> tuple[str, ChipRole]:
    if line.open_lines:
        return page.tr("Signed, {count} open").format(count=line.open_lines), "todo"
    return page.tr("Signed"), "done"


def _status(page: HomePage, line: DeclarationLine | None) -> str:
    if line is None:
        return page.tr("Nothing to do now.")
    if not line.open_lines:
        return page.tr("You have signed. Nothing to do now.")
    if line.open_lines == 1:
        words = page.tr("You have signed. 1 thing to do")
    else:
        words = page.tr("You have signed. {count} things to do").format(count=line.open_lines)
    if line.next_date is None:
        return f"{words}."
    return page.tr("{words} by {day}.").format(words=words, day=uk_date(line.next_date))


def _about(page: HomePage, line: DeclarationLine) -> str:
    sealed = page.tr("sealed by the school") if line.sealed else page.tr("not yet sealed by the school")
    day = uk_date(line.signed_on)
    return page.tr("Signed {day} · {reference} · {sealed}").format(day=day, reference=line.reference, sealed=sealed)
