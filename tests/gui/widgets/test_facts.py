from __future__ import annotations

import pytest
from tests.gui.widgets.test_chip import ROLES

from candour.gui.widgets.facts import Facts, Finding


@pytest.mark.parametrize("role", ROLES)
def test_a_finding_shows_its_icon_on_the_ground_of_its_role_beside_its_words(show, theme, colours, role):
    finding = Finding("Yes, entry 412, the same content", role, strong=3)
    show(finding)
    seen = colours(finding)
    assert seen[getattr(theme.tokens, f"{role}_soft")] > 100
    assert seen[theme.tokens.text] > 50


def test_without_colour_findings_of_the_same_words_still_differ(show):
    pictures = set()
    for role in ROLES:
        finding = Finding("The same words", role)
        show(finding)
        image = finding.grab().toImage()
        ground = image.pixelColor(7, image.height() // 2).lightness()
        marks = [
            abs(image.pixelColor(x, y).lightness() - ground) > 60
            for x in range(8, 24)
            for y in range(image.height())
        ]
        pictures.add(tuple(marks))
    assert len(pictures) == len(ROLES)


def test_the_part_of_ten_that_names_take_is_theirs(show):
    wide, narrow = Facts(names=5), Facts(names=2)
    starts = []
    for facts in (wide, narrow):
        part = facts.add("Name", "what it is")
        facts.resize(1000, 60)
        show(facts)
        starts.append(part.x() / facts.width())
    assert starts[0] > 0.45
    assert starts[1] < 0.3
