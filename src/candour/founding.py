"""Where a school's register comes from: set up in a folder, or opened there again with the recovery words.

Composes, as `candour.app` does; the window asks for it through `candour.gui.doors.Founding`.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from candour.errors import Refused, Trouble
from candour.services.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable

    from candour.domain.setting_up import RecoveryAsked, SchoolAsked
    from candour.services.ports import Clock, Slots

MAKING = "being-set-up"
"""A folder inside the register's, in which a school is made; what a cut leaves there is cleared at the next try."""


@dataclass(frozen=True)
class Founding:
    """Makes and recovers registers; `take` takes the place that then stands."""

    own: Path
    take: Callable[[Place], None]
    clock: Clock

    def proposed(self) -> Path:
        """Return where a register may lie: the machine-wide folder if it can be written, else the person's own."""
        from candour.app import data_folder  # noqa: PLC0415 - it imports this module

        if data_folder() not in self.own.parents and not Place(self.own).register.exists():
            return self.own  # a folder that was named when the app was started
        shared = platformdirs.site_data_path("candour", appauthor=False)
        return _free((shared if _writable(shared) else data_folder()) / "school")

    def propose_passphrase(self) -> str:
        """Return four generated words."""
        from candour.keys.secrets import proposed_passphrase  # noqa: PLC0415 - on the worker

        return proposed_passphrase()

    def check(self, folder: Path) -> None:
        """Raise Refused, with the reason, for a folder in which no register may be made."""
        from candour.register.placement import check_place  # noqa: PLC0415 - on the worker

        check_place(folder)
        if Place(folder).register.exists():
            raise Refused("There is a register in that folder already: open that one, or choose another folder.")
        if not _writable(folder):
            raise Refused("This computer account may not write in that folder: choose another one.")

    def found(self, asked: SchoolAsked) -> None:
        """Make a school's register in the folder asked for, and take it; the policy pack is the one that ships.

        It is made aside and moved in when it is whole, the slots first: a cut leaves no half school. Raises
        Refused for a folder, a name or a passphrase that will not do.
        """
        from candour.app import Building, building, set_up  # noqa: PLC0415 - on the worker
        from candour.documents.fonts import lacking  # noqa: PLC0415 - so is reportlab
        from candour.domain.pack_edit import with_school  # noqa: PLC0415 - and tomlkit
        from candour.resources import resource_text  # noqa: PLC0415 - as above
        from candour.services.people import NewPerson, new_person  # noqa: PLC0415 - as above
        from candour.services.school import NewSchool  # noqa: PLC0415 - as above

        place = Place(Path(asked.folder))
        self.check(place.folder)
        name = " ".join(asked.name.split())
        if not name or lacking(name):
            raise Refused("Write the school’s name in letters that our documents can print.")
        me = new_person(NewPerson(asked.me.number, asked.me.name, asked.me.email, asked.me.role, ""), lacking)
        text = with_school(resource_text("policies", "milton-road-2025.toml"), name)
        making = Place(place.folder / MAKING)
        if making.folder.exists():
            shutil.rmtree(making.folder)
        built = building(place, self.clock)
        aside = Building(making, None, built.cost, self.clock)
        opened = set_up(aside).open_school(NewSchool(name, me, asked.passphrase, text, (), sheet_later=True))
        opened.session.register.close()
        _move_in(making, place)
        self.take(place)

    def keep_file(self, path: Path, content: bytes) -> None:
        """Write a paper where the person wants it; raises Trouble when the disk does not take it."""
        try:
            path.write_bytes(content)
        except OSError as reason:
            raise Trouble(f"The file cannot be saved in {path.parent}: choose another folder.") from reason

    def recover(self, asked: RecoveryAsked) -> None:
        """Open the register in a folder with the recovery words, and take it; raises Refused for wrong words."""
        from candour.app import building, smith  # noqa: PLC0415 - on the worker
        from candour.keys.slots import SlotsFile  # noqa: PLC0415 - as above
        from candour.register.engine import open_register  # noqa: PLC0415 - as above
        from candour.services.recovery import Recovery  # noqa: PLC0415 - as above

        place = Place(Path(asked.folder))
        if not place.register.exists():
            raise Refused("There is no register in that folder: choose the one that holds register.db.")
        built = building(place, self.clock)

        def slots_of(register_id: str) -> Slots:
            slots = SlotsFile(place.slots)
            if not place.slots.exists():
                slots.create(register_id, built.cost)
            return slots

        Recovery(smith(built.cost), lambda key: open_register(place.register, key), slots_of, self.clock).recover(
            asked
        )
        self.take(place)


def _free(folder: Path) -> Path:
    """Return the folder, or one beside it with a number, in which no register lies yet."""
    names = (folder.with_name(f"{folder.name}-{number}") if number > 1 else folder for number in range(1, 1000))
    return next(each for each in names if not Place(each).register.exists())


def _writable(folder: Path) -> bool:
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _move_in(making: Place, place: Place) -> None:
    if making.register.with_name(f"{making.register.name}-wal").exists():
        raise Trouble("Another program holds the new register open: close it, then try again.")
    making.slots.replace(place.slots)
    making.register.replace(place.register)
    shutil.rmtree(making.folder)
