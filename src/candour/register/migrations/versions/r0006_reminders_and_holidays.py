"""Who was reminded on which day, and the days on which the school is closed."""

from __future__ import annotations

from alembic import op

from candour.register.migrations.steps import append_only, date, flags, rows_of_entries, texts

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of reminders, one a day for each person at most, and of holidays."""
    rows_of_entries("reminded", [*texts("round person"), date("on"), *texts("how")], ["person"])
    op.create_index("uq_reminded_once_a_day", "reminded", ["round", "person", "on"], unique=True)
    rows_of_entries(
        "holiday", [*texts("holiday name"), date("first"), date("last"), *flags("removed")], ["holiday"]
    )
    for table in ("reminded", "holiday"):
        append_only(table, "row_linked_once")
