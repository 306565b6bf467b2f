"""PySide6 6.12 takes a reference to None or True with every call: the windows must outlive that."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src"
LONG_DAY = """
import candour.gui
from PySide6.QtCore import QObject, Signal

class Part(QObject):
    pressed = Signal()

part = Part()
for _ in range(200_000):
    part.setObjectName("part")
    part.pressed.emit()
print("still here")
"""


def test_a_day_of_calls_and_signals_does_not_end_the_program():
    day = subprocess.run(
        [sys.executable, "-c", LONG_DAY],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (day.returncode, day.stdout.strip()) == (0, "still here"), day.stderr
