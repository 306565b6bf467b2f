"""A new register of its own for every test that asks for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.register.invented import KEY, REGISTER, SCHOOL, play

from candour.register.engine import Register, create_register

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = create_register(tmp_path / "register.db", KEY, REGISTER, SCHOOL)
    yield made
    made.close()


@pytest.fixture
def played(register: Register) -> Register:
    play(register)
    return register
