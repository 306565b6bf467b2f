"""Work that takes time: done on one worker thread, answered on the window's thread."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from candour.errors import Refused, Trouble

T = TypeVar("T")

MANY = 20
"""So many modules at once are a library, and thousands of objects that stay for good."""

_ALWAYS = -1
"""Stands for every sitting: a bug stays loud, whoever has locked since."""


class Tasks(QObject):
    """Runs work in the order in which it was asked for, one piece at a time, off the window's thread.

    Answers travel by one queued signal, so that no widget is touched from the worker.
    """

    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="candour-work")
        self._under_way = 0
        self._sitting = 0
        self._modules = 0
        self._answered.connect(self._answer, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Return whether an answer is still to come."""
        return self._under_way > 0

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Refused], None],
        trouble: Callable[[Trouble], None] | None = None,
    ) -> None:
        """Do `work` on the worker, then call exactly one of the others on the window's thread.

        Trouble that nobody takes, and any other exception, is raised there: loud, as a bug should be.
        """
        self._under_way += 1
        self._worker.submit(self._work, self._sitting, work, done, refused, trouble)

    def _work(
        self,
        sitting: int,
        work: Callable[[], T],
        done: Callable[[T], None],
        refused: Callable[[Refused], None],
        trouble: Callable[[Trouble], None] | None,
    ) -> None:
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - nothing is swallowed: `_failed` raises what is unknown
            known = isinstance(error, Refused | Trouble)
            self._answered.emit(sitting if known else _ALWAYS, _failed(error, refused, trouble))
        else:
            self._answered.emit(sitting, lambda: done(result))
        self._set_aside()

    def _set_aside(self) -> None:
        """Take what was imported out of Python's search for cycles.

        That search stops every thread while it lasts: with all libraries and thousands of people in it, for up to
        a third of a second, in which the window neither takes a key nor paints.
        """
        if len(sys.modules) >= self._modules + MANY:
            self._modules = len(sys.modules)
            gc.freeze()

    def _answer(self, sitting: int, call: Callable[[], None]) -> None:
        self._under_way -= 1
        if sitting in (self._sitting, _ALWAYS):
            call()

    def forget(self) -> None:
        """Drop every answer still to come: somebody locked, and nothing of theirs may show any more.

        The work itself is done all the same, such as an answer that was being saved.
        """
        self._sitting += 1

    def close(self) -> None:
        """Let the work under way end, drop what has not begun, and take no more."""
        self._worker.shutdown(wait=True, cancel_futures=True)


def _failed(
    error: BaseException,
    refused: Callable[[Refused], None],
    trouble: Callable[[Trouble], None] | None,
) -> Callable[[], None]:
    if isinstance(error, Refused):
        return lambda: refused(error)
    if isinstance(error, Trouble) and trouble is not None:
        return lambda: trouble(error)
    return lambda: _raise(error)


def _raise(error: BaseException) -> None:
    raise error
