"""What the window asks of the rest of the app; `candour.app.Doors` is the real one.

Every method but `stands` may take long: the window calls them on the worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from candour.services.desk import Desk
    from candour.services.results import SignInList


class Doors(Protocol):
    """The way from the window to a register."""

    def stands(self) -> bool:
        """Whether a register lies where this one was told to look; quick, no import."""
        ...

    def choose(self, folder: Path) -> None:
        """Take the register in another folder; raises Refused where none lies."""
        ...

    def folder(self) -> Path:
        """Return the folder of the register in use."""
        ...

    def make_sample(self) -> None:
        """Make a sample school, or take the one that was made before."""
        ...

    def sign_in_list(self) -> SignInList:
        """Return what the sign-in page shows."""
        ...

    def desk(self) -> Desk:
        """Return the services of the register in use; the same ones at every call."""
        ...
