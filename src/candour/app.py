"""The composition root: it alone knows every layer, and puts them together.

Nothing heavy is imported here before it is needed: the window shows first, and the worker builds the rest.
"""

from __future__ import annotations

import gc
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import platformdirs

from candour.errors import Refused, Trouble
from candour.founding import Founding
from candour.services.place import Place, SampleWords
from candour.services.results import ContactCard, Named, SignInList

if TYPE_CHECKING:
    from candour.documents.press import Press
    from candour.domain.policy import Pack
    from candour.keys.passphrases import Cost
    from candour.keys.vault import Vault
    from candour.register.engine import FileRegister
    from candour.register.names import SignInName, SignInNames
    from candour.services.desk import Desk
    from candour.services.ports import Clock, Documents, Keysmith
    from candour.services.school import SetUp


def now() -> datetime:
    """Return the time now, with this computer's zone."""
    return datetime.now().astimezone()


def data_folder() -> Path:
    """Return this computer account's own folder for registers, where no other was chosen."""
    return platformdirs.user_data_path("candour", appauthor=False)


@dataclass(frozen=True)
class Building:
    """One place's parts that differ between a real school, the sample school and a test."""

    place: Place
    vault: Vault | None
    cost: Cost
    clock: Clock = now
    heads: Path | None = None
    """Where this computer account remembers the heads that it saw; None is the place's own folder."""


def building(place: Place, clock: Clock = now) -> Building:
    """Return how the register of a place is opened: light and without a keyring for a sample school."""
    from candour.keys.passphrases import FULL, LIGHT  # noqa: PLC0415 - argon2 and cryptography: on the worker
    from candour.keys.vault import FolderVault, NoVault, open_vault  # noqa: PLC0415 - so is keyring

    if place.sample_mark.exists():
        return Building(place, FolderVault(place.folder / "sample-vault.json"), LIGHT, clock)
    heads = platformdirs.user_state_path("candour", appauthor=False) / "seen-heads.json"
    try:
        return Building(place, open_vault(), FULL, clock, heads)
    except NoVault:
        return Building(place, None, FULL, clock, heads)  # slots alone: people type their staff number


def sign_in_list(built: Building) -> SignInList:
    """Return what the sign-in page shows; without names where this computer account cannot open the list."""
    from candour.keys.slots import SlotsFile  # noqa: PLC0415 - on the worker
    from candour.register.names import read_names  # noqa: PLC0415 - on the worker

    key = None
    if built.vault is not None:
        key = built.vault.get(SlotsFile(built.place.slots).register_id)
    if key is None:
        return SignInList("", (), "", (), can_list=False, sample=built.place.sample_words())
    return _listed(read_names(built.place.register, key), built.place.sample_words())


def _listed(names: SignInNames, sample: SampleWords | None) -> SignInList:
    times = Counter(each.name for each in names.people)
    return SignInList(
        school=names.school,
        names=tuple(Named(each.number, _told_apart(each, times)) for each in names.people),
        hr=names.hr,
        contacts=tuple(ContactCard(c.office, c.name, c.room, c.phone) for c in names.contacts),
        can_list=True,
        sample=sample,
    )


def _told_apart(one: SignInName, times: Counter[str]) -> str:
    """Return a name as it is shown for choosing: with the staff number where two people share the name."""
    return f"{one.name} ({one.number})" if times[one.name] > 1 else one.name


def desk(built: Building) -> Desk:
    """Build the services of a place; run on the worker, since it imports what is heavy."""
    from candour.keys.slots import SlotsFile  # noqa: PLC0415 - on the worker
    from candour.register.engine import open_register  # noqa: PLC0415 - on the worker
    from candour.services.desk import Desk  # noqa: PLC0415 - on the worker
    from candour.services.sign_in import SignIn  # noqa: PLC0415 - on the worker
    from candour.services.witness import Witness  # noqa: PLC0415 - on the worker

    slots = SlotsFile(built.place.slots)

    def remember(register_key: bytes) -> None:
        if built.vault is not None:
            built.vault.put(slots.register_id, register_key)

    witness = Witness(built.heads or built.place.folder / "seen-heads.json")

    def opened(key: bytes) -> FileRegister:
        return open_register(built.place.register, key)

    sign_in = SignIn(slots, smith(built.cost), opened, remember, witness, built.clock)
    return Desk(sign_in, slots, smith(built.cost), _press())


