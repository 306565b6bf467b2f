from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtWidgets import QLabel

from candour.gui.widgets.signature_block import Signature, SignatureBlock, moment

BST = timezone(timedelta(hours=1), "BST")
SIGNATURE = Signature(
    "Signed by the member of staff",
    "Hetty <b>Sample</b>",
    "Class teacher",
    datetime(2026, 10, 16, 10, 42, tzinfo=BST),
    "D-2026-0038",
    "Open it in “Check a PDF”.",
)


def test_it_says_name_role_moment_with_zone_reference_and_how_to_verify(show):
    block = SignatureBlock(SIGNATURE)
    show(block)
    said = [label.text() for label in block.findChildren(QLabel)]
    for words in (
        "Signed by the member of staff",
        "Hetty <b>Sample</b>",
        "Class teacher",
        "Friday 16 October 2026, 10:42 BST",
        "D-2026-0038",
        "Open it in “Check a PDF”.",
    ):
        assert words in said


def test_a_moment_without_a_zone_is_loud():
    with pytest.raises(ValueError, match="zone"):
        moment(datetime(2026, 10, 16, 10, 42))  # noqa: DTZ001 - the very thing
    with pytest.raises(ValueError, match="zone"):
        SignatureBlock(dataclasses.replace(SIGNATURE, at=SIGNATURE.at.replace(tzinfo=None)))


def test_the_bar_is_in_the_colour_of_what_is_done(show, theme, colours):
    block = SignatureBlock(SIGNATURE)
    show(block)
    assert colours(block)[theme.tokens.done] > 200
