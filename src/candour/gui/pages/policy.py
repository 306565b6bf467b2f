"""The policy in plain words: every point with its place in the school's own document."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from candour.domain.wording import fill, names_for
from candour.gui.language import day_words
from candour.gui.metrics import Type
from candour.gui.pages.centred import CentredPage
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.chip import Chip
from candour.gui.widgets.labels import BodyLabel, TextLabel

if TYPE_CHECKING:
    from candour.domain.policy import Pack, Point
    from candour.domain.wording import Names


class PolicyPage(CentredPage):
    """Shows the points of a pack, grouped by section; `show_point` brings one into view.

    `document_wanted` opens the school's own document, offered once it is known that there is one.
    """

    page_id: ClassVar[str] = "policy"
    wide = 760

    document_wanted = Signal()
    attach_wanted = Signal()

    def __init__(self, pack: Pack) -> None:
        super().__init__("")
        self.introduce(
            pack.title,
            self.tr("{school}, {day}. In plain words; the school’s own document is what counts.").format(
                school=pack.school, day=day_words(pack.policy_date)
            ),
        )
        self.rows: dict[str, PointRow] = {}
        self._wanted: PointRow | None = None
        names = names_of_offices(pack)
        self.content.addWidget(BodyLabel(pack.community, measure=46))
        for section, points in groupby(pack.points, key=section_of):
            self.content.addWidget(self._card(section, list(points), names))
        written = self.tr("Written by {who}. To be looked at again: {when}.")
        self.content.addWidget(BodyLabel(written.format(who=pack.written_by, when=pack.review_due), measure=46))
        self._add_document()
        self.main_button = back = PrimaryButton(self.tr("Back"))
        back.clicked.connect(self.went_back)
        self.footer.add(back)

    def _add_document(self) -> None:
        self.no_document = BodyLabel(self.tr("Your school has not attached its own document yet."), muted=True)
        self.document = SecondaryButton(self.tr("Open the school’s document"), icon="document")
        self.document.clicked.connect(self.document_wanted)
        self.document.hide()
        self.attach = SecondaryButton(self.tr("Attach the school’s own document …"), icon="plus")
        self.attach.clicked.connect(self.attach_wanted)
        self.attach.hide()
        self.content.insertWidget(0, self.document, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(self.no_document)
        self.content.addWidget(self.attach, 0, Qt.AlignmentFlag.AlignLeft)

    def offer_document(self, name: str) -> None:
        """Offer the school's own document, under its name."""
        self.document.setAccessibleDescription(name)
        self.document.show()
        self.no_document.hide()

    def offer_attach(self) -> None:
        """Let HR attach the school's own document as a PDF, or a newer one."""
        self.attach.show()

    def _card(self, section: str, points: list[Point], names: Names) -> Card:
        card = Card(section, padding=24)
        for point in points:
            row = PointRow(point, fill(point.words, names))
            self.rows[point.ref] = row
            card.body.addWidget(row)
        return card

    def show_point(self, ref: str) -> None:
        """Bring a point into view, marked, with the focus on it; an unknown one raises KeyError."""
        self._wanted = self.rows[ref]
        for each in self.rows.values():
            each.mark(chosen=each is self._wanted)
        self._go_to(self._wanted)

    def begin(self) -> None:
        """Begin at the point that was asked for, if there is one."""
        super().begin()
        if self._wanted is not None:
            self._go_to(self._wanted)

    def _go_to(self, row: PointRow) -> None:
        row.words.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, row, lambda: self.area.ensureWidgetVisible(row))


class PointRow(QWidget):
    """One point: its number, its words, and where it stands in the document."""

    def __init__(self, point: Point, words: str) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.ref = TextLabel(point.ref, step=Type.STRONG, ink="primary")
        self.words = BodyLabel(words, measure=46)
        self.chip = Chip(self.tr("You came from here"), "waiting")
        self.chip.hide()
        place = self.tr("{place} · advice").format(place=point.place) if point.advice else point.place
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.words)
        column.addWidget(BodyLabel(place, muted=True, caption=True))
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addWidget(self.ref, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Follow the text size."""
        self._row.setSpacing(theme_of(self).metrics.px(12))
        self.ref.setMinimumWidth(theme_of(self).metrics.px(40))

    def mark(self, *, chosen: bool) -> None:
        """Mark the point that a question led to."""
        self.chip.setVisible(chosen)


def section_of(point: Point) -> str:
    """Return the heading of a point: its place up to the first comma, with a capital letter."""
    section = point.place.partition(",")[0]
    return section[:1].upper() + section[1:]


def names_of_offices(pack: Pack) -> Names:
    """Return offices in place of names: the policy is read before anybody has signed in."""
    return names_for(
        pack,
        headteacher="the Headteacher",
        lead="the designated lead",
        deputy="the deputy lead",
        hr="the school office",
        since=pack.policy_date,
        start_year=pack.policy_date.year,
    )
