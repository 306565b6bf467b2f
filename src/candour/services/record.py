"""My record: what a person has signed, asked for, and still has to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from candour.services.copies import listed, listed_on_paper
from candour.services.request_points import points_changed, policy_changed
from candour.services.request_reading import look_again, read_drafts, read_requests
from candour.services.results import MyRecord
from candour.services.to_dos import read_to_dos

if TYPE_CHECKING:
    from candour.services.my_check import MyCheck
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class Record:
    """Reads the signed-in person's record."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def mine(self) -> MyRecord:
        """Return declarations of every round, newest first, all requests (drafts first), and what is to do."""
        found = (*listed(self._session), *listed_on_paper(self._session))
        declarations = tuple(sorted(found, key=lambda line: line.signed_on, reverse=True))
        requests = read_requests(self._session, self._smith)
        drafts = read_drafts(self._session, self._smith)
        soon = look_again(self._session, requests)
        record = MyRecord(declarations, (*drafts, *requests), (), look_again=soon)
        ground = self._check.ground_if_any()
        if ground is None:
            return record
        stands = self._check.standing(ground)
        return replace(
            record,
            todos=read_to_dos(self._session, ground, stands),
            changed=points_changed(self._session, ground, stands),
            policy=policy_changed(ground, stands),
        )
