"""One sealed file of every format that ever left a school: each must stay genuine for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.documents.checking import check
from candour.documents.verdicts import Verdict
from candour.domain.declaration import FORMAT

FIXTURES = Path(__file__).parent / "fixtures"
FORMATS = sorted(int(path.stem.split("-")[1]) for path in FIXTURES.glob("declaration-*.pdf"))


def test_every_format_up_to_todays_has_a_file_here():
    assert [f"candour-declaration/{number}" for number in FORMATS][-1] == FORMAT


@pytest.mark.parametrize("number", FORMATS)
def test_a_file_of_every_released_format_is_genuine(number):
    root = (FIXTURES / f"root-{number}.cer").read_bytes()
    finding = check((FIXTURES / f"declaration-{number}.pdf").read_bytes(), root)
    assert finding.verdict is Verdict.GENUINE, finding.details
