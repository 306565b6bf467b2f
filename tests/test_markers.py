"""Planted markers: what is confidential lies nowhere but in sealed content."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from tests.kept_secrets import ANSWER_WORDS, MARKERS
from tests.schools import School, TestClock, dump

from candour.domain.exception_request import AskedFor
from candour.register import declarations as declaration_rows
from candour.register import drafts as content_rows
from candour.register import requests as request_rows
from candour.sample import people as cast
from candour.services.full_copy import FullCopy
from candour.services.place import Place

pytestmark = pytest.mark.xdist_group("markers")  # what it plays is played once

HOUSE = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def kept(made_sample, tmp_path_factory):
    """Return a school in which a child process did it all and was then killed, and its every other folder."""
    around = tmp_path_factory.mktemp("markers")
    shutil.copytree(made_sample.place.folder, around / "school")
    own = {name: str(around / name) for name in ("TMPDIR", "HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")}
    for folder in own.values():
        Path(folder).mkdir()
    environment = {**os.environ, **own, "PYTHONPATH": os.pathsep.join((str(HOUSE / "src"), str(HOUSE)))}
    with (around / "log").open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "tests.kept_secrets", str(around / "school")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            cwd=around,
            env=environment,
        )
        assert child.stdout is not None
        assert child.stdout.readline() == b"done\n"
        child.kill()
        child.communicate()
    return School(Place(around / "school"), made_sample.code, TestClock())


def in_every_form(marker):
    """Return a marker as bytes in the forms in which it could lie about: plain, JSON, base64, UTF-16, hex."""
    plain = marker.encode()
    shifted = [base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3)]
    return [plain, plain.hex().encode(), marker.encode("utf-16-le"), *shifted]


def found_in(content):
    """Return the markers that bytes hold, be it inside a stream that was deflated (as PDFs hold their text)."""
    opened = [content]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        with suppress(zlib.error):
            opened.append(zlib.decompress(stream))
    return {
        name
        for name, marker in MARKERS.items()
        if any(form in part for part in opened for form in in_every_form(marker))
    }


def files_around(kept):
    return [path for path in kept.place.folder.parent.rglob("*") if path.is_file()]


def test_no_marker_lies_in_any_file(kept):
    names = {path.name for path in files_around(kept)}
    assert {"register.db", "register.db-wal", "slots.json", "sample-vault.json", "log"} <= names
    assert {path.name: found for path in files_around(kept) if (found := found_in(path.read_bytes()))} == {}


def test_nothing_was_left_in_temporary_folders_or_said_in_the_log(kept):
    around = kept.place.folder.parent
    assert [path for name in ("TMPDIR", "HOME", "XDG_RUNTIME_DIR") for path in (around / name).rglob("*")] == []
    assert (around / "log").read_bytes() == b""


def test_no_marker_is_found_with_the_register_key_alone(kept):
    tables = dump(kept.register())
    for name, rows in tables.items():
        for row in rows:
            for column, value in row.items():
                said = value if isinstance(value, bytes) else str(value).encode()
                assert not found_in(said), f"{name}.{column}"
                assert name == "pack_adopted" or not any(word.encode() in said for word in ANSWER_WORDS), name


def test_every_marker_stands_in_what_its_author_can_open(kept):
    """That the tests above could find them: each was written, and is read again with its author's own keys."""
    theirs = kept.desk(cast.CLASS_TEACHER.number)
    session = theirs.sign_in.session
    with session.register.read() as at:
        request = request_rows.of_person(at, session.person)[-1]
        declared = declaration_rows.of_person(at, session.person)[-1]
        draft = content_rows.latest(at, session.person, "2026–27", "personal")
        assert draft is not None
        asked, copy, answers = (
            theirs._smith.open(content_rows.content(at, each), session.register.register_id, session.keys)
            for each in (request.content, declared.full_copy, draft.content)
        )
    assert msgspec.json.decode(asked, type=AskedFor).who == MARKERS["who"]
    assert found_in(asked) == set(MARKERS) - {"told"}
    assert found_in(answers) == {"told"}
    assert all(word.encode() in answers and word.encode() in copy for word in ANSWER_WORDS)
    assert "told" in found_in(copy)
    assert base64.b64decode(msgspec.json.decode(copy, type=FullCopy).pdf).startswith(b"%PDF")


@pytest.mark.parametrize("form", range(6))
def test_a_marker_is_seen_in_every_form(form):
    marker = MARKERS["who"]
    assert found_in(b"before" + in_every_form(marker)[form] + b"after") == {"who"}


def test_a_marker_is_seen_inside_a_deflated_stream():
    stream = b"<< >>\nstream\n" + zlib.compress(b"(" + MARKERS["line"].encode() + b") Tj") + b"\nendstream"
    assert found_in(stream) == {"line"}
