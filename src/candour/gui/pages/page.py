"""What every page has: a heading, room for errors and trouble, the keys, the footer, and a side that folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from candour.gui.metrics import Type
from candour.gui.pages.footer import Footer
from candour.gui.pages.reading_order import tab_from
from candour.gui.theme import theme_of
from candour.gui.widgets.banner import Banner, ErrorSummary
from candour.gui.widgets.flow import FlowScroll
from candour.gui.widgets.labels import BodyLabel, HeadingLabel, TextLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent

FOLD_AT = 960
"""Narrower than so many pixels, at 100 per cent text, the side folds away and columns go under each other."""

SHORT = 560
"""Lower than so many pixels, at 100 per cent text, the foot scrolls with the page and does not stand below it."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@runtime_checkable
class Mendable(Protocol):
    """A field that says beside itself what to do about it, as `Labelled` does."""

    def show_error(self, problem: str) -> None:
        """Say what to do; an empty text takes it away."""


class Page(QWidget):
    """A page: it is handed frozen values and speaks by signals; it holds no service.

    A subclass sets `page_id`, fills `content` (the column under the heading), sets `main_button`, and may give a
    `side` (the rail, the sidebar). From here come: focus on the heading when the page shows, Enter for the main
    button from anywhere but a multi-line box, Esc (`left`), Alt+Left (`went_back`), F1 (`help_wanted`), the three
    links of every page, errors, trouble, and Tab in reading order.
    """

    page_id: ClassVar[str] = ""
    says_telling: ClassVar[bool] = True

    went_back = Signal()
    left = Signal()
    help_wanted = Signal()
    policy_wanted = Signal()
    lead_wanted = Signal()
    tried_again = Signal()
    title_changed = Signal()

    def __init__(self, heading: str, side: QWidget | None = None) -> None:
        super().__init__()
        self.side = side
        self.narrow, self._short = False, False
        self.main_button: QAbstractButton | None = None
        self.kicker = BodyLabel(muted=True, strong=True, caption=True)
        self.heading = HeadingLabel(heading, 1)
        self.lead = TextLabel(step=Type.LEAD, ink="muted")
        self.summary = ErrorSummary()
        self.banner: Banner | None = None
        self._doubt: Banner | None = None
        self._telling: Banner | None = None
        self.footer = Footer()
        for focusable in (self.heading, self.summary.heading):
            # Qt lets Tab go on only from what may have the focus; Tab itself never stops here
            focusable.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._wrong: list[tuple[QWidget, str]] = []
        self._build()
        self._connect()
        self._space()

    def _build(self) -> None:
        self.area = FlowScroll()
        self._column = self.area.column
        self.content = QVBoxLayout()
        for part in (self.summary, self.kicker, self.heading, self.lead):
            self._column.addWidget(part)
        self.kicker.hide()
        self.lead.hide()
        self._column.addLayout(self.content)
        self._column.addStretch(1)
        self._below = QVBoxLayout()
        self._below.addWidget(self.footer)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        if self.side is not None:
            across.addWidget(self.side)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self.area, 1)
        down.addLayout(self._below)
        across.addLayout(down, 1)

    def _connect(self) -> None:
        self.footer.help_wanted.connect(self.help_wanted)
        self.footer.policy_wanted.connect(self.policy_wanted)
        self.footer.lead_wanted.connect(self.lead_wanted)
        theme_of(self).changed.connect(self._measure)
        # a shortcut, since scroll areas and radio buttons take every Left for themselves
        self.back_key = QShortcut(QKeySequence("Alt+Left"), self)
        self.back_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.back_key.activated.connect(self.went_back)

    def introduce(self, heading: str, lead: str = "", kicker: str = "") -> None:
        """Show another heading, the sentence or two under it, and the few words above it, which it repeats."""
        self.heading.setText(heading)
        self.heading.setAccessibleDescription(kicker)
        for label, words in ((self.lead, lead), (self.kicker, kicker)):
            label.setText(words)
            label.setVisible(bool(words))
        self.title_changed.emit()

    def title(self) -> str:
        """Return what stands first in the window's title: the heading, after "Error:" while something is wrong."""
        words = self.heading.text()
        return self.tr("Error: {page}").format(page=words) if self.has_errors else words

    @property
    def has_errors(self) -> bool:
        """Return whether the page shows that something is wrong."""
        return bool(self._wrong)

    def show_errors(self, errors: Sequence[tuple[QWidget, str]]) -> None:
        """Show each problem in the summary and beside its field, and move the focus to the summary.

        Each is the field (or the part that the link leads to) and the sentence that says what to do. An empty
        list clears.
        """
        for field, _ in self._wrong:
            _say_beside(field, "")
        self._wrong = list(errors)
        for field, sentence in self._wrong:
            _say_beside(field, sentence)
        if self._wrong:
            self.summary.show_problems([(sentence, field) for field, sentence in self._wrong])
            self.area.verticalScrollBar().setValue(0)
        else:
            self.summary.clear()
        self.title_changed.emit()

    def show_trouble(self, sentence: str) -> None:
        """Say that something of the computer failed, with "Try again" (`tried_again`); it stays until settled."""
        self.clear_trouble()
        self.banner = Banner(self.tr("That did not work"), sentence, "danger", self.tr("Try again"))
        self.banner.acted.connect(self.tried_again)
        self._column.insertWidget(0, self.banner)
        self.area.verticalScrollBar().setValue(0)

    def show_doubt(self, sentence: str) -> None:
        """Say above everything why the register itself is in doubt; it stays on every page until somebody locks."""
        if sentence and self._doubt is None:
            self._doubt = Banner(self.tr("Is this the right register?"), sentence, "danger")
            self._column.insertWidget(0, self._doubt)

    def show_telling(self, telling: bool) -> None:  # noqa: FBT001 - as Qt's own setters
        """Say, until they record having told, that the person is going to tell the designated lead (screens S8)."""
        if self._telling is not None:
            self._column.removeWidget(self._telling)
            self._telling.hide()
            self._telling.deleteLater()
            self._telling = None
        if telling and self.says_telling:
            self._telling = Banner(
                self.tr("You said that you are going to tell the designated lead"),
                self.tr("Once you have, say so. If you have not yet, go now: nobody is told by this page."),
                "todo",
                self.tr("I have told them"),
            )
            self._telling.acted.connect(self.lead_wanted)
            self._column.insertWidget(0, self._telling)

    def clear_trouble(self) -> None:
        """Take the banner away, once it worked."""
        if self.banner is not None:
            self._column.removeWidget(self.banner)
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def focusNextPrevChild(self, forwards: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Let Tab follow the eye, round the page."""
        onwards = tab_from(self, QApplication.focusWidget(), forwards=forwards)
        if onwards is not None:
            onwards.setFocus(Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason)
        return onwards is not None

    def let_content_grow(self) -> None:
        """Give the content all the height that there is, for a page that is one large part."""
        place = self._column.indexOf(self.content)
        self._column.setStretch(place, 1)
        self._column.setStretch(place + 1, 0)

    def fold(self) -> None:
        """Lay the page out for a narrow or a wide window; a subclass puts its columns under each other."""
        if self.side is not None:
            self.side.setVisible(not self.narrow)

    def _measure(self) -> None:
        self._space()
        self._fold_if_needed()

    def _space(self) -> None:
        px = theme_of(self).metrics.px
        sides = px(24 if self.narrow else 44)
        foot = 0 if self._short else px(24)
        bar = self.area.verticalScrollBar().sizeHint().width()  # it stands in the margin, so that edges line up
        self._column.setContentsMargins(sides, px(24 if self.narrow else 32), max(sides - bar, 0), px(24))
        self._below.setContentsMargins(sides, 0, sides, foot)
        self._column.setSpacing(px(8))
        self.content.setContentsMargins(0, px(8), 0, 0)
        self.content.setSpacing(px(16))

    def _fold_if_needed(self) -> None:
        px = theme_of(self).metrics.px
        narrow, short = self.width() < px(FOLD_AT), self.height() < px(SHORT)
        if (narrow, short) != (self.narrow, self._short):
            self.narrow, self._short = narrow, short
            self.fold()
            (self._column if short else self._below).addWidget(self.footer)
            self._space()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side away where it would take the room of the text."""
        super().resizeEvent(event)
        self._fold_if_needed()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the heading, so that a screen reader says where one is (WCAG 2.2, 2.4.3)."""
        super().showEvent(event)
        if not event.spontaneous():
            self.begin()

    def begin(self) -> None:
        """Show the page from its top, the focus on its heading."""
        self.area.verticalScrollBar().setValue(0)
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the keys of every page; what a field used itself does not come here."""
        if event.key() in _ENTER:
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_F1:
            self.explain()
        else:
            super().keyPressEvent(event)

    def explain(self) -> None:
        """Open what F1 opens on this page."""
        self.help_wanted.emit()

    def _enter(self) -> None:
        at = self.focusWidget()
        if isinstance(at, QAbstractButton) and not at.isCheckable():
            at.click()
        elif self.main_button is not None and not isinstance(at, QPlainTextEdit | QTextEdit):
            self.main_button.click()


def _say_beside(field: QWidget, sentence: str) -> None:
    if isinstance(field, Mendable):
        field.show_error(sentence)
