"""Planting a fault in a pack's text, and reading how it is refused."""

from __future__ import annotations

import pytest

from candour.domain.pack_file import read_pack
from candour.errors import Refused


def refusal(text):
    with pytest.raises(Refused) as refused:
        read_pack(text)
    return str(refused.value)


def planted(text, old, new, mark):
    """The text with its only `old` replaced, and the line in which `mark` then stands."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
    changed = text.replace(old, new)
    assert mark in changed
    return changed, changed[: changed.index(mark)].count("\n") + 1


def assert_named(text, old, new, mark, words):
    """Plant the fault, and find it refused in the words and with the line of `mark`."""
    changed, line = planted(text, old, new, mark)
    message = refusal(changed)
    named = [part for part in message.splitlines() if part.startswith(f"Line {line}: ")]
    assert any(words in part and part.endswith(".") for part in named), message


def lead_in(question):
    return f'[[checklists.questions]]\nid = "{question}"\n'


def answer(answer_id, label):
    return f'id = "{answer_id}"\nlabel = "{label}"\n'
