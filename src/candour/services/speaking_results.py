"""What the window is handed of who wants to be heard: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from candour.domain.speaking import Picture, Step


@dataclass(frozen=True)
class SpeakLine:
    """One person to speak to: who, since when, and how far it is; nothing of what it is about.

    `kind` is "report" (from the stop card) or "talk" (would rather talk first); `about` tells it apart from others
    of the same person. Of a report `told` and `told_at` say whom they told and when, "" and None while they are
    going to. `reference` is the safeguarding system's, once it is recorded there.
    """

    kind: str
    person: str
    about: str
    name: str
    role: str
    since: datetime
    step: Step
    told: str = ""
    told_at: datetime | None = None
    reference: str = ""

    @property
    def waits(self) -> bool:
        """Whether they want to be spoken to and nobody has yet."""
        return self.step in (Step.NEW, Step.SEEN) and not self.told


@dataclass(frozen=True)
class BroughtLine:
    """One thing that was brought: by whom and when, the note, its pictures, and how far it is.

    `unreadable` counts the pictures that could not be decoded once more where it is read, and are left out.
    """

    about: str
    person: str
    name: str
    when: datetime
    note: str
    pictures: tuple[Picture, ...]
    about_headteacher: bool
    step: Step
    moved_at: datetime | None = None
    unreadable: int = 0
