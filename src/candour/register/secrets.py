"""Wrapped private keys beside the journal: the only things in the register that are replaced or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, select

from candour.register.tables import SECRETS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection


def secret(at: Connection, owner: str, purpose: str) -> bytes | None:
    """Return what is kept for an owner (a key id, an invitation, an office) and purpose, or None."""
    return at.execute(select(SECRETS.c.blob).where(*_named(owner, purpose))).scalar_one_or_none()


def purposes(at: Connection, owner: str) -> list[str]:
    """Return for which purposes something is kept for an owner."""
    return list(at.execute(select(SECRETS.c.purpose).where(SECRETS.c.owner == owner)).scalars())


def put_secret(at: Connection, owner: str, purpose: str, blob: bytes) -> None:
    """Keep a wrapped key, in place of an older one of the same owner and purpose."""
    drop_secret(at, owner, purpose)
    at.execute(insert(SECRETS), {"owner": owner, "purpose": purpose, "blob": blob})


def drop_secret(at: Connection, owner: str, purpose: str) -> None:
    """Destroy a wrapped key, if there is one; the file's page is overwritten with zeros (secure_delete)."""
    at.execute(delete(SECRETS).where(*_named(owner, purpose)))


def _named(owner: str, purpose: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return SECRETS.c.owner == owner, SECRETS.c.purpose == purpose
