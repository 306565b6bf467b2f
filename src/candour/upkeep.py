"""What the command line does with a register that stands: prove it, tell about it, copy it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from candour.app import building
from candour.domain.round import CheckState
from candour.errors import Refused
from candour.services.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from candour.register.check import CheckReport
    from candour.register.engine import FileRegister


def prove_register(folder: Path, lookup: str, passphrase: Callable[[], str]) -> CheckReport:
    """Check the whole register in a folder; asks for a passphrase where this account holds no key.

    Raises Refused where nothing matches, Trouble where there is no register.
    """
    from candour.keys.proving import Prover  # noqa: PLC0415 - on demand
    from candour.register.check import check_register  # noqa: PLC0415 - on demand

    with _opened(folder, lookup, passphrase) as register:
        return check_register(register, Prover())


def register_info(folder: Path, lookup: str, passphrase: Callable[[], str]) -> dict[str, str | int]:
    """Return whose register it is, how many entries it has, and how many have signed in the newest round."""
    from candour.register import people, rounds  # noqa: PLC0415 - on demand
    from candour.services.asked import states_in  # noqa: PLC0415 - on demand

    with _opened(folder, lookup, passphrase) as register, register.read() as at:
        school = people.school(at)
        info: dict[str, str | int] = {
            "school": school.name if school else "",
            "register": register.register_id,
            "entries": register.head().position,
            "people": sum(person.here for person in people.current(at)),
        }
        newest = max(rounds.rounds(at), key=lambda each: each.year, default=None)
        if newest is not None:
            found = states_in(at, newest).values()
            info["round"] = newest.round
            info |= {state.value.lower(): sum(each is state for each in found) for state in CheckState}
    return info


def back_up_register(folder: Path, target: Path, lookup: str, passphrase: Callable[[], str]) -> Path:
    """Write a verified, encrypted copy of the register to a new file, and return it."""
    from candour.register.backup import back_up  # noqa: PLC0415 - on demand

    with _opened(folder, lookup, passphrase) as register:
        return back_up(register, target)


@contextmanager
def _opened(folder: Path, lookup: str, passphrase: Callable[[], str]) -> Iterator[FileRegister]:
    from candour.keys.slots import SlotsFile  # noqa: PLC0415 - on demand
    from candour.register.engine import open_register  # noqa: PLC0415 - on demand

    built = building(Place(folder))
    slots = SlotsFile(built.place.slots)
    key = None if built.vault is None else built.vault.get(slots.register_id)
    if key is None:
        if not lookup:
            raise Refused("This computer account holds no key: name yourself with --number.")
        key = slots.open(lookup, passphrase()).register_key
    register = open_register(built.place.register, key)
    try:
        yield register
    finally:
        register.close()
