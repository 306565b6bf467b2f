"""Figure 1: from starting the process to a window that can be used, and to the names in it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

from tests.bench import yard
from tests.bench.measure import Line, Side, Size, as_long

if TYPE_CHECKING:
    from pathlib import Path

    Seen = dict[str, float]


def measure(size: Size, work: Path) -> list[Line]:
    """Start whole processes in turns: ours on a sample school, and a bare window."""
    folder = yard.new_school(work).place.folder
    programs = {"ours": ["tests.bench.window_ours", str(folder)], "bare": ["tests.bench.window_bare"]}
    samples: dict[str, list[Seen]] = {name: [] for name in programs}
    for at in range(size.pick(2, 15, 40) + 1):
        for name in reversed(programs) if at % 2 else programs:
            seen = _start(programs[name])
            if at:  # the first start reads everything from the disk
                samples[name].append(seen)
    bare = Side("a bare PySide6 window with a label", _of(samples["bare"], "window"))
    window, names = (Side("ours", _of(samples["ours"], moment)) for moment in ("window", "names"))
    platform = os.environ.get("QT_QPA_PLATFORM", "the screen's own")
    said = (f"whole processes, started warm; Qt's platform: {platform}.",)
    vault = (f"{said[0]} The key lies in a file (a sample school): a keyring's answer comes on top.",)
    return [
        Line("1", "start to window", window, bare, as_long(window, bare, 1.3), None, said),
        Line("1", "start to names", names, bare, as_long(names, bare, 3), None, vault),
    ]


def _start(program: list[str]) -> Seen:
    """Start a program and return, for each moment that it names, the milliseconds since its start.

    Compiled modules may be kept, as an installed app has them.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.monotonic_ns()
    said = subprocess.run(
        [sys.executable, "-m", *program], env=environment, check=True, capture_output=True, text=True
    ).stdout
    return {name: (int(at) - began) / 1e6 for name, at in map(str.split, said.splitlines())}


def _of(seen: list[Seen], moment: str) -> tuple[float, ...]:
    return tuple(each[moment] for each in seen)
