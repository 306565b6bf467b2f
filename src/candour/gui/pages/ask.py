"""Ask for an exception (S7): one person or group, how you are connected, and how school stays out of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.exception_request import AskedFor
from candour.domain.wording import fill
from candour.gui.pages.ask_fields import GROUP, AskFields
from candour.gui.pages.check_page import CheckPage
from candour.gui.widgets.buttons import DangerButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.labels import BodyLabel, HeadingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.domain.policy import Question
    from candour.services.request_results import AskingGround
    from candour.services.results import OpenCheck


class AskPage(CheckPage):
    """One request, on one page; `sent` carries an `AskedFor`, all of it sealed but the kind and the end.

    The words differ for a connection (family and others) and for a prior approval (own phone or e-mail). `kept`
    asks to keep it as a draft, `dropped` to let that draft go. Leaving by any way keeps what was `touched`.
    `covered`: a standing approval is all that is needed.
    """

    page_id: ClassVar[str] = "ask"

    sent = Signal(AskedFor)
    kept = Signal()
    dropped = Signal()
    covered = Signal()

    def __init__(
        self,
        ground: AskingGround,
        question: Question,
        today: date | None = None,
        *,
        check: OpenCheck | None = None,
        begun: AskedFor | None = None,
        draft: str = "",
    ) -> None:
        """Show a request that belongs to `question`, empty or as it was `begun`, as the `draft` of that id.

        The months begin with `today`, else this month; `check` is the check in which it is made, if in one.
        """
        super().__init__()
        self._question, self._same_as, self.draft = question, begun.same_as if begun else "", draft
        self.kind = question.request or "connection"
        self._show_rail(check)
        self.introduce(
            self.tr("Ask {headteacher}").format(headteacher=ground.names.headteacher),
            self.tr(
                "One request for one person, group or way of getting in touch. You can carry on while you wait."
            ),
            fill(question.rail, ground.names),
        )
        today = today or date.today()  # noqa: DTZ011 - the months that this computer's user sees
        self.fields = AskFields(ground, question, today)
        self._lay_out()
        self._buttons()
        if begun is not None:
            self.fields.fill_in(begun)
        self._before = self.asked_for()

    def _show_rail(self, check: OpenCheck | None) -> None:
        if check is not None:
            self.show_check(check, self._question.id, None)
        else:
            self.rail.hide()
            self.sidebar.head.setText(self.tr("My exceptions"))
        self.sidebar.foot.setText(self.tr("Esc leaves; what you wrote is kept as a draft"))

    def _lay_out(self) -> None:
        for heading, part in self.fields.in_order():
            if heading:
                self.content.addWidget(HeadingLabel(heading, 3))
            self.content.addWidget(part)
        wait = self.tr("Until you hear back, do not write about school.")
        self.content.addWidget(BodyLabel(wait, muted=True))
        if self.fields.approved is not None:
            for card in self.fields.approved.cards.values():
                card.toggled.connect(self._cover)
        sees = self.tr("Whoever decides reads this. HR sees its kind, its state and its dates.")
        self.content.addWidget(BodyLabel(sees, muted=True, caption=True))

    def _buttons(self) -> None:
        self.drop = DangerButton(self.tr("Drop this draft"))
        self.drop.clicked.connect(self.dropped)
        self.drop.setVisible(bool(self.draft))
        self.keep = SecondaryButton(self.tr("Save and come back"))
        self.keep.clicked.connect(self.kept)
        self.main_button = PrimaryButton(self.tr("Send"))
        self.main_button.clicked.connect(self.go_on)
        for button in (self.drop, self.keep, self.main_button):
            self.footer.add(button)

    def _cover(self) -> None:
        """Once a standing approval is ticked there is nothing to ask: say so, and lead back."""
        covered = self.is_covered()
        words = self.tr("This is all I need") if covered else self.tr("Send")
        if self.main_button is not None:
            self.main_button.setText(words)
        self.fields.show_covered(covered=covered)

    def is_covered(self) -> bool:
        """Whether a standing approval is ticked instead of asking."""
        return self.fields.approved is not None and bool(self.fields.approved.ticked())

    def fold(self) -> None:
        """Put what can be ticked into one column."""
        super().fold()
        self.fields.arrange(1 if self.narrow else 2)

    def asked_for(self) -> AskedFor:
        """Return the request as it stands on the page, complete or not."""
        fields, connected = self.fields, self.kind != "prior approval"
        return AskedFor(
            kind=self.kind,
            question=self._question.id,
            connection=fields.connection.words() if connected else "",
            who=fields.who.text().strip(),
            where=tuple(fields.where.cards[key].label for key in fields.where.ticked()),
            safeguards=fields.safeguards.ticked(),
            line=fields.line.text().strip(),
            ends=fields.ends.words(),
            until=fields.month.last_day(),
            group=connected and fields.who_kind.chosen() == GROUP,
            about_headteacher=fields.headteacher.isChecked(),
            staff=fields.staff.chosen() or "",
            same_as=self._same_as,
        )

    @property
    def touched(self) -> bool:
        """Whether anything stands here that was not there when the page came, so that it is to be kept."""
        return self.asked_for() != self._before

    def go_on(self) -> None:
        """Send, or say what is missing; with a standing approval ticked, there is nothing to send."""
        if self.is_covered():
            self.covered.emit()
            return
        errors: list[tuple[QWidget, str]] = self.fields.lacking(self.asked_for())
        self.show_errors(errors)
        if not errors:
            self.sent.emit(self.asked_for())
