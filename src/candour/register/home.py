"""An open register, whichever of its two homes it lies in: nothing above this package knows which."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select

from candour.errors import Refused
from candour.register import journal
from candour.register.tables import ABOUT
from candour.register.troubles import in_plain_words
from candour.register.unit import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Engine

    from candour.domain.journal import Head

    Options = Mapping[str, Any]  # what a connection of one home is told before it reads, or before it writes

_NEWER = "A newer Candour made this register: update Candour on this computer to write in it."


class Register:
    """An open register; used from one worker thread as a rule, and safe to use from another.

    `newer` says that a newer Candour made it: it can be read, and every write is refused.
    """

    def __init__(self, engine: Engine, reading: Options, writing: Options, *, newer: bool = False) -> None:
        self.newer = newer
        self._engine = engine
        self._reading = dict(reading)
        self._writing = dict(writing)
        with self.read() as at:
            about = at.execute(select(ABOUT)).one()
        self.register_id: str = about.register
        self.school_id: str = about.school

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection on which everything is read as of one moment; nothing can be written on it."""
        with in_plain_words(), self._engine.connect() as connection:
            yield connection.execution_options(**self._reading)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """Give a `Writer`; leaving without its `commit()` leaves the register as it was.

        In a file the write lock is held from the start, so that what is read inside still holds at the commit; on
        a server nobody waits for anybody. Raises Refused where a newer Candour made the register, Trouble where
        the disk, the server or another program stands in the way.
        """
        if self.newer:
            raise Refused(_NEWER)
        with in_plain_words(), self._engine.connect() as connection:
            writer = Writer(connection.execution_options(**self._writing))
            writer.at.begin()
            yield writer
        if writer.committed and writer.destroyed:
            self.settle()

    @contextmanager
    def examine(self) -> Iterator[Connection]:
        """Give a reading connection for the check: whatever stands in the register, it can be read."""
        with self.read() as at:
            yield at

    def head(self) -> Head:
        """Return the newest linked entry's position and hash."""
        with self.read() as at:
            return journal.head(at)

    def link_new(self) -> int:
        """Give every entry that waits its place in the chain, and return how many; for a keeper's app.

        None ever waits in a file, where an entry is linked by the transaction that adds it.
        """
        return 0

    def settle(self) -> None:
        """Leave nothing behind of what was destroyed, as far as the home lets us."""

    def close(self) -> None:
        """Close every connection; the register can be opened again."""
        self._engine.dispose()
