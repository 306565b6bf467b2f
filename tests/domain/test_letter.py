from __future__ import annotations

import msgspec
import pytest
from tests.documents.sample_letters import APPROVED, REFUSED, WITH_CONDITIONS, letter

from candour.domain.letter import check_decision


@pytest.mark.parametrize("decided", [APPROVED, WITH_CONDITIONS, REFUSED])
def test_a_decision_whose_parts_fit_is_a_letter(decided):
    check_decision(letter(decided))


@pytest.mark.parametrize(
    ("decided", "changes"),
    [
        (REFUSED, {"reason": ""}),
        (APPROVED, {"reason": "A reason beside an approval."}),
        (REFUSED, {"conditions": ("No talk of school",)}),
        (REFUSED, {"line": "A line."}),
        (REFUSED, {"ends": "The school year ends"}),
        (REFUSED, {"until": APPROVED.until}),
        (APPROVED, {"conditions": ("No talk of school",)}),
        (APPROVED, {"line": "A line."}),
        (WITH_CONDITIONS, {"conditions": (), "line": ""}),
    ],
)
def test_a_decision_whose_parts_contradict_each_other_is_none(decided, changes):
    with pytest.raises(ValueError, match=r"stand|no conditions"):
        check_decision(msgspec.structs.replace(letter(decided), **changes))
