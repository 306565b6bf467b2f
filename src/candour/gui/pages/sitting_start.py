"""Everyone in one sitting, for HR: what it is, and the button that begins or ends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Signal

from candour.gui.pages.placed import PlacedPage
from candour.gui.places import PEOPLE, SITTING
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import PrimaryButton
from candour.gui.widgets.card import Card, EmptyState
from candour.gui.widgets.facts import Points

if TYPE_CHECKING:
    from candour.gui.places import Frame
    from candour.services.sitting import SittingNow


class SittingStartPage(PlacedPage):
    """`started` begins a sitting, `ended` ends the one that is `running`."""

    page_id: ClassVar[str] = "sitting-start"
    place: ClassVar[str] = SITTING

    started = Signal()
    ended = Signal()

    def __init__(self, frame: Frame, now: SittingNow | None, *, running: bool, said: str = "") -> None:
        super().__init__("", frame)
        lead = self.tr("For a staff meeting or training day: one after another signs at this computer.")
        self.introduce(self.tr("Everyone in one sitting"), lead)
        if said:
            self.content.addWidget(Banner(said, role="done"))
        if running:
            self._offer_end()
        elif now is None:
            self.content.addWidget(
                EmptyState(
                    self.tr("No check is open"), self.tr("A sitting can start once one is open."), art="calendar"
                )
            )
        else:
            self._offer_start(now)

    def _offer_start(self, now: SittingNow) -> None:
        if now.without_way_in:
            self.content.addWidget(self._warn(now.without_way_in))
        card = Card(self.tr("{signed} of {of} have signed").format(signed=now.signed, of=now.of), padding=24)
        card.body.addWidget(Points(self._what_it_does()))
        self.content.addWidget(card)
        self.main_button = PrimaryButton(self.tr("Start the sitting"))
        self.main_button.clicked.connect(self.started)
        self.footer.add(self.main_button)

    def _warn(self, count: int) -> Banner:
        title = QCoreApplication.translate("SittingStartPage", "%n people have no code yet", "", count)
        here = PEOPLE in self.sidebar.places
        banner = Banner(
            title,
            self.tr("Give them one under “People” first, or on the sign-in page when it is their turn."),
            "todo",
            self.tr("People without a code") if here else "",
        )
        banner.acted.connect(lambda: self.went.emit(PEOPLE))
        return banner

    def _offer_end(self) -> None:
        words = self.tr("Lock, and the list of names comes back. End it, and this is an ordinary window again.")
        self.content.addWidget(Banner(self.tr("A sitting is under way"), words, "waiting"))
        self.main_button = PrimaryButton(self.tr("End the sitting"))
        self.main_button.clicked.connect(self.ended)
        self.footer.add(self.main_button)

    def _what_it_does(self) -> tuple[str, ...]:
        return (
            self.tr("You are signed out, and this window shows the names of those who have not signed yet."),
            self.tr("Each person picks their name, signs in with code or passphrase, does their check and signs."),
            self.tr("Then the names come back at once, and nothing of the person before stays on the screen."),
            self.tr("Whoever stops midway keeps their answers and can go on at any time."),
            self.tr(
                "Whoever used a code and has nothing left to do is finished: next year they get a new code. "
                "Whoever has something left is offered a passphrase first."
            ),
            self.tr("“Show the count” opens a window for the projector: how many have signed, and no names."),
            self.tr("HR, the Headteacher or a keeper ends it by signing in; so does closing the window."),
        )