def set_up(built: Building) -> SetUp:
    """Return what makes a new school in a place where none is; raises Refused for a folder that will not do."""
    from candour.keys.slots import SlotsFile  # noqa: PLC0415 - on the worker
    from candour.register.engine import create_register  # noqa: PLC0415 - on the worker
    from candour.register.placement import check_place  # noqa: PLC0415 - on the worker
    from candour.services.school import SetUp  # noqa: PLC0415 - on the worker

    check_place(built.place.folder)
    try:
        built.place.folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise Trouble(f"The folder {built.place.folder} cannot be made: choose another one.") from reason

    def make_slots(register_id: str) -> SlotsFile:
        slots = SlotsFile(built.place.slots)
        slots.create(register_id, built.cost)
        return slots

    return SetUp(
        smith(built.cost),
        lambda key, register_id, school_id: create_register(built.place.register, key, register_id, school_id),
        make_slots,
        built.clock,
    )


def smith(cost: Cost) -> Keysmith:
    """Return all the keys' work, at the cost of one guess."""
    from candour.keys.smith import Smith  # noqa: PLC0415 - on the worker

    # The port's keys are only ever made by this very smith, which a structural type cannot say.
    return cast("Keysmith", Smith(cost))


def _press() -> Documents:
    return _LazyPress()


class _LazyPress:
    """Imports reportlab and pyHanko (1.5 s together) at the first document, not at sign-in."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_heavy_press(), name)


@cache
def _heavy_press() -> Press:
    from candour.documents.press import Press  # noqa: PLC0415 - the very point

    gc.freeze()  # libraries stay for good: a search for cycles among them would hold the window (`gui.tasks`)
    return Press()


class Doors:
    """What the window asks for (`gui.doors.Doors`): one register at a time, built on the worker."""

    def __init__(self, folder: Path | None, clock: Clock = now, sample: Path | None = None) -> None:
        self._place = Place(folder or data_folder() / "school")
        self._sample = Place(sample or data_folder() / "sample-school")
        self._clock = clock
        self._desk: Desk | None = None

    def stands(self) -> bool:
        """Whether a register lies where this one was told to look."""
        return self._place.stands

    def choose(self, folder: Path) -> None:
        """Take the register in another folder; raises Refused where none lies."""
        place = Place(folder)
        if not place.stands:
            raise Refused("There is no register in that folder: choose the one that holds register.db.")
        self._take(place)

    def folder(self) -> Path:
        """Return the folder of the register in use."""
        return self._place.folder

    def make_sample(self) -> None:
        """Make a sample school, or take the one that was made before."""
        from candour.sample.school import make_sample  # noqa: PLC0415 - on the worker

        if not self._sample.stands:
            make_sample(self._sample, self._clock)
        self._take(self._sample)

    def founding(self) -> Founding:
        """Return what sets a school up, or opens a register with its recovery words."""
        return Founding(self._place.folder, self._take, self._clock)

    def sign_in_list(self) -> SignInList:
        """Return what the sign-in page shows."""
        return sign_in_list(building(self._place, self._clock))

    def desk(self) -> Desk:
        """Return the services of the register in use; the same ones at every call."""
        if self._desk is None:
            self._desk = desk(building(self._place, self._clock))
        return self._desk

    def _take(self, place: Place) -> None:
        if self._desk is not None:
            self._desk.sign_in.lock()
        self._place, self._desk = place, None


def shipped_pack() -> Pack:
    """Return the policy pack that comes with Candour, for what is shown before anybody signs in."""
    from candour.domain.pack_file import read_pack  # noqa: PLC0415 - msgspec, on demand
    from candour.resources import resource_text  # noqa: PLC0415 - on demand

    return read_pack(resource_text("policies", "milton-road-2025.toml"))


def open_window(folder: Path | None) -> int:
    """Open the app, on the register in a folder or the one last opened; return the exit status."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt only where there is a window

    from candour.gui.settings import WindowSettings  # noqa: PLC0415 - Qt
    from candour.gui.start import App  # noqa: PLC0415 - Qt

    application = QApplication(sys.argv[:1])
    application.setApplicationName("Candour")
    settings = WindowSettings()
    app = App(application, Doors(folder or settings.folder()), shipped_pack, settings)
    app.show()
    status = int(application.exec())
    app.end()
    return status
