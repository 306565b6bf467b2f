"""The one owner of how the window looks: colours, text size and style, switched live."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from candour.gui.house_style import HouseStyle
from candour.gui.metrics import LEAST_POINTS, TEXT_SIZES, Metrics
from candour.gui.palette import DARK, LIGHT, Tokens, high_contrast, qt_palette
from candour.resources import resource_path


class Scheme(Enum):
    """What a person can choose; `SYSTEM` follows the computer, its high contrast included."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high contrast"


class Theme(QObject):
    """Scheme and text size, and the tokens and metrics that follow from them.

    `apply` puts it on the application; from then on every change reaches every widget that shows, and
    `changed` is emitted after Qt's own palette and font are in place. There is no style sheet anywhere: with
    one, shown widgets stop following (screens.md 3.4).
    """

    changed = Signal()

    def __init__(self, scheme: Scheme = Scheme.SYSTEM, text_size: int = 100) -> None:
        super().__init__()
        self._family, self._own_points = _ui_font()
        self._style: HouseStyle | None = None
        self._scheme = scheme
        self._text_size = _nearest(text_size)
        self._derive()

    @property
    def scheme(self) -> Scheme:
        """Return what was chosen."""
        return self._scheme

    @property
    def text_size(self) -> int:
        """Return the text size in per cent, one of `TEXT_SIZES`."""
        return self._text_size

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force."""
        return self._tokens

    @property
    def metrics(self) -> Metrics:
        """Return the measures in force."""
        return self._metrics

    @property
    def is_dark(self) -> bool:
        """Return whether the page is darker than its text."""
        return self._tokens.of("page").lightness() < self._tokens.of("text").lightness()

    @property
    def is_high_contrast(self) -> bool:
        """Return whether the system's own colours are used: borders of 2 px, chips in outline."""
        return self._resolved is Scheme.HIGH_CONTRAST

    def set_scheme(self, scheme: Scheme) -> None:
        """Choose a scheme."""
        self._scheme = scheme
        self._refresh()

    def set_text_size(self, per_cent: int) -> None:
        """Choose a text size; one that is not on the list becomes the nearest that is."""
        self._text_size = _nearest(per_cent)
        self._refresh()

    def larger(self) -> None:
        """Go one step up the text sizes (Ctrl and +)."""
        self._step(1)

    def smaller(self) -> None:
        """Go one step down the text sizes (Ctrl and -)."""
        self._step(-1)

    def _step(self, by: int) -> None:
        place = TEXT_SIZES.index(self._text_size) + by
        self.set_text_size(TEXT_SIZES[min(max(place, 0), len(TEXT_SIZES) - 1)])

    def apply(self, app: QApplication) -> None:
        """Dress the application, take the place of an earlier theme, and follow the system from now on."""
        for earlier in app.findChildren(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly):
            earlier.setParent(None)
        self.setParent(app)
        self._style = HouseStyle(lambda: self)
        app.setStyle(self._style)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._refresh)
        hints.accessibility().contrastPreferenceChanged.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._derive()
        app = QApplication.instance()
        if self.parent() is None or not isinstance(app, QApplication):
            return
        app.setPalette(QPalette() if self.is_high_contrast else qt_palette(self._tokens))
        app.setFont(self._metrics.font())
        self.changed.emit()

    def _derive(self) -> None:
        self._resolved = _resolve(self._scheme)
        self._metrics = Metrics(self._family, max(LEAST_POINTS, self._own_points) * self._text_size / 100)
        if self.is_high_contrast:
            self._tokens = high_contrast(_system_palette())
        else:
            self._tokens = DARK if self._resolved is Scheme.DARK else LIGHT


def theme_of(part: QObject) -> Theme:
    """Return the theme that dresses the application in which `part` lives.

    Raises LookupError when none was applied: the composition root does so before it makes a window.
    """
    app = QCoreApplication.instance()
    theme = None if app is None else app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if theme is None:
        raise LookupError(f"no theme was applied before {type(part).__name__} was made")
    return theme


def _resolve(scheme: Scheme) -> Scheme:
    if scheme is not Scheme.SYSTEM:
        return scheme
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return Scheme.HIGH_CONTRAST
    return Scheme.DARK if hints.colorScheme() is Qt.ColorScheme.Dark else Scheme.LIGHT


def _system_palette() -> QPalette:
    worn = QGuiApplication.palette()
    QGuiApplication.setPalette(QPalette())
    system = QGuiApplication.palette()
    QGuiApplication.setPalette(worn)
    return system


def _ui_font() -> tuple[str, float]:
    """Return family and points of the system's UI font, or of Noto Sans where the system offers none."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    if QGuiApplication.platformName() not in ("offscreen", "minimal") and QFontDatabase.families():
        return font.family(), font.pointSizeF()
    for name in ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"):
        QFontDatabase.addApplicationFont(str(resource_path("fonts", name)))
    return "Noto Sans", LEAST_POINTS


def _nearest(per_cent: int) -> int:
    return min(TEXT_SIZES, key=lambda size: abs(size - per_cent))
