"""Fields to type in: a label above, the field, and beside it what to do if something is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from candour.gui.metrics import LINE_HEIGHT, RING
from candour.gui.theme import theme_of
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.labels import BodyLabel, FieldError, FieldLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

F = TypeVar("F", bound=QWidget)


class Labelled(QWidget, Generic[F]):
    """A label above any field, with a hint and an error line that the field's description repeats."""

    def __init__(self, label: str, field: F, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = FieldLabel(label, field)
        self.hint = BodyLabel(hint, muted=True, caption=True)
        self.error = FieldError()
        self.field = field
        self.hint.setVisible(bool(hint))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.label, self.hint, self.error, field):
            self._column.addWidget(part)
        field.setAccessibleName(label)
        self.setFocusProxy(field)
        self._describe()
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def show_error(self, problem: str) -> None:
        """Say beside the field what to do; an empty text takes it away."""
        self.error.say(problem)
        self.field.setProperty("wrong", bool(problem))
        self.field.update()
        self._describe()

    def _describe(self) -> None:
        said = (self.hint.text(), self.error.text())
        self.field.setAccessibleDescription(" ".join(part for part in said if part))

    def retheme(self) -> None:
        """Space the parts anew."""
        self._column.setSpacing(theme_of(self).metrics.px(3))


class LabelledField(Labelled[QLineEdit]):
    """One line to type in."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, QLineEdit(), hint, parent)

    def text(self) -> str:
        """Return what was typed."""
        return self.field.text()

    def setText(self, text: str) -> None:
        """Fill the field."""
        self.field.setText(text)


class PassphraseField(LabelledField):
    """A hidden line with *Show* and *Hide* inside; pasting is welcome."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint, parent)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.reveal = LinkButton("", self.field)
        self._say()
        self.reveal.clicked.connect(self._turn)
        self.field.installEventFilter(self)
        QWidget.setTabOrder(self.field, self.reveal)
        self._place()

    def show_plainly(self) -> None:
        """Show what stands in the field, such as words that were proposed and are to be written down."""
        if self.field.echoMode() == QLineEdit.EchoMode.Password:
            self._turn()

    def _turn(self) -> None:
        hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._say()
        self._place()

    def _say(self) -> None:
        """Name what a press does, for the eye and for a screen reader."""
        hidden = self.field.echoMode() == QLineEdit.EchoMode.Password
        named = self.tr("Show: {field}") if hidden else self.tr("Hide: {field}")
        self.reveal.setText(self.tr("Show") if hidden else self.tr("Hide"))
        self.reveal.setAccessibleName(named.format(field=self.label.text()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep *Show* at the right end of the field."""
        if watched is self.field and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def retheme(self) -> None:
        """Follow the text size."""
        super().retheme()
        if hasattr(self, "reveal"):
            self._place()

    def _place(self) -> None:
        size, margin = self.reveal.sizeHint(), theme_of(self).metrics.px(12)
        left = self.field.width() - RING - margin - size.width() + RING
        self.reveal.setGeometry(left, (self.field.height() - size.height()) // 2, size.width(), size.height())
        self.field.setTextMargins(0, 0, size.width() + margin - RING, 0)


class TextBox(QPlainTextEdit):
    """A box of several lines, with border and ring of a field; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        theme_of(self).changed.connect(self.retheme)
        self.retheme()

    def retheme(self) -> None:
        """Keep the text clear of border and ring, and the box four lines tall."""
        metrics = theme_of(self).metrics
        inset = RING + metrics.px(8)
        self.setViewportMargins(inset, inset, inset, inset)
        self.document().setDocumentMargin(0)
        self.setMinimumHeight(round(4 * LINE_HEIGHT * metrics.em) + 2 * inset)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Paint the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()


class LabelledText(Labelled[TextBox]):
    """Several lines to type in; Tab leaves it, Enter begins a line."""

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, TextBox(), hint, parent)

    def text(self) -> str:
        """Return what was typed."""
        return self.field.toPlainText()
