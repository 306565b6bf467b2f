"""Requests that somebody has begun and not sent: sealed to them alone, and nobody's business."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from candour.domain.exception_request import AskedFor
from candour.domain.exceptions import RequestDraft
from candour.domain.journal import CONFIDENTIAL, Act
from candour.errors import Refused
from candour.register import exceptions as exception_rows
from candour.services.opening import open_own
from candour.services.request_results import OpenDraft
from candour.services.sign_in import new_id

if TYPE_CHECKING:
    from candour.register.engine import Writer
    from candour.register.reading import Connection
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class RequestDrafts:
    """Keeps the signed-in person's drafts; each saving is one entry of the confidential kind."""

    def __init__(self, session: Session, smith: Keysmith) -> None:
        self._session = session
        self._smith = smith

    def mine(self) -> tuple[OpenDraft, ...]:
        """Return the person's drafts, oldest change first, as far as their keys of today open them."""
        session = self._session
        with session.register.read() as at:
            rows = exception_rows.drafts_of(at, session.person)
        found = [(row.draft, open_own(session, self._smith, row.content, AskedFor)) for row in rows]
        return tuple(OpenDraft(draft, asked) for draft, asked in found if asked is not None)

    def save(self, asked: AskedFor, draft: str = "") -> str:
        """Save a request as far as it is filled in, and return the draft's id; what did not change is left alone.

        Raises Refused for a draft that was sent or dropped meanwhile.
        """
        session = self._session
        if OpenDraft(draft, asked) in self.mine():
            return draft
        content = self._smith.seal(
            msgspec.json.encode(asked), (session.keys.reading_id,), session.register.register_id, new_id()
        )
        row = RequestDraft(draft or new_id(), session.person, content.content)

        def act(writer: Writer) -> Act:
            if draft:
                draft_let_go(writer.at, draft, session.person)
            return Act(CONFIDENTIAL, session.person, (row,), (content,))

        session.record(act)
        return row.draft

    def drop(self, draft: str) -> None:
        """Let a draft go; raises Refused when that was done already."""
        person = self._session.person
        self._session.record(lambda writer: Act(CONFIDENTIAL, person, (draft_let_go(writer.at, draft, person),)))


def draft_let_go(at: Connection, draft: str, person: str) -> RequestDraft:
    """Return the row that lets a draft go; raises Refused where it is gone already."""
    if draft not in {each.draft for each in exception_rows.drafts_of(at, person)}:
        raise Refused("This draft was sent or dropped meanwhile: look at “My record”.")
    return RequestDraft(draft, person, "")
