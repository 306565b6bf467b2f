"""A real school for the services: set up once for each test process, and copied for each test."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from candour.app import Building, desk
from candour.keys.passphrases import LIGHT
from candour.keys.vault import FolderVault
from candour.sample import people as cast
from candour.sample.school import Sample, make_sample
from candour.services.desk import Desk
from candour.services.place import Place

TODAY = date(2026, 10, 1)


class TestClock:
    """A clock that a test sets."""

    __test__ = False

    def __init__(self) -> None:
        self.at = datetime.combine(TODAY, time(9, 30)).astimezone()

    def __call__(self) -> datetime:
        return self.at

    def go_on(self, **by: float) -> None:
        self.at += timedelta(**by)


@dataclass
class School:
    """A copy of the sample school with a clock of its own; `desk()` is another app opened on it."""

    place: Place
    code: str
    clock: TestClock

    def building(self) -> Building:
        return Building(self.place, FolderVault(self.place.folder / "sample-vault.json"), LIGHT, self.clock)

    def desk(self, number: str = "", secret: str = cast.PASSPHRASE) -> Desk:
        opened = desk(self.building())
        if number:
            opened.sign_in.sign_in(number, secret)
        return opened


@pytest.fixture(scope="session")
def made_sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return make_sample(Place(tmp_path_factory.mktemp("sample") / "school"), TestClock())


@pytest.fixture
def school(made_sample: Sample, tmp_path: Path) -> School:
    folder = tmp_path / "school"
    shutil.copytree(made_sample.place.folder, folder)
    return School(Place(folder), made_sample.code, TestClock())


