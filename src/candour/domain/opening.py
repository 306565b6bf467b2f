"""Why somebody's answers are opened: a short list, which the person reads and HR may.

No reason tells anything about an answer, or that somebody asked to talk: HR can count entries, and learns no more.
"""

from __future__ import annotations

from enum import StrEnum


class OpeningReason(StrEnum):
    """The reasons that can be chosen, as they are kept and as the person reads them."""

    ASKED = "The person asked for it"
    REQUEST = "To decide an exception request"
    OPEN = "To go through what is still open"
    QUESTION = "To answer a question put to the school"
    DUTY = "A duty of the office that reads it"
