"""The words that no page of the registry shows: what is refused, what is read in the help, what a pack asks."""

from __future__ import annotations

import ast
import tomllib
from pathlib import Path

import pytest
from tests.gui.pages.handed_in import texts_in
from tests.reading_ease import hard_words, too_old

HOUSE = Path(__file__).parents[1]
READ = sorted([*HOUSE.glob("resources/text/*.toml"), *HOUSE.glob("resources/policies/*.toml")])
SAYING = ("Refused", "Trouble", "tr", "_tr", "translate")


def spoken(source):
    """Return the texts that a module says to somebody: what it refuses, and what its window shows."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    named = [call for call in calls if getattr(call.func, "attr", getattr(call.func, "id", "")) in SAYING]
    return [text for call in named for argument in call.args for text in _words(argument)]


def _words(node):
    if isinstance(node, ast.JoinedStr):
        return ["".join(str(part.value) if isinstance(part, ast.Constant) else "name" for part in node.values)]
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) else []
    return [text for part in ast.iter_child_nodes(node) for text in _words(part)]


@pytest.mark.parametrize("path", READ, ids=lambda path: path.stem)
def test_what_is_read_reads_easily(path):
    texts = texts_in(tomllib.loads(path.read_text(encoding="utf-8")))
    assert hard_words(texts) + too_old(texts) == []


def test_what_is_refused_and_what_shows_reads_easily():
    found = {
        str(path.relative_to(HOUSE)): said
        for path in sorted(HOUSE.glob("src/candour/**/*.py"))
        if (said := hard_words(spoken(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_a_refusal_that_scolds_would_be_found():
    assert hard_words(spoken('raise Refused(f"Sorry, {name} is wrong.")'))
