"""The first and the last bytes of a file: cut short, put in front, or added at the end."""

from __future__ import annotations

import re

from candour.documents.verdicts import MOST, NO_PDF, TOO_LARGE, changed, damaged

_HEAD, _END = b"%PDF-", b"%%EOF\n"
_RANGE = re.compile(rb"/ByteRange \[0 \d{1,10} (\d{1,10}) (\d{1,10})\]")
_BEGUN = re.compile(rb"\d+( (0( (o(b(j\b.*)?)?)?)?)?)?", re.DOTALL)
"""What a revision that was cut short looks like: its first object, or as much of it as there is."""


def check_edges(data: bytes) -> None:
    """Raise Wrong for a file that is no PDF, too large, cut short, or has bytes before or after what was signed.

    A truncated file is damaged, one with something added is changed; nothing is parsed for this.
    """
    if len(data) > MOST:
        raise damaged(f"{len(data)} bytes", TOO_LARGE)
    signed = [int(after) + int(rest) for after, rest in _RANGE.findall(data)]
    if not data.startswith(_HEAD):
        if signed:
            raise changed("it does not begin as it was signed")
        raise damaged("it does not begin as a PDF does", NO_PDF)
    if signed and signed[-1] > len(data):
        raise damaged("it ends before what was signed ends")
    rest = data[signed[-1] :] if signed else b""
    if data.endswith(_END):
        return
    if rest and not _BEGUN.fullmatch(rest):
        raise changed("bytes follow after what was signed")
    if rest or not data.rstrip().endswith(_END.strip()):
        raise damaged("it is cut short")


def is_signed(data: bytes) -> bool:
    """Say whether the file holds what a signature of ours covers, wherever it stands."""
    return bool(_RANGE.search(data))
