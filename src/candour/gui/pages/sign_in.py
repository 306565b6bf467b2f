"""S1 Sign in: a name, a passphrase or the code on the slip, and the ways on for who has neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal

from candour.gui.metrics import Type
from candour.gui.pages.centred import CentredPage, Mark
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.fields import LabelledField, PassphraseField
from candour.gui.widgets.labels import BodyLabel, TextLabel
from candour.gui.widgets.name_picker import NamePicker

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from candour.services.place import SampleWords
    from candour.services.results import SignInList

_SECOND = 1000


class SignInPage(CentredPage):
    """The first page: usable at once, while the list of names is still being opened.

    `signed_in` carries whom to look up (a person's id for a chosen name, else the typed staff number or school
    e-mail), the passphrase or code as typed, and whether it is by name.
    """

    page_id: ClassVar[str] = "sign-in"
    wide = 460
    amid = True

    signed_in = Signal(str, str, bool)
    lost_wanted = Signal()

    def __init__(self, school: str = "") -> None:
        super().__init__("")
        self.introduce(self.tr("Your yearly social media check"))
        self._announcer = Announcer(self)
        self._opening, self._by_name, self._left = True, True, 0
        self._clock = QTimer(self, interval=_SECOND)
        self._clock.timeout.connect(self.count_down)
        self.school = TextLabel(school, step=Type.LEAD, ink="muted", align=Qt.AlignmentFlag.AlignHCenter)
        self.sample: Banner | None = None
        self._make_card()
        self.put_mark(Mark())
        self.content.addWidget(self.school)
        self.content.addWidget(self.card)

    def _make_card(self) -> None:
        self.card = Card(padding=28)
        self.empty = BodyLabel("")
        self.picker = NamePicker(self.tr("Choose your name"), self.tr("Opening the list of names …"))
        self.typed = LabelledField(self.tr("Your staff number or school e-mail"))
        self.secret = PassphraseField(self.tr("Your passphrase, or the code on your slip"))
        self.main_button = self.sign_in = PrimaryButton(self.tr("Sign in"))
        self.lost = LinkButton(self.tr("I have lost my code or passphrase"))
        for part in (self.empty, self.picker, self.typed, self.secret, self.sign_in):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.lost, 0, Qt.AlignmentFlag.AlignHCenter)
        self.empty.hide()
        self.typed.hide()
        self.sign_in.clicked.connect(self._try)
        self.lost.clicked.connect(self.lost_wanted)

    def show_list(self, found: SignInList) -> None:
        """Show whose register this is and who may sign in; the focus and what was typed stay where they are."""
        self._opening, self._by_name = False, found.can_list
        self.school.setText(found.school)
        self.picker.set_names([(each.person, each.name) for each in found.names])
        self.picker.hint.hide()
        nobody = found.can_list and not found.names
        self.empty.setText(_nobody(self, found.hr) if nobody else "")
        self.empty.setVisible(nobody)
        self.picker.setVisible(found.can_list and not nobody)
        self.typed.setVisible(not found.can_list)
        for part in (self.secret, self.sign_in, self.lost):
            part.setHidden(nobody)
        self._show_sample(found.sample)

    def _show_sample(self, sample: SampleWords | None) -> None:
        if sample is None or self.sample is not None:
            return
        words = self.tr("Its people are invented. Everybody’s passphrase is: {passphrase}")
        lines = [words.format(passphrase=sample.passphrase)]
        if sample.newcomer:
            words = self.tr("{name} is new and has a code on a slip: {code}")
            lines.append(words.format(name=sample.newcomer, code=sample.code))
        self.sample = Banner(self.tr("This is a sample school"), "\n".join(lines))
        self.content.insertWidget(self.content.indexOf(self.card), self.sample)

    def _try(self) -> None:
        if self._left or not self.sign_in.isEnabled():
            return
        errors: list[tuple[QWidget, str]] = []
        lookup = self.lookup()
        if not lookup:
            errors.append((self.picker if self._by_name else self.typed, self._missing()))
        if not self.secret.text().strip():
            errors.append((self.secret, self.tr("Type your passphrase or the code on your slip")))
        self.show_errors(errors)
        if lookup and not errors:
            self.show_busy()
            self.signed_in.emit(lookup, self.secret.text(), self._by_name)

    def lookup(self) -> str | None:
        """Return whom to look up, or None while nobody is chosen or typed."""
        return self.picker.chosen() if self._by_name else self.typed.text().strip()

    def _missing(self) -> str:
        if self._opening:
            return self.tr("Wait a moment: the list of names is still opening")
        if self._by_name:
            return self.tr("Choose your name")
        return self.tr("Type your staff number or school e-mail")

    def show_busy(self) -> None:
        """Say that it takes a moment; a second press does nothing."""
        self.sign_in.setEnabled(False)
        self.sign_in.setText(self.tr("Signing in …"))
        self.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        self._announcer.say(self.tr("Signing in"))

    def show_ready(self) -> None:
        """Let the person try, again or for the first time."""
        self._clock.stop()
        self._left = 0
        self.sign_in.setEnabled(True)
        self.sign_in.setText(self.tr("Sign in"))

    def show_not_matching(self, seconds: int) -> None:
        """Say that it did not match, and let the button wait so many seconds."""
        self.show_refused(_not_matching(self, seconds))
        if seconds > 0:
            self._left = seconds
            self.sign_in.setEnabled(False)
            self._say_wait()
            self._clock.start()

    def show_refused(self, sentence: str) -> None:
        """Say beside the passphrase what to do, such as that the code is over; what was typed stays."""
        self.show_ready()
        self.show_errors([(self.secret, sentence)])

    def count_down(self) -> None:
        """Let one second of the wait pass."""
        self._left -= 1
        if self._left > 0:
            self._say_wait()
        else:
            self.show_ready()
            self._announcer.say(self.tr("You can try again now"))

    def _say_wait(self) -> None:
        # Pages for a sitting inherit this one: what is counted is found under the name that stands here.
        self.sign_in.setText(QCoreApplication.translate("SignInPage", "Wait %n seconds", "", self._left))

    def forget(self) -> None:
        """Empty the fields for the next person, once somebody signed in or the page was left."""
        self.show_ready()
        self.show_errors([])
        self.secret.setText("")
        self.typed.setText("")
        self.picker.field.setCurrentIndex(-1)
        self.picker.field.clearEditText()


def _nobody(page: SignInPage, hr: str) -> str:
    if not hr:
        return page.tr("No one has been added yet.")
    return page.tr("No one has been added yet. {hr} can add you.").format(hr=hr)


def _not_matching(page: SignInPage, seconds: int) -> str:
    if seconds <= 0:
        return page.tr("That does not match. Try again.")
    return QCoreApplication.translate("SignInPage", "That does not match. Try again in %n seconds.", "", seconds)
