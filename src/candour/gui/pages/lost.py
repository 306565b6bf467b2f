"""The way on for who has lost the code or the passphrase: it is the normal case, and mended on the spot."""

from __future__ import annotations

from typing import ClassVar

from candour.gui.pages.centred import CentredPage, Mark
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.labels import BodyLabel


class LostPage(CentredPage):
    """Says who gives a new code, here and now; `hr` is that person's name, "" where it is not known yet."""

    page_id: ClassVar[str] = "lost"
    wide = 460
    amid = True

    def __init__(self, hr: str = "") -> None:
        super().__init__("")
        self.introduce(self.tr("You need a new code"))
        self.put_mark(Mark("lock"))
        giver = hr or self.tr("The school office")
        card = Card(padding=28)
        self.words = (
            self.tr("{giver} can give you a new code here and now.").format(giver=giver),
            self.tr("What you signed before stays signed."),
            self.tr("This happens to many people. Nobody needs to know why."),
        )
        for words in self.words:
            card.body.addWidget(BodyLabel(words))
        self.main_button = back = PrimaryButton(self.tr("Back to signing in"))
        back.clicked.connect(self.went_back)
        card.body.addWidget(back)
        self.content.addWidget(card)
