"""A new register of its own for every test that asks for one: in a file, on a server, or in both in turn."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.register.invented import KEY, REGISTER, SCHOOL, play
from tests.register.server import Server

from candour.register.engine import FileRegister, Register, create_register
from candour.register.shared import SharedRegister, open_shared

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def register(tmp_path: Path) -> Iterator[FileRegister]:
    with closing(create_register(tmp_path / "register.db", KEY, REGISTER, SCHOOL)) as made:
        yield made


@pytest.fixture
def played(register: FileRegister) -> FileRegister:
    play(register)
    return register


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    running = Server()
    running.start()
    yield running
    running.stop()


@pytest.fixture
def shared(server: Server) -> Iterator[SharedRegister]:
    address = server.with_register()
    with closing(open_shared(address)) as made:
        yield made
    server.drop(address)


@pytest.fixture(params=["register", "shared"])
def home(request: pytest.FixtureRequest) -> Register:
    """Give a new register in each of its two homes in turn."""
    made: Register = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def played_home(home: Register) -> Register:
    play(home)
    return home
