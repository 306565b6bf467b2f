"""Which shapes of the register this Candour knows; a test holds the list against the migrations."""

from __future__ import annotations

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""Every schema ever released, oldest first; the last is the one in force."""

NEWEST = REVISIONS[-1]
