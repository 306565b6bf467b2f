from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
SYSTEM = [
    line for line in (HOUSE / "packaging/system-packages.txt").read_text().splitlines() if not line.startswith("#")
]


class Computer:
    """A checkout on a computer of our own making: its PATH holds these commands and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.checkout, self.commands = folder / "candour", folder / "commands"
        self.commands.mkdir(parents=True)
        shutil.copytree(HOUSE / "packaging", self.checkout / "packaging")
        shutil.copy(HOUSE / "requirements.lock", self.checkout)
        for name in ("sh", "cat", "cmp", "dirname", "grep", "sed"):
            (self.commands / name).symlink_to(str(shutil.which(name)))
        self.command("id", "echo 1000")
        self.has_packages(SYSTEM)

    def command(self, name: str, script: str) -> None:
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def has_packages(self, names: list[str]) -> None:
        self.command("dpkg-query", "\n".join(f"echo installed {name}" for name in names) or ":")

    def has_environment(self) -> None:
        (self.checkout / ".venv/bin").mkdir(parents=True)
        (self.checkout / ".venv/bin/python").symlink_to(sys.executable)
        shutil.copy(HOUSE / "requirements.lock", self.checkout / ".venv/installed.lock")

    def set_up(self) -> tuple[int, str]:
        done = subprocess.run(
            [str(self.checkout / "packaging/setup.sh")],
            env={"PATH": str(self.commands)}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def test_where_everything_is_there_set_up_says_and_does_nothing(computer: Computer) -> None:
    computer.has_environment()
    assert computer.set_up() == (0, "")


def test_a_library_under_its_newer_name_is_there(computer: Computer) -> None:
    computer.has_environment()
    computer.has_packages([name.replace("libglib2.0-0", "libglib2.0-0t64") for name in SYSTEM])
    assert computer.set_up() == (0, "")


def test_without_the_right_to_install_set_up_names_what_is_missing_and_the_command(computer: Computer) -> None:
    computer.has_environment()
    computer.has_packages([name for name in SYSTEM if name not in {"libegl1", "poppler-utils"}])
    computer.command("apt-get", "echo must not run; exit 3")
    status, said = computer.set_up()
    assert status == 1
    assert said.endswith("Ask for: apt-get install --no-install-recommends libegl1 poppler-utils\n")
    assert "must not run" not in said


def test_with_the_right_to_install_set_up_says_what_it_installs(computer: Computer) -> None:
    computer.has_environment()
    computer.has_packages([name for name in SYSTEM if name != "libegl1"])
    computer.command("id", "echo 0")
    computer.command("env", 'shift; echo "$@" >&2')
    computer.command("apt-get", "exit 0")
    status, said = computer.set_up()
    assert status == 0
    assert "installing system packages: libegl1\n" in said
    assert "apt-get install -y -qq --no-install-recommends libegl1\n" in said


def test_an_installation_that_fails_is_not_passed_over(computer: Computer) -> None:
    computer.has_environment()
    computer.has_packages([])
    computer.command("id", "echo 0")
    computer.command("env", "exit 100")
    computer.command("apt-get", "exit 0")
    status, said = computer.set_up()
    assert status == 1
    assert "that failed. Try it yourself: apt-get install" in said


def test_a_python_that_is_too_old_is_refused_with_what_to_do(computer: Computer) -> None:
    computer.command("python3", "exit 1")
    status, said = computer.set_up()
    assert status == 1
    assert "needs Python 3.11 or newer" in said


def test_a_changed_lock_is_installed_again(computer: Computer) -> None:
    computer.has_environment()
    (computer.checkout / ".venv/installed.lock").write_text("an older lock\n")
    (computer.commands / "python3").symlink_to(sys.executable)
    for name in ("rm", "cp"):
        (computer.commands / name).symlink_to(str(shutil.which(name)))
    computer.command("uv", 'echo "uv $*"')
    status, said = computer.set_up()
    assert status == 0
    assert "uv pip sync --quiet --python .venv/bin/python --require-hashes requirements.lock\n" in said
    assert computer.set_up() == (0, "")
