"""New versions of the shipped pack, each with one plain difference."""

from __future__ import annotations

from candour.resources import resource_text

SHIPPED = resource_text("policies", "milton-road-2025.toml")

OTHER_PARENTS = (
    "is any current parent a friend, follower, subscriber or similar on your personal accounts?",
    "is any current parent or carer linked with you on your personal accounts?",
)
"""Other words of the question about parents (2.8): material."""

OTHER_HELP = (
    "It blurs home and school, and it can put you in a hard place.",
    "It mixes home and school, and it can put you in a hard place.",
)
"""Other words of why that is asked: help alone."""

_STILL = """
id = "still"
label = "I still do, I will stop"
hint = "You choose the day; you can sign now."
outcome = "open"
leads_to = "date"
days = 14
done_as = "stopped"
"""
NEW_ANSWERS = (
    ('id = "stopped"\nlabel = "I did, and', 'id = "gave-up"\nlabel = "I did, but'),
    (_STILL, _STILL.replace('"stopped"', '"gave-up"').replace('"still"', '"goes-on"')),
)
"""Two answers about one's own phone (2.5) that have gone, and two in their place."""

FOLLOW_UP = (
    'heading = "Did a pupil ask to connect, like, comment or write to you?"',
    'heading = "Did any pupil like, comment on or write to what you posted?"',
)
"""Other words of a follow-up, which only those are asked who found a pupil (2.2, after 2.8)."""


def changed(*pairs: tuple[str, str]) -> bytes:
    """Return the shipped pack with each text replaced once; a text that is not there is a mistake of the test."""
    text = SHIPPED
    for before, after in pairs:
        assert before in text, before
        text = text.replace(before, after, 1)
    return text.encode()
