"""How long the rest of a long piece of work will take, told from what its last parts took."""

from __future__ import annotations

from collections import deque

ENOUGH, ENOUGH_SECONDS = 10, 2.0
"""So many parts, and so many seconds of work on them, before anything is said: a guess is no answer."""

REMEMBERED = 100
"""So many of the last parts count: a disk that grows slow shows soon."""


class Pace:
    """Counts what each part of some work took; what needed no work (a file that lay there) is not counted."""

    def __init__(self) -> None:
        self._took: deque[float] = deque(maxlen=REMEMBERED)

    def note(self, seconds: float) -> None:
        """Take what one part took."""
        self._took.append(max(seconds, 0.0))

    def left(self, parts: int) -> float | None:
        """Return the seconds that so many more parts may take; None while too few are done to tell."""
        worked = sum(self._took)
        if len(self._took) < ENOUGH or worked < ENOUGH_SECONDS:
            return None
        return parts * worked / len(self._took)
