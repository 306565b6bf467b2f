"""Declarations on paper: entered by HR with their scan, confirmed by a second person."""

from __future__ import annotations

import sqlalchemy as sa

from candour.register.migrations.steps import append_only, date, date_or_none, number, rows_of_entries, texts

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of declarations on paper, of their lines and envelopes."""
    whose = [*texts("paper reference person round checklist"), date("signed_on")]
    stands = [*texts("scan entered_by confirmed_by state"), number("open_lines"), date_or_none("next_date")]
    second = "entered_by <> person AND confirmed_by <> person AND confirmed_by <> entered_by"
    rule = sa.CheckConstraint(second, name="ck_paper_declaration_second_person")
    indexes = (["paper"], ["round", "person", "checklist"], ["person"])
    rows_of_entries("paper_declaration", [*whose, *stands, rule], *indexes)
    rows_of_entries("paper_line", [*texts("paper line point outcome"), date_or_none("until")], ["paper"])
    not_their_own = sa.CheckConstraint("dealt_by <> person", name="ck_envelope_dealt_not_their_own")
    dealt = [*texts("paper person dealt_by"), date("dealt_on"), not_their_own]
    rows_of_entries("envelope_dealt", dealt, ["paper"], ["person"])
    for table in ("paper_declaration", "paper_line", "envelope_dealt"):
        append_only(table, "row_linked_once")
