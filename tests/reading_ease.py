"""How easily a text reads: short words, short sentences, and none that scolds."""

from __future__ import annotations

import re

LONGEST = 25
AGE = 11
_END = re.compile(r"(?<=[.!?…])[”’]?\s+|[\n•·|]+")
BANNED = re.compile(
    r"\b(?:please|sorry|invalid|illegal|error code|DSL|HoS|chased|failed|abort(?:ed)?|users?)\b", re.IGNORECASE
)
TERMS = re.compile(
    r"\b(?:Headteacher|designated lead|deputy lead|declarations?|passphrases?|exceptions?|social media|"
    r"safeguarding|Information Commissioner’s Office|photographs?)(?:’s)?\b"
)
"""The school's own terms, which stay: they are learnt once, and each counts as one short word."""

FEWEST = 40
"""The measure is made for running text: on a page with fewer words a single name would decide."""


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return [part.strip() for part in _END.split(text) if part.strip()]


def full_sentences(texts):
    """Return what has four words or more: headings and buttons are read at a glance."""
    return [sentence for text in texts for sentence in sentences(text) if len(sentence.split()) > 3]


def reading_age(found):
    """Return the age by the Automated Readability Index, whose grade 1 is for six-year-olds; 0 of too little.

    It counts letters and words. The measures that count syllables want a dictionary fetched from elsewhere.
    """
    words = [word for each in found for word in re.findall(r"[^\W\d_][\w’'-]*", TERMS.sub("term", each))]
    if len(words) < FEWEST:
        return 0
    letters = sum(len(word) for word in words)
    return 4.71 * letters / len(words) + 0.5 * len(words) / len(found) - 21.43 + 5


def hard_words(texts):
    """Return the sentences that are too long and the words that are banned, each with its text."""
    return [
        *(f"{len(words)} words: {each}" for each in full_sentences(texts) if len(words := each.split()) > LONGEST),
        *(f"“{banned[0]}”: {text}" for text in texts if (banned := BANNED.search(text))),
    ]


def too_old(texts):
    """Return the texts with the age that they want, where that is over."""
    found = full_sentences(texts)
    age = reading_age(found)
    return [f"for {age:.1f} years: {' '.join(found)}"] if age > AGE else []
