"""Signing in during a sitting: whoever picked their name, or somebody who is not on the list of names."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt

from candour.gui.pages.sign_in import SignInPage
from candour.gui.widgets.buttons import LinkButton
from candour.gui.widgets.labels import BodyLabel

if TYPE_CHECKING:
    from candour.services.results import Named

BACK_AFTER = 2
"""Minutes without a key or a movement after which the list of names comes back."""


class SittingElsePage(SignInPage):
    """Everybody signs in here: whoever is not on the list, or `ends` the sitting; `went_back` leads to the list."""

    page_id: ClassVar[str] = "sitting-else"

    def __init__(self, *, ends: bool) -> None:
        super().__init__()
        if ends:
            lead = self.tr("HR, the Headteacher or a keeper ends it: sign in.")
            self.introduce(self.tr("End the sitting"), lead)
        else:
            self.introduce(self.tr("Somebody else"), self.tr("Sign in. The list of names comes back afterwards."))
        add_way_back(self, self.tr("Back to the names"))


class SittingSignInPage(SignInPage):
    """Whoever picked their name signs in; `went_back` leads to the list."""

    page_id: ClassVar[str] = "sitting-sign-in"

    def __init__(self, school: str, named: Named) -> None:
        super().__init__(school)
        self._named = named
        self.introduce(named.name)
        self.picker.hide()
        add_way_back(self, self.tr("That is not me"))

    def lookup(self) -> str | None:
        """Return whom to look up: who was picked."""
        return self._named.person


def add_way_back(page: SignInPage, words: str) -> None:
    """Let a link, and Esc, lead back to the list of names, and say when it comes back by itself."""
    back = LinkButton(words)
    back.clicked.connect(page.went_back)
    page.left.connect(page.went_back)
    goes = QCoreApplication.translate(
        "SittingSignInPage", "After %n minutes without a key, the list of names comes back.", "", BACK_AFTER
    )
    page.card.body.addWidget(back, 0, Qt.AlignmentFlag.AlignHCenter)
    page.card.body.addWidget(BodyLabel(goes, muted=True, caption=True))
