"""Somebody who has the key and the file, and what the check says of their work."""

from __future__ import annotations

import hashlib

from tests.register.invented import (
    CERTIFICATES,
)

from candour.register.belongings import sources
from candour.register.check import check_register


def problems(register, witnessed=()):
    return check_register(register, CERTIFICATES, witnessed).problems


class Vandal:
    """Somebody with the key and the file: drops the triggers, changes what they like, puts the triggers back."""

    def __init__(self, register):
        self.raw = register.raw()

    def __enter__(self):
        self.raw.execute("PRAGMA foreign_keys = OFF")
        self.raw.execute("BEGIN IMMEDIATE")
        found = self.raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _sql in found:
            self.raw.execute(f"DROP TRIGGER {name}")
        self.guards = [sql for _name, sql in found]
        return self

    def __exit__(self, *_failure):
        for sql in self.guards:
            self.raw.execute(sql)
        self.raw.execute("COMMIT")
        self.raw.close()

    def do(self, sql, *values):
        return self.raw.execute(sql, values).fetchall()

    def relink(self):
        """Recompute everything that no author signed."""
        previous = bytes(32)
        chain = "SELECT position, content, signature, received FROM entries ORDER BY position"
        for position, content, signature, received in self.do(chain):
            previous = hashlib.sha256(previous + content + signature + received.encode()).digest()
            self.do("UPDATE entries SET hash = ? WHERE position = ?", previous.hex(), position)

    def renumber(self):
        self.do("UPDATE entries SET position = position + 1000")
        self.do(
            "UPDATE entries SET position = (SELECT count(*) FROM entries e WHERE e.position <= entries.position)"
        )


def names(found, position, kind, person):
    return any(f"Entry {position} ({kind}, by {person})" in problem for problem in found)


def delete_entry(vandal, position):
    uuid = vandal.do("SELECT uuid FROM entries WHERE position = ?", position)[0][0]
    for table in [*(source.table.name for source in sources()), "salts"]:
        vandal.do(f'DELETE FROM "{table}" WHERE entry = ?', uuid)
    vandal.do("DELETE FROM entries WHERE position = ?", position)
