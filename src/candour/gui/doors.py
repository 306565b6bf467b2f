"""What the window asks of the rest of the app; `candour.app.Doors` is the real one.

Every method but `stands` may take long: the window calls them on the worker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from candour.domain.setting_up import RecoveryAsked, SchoolAsked
    from candour.services.desk import Desk
    from candour.services.results import SignInList


class Founding(Protocol):
    """What sets a school up, or opens a register with its recovery words; `candour.founding.Founding`."""

    def proposed(self) -> Path:
        """Return where a register may lie on this computer."""
        ...

    def propose_passphrase(self) -> str:
        """Return four generated words."""
        ...

    def found(self, asked: SchoolAsked) -> None:
        """Make a school's register and take it; raises Refused for what will not do."""
        ...

    def keep_file(self, path: Path, content: bytes) -> None:
        """Write a paper where the person wants it; raises Trouble when the disk does not take it."""
        ...

    def recover(self, asked: RecoveryAsked) -> None:
        """Open a register with the recovery words and take it; raises Refused for wrong words."""
        ...


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

    def founding(self) -> Founding:
        """Return what sets a school up, or opens a register with its recovery words."""
        ...

    def sign_in_list(self) -> SignInList:
        """Return what the sign-in page shows."""
        ...

    def desk(self) -> Desk:
        """Return the services of the register in use; the same ones at every call."""
        ...
