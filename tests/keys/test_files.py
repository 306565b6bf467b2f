from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import candour
from candour.errors import Trouble
from candour.keys.files import AS_THE_FOLDER_RULES, OPEN_TO_ITS_OWNER, alone, read_file, replace_file

SOURCE = str(Path(candour.__file__).parents[1])
COUNT_UP = """
import sys
from pathlib import Path
from candour.keys.files import alone, replace_file
path = Path(sys.argv[1])
for _ in range(50):
    with alone(path):
        replace_file(path, str(int(path.read_bytes()) + 1).encode(), 0o600)
"""


def names_in(folder):
    return [each.name for each in folder.iterdir()]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_written_whole_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "file"
    replace_file(path, b"one", OPEN_TO_ITS_OWNER)
    replace_file(path, b"two", OPEN_TO_ITS_OWNER)
    assert read_file(path) == b"two"
    assert names_in(tmp_path) == ["file"]


def test_a_file_that_is_not_there_reads_as_none(tmp_path):
    assert read_file(tmp_path / "file") is None


def test_a_file_that_cannot_be_written_stays_as_it_was_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "file"
    path.mkdir()
    (path / "inside").write_bytes(b"kept")
    with pytest.raises(Trouble, match="cannot be written"):
        replace_file(path, b"two", OPEN_TO_ITS_OWNER)
    assert names_in(tmp_path) == ["file"]
    assert (path / "inside").read_bytes() == b"kept"


def test_a_file_that_cannot_be_read_is_trouble_in_plain_words(tmp_path):
    with pytest.raises(Trouble, match=r"cannot be read .*: look at the disk's free space"):
        read_file(tmp_path)


def test_a_folder_that_is_gone_is_trouble(tmp_path):
    with pytest.raises(Trouble, match="cannot be written"):
        replace_file(tmp_path / "gone" / "file", b"", OPEN_TO_ITS_OWNER)
    with pytest.raises(Trouble, match="cannot be locked"), alone(tmp_path / "gone" / "file"):
        pass


def test_a_full_disk_is_trouble_and_the_file_stays_as_it_was(tmp_path):
    path = tmp_path / "file"
    replace_file(path, b"kept", OPEN_TO_ITS_OWNER)
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from candour.keys.files import replace_file\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "replace_file(Path(sys.argv[1]), bytes(9000), 0o600)\n"
    )
    ended = run(script, path)
    assert "cannot be written" in ended.communicate()[1]
    assert path.read_bytes() == b"kept"
    assert names_in(tmp_path) == ["file"]


def test_a_new_file_is_open_to_its_owner_alone_when_asked_so(tmp_path):
    replace_file(tmp_path / "file", b"", OPEN_TO_ITS_OWNER)
    assert mode(tmp_path / "file") == 0o600


def test_a_file_keeps_the_mode_that_the_school_gave_it(tmp_path):
    path = tmp_path / "file"
    replace_file(path, b"", AS_THE_FOLDER_RULES)
    path.chmod(0o660)
    replace_file(path, b"again", OPEN_TO_ITS_OWNER)
    assert mode(path) == 0o660


def run(script, *arguments):
    return subprocess.Popen(
        [sys.executable, "-c", script, *(str(each) for each in arguments)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_no_change_is_lost_when_programs_change_a_file_at_once(tmp_path):
    path = tmp_path / "counter"
    path.write_bytes(b"0")
    running = [run(COUNT_UP, path) for _ in range(4)]
    for each in running:
        assert (each.communicate()[1], each.returncode) == ("", 0)
    assert path.read_bytes() == b"200"
