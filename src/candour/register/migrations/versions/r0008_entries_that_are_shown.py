"""Indexes of the entries that HR may read, so that Activity is quick however many others there are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the two: one that pages are found and counted by, one for what somebody did."""
    shown = sa.text("kind <> 'confidential'")
    for name, columns in (
        ("ix_entries_shown", ["position", "kind", "received"]),
        ("ix_entries_shown_author", ["author", "kind"]),
    ):
        op.create_index(name, "entries", columns, sqlite_where=shown, postgresql_where=shown)
