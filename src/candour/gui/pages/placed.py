"""A page that is one of a person's places: the sidebar at the left, a row of links on top where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from candour.gui.pages.flow_layout import FlowLayout
from candour.gui.pages.page import Page
from candour.gui.theme import theme_of
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.buttons import LinkButton, SecondaryButton
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractButton

    from candour.gui.places import Frame


MOST_LINKS = 6
"""So many places stand in a row of links on a narrow page; more are behind a button, not above the text."""


class PlacedPage(Page):
    """A page in the frame of the person's places; `went` carries the key of the place that was pressed."""

    place: ClassVar[str] = ""

    went = Signal(str)

    def __init__(self, heading: str, frame: Frame) -> None:
        self.sidebar = Sidebar(frame.name, frame.role)
        super().__init__(heading, self.sidebar)
        self._announcer = Announcer(self)
        self.said = BodyLabel("", muted=True, measure=None)
        self.said.hide()
        self._column.insertWidget(self._column.indexOf(self.lead) + 1, self.said)
        groups = frame.groups()
        for heading_of_group, places in groups:
            if len(groups) > 1:
                self.sidebar.add_group(heading_of_group)
            for each in places:
                self.sidebar.add_place(each.key, each.words)
        self.sidebar.set_current(self.place)
        self.sidebar.went.connect(self.went)
        self._add_links(frame)
        self._top: QBoxLayout | None = None
        self._beside = EvenRow()

    def put_beside_heading(self, *buttons: QAbstractButton) -> None:
        """Put buttons at the top right, beside the heading and what is said under it; below where it is narrow."""
        for button in buttons:
            self._beside.add(button)
        if self._top is None:
            place = self._column.indexOf(self.heading)
            words = QVBoxLayout()
            for part in (self.heading, self.lead):
                self._column.removeWidget(part)
                words.addWidget(part)
            self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
            self._top.addLayout(words, 1)
            self._top.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignVCenter)
            self._column.insertLayout(place, self._top)

    def _add_links(self, frame: Frame) -> None:
        self._many = len(frame.places) > MOST_LINKS
        self.links = QWidget()
        self.menu = SecondaryButton(self.tr("All places"), icon="menu")
        self.menu.clicked.connect(lambda: self._show_links(shown=self.links.isHidden()))
        self._row = FlowLayout(self.links)
        for each in frame.places:
            if each.key != self.place:
                link = LinkButton(each.words)
                link.clicked.connect(lambda _on=False, key=each.key: self.went.emit(key))
                self._row.addWidget(link)
        theme_of(self).changed.connect(self._space_links)
        self._space_links()
        self._column.insertWidget(0, self.links)
        self._column.insertWidget(0, self.menu, 0, Qt.AlignmentFlag.AlignLeft)
        self.menu.hide()
        self.links.hide()

    def _show_links(self, *, shown: bool) -> None:
        self.links.setVisible(shown)
        self.menu.setText(self.tr("Hide the places") if shown else self.tr("All places"))

    def _space_links(self) -> None:
        self._row.setSpacing(theme_of(self).metrics.px(16))

    def fold(self) -> None:
        """Put the places into links where the sidebar would take the room of the text; many show on demand."""
        super().fold()
        self.menu.setVisible(self.narrow and self._many)
        self._show_links(shown=self.narrow and not self._many)
        if self._top is not None:
            down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._top.setDirection(down if self.narrow else across)

    def show_saved(self, where: str) -> None:
        """Say where a copy was saved."""
        self.clear_trouble()
        self.said.setText(self.tr("Saved: {where}").format(where=where))
        self.said.show()
        self._announcer.say(self.said.text())

    def show_not_saved(self) -> None:
        """Say that what is kept is safe though the copy could not be saved."""
        self.said.hide()
        self.show_trouble(
            self.tr("Everything is safe here. We could not save the copy there. Choose another folder.")
        )
