"""My record: what a person has signed, asked for, and still has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.services.copies import Copies
from candour.services.requests import read_requests
from candour.services.results import MyRecord
from candour.services.to_dos import read_to_dos

if TYPE_CHECKING:
    from candour.services.my_check import MyCheck
    from candour.services.ports import Keysmith
    from candour.services.results import ToDo
    from candour.services.session import Session


class Record:
    """Reads the signed-in person's record."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def mine(self) -> MyRecord:
        """Return declarations of every round, newest first, all requests, and what is to do."""
        declarations = Copies(self._session, self._smith).listed()
        return MyRecord(declarations, read_requests(self._session, self._smith), self._to_dos())

    def _to_dos(self) -> tuple[ToDo, ...]:
        ground = self._check.ground_if_any()
        return () if ground is None else read_to_dos(self._session, ground, self._check.standing(ground))
