"""The first schema: people, rounds, declarations, and the journal that every row belongs to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from candour.register.migrations.steps import (
    append_only,
    blobs,
    date,
    date_or_none,
    flags,
    guards,
    number,
    number_in_order,
    rows_of_entries,
    shared,
    texts,
)

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table, index and trigger."""
    if shared():
        guards()
    _journal()
    _beside_the_journal()
    _people()
    _keys()
    _rounds()
    _declarations()
    append_only("entries", "entry_linked_once")
    for table in ("about", "salts"):
        append_only(table)
    for table in _ROWS:
        append_only(table, "row_linked_once")


def _journal() -> None:
    op.create_table(
        "entries",
        number_in_order("position"),
        *texts("uuid kind author subject"),
        *blobs("content signature"),
        *texts("received hash"),
        sa.PrimaryKeyConstraint("position", name="pk_entries"),
        sa.UniqueConstraint("uuid", name="uq_entries_uuid"),
    )
    op.create_index("ix_entries_subject", "entries", ["subject"])
    op.create_table(
        "salts",
        *texts("entry"),
        *blobs("salt"),
        sa.PrimaryKeyConstraint("entry", name="pk_salts"),
        sa.ForeignKeyConstraint(["entry"], ["entries.uuid"], name="fk_salts_entry"),
    )
    rows_of_entries("files", texts("digest") + blobs("content"), ["digest"])
    rows_of_entries(
        "sealed_contents",
        [
            *texts("content"),
            *blobs("ciphertext"),
            sa.UniqueConstraint("content", name="uq_sealed_contents_content"),
        ],
    )
    rows_of_entries(
        "sealed_keys",
        [
            *texts("content reader"),
            *blobs("wrapped"),
            sa.ForeignKeyConstraint(["content"], ["sealed_contents.content"], name="fk_sealed_keys_content"),
            sa.UniqueConstraint("content", "reader", name="uq_sealed_keys_content_reader"),
        ],
    )


def _beside_the_journal() -> None:
    op.create_table(
        "secrets",
        *texts("owner purpose"),
        *blobs("blob"),
        sa.PrimaryKeyConstraint("owner", "purpose", name="pk_secrets"),
    )
    op.create_table("about", *texts("register school"), sa.PrimaryKeyConstraint("register", name="pk_about"))


def _people() -> None:
    rows_of_entries("school", texts("school register name") + blobs("root seal root_signature"))
    rows_of_entries(
        "person",
        texts("person number name email role phase") + flags("posts_for_school here"),
        ["person"],
        ["number"],
        ["email"],
    )
    rows_of_entries(
        "holding",
        [*texts("holding office person"), date("since"), date_or_none("until"), *flags("acting")],
        ["holding"],
        ["office"],
    )
    rows_of_entries("contact", texts("office name room phone"), ["office"])


def _keys() -> None:
    rows_of_entries(
        "invitation",
        [*texts("invitation person invited_by"), *blobs("authority"), date("expires")],
        ["invitation"],
        ["person"],
    )
    rows_of_entries(
        "enrolment",
        [
            *texts("key reading_key person invitation"),
            *blobs("certificate statement authority_signature"),
            date("made_on"),
        ],
        ["key"],
        ["person"],
        ["invitation"],
    )
    rows_of_entries("key_confirmed", texts("key person confirmed_by"), ["key"])
    rows_of_entries("key_closed", texts("key person why"), ["key"])
    rows_of_entries("office_key", texts("office reading_key holder"), ["office"])


def _rounds() -> None:
    rows_of_entries("pack_adopted", texts("pack text document document_name"), ["pack"])
    rows_of_entries(
        "round",
        [*texts("round"), number("year"), date("opens"), date("due"), *texts("pack")],
        ["round"],
    )
    rows_of_entries("in_round", [*texts("round person"), date("due")], ["round", "person"], ["person"])
    rows_of_entries("draft", texts("person round checklist content"), ["round", "person", "checklist"], ["person"])


def _declarations() -> None:
    rows_of_entries(
        "declared",
        [
            *texts("reference person round checklist key"),
            date("signed_on"),
            *texts("facts pdf full_copy supersedes"),
            number("open_lines"),
            date_or_none("next_date"),
        ],
        ["reference"],
        ["round", "person", "checklist"],
        ["person"],
    )
    rows_of_entries("declared_line", [*texts("reference line point outcome"), date_or_none("until")], ["reference"])
    rows_of_entries("sealed_declaration", texts("reference pdf"), ["reference"])
    rows_of_entries(
        "request",
        [
            *texts("reference person round kind state"),
            date("asked_on"),
            date_or_none("until"),
            *texts("content"),
        ],
        ["reference"],
        ["person"],
    )


_JOURNAL = ("files", "sealed_contents", "sealed_keys")
_PEOPLE = ("contact", "enrolment", "holding", "invitation", "key_closed", "key_confirmed", "office_key")
_ROUNDS = ("draft", "in_round", "pack_adopted", "request", "round")
_DECLARATIONS = ("declared", "declared_line", "sealed_declaration")
_ROWS = (*_JOURNAL, "school", "person", *_PEOPLE, *_ROUNDS, *_DECLARATIONS)
