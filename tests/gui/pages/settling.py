"""Letting a window come to rest: layouts within layouts pass their sizes on, one round of events at a time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

ROUNDS = 5


def settle() -> None:
    for _ in range(ROUNDS):
        QCoreApplication.processEvents()
