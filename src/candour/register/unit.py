"""One unit of work: one transaction, one act, one entry; leaving without a commit leaves nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.register import journal, secrets

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from candour.domain.journal import Act, Author, Head, LinkedEntry


class Writer:
    """What a service writes with: `at` is the connection that queries take, inside the same transaction."""

    def __init__(self, at: Connection) -> None:
        self.at = at
        self.committed = False
        self.destroyed = False
        self._recorded: LinkedEntry | None = None

    def record(self, act: Act, author: Author, now: datetime, seen: Head | None = None) -> LinkedEntry:
        """Write the unit's one act as a signed, linked entry with its rows, sealed content and files.

        `now` is aware; `seen` is the head that the author last saw, the newest if not given. RuntimeError for a
        second act: one call is one transaction is one entry.
        """
        if self._recorded is not None:
            raise RuntimeError(f"one unit, one entry: {act.kind} comes after {self._recorded.entry.kind}")
        self._recorded = journal.record(self.at, act, author, now, seen)
        return self._recorded

    def head(self) -> Head:
        """Return the head of the journal, this unit's own entry included."""
        return journal.head(self.at)

    def put_secret(self, owner: str, purpose: str, blob: bytes) -> None:
        """Keep a wrapped private key, in place of an older one of the same owner and purpose."""
        secrets.put_secret(self.at, owner, purpose, blob)
        self.destroyed = True

    def drop_secret(self, owner: str, purpose: str) -> None:
        """Destroy a wrapped private key at the commit, if there is one."""
        self.destroyed = True
        secrets.drop_secret(self.at, owner, purpose)

    def commit(self) -> None:
        """Make everything durable; RuntimeError when called twice. What raises here was not saved."""
        if self.committed:
            raise RuntimeError("a unit is committed once")
        self.at.commit()
        self.committed = True
