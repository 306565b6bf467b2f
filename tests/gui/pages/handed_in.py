"""What a page may show that is not the window's own: the sample's values, the pack, and the words of the record."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from candour.domain.dates import MONTHS
from candour.gui.palette import Tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOUSE = Path(__file__).parents[3]
_PYTHON = (
    "tests/gui/pages/around.py",
    "tests/gui/pages/registry*.py",
    "tests/documents/sample_facts.py",
    "tests/first_runs.py",
    "src/candour/domain/*.py",
    "src/candour/documents/verdicts.py",
    "src/candour/documents/letter.py",
    "src/candour/gui/gallery/*.py",
    "src/candour/gui/icons.py",
    "src/candour/gui/metrics.py",
    "src/candour/gui/places.py",  # a page takes its frame; that the frame is translated has a test of its own
)
_TEXTS = ("resources/text/*.toml", "resources/policies/*.toml", "tests/domain/packs/*.toml")
_BETWEEN = re.compile(r"\s*(?: · |,\s*|; |: |\r?\n| \(|\)|\. |\d+\. |\d+  |^\d+: )\s*")
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]}|t?)" for month in MONTHS)  # short in columns: "Sept"
_DAY = re.compile(rf"(?:\w+day )?(?:\d+ )?(?:{_MONTH}) \d{{4}}(?:, \d\d:\d\d(?: BST)?)?|\b[DE]-\d{{4}}-\d+\S*")
_HOLE = re.compile(r"\{[^{}]*\}")


def not_handed_in(text: str) -> list[str]:
    """Return the parts of a text that no sample, pack or record holds; days and references count as handed in."""
    return [part for part in _parts(_DAY.sub("#", text)) if not _known(part)]


def _parts(text: str) -> Iterator[str]:
    for part in _BETWEEN.split(text):
        bare = part.strip(" .,:;·•“”")
        if any(map(str.isalpha, bare)):
            yield bare


@cache
def _known(part: str) -> bool:
    words, patterns = _corpus()
    bare = part.casefold().strip("# ")
    return (
        bare in words
        or all(word in words for word in bare.split())
        or any(pattern.fullmatch(part) for pattern in patterns)
    )


@cache
def _corpus() -> tuple[frozenset[str], tuple[re.Pattern[str], ...]]:
    """Return every part of what may be handed in as it stands, and as patterns those with a hole."""
    parts = {part for text in _all_texts() for part in _parts(text)}
    holed = {part for part in parts if _HOLE.search(part) and any(map(str.isalpha, _HOLE.sub("", part)))}
    patterns = (re.compile(".+".join(map(re.escape, _HOLE.split(part))), re.IGNORECASE) for part in holed)
    return frozenset(part.casefold() for part in parts), tuple(patterns)


def _all_texts() -> Iterator[str]:
    for path in _found(_PYTHON):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.JoinedStr):
                yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value
    yield from Tokens.__slots__  # the gallery names each colour
    for path in _found(_TEXTS):
        yield from texts_in(tomllib.loads(path.read_text(encoding="utf-8")))


def _found(patterns: tuple[str, ...]) -> list[Path]:
    return [path for pattern in patterns for path in sorted(_HOUSE.glob(pattern))]


def texts_in(value: object) -> list[str]:
    """Return every text within what a TOML file holds."""
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for part in parts for text in texts_in(part)]
