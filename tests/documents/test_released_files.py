"""One signed file of every format that ever left a school: each must stay genuine for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.documents.checking import check
from candour.documents.verdicts import Verdict
from candour.domain import letter
from candour.domain.declaration import FORMAT

FIXTURES = Path(__file__).parent / "fixtures"
ROOTS = {"declaration": "root", "letter": "letter-root"}
RELEASED = sorted(
    (kind, int(path.stem.removeprefix(f"{kind}-"))) for kind in ROOTS for path in FIXTURES.glob(f"{kind}-*.pdf")
)


@pytest.mark.parametrize(("kind", "today"), [("declaration", FORMAT), ("letter", letter.FORMAT)])
def test_every_format_up_to_todays_has_a_file_here(kind, today):
    numbers = [number for each, number in RELEASED if each == kind]
    assert numbers == list(range(1, len(numbers) + 1))
    assert f"candour-{kind}/{numbers[-1]}" == today


@pytest.mark.parametrize(("kind", "number"), RELEASED)
def test_a_file_of_every_released_format_is_genuine(kind, number):
    root = (FIXTURES / f"{ROOTS[kind]}-{number}.cer").read_bytes()
    finding = check((FIXTURES / f"{kind}-{number}.pdf").read_bytes(), root)
    assert finding.verdict is Verdict.GENUINE, finding.details
