"""Exceptions: drafts of requests, what was said about them, decisions, paper slips and standing approvals."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from candour.register.migrations.steps import append_only, date, date_or_none, flags, rows_of_entries, texts

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of exceptions; nobody decides their own request, and each has one decision."""
    rows_of_entries("request_draft", texts("draft person content"), ["draft"], ["person"])
    rows_of_entries("request_words", texts("reference person what content"), ["reference"], ["person"])
    decided = texts("reference person decided_by decision conditions")
    nobody_their_own = sa.CheckConstraint("decided_by <> person", name="ck_decided_not_their_own")
    rows_of_entries(
        "decided", [*decided, date("decided_on"), *texts("paper content"), nobody_their_own], ["person"]
    )
    op.create_index("uq_decided_reference", "decided", ["reference"], unique=True)
    slip = [date_or_none("until"), date("decided_on"), *texts("signed_by scan entered_by"), *flags("dropped")]
    rows_of_entries(
        "paper_decision", [*texts("paper reference decision conditions"), *slip], ["paper"], ["reference"]
    )
    standing = [date("since"), date_or_none("until"), *flags("everyone"), *texts("decided_by")]
    rows_of_entries("standing_approval", [*texts("approval question words"), *standing], ["approval"])
    rows_of_entries("standing_for", [*texts("approval person"), *flags("ended")], ["approval"], ["person"])
    tables = ("request_draft", "request_words", "decided", "paper_decision", "standing_approval", "standing_for")
    for table in tables:
        append_only(table, "row_linked_once")
