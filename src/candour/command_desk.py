"""Signing in for one command: the desk of somebody who names themselves and gives their passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.app import building, desk
from candour.errors import Refused, Trouble
from candour.services.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from candour.services.desk import Desk


def signed_in(folder: Path, number: str | None, passphrase: Callable[[], str]) -> Desk:
    """Return the desk of a staff number or school e-mail, once its passphrase matched.

    Raises Refused for nobody or another passphrase, Trouble where no register lies.
    """
    place = Place(folder)
    if not place.stands:
        raise Trouble(f"There is no register in {folder}.")
    if not number:
        raise Refused("Say who you are: --number, your staff number or school e-mail.")
    opened = desk(building(place))
    opened.sign_in.sign_in(number, passphrase())
    return opened
