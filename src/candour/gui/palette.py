"""The colours of the window: one frozen set of tokens per scheme, and the QPalette made from it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Tokens:
    """The named colours of one scheme, each as ``#rrggbb``.

    Text keeps 7:1 on what it stands on, borders and graphics 3:1 (WCAG 2.2, 1.4.6 and 1.4.11). A name with
    ``_soft`` is the ground that belongs to the colour of the same name.
    """

    page: str
    surface: str
    quiet: str
    text: str
    muted: str
    primary: str
    on_primary: str
    primary_soft: str
    chosen: str
    control: str
    line: str
    done: str
    done_soft: str
    todo: str
    todo_soft: str
    danger: str
    danger_soft: str
    waiting: str
    waiting_soft: str
    neutral: str
    neutral_soft: str
    focus_outer: str
    focus_inner: str
    chart_signed: str
    chart_under_way: str
    chart_not_started: str
    chart_overdue: str
    stop: str = "#8a1212"
    on_stop: str = "#ffffff"

    def of(self, name: str) -> QColor:
        """Return the colour of that name, such as ``"primary"``; an unknown name is a bug and is loud."""
        return QColor(str(getattr(self, name)))


LIGHT = Tokens(
    page="#f5f6f3",
    surface="#ffffff",
    quiet="#f7f8f6",
    text="#16252b",
    muted="#46555b",
    primary="#0d5a5c",
    on_primary="#ffffff",
    primary_soft="#e8f3f2",
    chosen="#f4faf9",
    control="#637277",
    line="#d8dcda",
    done="#0f5a35",
    done_soft="#e4f3ea",
    todo="#7a4200",
    todo_soft="#fdf0dc",
    danger="#96201b",
    danger_soft="#fbe6e4",
    waiting="#1f4a85",
    waiting_soft="#e5eefa",
    neutral="#435157",
    neutral_soft="#eceeed",
    focus_outer="#16252b",
    focus_inner="#ffc53d",
    chart_signed="#1f6f4a",
    chart_under_way="#2f74b5",
    chart_not_started="#7e8a97",
    chart_overdue="#b3261e",
)

DARK = Tokens(
    page="#12191b",
    surface="#1b2426",
    quiet="#20292b",
    text="#ecf2f1",
    muted="#b3c0c1",
    primary="#8ad8d2",
    on_primary="#08201f",
    primary_soft="#173a3b",
    chosen="#16302f",
    control="#8b9a9d",
    line="#37444a",
    done="#9fe0b9",
    done_soft="#143c27",
    todo="#ffd596",
    todo_soft="#46330b",
    danger="#ffbdb7",
    danger_soft="#55201d",
    waiting="#b8d5ff",
    waiting_soft="#19355c",
    neutral="#c6d0d2",
    neutral_soft="#2c373a",
    focus_outer="#ffc53d",
    focus_inner="#12191b",
    chart_signed="#5cc08d",
    chart_under_way="#6fb1f0",
    chart_not_started="#8a97a5",
    chart_overdue="#ff8a80",
)


def high_contrast(system: QPalette) -> Tokens:
    """Return tokens made of the two colours that the person chose for text and ground in their system."""
    ink = system.color(QPalette.ColorRole.WindowText).name()
    ground = system.color(QPalette.ColorRole.Window).name()
    on_ink = {"page", "surface", "quiet", "on_primary", "primary_soft", "chosen", "focus_inner", "on_stop"}
    names = [name for name in Tokens.__slots__ if isinstance(name, str)]
    grounds = on_ink | {name for name in names if name.endswith("_soft")}
    return Tokens(**{name: ground if name in grounds else ink for name in names})


def contrast(one: str | QColor, other: str | QColor) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    return sum(weight * _linear(part) for weight, part in zip(weights, parts, strict=True))


_NEARLY_BLACK = 0.04045


def _linear(part: float) -> float:
    return part / 12.92 if part <= _NEARLY_BLACK else float(((part + 0.055) / 1.055) ** 2.4)


def qt_palette(tokens: Tokens) -> QPalette:
    """Return the QPalette with which Qt's own widgets wear the tokens."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, name in {
        role.Window: "page",
        role.WindowText: "text",
        role.Base: "surface",
        role.AlternateBase: "quiet",
        role.Text: "text",
        role.PlaceholderText: "muted",
        role.Button: "surface",
        role.ButtonText: "text",
        role.BrightText: "on_primary",
        role.Highlight: "primary",
        role.HighlightedText: "on_primary",
        role.Accent: "primary",
        role.Link: "primary",
        role.LinkVisited: "primary",
        role.ToolTipBase: "surface",
        role.ToolTipText: "text",
        role.Light: "surface",
        role.Midlight: "line",
        role.Mid: "line",
        role.Dark: "control",
        role.Shadow: "control",
    }.items():
        palette.setColor(which, tokens.of(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, tokens.of("muted"))
    return palette
