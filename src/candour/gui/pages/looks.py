"""How it looks: colours and text size, chosen at any page, seen at once and remembered on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from candour.gui.metrics import TEXT_SIZES
from candour.gui.pages.centred import CentredPage
from candour.gui.theme import Scheme, theme_of
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.choices import ChoiceCard, ChoiceGroup
from candour.gui.widgets.flow import TwoColumns
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from collections.abc import Callable

KeyT = TypeVar("KeyT")

USUAL = 100
"""The text size in per cent that Ctrl and 0 bring back."""


class LooksPage(CentredPage):
    """Offers every scheme and text size; a choice counts at once, and `Ctrl` with +, - or 0 moves it along."""

    page_id: ClassVar[str] = "looks"
    says_telling: ClassVar[bool] = False

    def __init__(self) -> None:
        super().__init__("")
        self.introduce(
            self.tr("How it looks"),
            self.tr("What you choose counts at once, and is remembered on this computer."),
        )
        theme = theme_of(self)
        self.schemes: dict[Scheme, ChoiceCard] = {}
        self.sizes: dict[int, ChoiceCard] = {}
        columns = TwoColumns(shares=(1, 1))
        colours, text = self.tr("Colours"), self.tr("Text size")
        columns.left.addWidget(HeadingLabel(colours, 2))
        columns.left.addWidget(_group(colours, self.schemes, self._schemes(), theme.set_scheme))
        columns.right.addWidget(HeadingLabel(text, 2))
        columns.right.addWidget(_group(text, self.sizes, self._sizes(), theme.set_text_size))
        self.content.addWidget(columns)
        self.content.addWidget(
            BodyLabel(
                self.tr("On any page: Ctrl and + for larger text, Ctrl and - for smaller, Ctrl and 0 as usual.")
            )
        )
        self.main_button = PrimaryButton(self.tr("Back"))
        self.main_button.clicked.connect(self.went_back)
        self.footer.add(self.main_button)
        theme.changed.connect(self._follow)
        self._follow()

    def _schemes(self) -> dict[Scheme, tuple[str, str]]:
        return {
            Scheme.SYSTEM: (
                self.tr("Like this computer"),
                self.tr("Light, dark or high contrast, as it is set there"),
            ),
            Scheme.LIGHT: (self.tr("Light"), ""),
            Scheme.DARK: (self.tr("Dark"), ""),
            Scheme.HIGH_CONTRAST: (
                self.tr("High contrast"),
                self.tr("The computer’s own colours, heavier borders"),
            ),
        }

    def _sizes(self) -> dict[int, tuple[str, str]]:
        words = self.tr("{size} %")
        usual = {USUAL: self.tr("The usual size")}
        return {size: (words.format(size=size), usual.get(size, "")) for size in TEXT_SIZES}

    def _follow(self) -> None:
        """Show what is in force, however it was chosen."""
        theme = theme_of(self)
        self.schemes[theme.scheme].setChecked(True)
        self.sizes[theme.text_size].setChecked(True)


def _group(
    name: str, cards: dict[KeyT, ChoiceCard], offers: dict[KeyT, tuple[str, str]], choose: Callable[[KeyT], None]
) -> ChoiceGroup:
    group = ChoiceGroup(name)
    for key, (label, hint) in offers.items():
        cards[key] = card = ChoiceCard(label, hint)
        card.clicked.connect(lambda _on=False, key=key: choose(key))
        group.add(card)
    return group
