"""A desktop of its own for a screen reader: a session bus, a screen, the accessibility bus, and Candour on it."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import pytest
from tests.gui.spoken.at_spi import Bus, Part

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).parents[3]
PATIENCE = 60
_SCREEN = ("Xvfb", "-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp")


def begun(stack: ExitStack, command: list[str], environment: dict[str, str]) -> subprocess.Popen[str]:
    """Start a program that ends with the test."""
    program = stack.enter_context(
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HOUSE, env=environment
        )
    )
    stack.callback(program.terminate)
    return program


def first_line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    line = program.stdout.readline().strip()
    assert line, "it ended and said nothing"
    return line


def until(found):
    """Ask again until there is an answer."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        answer = found()
        if answer:
            return answer
    raise AssertionError("it never came")


@pytest.fixture(scope="module")
def candour_aloud(tmp_path_factory) -> Iterator[Part]:
    own = str(tmp_path_factory.mktemp("desktop"))
    environment = {**os.environ, "HOME": own, "XDG_RUNTIME_DIR": own, "PYTHONPATH": f"{HOUSE / 'src'}:{HOUSE}"}
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    with ExitStack() as stack:
        screen = begun(stack, [*_SCREEN], environment)
        environment["DISPLAY"] = f":{first_line(screen)}"
        desktop = begun(stack, ["dbus-daemon", "--session", "--nofork", "--print-address=1"], environment)
        environment["DBUS_SESSION_BUS_ADDRESS"] = first_line(desktop)
        environment |= {"QT_QPA_PLATFORM": "xcb", "QT_ACCESSIBILITY": "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        program = begun(stack, [sys.executable, "-m", "tests.gui.spoken.page_aloud"], environment)
        assert first_line(program) == "shown"
        bus = Bus(environment["DBUS_SESSION_BUS_ADDRESS"])
        stack.callback(bus.close)
        yield until(lambda: bus.application("candour"))
