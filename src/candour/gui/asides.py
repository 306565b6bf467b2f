"""What every page can open over itself: help, the policy, what is worth reading, and the designated lead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.policy import Pack
    from candour.gui.main_window import MainWindow
    from candour.gui.pages.page import Page
    from candour.gui.pages.stop_card import StopCardPage
    from candour.services.results import ContactCard, SignedIn, SignInList


class Asides(QObject):
    """Opens the asides of a page, and goes back to it; it knows what may be shown before anybody signs in."""

    policy_opened = Signal()
    policy_shown = Signal(object)
    stop_card_shown = Signal(object)

    def __init__(self, window: MainWindow, shipped: Callable[[], Pack]) -> None:
        super().__init__(window)
        self._window = window
        self._shipped = shipped
        self._pack: Pack | None = None
        self.contacts: tuple[ContactCard, ...] = ()
        self.hr = ""
        self.is_hr = False
        """Whether who is signed in may attach the school's own document."""
        self.signed_in = False
        """Whether somebody is signed in, so that the stop card can note what they say."""

    @property
    def pack(self) -> Pack:
        """Return the school's pack in force once somebody signed in, before that the one that is shipped."""
        if self._pack is None:
            self._pack = self._shipped()
        return self._pack

    def know_pack(self, pack: Pack) -> None:
        """Take the school's own pack."""
        self._pack = pack

    def know_list(self, found: SignInList | SignedIn) -> None:
        """Remember whom to name: HR, the designated lead and the others of the stop card."""
        self.contacts = found.contacts or self.contacts
        self.hr = found.hr or self.hr

    def serve(self, page: Page) -> None:
        """Let a page open the asides that every page has."""
        page.looks_wanted.connect(self.show_looks)
        page.help_wanted.connect(lambda: self.show_help(page.page_id))
        page.policy_wanted.connect(lambda: self.show_policy())
        page.lead_wanted.connect(lambda: self.show_stop_card())

    def show_looks(self) -> None:
        """Show where colours and text size are chosen; on that page itself nothing happens."""
        from candour.gui.pages.looks import LooksPage  # noqa: PLC0415 - not for the first window

        if not isinstance(self._window.page, LooksPage):
            self.lay_over(LooksPage())

    def read(self, what: str) -> None:
        """Show one of the texts: help, who sees my answers, what signing means, what the school promises."""
        from candour.gui.pages.reading import ReadingPage, reading  # noqa: PLC0415 - not for the first window

        self.lay_over(ReadingPage(reading(what, self.pack)))

    def show_help(self, page_id: str) -> None:
        """Show the help, at the part about a page."""
        from candour.gui.pages.reading import ReadingPage, reading  # noqa: PLC0415 - not for the first window

        page = ReadingPage(reading("help", self.pack))
        self.lay_over(page)
        page.show_part(page_id)

    def show_policy(self, point: str = "") -> None:
        """Show the policy in plain words, at one point where a question asked for it."""
        from candour.gui.pages.policy import PolicyPage  # noqa: PLC0415 - not for the first window

        page = PolicyPage(self.pack)
        self.lay_over(page)
        if point:
            page.show_point(point)
        self.policy_shown.emit(page)
        self.policy_opened.emit()

    def show_stop_card(self, *, from_question: bool = False) -> StopCardPage:
        """Show whom to tell now; it tells nobody, and needs nobody signed in."""
        from candour.gui.pages.stop_card import StopCardPage  # noqa: PLC0415 - not for the first window

        page = StopCardPage(self.contacts, self._told(), notes=self.signed_in, from_question=from_question)
        self.lay_over(page)
        page.went_on.connect(self._window.leave_aside)
        self.stop_card_shown.emit(page)
        return page

    def _told(self) -> list[str]:
        """Return whom somebody may have told, in the pack's words with the school's names."""
        from candour.domain.wording import fill  # noqa: PLC0415 - not for the first window
        from candour.gui.pages.policy import names_of_offices  # noqa: PLC0415 - not for the first window

        names = names_of_offices(self.pack)
        found = {each.office.casefold(): each.name for each in self.contacts}
        lead, deputy = found.get("designated lead", names.lead), found.get("deputy lead", names.deputy)
        return [fill(words, replace(names, lead=lead, deputy=deputy)) for words in self.pack.told]

    def lay_over(self, page: Page) -> None:
        """Show a page over the present one; going back returns there."""
        page.went_back.connect(self._window.leave_aside)
        page.left.connect(self._window.leave_aside)
        self.serve(page)
        self._window.show_aside(page)
