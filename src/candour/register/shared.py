"""The shared register: one PostgreSQL database (15 or newer), the same tables and the same rules.

Members add entries that wait for their place; whoever keeps the school gives it (`SharedRegister.link_new`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine, inspect, make_url

from candour.errors import Refused
from candour.register import journal
from candour.register.home import Register
from candour.register.schema import REVISIONS
from candour.register.troubles import in_plain_words

if TYPE_CHECKING:
    from sqlalchemy import Engine

READING = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
WRITING = {"isolation_level": "REPEATABLE READ"}
LINKING = {"isolation_level": "READ COMMITTED"}
"""Whoever waited for another to link must then see what that one linked."""

_TAKEN = "There is a register in this database already: open that one, or choose another database."
_NONE = "There is no register of Candour in this database: choose another."


class SharedRegister(Register):
    """An open register in a database of the school's or the trust's own server."""

    def __init__(self, engine: Engine, *, newer: bool = False) -> None:
        super().__init__(engine, READING, WRITING, newer=newer)

    def link_new(self) -> int:
        """Give every entry that waits its place in the chain, in one transaction, and return how many."""
        with in_plain_words(), self._engine.connect() as connection:
            at = connection.execution_options(**LINKING)
            with at.begin():
                return journal.link_new(at)


def create_shared(url: str, register_id: str, school_id: str) -> SharedRegister:
    """Make a new, empty register in an empty database and open it; `url` is "postgresql://user:password@host/name".

    The user owns the database. Raises Refused where a register stands already, Trouble without the server.
    """
    from candour.register import migrate  # noqa: PLC0415 - Alembic costs time that an ordinary start does not have

    engine = engine_of(url)
    with in_plain_words():
        try:
            if _revision(engine) is not None:
                raise Refused(_TAKEN)
            migrate.create(engine, WRITING, register_id, school_id)
        finally:
            engine.dispose()
    return open_shared(url)


def open_shared(url: str) -> SharedRegister:
    """Open the register in a database; an older one is first brought up to date, in one transaction.

    Raises Refused for a wrong password or a database without a register, Trouble when the server is not reached.
    """
    engine = engine_of(url)
    try:
        with in_plain_words():
            return _opened(engine)
    except BaseException:
        engine.dispose()
        raise


def engine_of(url: str) -> Engine:
    """Return an engine over a server's database; the password is never given to a server that asks for it in clear.

    SCRAM alone is accepted: libpq would otherwise answer whatever the server asks for (libpq, `require_auth`).
    """
    address = make_url(url).set(drivername="postgresql+psycopg")
    return create_engine(address, connect_args={"require_auth": "scram-sha-256"})


def _revision(engine: Engine) -> str | None:
    with engine.connect() as at:
        if not inspect(at).has_table("alembic_version"):
            return None
        return str(at.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def _opened(engine: Engine) -> SharedRegister:
    revision = _revision(engine)
    if revision is None:
        raise Refused(_NONE)
    if revision in REVISIONS[:-1]:
        from candour.register import migrate  # noqa: PLC0415 - only an old register needs Alembic

        migrate.upgrade_shared(engine)
    return SharedRegister(engine, newer=revision not in REVISIONS)
