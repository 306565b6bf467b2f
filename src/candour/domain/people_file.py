"""A school's own staff file as text: which encoding, which delimiter, which rows, or what is wrong and where.

Everything is limited before it is parsed: Python's csv stops at 131,072 characters in a field but takes millions of
columns and NUL.
"""

from __future__ import annotations

import codecs
import csv
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from candour.domain.exports import as_it_was
from candour.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_BYTES = 16 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 1_000
"""What a file may hold: more than twice the largest trust's staff, and no more."""

_DELIMITERS = ",;\t"
_SNIFFED = 8_192
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)


@dataclass(frozen=True)
class Record:
    """One row of the file: its number as a spreadsheet counts, the line on which it begins, and its cells."""

    number: int
    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class PeopleFile:
    """A file as it was read: the encoding that was taken, the headings (told apart) and the rows below them."""

    encoding: str
    delimiter: str
    headings: tuple[str, ...]
    records: tuple[Record, ...]


def read_file(content: bytes) -> PeopleFile:
    """Read the bytes of a file; raises Refused with row, line and column for what cannot be read."""
    if len(content) > MOST_BYTES:
        raise Refused("The file is larger than 16 MB: export the staff list alone, and try again.")
    text, encoding = decoded(content)
    return read_text(text, encoding)


def read_text(text: str, encoding: str = "pasted") -> PeopleFile:
    """Read text, such as what was pasted from a spreadsheet; raises Refused as `read_file` does."""
    lines = _LINE.findall(text)
    _refuse_nul(lines)
    if not "".join(lines[:1]).strip():
        raise Refused("Row 1 is empty: it must name the columns, such as Staff code, Surname, Forename, Job title.")
    delimiter = _delimiter(lines)
    _refuse_too_wide(lines, delimiter)
    records = tuple(_records(lines, delimiter))
    headings = _told_apart(records[0].cells)
    _refuse_headless(records[0])
    filled = tuple(each for each in records[1:] if any(each.cells))
    if not filled:
        raise Refused("There is nobody under the headings: export the staff list again, and try once more.")
    return PeopleFile(encoding, delimiter, headings, filled)


def decoded(content: bytes) -> tuple[str, str]:
    """Return a file's text, and the encoding that was taken: by its mark, else UTF-8, UTF-16, Windows-1252."""
    for mark, codec, said in _BOMS:
        if content.startswith(mark):
            return _decoded(content, codec, said), said
    wide = _wide(content)
    if wide:
        return _decoded(content, wide, "UTF-16"), "UTF-16"
    try:
        return content.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        return _decoded(content, "cp1252", "Windows-1252"), "Windows-1252"


def letter(column: int) -> str:
    """Return a column's letters as a spreadsheet writes them: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _decoded(content: bytes, codec: str, said: str) -> str:
    try:
        return content.decode(codec)
    except UnicodeDecodeError as reason:
        line = content[: reason.start].count(b"\n") + 1
        raise Refused(f"Line {line} is not {said} text: save the file as “CSV UTF-8” and try again.") from reason


def _wide(content: bytes) -> str:
    # Text of Europe in UTF-16 without a mark has a NUL in most pairs of bytes, always at the same end.
    start = content[:4096]
    pairs = len(start) // 2
    first, second = start[0::2].count(0), start[1::2].count(0)
    if pairs and second > pairs // 2 and first * 20 < pairs:
        return "utf-16-le"
    if pairs and first > pairs // 2 and second * 20 < pairs:
        return "utf-16-be"
    return ""


def _refuse_nul(lines: list[str]) -> None:
    for number, line in enumerate(lines, start=1):
        if "\0" in line:
            place = line.index("\0") + 1
            raise Refused(f"Line {number}, character {place} is a NUL: export the staff list as CSV once more.")


def _delimiter(lines: list[str]) -> str:
    header = lines[0]
    try:
        found = csv.Sniffer().sniff("".join(lines[:50])[:_SNIFFED], _DELIMITERS).delimiter
    except csv.Error:
        found = ""
    return found if found and found in header else max(_DELIMITERS, key=header.count)


def _refuse_too_wide(lines: list[str], delimiter: str) -> None:
    for number, line in enumerate(lines, start=1):
        if line.count(delimiter) > 2 * MOST_COLUMNS:
            raise Refused(f"Line {number} has more than {MOST_COLUMNS} columns: export only the ones you need.")


def _records(lines: list[str], delimiter: str) -> Iterator[Record]:
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    number, line = 0, 1
    while True:
        number, line = number + 1, reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as reason:
            raise Refused(_quote_fault(number, line, lines[line - 1], delimiter, str(reason))) from reason
        yield Record(number, line, _tidy(cells, number, line))


def _tidy(cells: list[str], number: int, line: int) -> tuple[str, ...]:
    if number > MOST_ROWS + 1:
        raise Refused(f"The file has more than {MOST_ROWS:,} rows: import it in parts.")
    if len(cells) > MOST_COLUMNS:
        raise Refused(f"Row {number} (line {line}) has more than {MOST_COLUMNS} columns: export fewer.")
    for column, cell in enumerate(cells, start=1):
        if len(cell) > LONGEST_CELL:
            raise Refused(
                f"Row {number}: column {letter(column)} (line {line}) holds more than {LONGEST_CELL:,} characters: "
                "is a quotation mark not closed?"
            )
    return tuple(as_it_was(" ".join(cell.split())) for cell in cells)


def _quote_fault(number: int, line: int, text: str, delimiter: str, reason: str) -> str:
    column = letter(_last_quoted(text, delimiter))
    if "larger than field limit" in reason:
        return f"Row {number} (line {line}) holds a cell that is too long: is a quotation mark not closed?"
    return f"Row {number}: a quotation mark in column {column} (line {line}) is not closed, or stands alone."


def _last_quoted(text: str, delimiter: str) -> int:
    column, inside, found = 1, False, 1
    for character in text:
        if character == '"':
            inside, found = not inside, column
        elif character == delimiter and not inside:
            column += 1
    return found


def _told_apart(headings: tuple[str, ...]) -> tuple[str, ...]:
    """Return the headings, each once: a second of the same words, and an empty one, get their column's letter."""
    seen = set[str]()
    told = []
    for column, heading in enumerate(headings, start=1):
        own = heading if heading and heading not in seen else f"{heading} (column {letter(column)})".strip()
        seen.add(own)
        told.append(own)
    return tuple(told)


def _refuse_headless(first: Record) -> None:
    looks = next((n for n, cell in enumerate(first.cells, start=1) if "@" in cell or cell.isdigit()), 0)
    if looks:
        raise Refused(
            f"Row 1, column {letter(looks)} (line 1) reads “{first.cells[looks - 1][:40]}”: the first row must "
            "name the columns, such as Staff code, Surname, Forename, Job title."
        )
