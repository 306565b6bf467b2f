"""Rounds and packs: who was left out of a check, what a new pack asks again, and the pack signed under."""

from __future__ import annotations

from candour.register.migrations.steps import append_only, rows_of_entries, texts

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of a round that changes while it runs."""
    rows_of_entries("kept_out", texts("round person"), ["round"], ["person"])
    rows_of_entries("asked_again", texts("round pack point checklist question"), ["round"])
    rows_of_entries("signed_under", texts("reference pack"), ["reference"])
    for table in ("kept_out", "asked_again", "signed_under"):
        append_only(table, "row_linked_once")
