"""The child's limits: memory, files and processor time, each met by a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import candour


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a process that has limited itself as a child does."""
    start = "from candour.documents import check_child as child\nchild.limit_all()\nchild.limit_next()\n"
    environment = {**os.environ, "PYTHONPATH": str(Path(candour.__file__).parents[1])}
    command = [sys.executable, "-c", start + code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_a_child_gets_no_more_than_768_megabytes():
    assert run("held = bytearray(500 << 20)").returncode == 0
    assert "MemoryError" in run("held = bytearray(768 << 20)").stderr


def test_a_child_writes_no_file(tmp_path):
    path = tmp_path / "written"
    assert "File too large" in run(f"open({str(path)!r}, 'wb', buffering=0).write(b'x')").stderr
    assert path.read_bytes() == b""


def test_a_child_gets_eight_processor_seconds_for_each_file():
    code = "import resource\nprint(resource.getrlimit(resource.RLIMIT_CPU)[0])"
    assert int(run(code).stdout) in {9, 10}


def test_a_child_that_is_given_nothing_ends():
    command = [sys.executable, "-m", "candour.documents.check_child"]
    environment = {**os.environ, "PYTHONPATH": str(Path(candour.__file__).parents[1])}
    ended = subprocess.run(command, env=environment, input=b"", capture_output=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, b"ready\n")
