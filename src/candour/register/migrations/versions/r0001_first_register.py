"""The first schema: people, rounds, declarations, and the journal that every row belongs to."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Columns = list[sa.Column[Any]]


def upgrade() -> None:
    """Make every table, index and trigger."""
    _journal()
    _beside_the_journal()
    _people()
    _keys()
    _rounds()
    _declarations()
    for table in _APPEND_ONLY:
        _append_only(table)


def _journal() -> None:
    op.create_table(
        "entries",
        sa.Column("position", sa.Integer(), nullable=False),
        *_texts("uuid kind author subject"),
        *_blobs("content signature"),
        *_texts("received hash"),
        sa.PrimaryKeyConstraint("position", name="pk_entries"),
        sa.UniqueConstraint("uuid", name="uq_entries_uuid"),
    )
    op.create_index("ix_entries_subject", "entries", ["subject"])
    op.create_table(
        "salts",
        *_texts("entry"),
        *_blobs("salt"),
        sa.PrimaryKeyConstraint("entry", name="pk_salts"),
        sa.ForeignKeyConstraint(["entry"], ["entries.uuid"], name="fk_salts_entry"),
    )
    _rows_of_entries("files", _texts("digest") + _blobs("content"), ["digest"])
    _rows_of_entries(
        "sealed_contents",
        [
            *_texts("content"),
            *_blobs("ciphertext"),
            sa.UniqueConstraint("content", name="uq_sealed_contents_content"),
        ],
    )
    _rows_of_entries(
        "sealed_keys",
        [
            *_texts("content reader"),
            *_blobs("wrapped"),
            sa.ForeignKeyConstraint(["content"], ["sealed_contents.content"], name="fk_sealed_keys_content"),
            sa.UniqueConstraint("content", "reader", name="uq_sealed_keys_content_reader"),
        ],
    )


def _beside_the_journal() -> None:
    op.create_table(
        "secrets",
        *_texts("owner purpose"),
        *_blobs("blob"),
        sa.PrimaryKeyConstraint("owner", "purpose", name="pk_secrets"),
    )
    op.create_table("about", *_texts("register school"), sa.PrimaryKeyConstraint("register", name="pk_about"))


def _people() -> None:
    _rows_of_entries("school", _texts("school register name") + _blobs("root seal root_signature"))
    _rows_of_entries(
        "person",
        _texts("person number name email role phase") + _flags("posts_for_school here"),
        ["person"],
        ["number"],
        ["email"],
    )
    _rows_of_entries(
        "holding",
        [*_texts("holding office person"), _date("since"), _date_or_none("until"), *_flags("acting")],
        ["holding"],
        ["office"],
    )
    _rows_of_entries("contact", _texts("office name room phone"), ["office"])


def _keys() -> None:
    _rows_of_entries(
        "invitation",
        [*_texts("invitation person invited_by"), *_blobs("authority"), _date("expires")],
        ["invitation"],
        ["person"],
    )
    _rows_of_entries(
        "enrolment",
        [
            *_texts("key reading_key person invitation"),
            *_blobs("certificate statement authority_signature"),
            _date("made_on"),
        ],
        ["key"],
        ["person"],
        ["invitation"],
    )
    _rows_of_entries("key_confirmed", _texts("key person confirmed_by"), ["key"])
    _rows_of_entries("key_closed", _texts("key person why"), ["key"])
    _rows_of_entries("office_key", _texts("office reading_key holder"), ["office"])


def _rounds() -> None:
    _rows_of_entries("pack_adopted", _texts("pack text document document_name"), ["pack"])
    _rows_of_entries(
        "round",
        [*_texts("round"), _number("year"), _date("opens"), _date("due"), *_texts("pack")],
        ["round"],
    )
    _rows_of_entries("in_round", [*_texts("round person"), _date("due")], ["round", "person"], ["person"])
    _rows_of_entries(
        "draft", _texts("person round checklist content"), ["round", "person", "checklist"], ["person"]
    )


def _declarations() -> None:
    _rows_of_entries(
        "declared",
        [
            *_texts("reference person round checklist key"),
            _date("signed_on"),
            *_texts("facts pdf full_copy supersedes"),
            _number("open_lines"),
            _date_or_none("next_date"),
        ],
        ["reference"],
        ["round", "person", "checklist"],
        ["person"],
    )
    _rows_of_entries(
        "declared_line", [*_texts("reference line point outcome"), _date_or_none("until")], ["reference"]
    )
    _rows_of_entries("sealed_declaration", _texts("reference pdf"), ["reference"])
    _rows_of_entries(
        "request",
        [
            *_texts("reference person round kind state"),
            _date("asked_on"),
            _date_or_none("until"),
            *_texts("content"),
        ],
        ["reference"],
        ["person"],
    )


_JOURNAL = ("about", "entries", "files", "salts", "sealed_contents", "sealed_keys")
_PEOPLE = ("contact", "enrolment", "holding", "invitation", "key_closed", "key_confirmed", "office_key")
_ROUNDS = ("draft", "in_round", "pack_adopted", "request", "round")
_DECLARATIONS = ("declared", "declared_line", "sealed_declaration")
_APPEND_ONLY = (*_JOURNAL, "school", "person", *_PEOPLE, *_ROUNDS, *_DECLARATIONS)


def _rows_of_entries(name: str, columns: list[Any], *indexes: list[str]) -> None:
    op.create_table(
        name,
        sa.Column("row_id", sa.Integer(), nullable=False),
        *_texts("entry"),
        *columns,
        sa.PrimaryKeyConstraint("row_id", name=f"pk_{name}"),
        sa.ForeignKeyConstraint(["entry"], ["entries.uuid"], name=f"fk_{name}_entry"),
        sqlite_autoincrement=True,
    )
    for columns_of_index in [["entry"], *indexes]:
        op.create_index(f"ix_{name}_{'_'.join(columns_of_index)}", name, columns_of_index)


def _append_only(table: str) -> None:
    for deed, done in (("UPDATE", "changed"), ("DELETE", "deleted")):
        op.execute(
            f"CREATE TRIGGER {table}_never_{done} BEFORE {deed} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


def _texts(names: str) -> Columns:
    return [sa.Column(name, sa.String(), nullable=False) for name in names.split()]


def _blobs(names: str) -> Columns:
    return [sa.Column(name, sa.LargeBinary(), nullable=False) for name in names.split()]


def _flags(names: str) -> Columns:
    return [sa.Column(name, sa.Boolean(), nullable=False) for name in names.split()]


def _date(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=False)


def _date_or_none(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=True)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)
