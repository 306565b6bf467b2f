"""Reading a policy pack from TOML: strict, and with every fault named by its line."""

from __future__ import annotations

import hashlib
import re
import tomllib
from datetime import date, datetime, time
from itertools import islice

import msgspec

from candour.domain.pack_lines import Path, line_of
from candour.domain.pack_rules import faults
from candour.domain.policy import Pack
from candour.errors import Refused

SHOWN_FAULTS = 10
"""How many faults one refusal names: more than somebody mends in one go helps nobody."""

_PLAIN_TYPES = {
    "str": "text in quotation marks",
    "int": "a whole number",
    "float": "a number with a point",
    "bool": "true or false",
    "date": "a date such as 2025-02-05",
    "datetime": "a date with a time",
    "time": "a time",
    "array": "a list",
    "object": "a table",
}


def read_pack(text: str) -> Pack:
    """Return the policy pack that the TOML text holds.

    Refused when it is no TOML, when a field is missing, unknown or of another type, or when it contradicts
    itself; the message names each fault's line, one to a line of the message. A pack in force is not touched.
    """
    text = plain_text(text)
    content = _toml(text)
    try:
        # TOML has dates of its own, so text that looks like one is refused
        pack = msgspec.convert(content, Pack, strict=True, builtin_types=(date, datetime, time))
    except msgspec.ValidationError as error:
        raise Refused(_of_shape(text, str(error))) from error
    found = list(islice(faults(pack), SHOWN_FAULTS))
    if found:
        lines = sorted((line_of(text, path), words) for path, words in found)
        raise Refused("\n".join(f"Line {line}: {words}." for line, words in lines))
    return pack


def pack_hash(text: str) -> str:
    """Return what identifies a pack: the SHA-256 of its text, in hex.

    The text is taken as UTF-8 without a byte-order mark and with every line ending as a line feed, so that a
    pack keeps its identity on its way between Windows and Linux, and nothing else about it may change.
    """
    return hashlib.sha256(plain_text(text).encode()).hexdigest()


def plain_text(text: str) -> str:
    """Return the text without a byte-order mark and with every line ending as a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _toml(text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise Refused("The pack holds lists inside lists without end: correct it as TOML.") from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r" \(at line (\d+), column \d+\)$| \(at end of document\)$", str(error))
        line = place[1] if place and place[1] else text.count("\n") + 1
        words = str(error)[: place.start()] if place else str(error)
        raise Refused(f"Line {line}: this is not TOML ({words}); correct it.") from error
    except ValueError as error:  # Python reads no whole number of more than 4,300 digits
        digits = re.search(r"[\d_]{4300}", text)
        line = text.count("\n", 0, digits.start()) + 1 if digits else 1
        raise Refused(f"Line {line}: this number is too long; correct it.") from error


def _of_shape(text: str, error: str) -> str:
    """Put msgspec's words for a fault of shape into a sentence that names the line."""
    words, _, where = error.partition(" - at `$")
    path = _path(where.removesuffix("`"))
    missing = re.fullmatch(r"Object missing required field `(.+)`", words)
    unknown = re.fullmatch(r"Object contains unknown field `(.+)`", words)
    other = re.fullmatch(r"Expected `(.+)`, got `(.+)`", words)
    if missing:
        plain = f"“{missing[1]}” is missing here; add it"
    elif unknown:
        path = (*path, unknown[1])
        plain = f"a pack has no “{unknown[1]}” here; correct the word or remove it"
    elif other:
        plain = f"here stands {_plain_type(other[2])}; write {_plain_type(other[1])}"
    else:
        plain = f"{words[0].lower()}{words[1:]}; correct it"
    return f"Line {line_of(text, path)}: {plain}."


def _plain_type(name: str) -> str:
    return " or ".join(_PLAIN_TYPES.get(part, part) for part in name.split(" | ") if part != "null")


def _path(where: str) -> Path:
    """Read msgspec's `.checklists[0].questions[3].id`."""
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", where)
    return tuple(key or int(index) for key, index in steps)
