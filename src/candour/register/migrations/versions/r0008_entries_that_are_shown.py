"""An index of the entries that HR may read, so that Activity is quick however many others there are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index: all that a page of Activity is found and counted by."""
    shown = sa.text("kind <> 'confidential'")
    op.create_index(
        "ix_entries_shown",
        "entries",
        ["position", "kind", "received", "author", "subject"],
        sqlite_where=shown,
        postgresql_where=shown,
    )
