from __future__ import annotations

import pytest

from candour.domain.pack_lines import line_of

TEXT = """\
# a comment
title = "one"
list = [
    "a",
    "b",
]
long = \"\"\"
two
lines\"\"\"

[ages]
leaves = 11

[[sets]]
id = "first"

[[sets.parts]]
id = "x"

[[sets.parts]]
id = "y"
inner = { a = 1 }

[[sets]]
id = "second" # beside

[[sets.parts]]
id = "z"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("title",), 2),
        (("list",), 3),
        (("list", 1), 5),
        (("long",), 7),
        (("ages",), 11),
        (("ages", "leaves"), 12),
        (("sets",), 14),
        (("sets", 0), 14),
        (("sets", 0, "parts", 1), 20),
        (("sets", 0, "parts", 1, "id"), 21),
        (("sets", 0, "parts", 1, "inner", "a"), 22),
        (("sets", 1), 24),
        (("sets", 1, "id"), 25),
        (("sets", 1, "parts", 0, "id"), 28),
        (("sets", 1, "gone", 0, "id"), 24),
        (("sets", 7), 14),
        (("gone",), 1),
    ],
)
def test_every_part_of_a_text_has_its_line(path, line):
    assert line_of(TEXT, path) == line
