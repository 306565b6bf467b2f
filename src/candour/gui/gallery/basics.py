"""The gallery's first pages: colours and type, icons, buttons, fields."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, get_args

from candour.gui.gallery.page import GalleryPage
from candour.gui.gallery.samples import IconSample, TokenSample, ramp
from candour.gui.icons import IconName
from candour.gui.palette import Tokens
from candour.gui.widgets.buttons import DangerButton, FlatButton, LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.date_field import DateField
from candour.gui.widgets.even_row import EvenRow
from candour.gui.widgets.fields import LabelledField, LabelledText, PassphraseField


class ColoursPage(GalleryPage):
    """The tokens and the type ramp."""

    page_id: ClassVar[str] = "gallery-colours"
    place: ClassVar[str] = "gallery-colours"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("Every colour has a name, and every size is a step of one ramp.")

    def fill(self) -> None:
        """Show every token and every step."""
        names = [name for name in Tokens.__slots__ if isinstance(name, str)]
        self.add(self.tr("Colours"), EvenRow(*(TokenSample(name) for name in names)))
        self.add(self.tr("Type"), *ramp())


class IconsPage(GalleryPage):
    """The set of icons."""

    page_id: ClassVar[str] = "gallery-icons"
    place: ClassVar[str] = "gallery-icons"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("One set in one colour, tinted from the theme, always beside a word.")

    def fill(self) -> None:
        """Show every icon."""
        self.add(self.tr("All icons"), EvenRow(*(IconSample(name) for name in get_args(IconName))))


class ButtonsPage(GalleryPage):
    """The four buttons."""

    page_id: ClassVar[str] = "gallery-buttons"
    place: ClassVar[str] = "gallery-buttons"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("One main action on a page; all others are outlines or links.")

    def fill(self) -> None:
        """Show each kind, with an icon, and where it cannot be pressed."""
        self.add(self.tr("Main"), EvenRow(PrimaryButton(self.tr("Continue")), _off(PrimaryButton(self.tr("Wait")))))
        other = SecondaryButton(self.tr("Save my copy"), icon="save")
        self.add(self.tr("Other"), EvenRow(other, _off(SecondaryButton(self.tr("Save and come back")))))
        self.add(self.tr("Refuses or ends"), EvenRow(DangerButton(self.tr("Not approved"))))
        link = LinkButton(self.tr("See the PDF first"), icon="document")
        small = LinkButton(self.tr("Why we ask"), caption=True)
        self.add(self.tr("Link"), EvenRow(link, small, _off(LinkButton(self.tr("Nothing to see yet")))))


class FieldsPage(GalleryPage):
    """The fields with their labels."""

    page_id: ClassVar[str] = "gallery-fields"
    place: ClassVar[str] = "gallery-fields"

    def about(self) -> str:
        """Return what the part is for."""
        return self.tr("A label above, a hint below it, and what to do where something is missing.")

    def fill(self) -> None:
        """Show each kind, empty, filled and with something to mend."""
        filled = LabelledField(self.tr("Your staff number"))
        filled.setText("0038")
        wrong = LabelledField(self.tr("Role"))
        wrong.show_error(self.tr("Write what this person does"))
        self.add(
            self.tr("Empty, with a hint"),
            LabelledField(self.tr("Who is it"), self.tr("Only you and the Headteacher see this")),
        )
        self.add(self.tr("Filled"), filled)
        self.add(self.tr("To mend"), wrong)
        self.add(self.tr("Hidden until shown"), PassphraseField(self.tr("Your passphrase")))
        self.add(self.tr("A day"), DateField(self.tr("When will you do it?"), date(2026, 10, 30)))
        self.add(self.tr("Several lines"), LabelledText(self.tr("What the person will read")))


def _off(button: FlatButton) -> FlatButton:
    button.setEnabled(False)
    return button
