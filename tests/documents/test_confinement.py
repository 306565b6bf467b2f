"""A confined child reads the app's own code and nothing else (trust.md, attack 30)."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

import candour

START = "from candour.documents.confinement import confine\nconfined = confine()\nprint(confined)\n"


def run(code: str) -> tuple[bool, str]:
    """Run code in a process that has confined itself; return whether the kernel could, and what went wrong."""
    environment = {**os.environ, "PYTHONPATH": str(Path(candour.__file__).parents[1])}
    command = [sys.executable, "-c", START + code]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return ended.stdout.startswith("True"), ended.stderr


@pytest.mark.parametrize(
    "code",
    [
        "open('/etc/passwd').read()",
        "import os; os.listdir(os.path.expanduser('~'))",
        "open({path!r}).read()",
        "open({path!r}, 'w')",
        "open({path!r} + '2', 'w')",
        "import os; os.unlink({path!r})",
        "import os; os.mkdir({path!r} + '3')",
        "import subprocess; subprocess.run(['/bin/true'])",
        "import socket; socket.create_connection(('127.0.0.1', {port}))",
        "import socket; socket.create_server(('127.0.0.1', 0))",
    ],
)
def test_a_confined_process_reads_writes_starts_and_reaches_nothing(tmp_path, code):
    path = tmp_path / "key"
    path.write_text("secret")
    with socket.create_server(("127.0.0.1", 0)) as server:
        confined, said = run(code.format(path=str(path), port=server.getsockname()[1]))
    assert ("PermissionError" in said) == confined
    assert path.exists() or not confined


def test_a_confined_process_still_imports_what_the_app_is_made_of():
    confined, said = run("import wave, sqlite3, reportlab.graphics.shapes, candour.domain.policy")
    assert (said, confined) in {("", True), ("", False)}
