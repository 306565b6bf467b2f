"""The way on for who has lost the code or the passphrase: it is the normal case, and mended on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal

from candour.gui.pages.centred import CentredPage, Mark
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.fields import LabelledField, PassphraseField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from candour.services.results import Named

_SECOND = 1000


class WhoField(NamePicker):
    """Somebody by name; a typed staff number will do where no list of names can be shown."""

    def __init__(self, label: str, names: Sequence[Named]) -> None:
        super().__init__(label)
        self.set_names([(each.person, each.name) for each in names])


class LostPage(CentredPage):
    """Says who gives a new code, and lets that person give it here and now.

    `hr` is that person's name, "" where it is not known yet; `names` are empty where this computer cannot open the
    list. `given` carries who gives it, their passphrase, and whose code it is to be; `sheet_wanted` is for a keeper
    whom nobody can give a code.
    """

    page_id: ClassVar[str] = "lost"
    wide = 460
    amid = True

    given = Signal(str, str, str)
    sheet_wanted = Signal()

    def __init__(self, hr: str = "", names: Sequence[Named] = ()) -> None:
        super().__init__("")
        self.introduce(self.tr("You need a new code"))
        self.put_mark(Mark("lock"))
        self._left = 0
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self.count_down)
        giver = hr or self.tr("The school office")
        card = Card(padding=28)
        self.words = (
            self.tr("{giver} can give you a new code here and now.").format(giver=giver),
            self.tr("What you signed before stays signed."),
            self.tr("This happens to many people. Nobody needs to know why."),
        )
        for words in self.words:
            card.body.addWidget(BodyLabel(words))
        self.main_button = self.back = PrimaryButton(self.tr("Back to signing in"))
        self.back.clicked.connect(self.went_back)
        card.body.addWidget(self.back)
        self.open_form = LinkButton(self.tr("{giver} signs in here and gives a new code").format(giver=giver))
        self.open_form.clicked.connect(self.show_form)
        card.body.addWidget(self.open_form, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet = LinkButton(self.tr("I keep the register and have its recovery sheet"))
        self.sheet.clicked.connect(self.sheet_wanted)
        card.body.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        self.content.addWidget(card)
        self._add_form(names)

    def _add_form(self, names: Sequence[Named]) -> None:
        self.form = Card(self.tr("Give a new code"), padding=28)
        self.giver: WhoField | LabelledField
        self.whose: WhoField | LabelledField
        if names:
            self.giver = WhoField(self.tr("Your own name (you give the code)"), names)
            self.whose = WhoField(self.tr("The person who needs a new code"), names)
        else:
            self.giver = LabelledField(self.tr("Your own staff number (you give the code)"))
            self.whose = LabelledField(self.tr("Staff number of the person who needs a new code"))
        self.secret = PassphraseField(self.tr("Your own passphrase"))
        self.give = SecondaryButton(self.tr("Give the code"))
        for part in (self.giver, self.secret, self.whose, self.give):
            self.form.body.addWidget(part)
        self.give.clicked.connect(self._give)
        self.content.addWidget(self.form)
        self.form.hide()

    def show_form(self) -> None:
        """Let a keeper give a code."""
        self.form.show()
        self.open_form.hide()
        self.main_button = self.give
        self.giver.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        giver, whose = _chosen(self.giver), _chosen(self.whose)
        errors: list[tuple[QWidget, str]] = []
        if not giver:
            errors.append((self.giver, self.tr("Say who you are")))
        if not self.secret.text().strip():
            errors.append((self.secret, self.tr("Type your own passphrase")))
        if not whose:
            errors.append((self.whose, self.tr("Say who needs a new code")))
        self.show_errors(errors)
        if not errors and not self._left:
            self.give.setEnabled(False)
            self.given.emit(giver, self.secret.text(), whose)

    def show_refused(self, sentence: str, seconds: int = 0) -> None:
        """Say why no code was given; after a wrong passphrase the next try waits so many seconds."""
        self.secret.setText("")
        self.show_errors([(self.secret, sentence)])
        self._left = seconds
        self.give.setEnabled(seconds == 0)
        if seconds:
            self._say_wait()
            self._clock.start()

    def count_down(self) -> None:
        """Let one second of the wait pass."""
        self._left -= 1
        if self._left > 0:
            self._say_wait()
        else:
            self._left = 0
            self._clock.stop()
            self.give.setEnabled(True)
            self.give.setText(self.tr("Give the code"))

    def _say_wait(self) -> None:
        self.give.setText(self.tr("Wait %n seconds", "", self._left))


def _chosen(field: WhoField | LabelledField) -> str:
    return (field.chosen() or "") if isinstance(field, WhoField) else field.text().strip()
