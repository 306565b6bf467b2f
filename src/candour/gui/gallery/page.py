"""What every page of the gallery has: the frame with one place per part, and the look switched in one press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.gui.pages.placed import PlacedPage
from candour.gui.theme import Scheme, theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame


class LookSwitch(EvenRow):
    """A row of links: light, dark, high contrast, smaller and larger text."""

    def __init__(self) -> None:
        super().__init__(gap=16)
        theme = theme_of(self)
        for words, act in (
            (self.tr("Light"), lambda: theme.set_scheme(Scheme.LIGHT)),
            (self.tr("Dark"), lambda: theme.set_scheme(Scheme.DARK)),
            (self.tr("High contrast"), lambda: theme.set_scheme(Scheme.HIGH_CONTRAST)),
            (self.tr("Smaller text"), theme.smaller),
            (self.tr("Larger text"), theme.larger),
        ):
            link = LinkButton(words, caption=True)
            link.clicked.connect(lambda _on=False, act=act: act())
            self.add(link)


class GalleryPage(PlacedPage):
    """One part in each of its states; a subclass says what it is for, and fills the page."""

    def __init__(self, frame: Frame) -> None:
        super().__init__("", frame)
        self.introduce(next(each.words for each in frame.places if each.key == self.place), self.about())
        self.content.addWidget(LookSwitch())
        self.fill()

    def about(self) -> str:
        """Return what the part is for."""
        raise NotImplementedError

    def fill(self) -> None:
        """Put every state on the page."""
        raise NotImplementedError

    def add(self, state: str, *parts: QWidget) -> None:
        """Show one state: what it is called, and the parts that are in it."""
        self.content.addWidget(BodyLabel(state, muted=True, strong=True, caption=True))
        for part in parts:
            self.content.addWidget(part)
