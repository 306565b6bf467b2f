"""Who wants to be heard: would rather talk, brought to the Headteacher, and what became of it."""

from __future__ import annotations

from candour.register.migrations.steps import append_only, rows_of_entries, texts

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of what is meant for one office alone."""
    rows_of_entries("wish", texts("person checklist listener content"), ["person"])
    rows_of_entries("brought", texts("person content"), ["person"])
    rows_of_entries("handled", texts("content told"), ["told"])
    for table in ("wish", "brought", "handled"):
        append_only(table, "row_linked_once")
