"""Somebody who has the key and the file, and what the check says of their work."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import psycopg
from tests.register.invented import CERTIFICATES
from tests.register.server import KEEPER

from candour.register.belongings import sources
from candour.register.check import check_register
from candour.register.engine import FileRegister

if TYPE_CHECKING:
    from typing import Self

    from candour.register.home import Register


def problems(register, witnessed=()):
    return check_register(register, CERTIFICATES, witnessed).problems


class Tools:
    """How somebody changes what they like in one home; whatever they say is one transaction."""

    def do(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        raise NotImplementedError

    def leave(self) -> None:
        raise NotImplementedError


class FileTools(Tools):
    """Has the key and the file: drops the triggers, and puts them back."""

    def __init__(self, register: FileRegister) -> None:
        self.raw = register.raw()
        self.raw.execute("PRAGMA foreign_keys = OFF")
        self.raw.execute("BEGIN IMMEDIATE")
        self.guards = self.do("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        for name, _sql in self.guards:
            self.do(f"DROP TRIGGER {name}")

    def do(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return list(self.raw.execute(sql, values).fetchall())

    def leave(self) -> None:
        for _name, sql in self.guards:
            self.do(sql)
        self.raw.execute("COMMIT")
        self.raw.close()


class ServerTools(Tools):
    """Keeps the server: no trigger and no foreign key holds for a replica."""

    def __init__(self, address: str) -> None:
        self.at = psycopg.connect(address)
        self.at.execute("SET session_replication_role = replica")

    def do(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        found = self.at.execute(sql.replace("?", "%s").encode(), values)
        return found.fetchall() if found.description else []

    def leave(self) -> None:
        self.at.commit()
        self.at.close()


class Vandal:
    """Somebody who may write anything into the register, past every guard, and leaves the guards standing."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def __enter__(self) -> Self:
        self.tools = FileTools(self.register) if isinstance(self.register, FileRegister) else self.server_tools()
        return self

    def __exit__(self, *_failure: object) -> None:
        self.tools.leave()

    def server_tools(self) -> ServerTools:
        address = self.register._engine.url.set(drivername="postgresql", username=KEEPER)
        return ServerTools(address.render_as_string(hide_password=False))

    def do(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        return self.tools.do(sql, *values)

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
