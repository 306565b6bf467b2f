"""Checking, seeing the PDF, signing, and what comes after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from candour.errors import NotMatching
from candour.gui.pages.check_and_sign import CheckAndSignPage
from candour.gui.pages.signed import SignedPage

if TYPE_CHECKING:
    from candour.errors import Refused
    from candour.gui.asides import Asides
    from candour.gui.doors import Doors
    from candour.gui.journey import Journey
    from candour.gui.main_window import MainWindow
    from candour.gui.tasks import Tasks
    from candour.services.declaring import Declaring
    from candour.services.results import Signed, ToSign


class SigningSteps(QObject):
    """The last steps of a check; the services keep what was shown until it is signed.

    `has_signed` carries what was signed. `straight_out` leads whoever has nothing to come back for out at once.
    """

    has_signed = Signal(object)

    def __init__(self, window: MainWindow, doors: Doors, tasks: Tasks, asides: Asides, journey: Journey) -> None:
        super().__init__(journey)
        self._window = window
        self._doors = doors
        self._tasks = tasks
        self._asides = asides
        self._journey = journey
        self._declaring: Declaring | None = None
        self.straight_out = False
        self._to_sign: ToSign | None = None
        self._page: CheckAndSignPage | None = None

    def show(self) -> None:
        """Draw both copies on the worker, then show what will be signed."""
        checklist = self._journey.check.checklist.id

        def prepare() -> tuple[Declaring, ToSign]:
            declaring = self._doors.desk().declaring(checklist)
            return declaring, declaring.prepare()

        self._tasks.run(
            prepare,
            lambda prepared: self._show(*prepared),
            lambda reason: self._journey.show_trouble(str(reason), self.show),
            lambda reason: self._journey.show_trouble(str(reason), self.show),
        )

    def refresh(self) -> None:
        """Prepare what is shown anew, where it is: the policy was opened meanwhile."""
        page = self._page
        if page is None or not isValid(page):
            return

        def prepare() -> tuple[Declaring, ToSign]:
            declaring = self._doors.desk().declaring()
            return declaring, declaring.prepare()

        self._tasks.run(
            prepare,
            lambda prepared: self._fill(page, *prepared) if isValid(page) else None,
            lambda reason: page.show_refused(str(reason)) if isValid(page) else None,
            lambda reason: page.show_trouble(str(reason)) if isValid(page) else None,
        )

    def _fill(self, page: CheckAndSignPage, declaring: Declaring, to_sign: ToSign) -> None:
        self._declaring, self._to_sign = declaring, to_sign
        saved = self._journey.saved
        page.show_to_sign(self._journey.check, to_sign, saved.at if saved else None)

    def _show(self, declaring: Declaring, to_sign: ToSign) -> None:
        page = self._page = CheckAndSignPage()
        self._fill(page, declaring, to_sign)
        page.signed.connect(lambda secret: self._sign(page, secret))
        page.change.connect(self._journey.show_or_sign)
        page.jumped.connect(self._journey.show_or_sign)
        page.pdf_wanted.connect(self._show_prepared)
        page.went_back.connect(lambda: self._journey.go_back(None))
        page.left.connect(self._journey.finished)
        self._asides.serve(page)
        self._window.show_page(page)

    def forget(self) -> None:
        """Let go what was prepared: it holds a person's answers."""
        self._declaring = self._to_sign = None

    def _show_prepared(self) -> None:
        if self._to_sign is not None:
            self.show_pdf(self._to_sign)

    def show_pdf(self, to_sign: ToSign) -> None:
        """Show both copies over the present page."""
        from candour.gui.pages.pdf_view import PdfViewPage  # noqa: PLC0415 - QtPdf is not for the first window

        page = PdfViewPage(to_sign.declaration_pdf, to_sign.full_copy_pdf)
        page.went_back.connect(self._window.leave_aside)
        page.left.connect(self._window.leave_aside)
        self._asides.serve(page)
        self._window.show_aside(page)

    def _sign(self, page: CheckAndSignPage, secret: str) -> None:
        declaring = self._declaring
        if declaring is None:
            raise LookupError("nothing was prepared")
        self._tasks.run(
            lambda: declaring.sign(secret),
            self.show_signed,
            lambda reason: self._not_signed(page, reason),
            lambda reason: page.show_trouble(str(reason)),
        )

    def _not_signed(self, page: CheckAndSignPage, reason: Refused) -> None:
        mismatch = isinstance(reason, NotMatching)
        page.show_refused(self.tr("That passphrase does not match") if mismatch else str(reason))

    def show_signed(self, signed: Signed) -> None:
        """Show that it is signed, and what comes after: in a sitting, once all is signed, the next person."""
        self.has_signed.emit(signed)
        if self.straight_out and not signed.left and not self._comes_back(signed):
            self._tasks.run(
                lambda: self._doors.desk().passphrase().let_go(),
                lambda _: self._journey.finished.emit(),
                lambda _: self._show_signed(signed),
                lambda reason: self._show_signed(signed, str(reason)),
            )
        else:
            self._show_signed(signed)

    def _comes_back(self, signed: Signed) -> bool:
        """Whether a code is not enough: something is to do, was asked for, or an office is held."""
        waits = signed.open_until is not None or bool(self._journey.check.requests)
        return signed.must_choose_passphrase or (signed.offer_passphrase and waits)

    def _show_signed(self, signed: Signed, trouble: str = "") -> None:
        page = SignedPage(signed)
        page.save_wanted.connect(lambda: self._journey.saving.save_declaration(page, signed))
        page.tried_again.connect(lambda: self._journey.saving.save_declaration(page, signed))
        page.passphrase_chosen.connect(lambda words: self._keep(page, words))
        page.next_wanted.connect(self._journey.start)
        page.finished.connect(lambda: self._finish(page))
        page.left.connect(lambda: self._finish(page))
        self._asides.serve(page)
        self._window.show_page(page)
        if trouble:
            page.show_trouble(trouble)

    def _keep(self, page: SignedPage, words: str) -> None:
        self._tasks.run(
            lambda: self._doors.desk().passphrase().choose(words),
            lambda _: page.show_passphrase_kept(),
            lambda reason: page.show_passphrase_refused(str(reason)),
            lambda reason: page.show_passphrase_refused(str(reason)),
        )

    def _finish(self, page: SignedPage) -> None:
        self._tasks.run(
            lambda: self._doors.desk().passphrase().let_go(),
            lambda _: self._journey.finished.emit(),
            lambda reason: page.show_passphrase_refused(str(reason)),
            lambda reason: page.show_trouble(str(reason)),
        )
