"""A person's year: away, left, what is kept confidential beside a check, who opened what; and HR's own habits."""

from __future__ import annotations

from candour.register.migrations.steps import append_only, date, date_or_none, rows_of_entries, texts

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of what happens to a person between two rounds."""
    rows_of_entries("away", [*texts("person"), date_or_none("until")], ["person"])
    rows_of_entries("left", [*texts("person"), date("on")], ["person"])
    rows_of_entries("columns", texts("header matched"), ["header"])
    rows_of_entries("backup_place", texts("folder"))
    rows_of_entries("opened", texts("person by what why"), ["person"])
    rows_of_entries("note", texts("person content"), ["person"])
    for table in ("away", "left", "columns", "backup_place", "opened", "note"):
        append_only(table, "row_linked_once")
