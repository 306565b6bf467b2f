"""My record: what a person has signed, asked for, and still has to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.services.check_lines import check_lines
from candour.services.copies import listed, listed_on_paper
from candour.services.request_reading import look_again, read_drafts, read_requests
from candour.services.year_results import MyRecord

if TYPE_CHECKING:
    from candour.services.my_check import MyCheck
    from candour.services.ports import Keysmith
    from candour.services.session import Session
    from candour.services.year_results import CheckLine


class Record:
    """Reads the signed-in person's record."""

    def __init__(self, session: Session, smith: Keysmith, check: MyCheck) -> None:
        self._session = session
        self._smith = smith
        self._check = check

    def mine(self) -> MyRecord:
        """Return declarations of every round, newest first, all requests (drafts first), and what is to do."""
        return self.of(check_lines(self._session, self._check))

    def of(self, checks: tuple[CheckLine, ...]) -> MyRecord:
        """Return the record beside checks that were read already."""
        found = (*listed(self._session), *listed_on_paper(self._session))
        requests = read_requests(self._session, self._smith)
        drafts = read_drafts(self._session, self._smith)
        todos = [todo for check in checks for todo in check.todos]
        return MyRecord(
            declarations=tuple(sorted(found, key=lambda line: line.signed_on, reverse=True)),
            requests=(*drafts, *requests),
            todos=tuple(sorted(todos, key=lambda each: each.until)),
            changed=tuple(point for check in checks for point in check.changed),
            look_again=look_again(self._session, requests),
            policy=next((check.policy for check in checks if check.policy is not None), None),
            can_change=tuple((check.checklist, check.title) for check in checks if check.signed),
        )
