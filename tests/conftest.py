"""What every test needs before Qt is imported: windows that need no screen. And a real school, made once."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.schools import School

    from candour.sample.school import Sample

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what one process plays for a whole module: at the end the others would wait for it."""
    items.sort(key=lambda item: item.get_closest_marker("xdist_group") is None)


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """Make the sample school, once for each test process."""
    # Tests of the domain and of pages need none of what is imported here.
    from tests.schools import TestClock  # noqa: PLC0415

    from candour.sample.school import make_sample  # noqa: PLC0415
    from candour.services.place import Place  # noqa: PLC0415

    return make_sample(Place(tmp_path_factory.mktemp("sample") / "school"), TestClock(), whole=False)


@pytest.fixture
def school(made_sample: Sample, tmp_path: Path) -> School:
    """Return a copy of the sample school that is the test's own."""
    from tests.schools import School, TestClock  # noqa: PLC0415

    from candour.services.place import Place  # noqa: PLC0415

    folder = tmp_path / "school"
    shutil.copytree(made_sample.place.folder, folder)
    return School(Place(folder), made_sample.code, TestClock())
