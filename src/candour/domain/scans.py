"""Scans of what was written on paper: which files can be one."""

from __future__ import annotations

from typing import Final, Literal

from candour.errors import Refused

ScanKind = Literal["pdf", "png", "jpeg"]

LARGEST_SCAN: Final = 10_000_000
"""The largest scan that is taken, in bytes: the register and every back-up carry it."""

_BEGINS: Final[dict[bytes, ScanKind]] = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpeg"}


def scan_kind(scan: bytes) -> ScanKind:
    """Return what a scan is, by its first bytes; raises Refused for another kind of file, and for one too large."""
    kind = next((kind for begins, kind in _BEGINS.items() if scan.startswith(begins)), None)
    if kind is None:
        raise Refused("Choose the scan as a PDF, a PNG or a JPEG.")
    if len(scan) > LARGEST_SCAN:
        raise Refused("That scan is larger than 10 MB: scan it again in black and white.")
    return kind
