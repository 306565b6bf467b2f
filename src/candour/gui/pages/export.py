"""R5 Export: the declarations of a check into a folder, with progress; what was not saved is named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal

from candour.domain.exports import Existing, Step
from candour.gui.language import time_left_words
from candour.gui.pages.answers import Choices
from candour.gui.pages.export_result import not_saved_cards, result_banner
from candour.gui.pages.folder_field import FolderField
from candour.gui.pages.month_field import ListField
from candour.gui.pages.placed import PlacedPage
from candour.gui.places import EXPORT
from candour.gui.widgets.announcer import Announcer
from candour.gui.widgets.banner import Banner
from candour.gui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from candour.gui.widgets.card import Card
from candour.gui.widgets.choices import TickCard
from candour.gui.widgets.fields import PassphraseField
from candour.gui.widgets.labels import BodyLabel
from candour.gui.widgets.progress import WorkBar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from candour.gui.places import Frame
    from candour.services.export_plan import ExportPlan
    from candour.services.exporting import Exported


@dataclass(frozen=True)
class ExportAsked:
    """Where to, what becomes of files with other content, the passphrase, and whether a copy to print is wanted."""

    folder: str
    existing: Existing
    secret: str
    merged: bool


class ExportPage(PlacedPage):
    """Asks which check and where to; `asked` carries an `ExportAsked`.

    `everybody_wanted` asks for everybody in place of those chosen in the register.
    """

    page_id: ClassVar[str] = "export"
    place: ClassVar[str] = EXPORT

    round_chosen = Signal(str)
    asked = Signal(object)
    everybody_wanted = Signal()
    stopped = Signal()
    shown = Signal()
    root_wanted = Signal()

    def __init__(self, frame: Frame, rounds: Sequence[str], plan: ExportPlan | None, *, ask_secret: bool) -> None:
        super().__init__("", frame)
        self._announcer = Announcer(self)
        self.introduce(
            self.tr("Export declarations"),
            self.tr("Signed PDFs with outcomes, for a folder of the school. Answers are not in them."),
        )
        self._result: list[Banner | Card] = []
        self.plan: ExportPlan | None = None
        self.rounds = ListField(self.tr("Which check"), rounds, self.tr("Choose from the list"))
        self.what = BodyLabel("", strong=True)
        self.everybody = LinkButton(self.tr("Export everybody instead"))
        self.folder = FolderField(
            self.tr("Folder"), self.tr("An export that was stopped goes on in the same folder where it was.")
        )
        self.existing = Choices(
            self.tr("Some files there have other content. What shall become of them?"),
            (
                (Existing.KEEP_BOTH.value, self.tr("Keep both"), self.tr("The new file gets a number.")),
                (Existing.REPLACE.value, self.tr("Replace them"), self.tr("The older files are gone then.")),
                (
                    Existing.SKIP.value,
                    self.tr("Skip them"),
                    self.tr("The older files stay, the new are not saved."),
                ),
            ),
        )
        self.clashes = 0
        self.merged = TickCard(
            self.tr("Also one PDF to print"),
            self.tr("A plain copy without signatures. Of more than 200 declarations it comes in parts."),
        )
        self.secret = PassphraseField(self.tr("Your passphrase"), self.tr("You signed in a while ago."))
        self.secret.setVisible(ask_secret)
        self.how_far = BodyLabel("")
        self.bar = WorkBar(self.tr("How far the export is"))
        self._lay_out()
        self._add_buttons()
        self.rounds.field.currentTextChanged.connect(self.round_chosen)
        self.folder.field.textChanged.connect(lambda: self.ask_about(0))
        self._show_working(working=False)
        self.show_plan(plan)

    def _lay_out(self) -> None:
        card = Card(padding=24)
        asked: tuple[QWidget, ...] = (self.rounds, self.what, self.everybody, self.folder, self.existing)
        for part in (*asked, self.merged, self.secret):
            card.body.addWidget(part)
        card.body.addWidget(
            BodyLabel(
                self.tr("Beside the PDFs go an index, their checksums, your policy, and a page on how to verify."),
                muted=True,
            )
        )
        self.existing.hide()
        below: tuple[QWidget, ...] = (card, self.how_far, self.bar)
        for part in below:
            self.content.addWidget(part)

    def _add_buttons(self) -> None:
        self.main_button = self.export = PrimaryButton(self.tr("Export PDFs"))
        self.stop = SecondaryButton(self.tr("Stop"))
        self.root = SecondaryButton(self.tr("Save the school’s root certificate"), icon="shield")
        self.export.clicked.connect(self.go_on)
        self.stop.clicked.connect(self.stopped)
        self.root.clicked.connect(self.root_wanted)
        self.everybody.clicked.connect(self.everybody_wanted)
        for button in (self.export, self.stop, self.root):
            self.footer.add(button)

    def show_plan(self, plan: ExportPlan | None) -> None:
        """Show what would be exported of the chosen check; None while no check was ever opened."""
        self.plan = plan
        if plan is None:
            self.what.setText(self.tr("No check has been opened yet. Exports come once people have signed."))
        else:
            self.rounds.field.blockSignals(True)
            self.rounds.choose(plan.round)
            self.rounds.field.blockSignals(False)
            self.what.setText(self._plan_words(plan))
        self.everybody.setVisible(plan is not None and plan.chosen > 0)
        self.export.setEnabled(plan is not None and bool(plan.lines))

    def _plan_words(self, plan: ExportPlan) -> str:
        words = [self.tr("%n people are chosen in the register.", "", plan.chosen)] if plan.chosen else []
        if not plan.lines:
            none = self.tr("None of them has signed yet.") if plan.chosen else self.tr("No one has signed yet.")
            return " ".join((*words, none))
        words.append(self.tr("%n declarations.", "", len(plan.lines)))
        on_paper = sum(bool(line.on_paper) for line in plan.lines)
        if on_paper:
            words.append(self.tr("From paper, in a folder of their own: {count}.").format(count=on_paper))
        if plan.unsealed:
            unsealed = self.tr("Not sealed yet: {count}. They are sealed first.").format(count=plan.unsealed)
            words.append(unsealed)
        return " ".join(words)

    def ask_about(self, clashes: int) -> None:
        """Ask once for all what becomes of files with other content; 0: there are none."""
        self.clashes = clashes
        self.existing.setVisible(clashes > 0)
        if clashes:
            self.show_errors([(self.existing, self._about_clashes())])

    def _about_clashes(self) -> str:
        return self.tr("Choose what shall become of the files: {count}").format(count=self.clashes)

    def go_on(self) -> None:
        """Export, or say what is missing."""
        folder, chosen = self.folder.folder(), self.existing.chosen()
        errors: list[tuple[QWidget, str]] = [] if folder else [(self.folder, self.tr("Choose a folder"))]
        if self.clashes and not chosen:
            errors.append((self.existing, self._about_clashes()))
        self.show_errors(errors)
        if not errors:
            existing = Existing(chosen) if chosen else Existing.SKIP
            self.asked.emit(ExportAsked(folder, existing, self.secret.text(), merged=self.merged.isChecked()))

    def _show_working(self, *, working: bool) -> None:
        meanwhile: tuple[QWidget, ...] = (self.how_far, self.bar, self.stop)
        for part in meanwhile:
            part.setVisible(working)
        self.root.setVisible(not working)
        otherwise: tuple[QWidget, ...] = (
            self.rounds,
            self.folder,
            self.everybody,
            self.existing,
            self.merged,
            self.secret,
            self.export,
        )
        for part in otherwise:
            part.setEnabled(not working)

    def begin_export(self) -> None:
        """Show that the export is under way; what an earlier one said goes."""
        self.clear_trouble()
        for part in self._result:
            self.content.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._result = []
        count = len(self.plan.lines) if self.plan else 0
        self.bar.setRange(0, count)
        self.tell(Step(0, count, None))
        self._show_working(working=True)

    def tell(self, step: Step) -> None:
        """Show how many files are done, and once that can be told, how long the others may take."""
        self.bar.setValue(step.done)
        words = self.tr("{done} of {count} done").format(done=step.done, count=step.count)
        if step.copy:
            words = self.tr("Making {name} …").format(name=step.copy)
        elif step.left:
            words = f"{words}, {time_left_words(step.left)}"
        self.how_far.setText(words)

    def finish(self, done: Exported) -> None:
        """Say what was saved, and name what was not, with the reason."""
        self._show_working(working=False)
        self.secret.setText("")
        self.secret.hide()
        banner = result_banner(done)
        banner.acted.connect(self.shown)
        self._result = [banner, *not_saved_cards(done)]
        for place, part in enumerate(self._result):
            self.content.insertWidget(place, part)
        self.export.setText(
            self.tr("Try the {count} again").format(count=len(done.left)) if done.left else self.tr("Export PDFs")
        )
        self._announcer.say(banner.title.text())

    def show_refused(self, sentence: str) -> None:
        """Say what to do instead, beside the passphrase where one was asked for."""
        self._show_working(working=False)
        self.show_errors([(self.folder if self.secret.isHidden() else self.secret, sentence)])

    def show_trouble(self, sentence: str) -> None:
        """Say what of the computer failed; the fields can be used again."""
        self._show_working(working=False)
        super().show_trouble(sentence)
