"""The full copy of a declaration as sealed content: the answers as data, and the signed PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from candour.domain.checklist import Decision, Given
from candour.register import drafts as content_rows

if TYPE_CHECKING:
    from candour.domain.round import Declared
    from candour.services.ports import Keysmith
    from candour.services.session import Session


class FullCopy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sealed content of a declaration: the answers as data, and the signed full copy (base64).

    `decided` is how each request that the answers name stood when this was signed.
    """

    answers: dict[str, Given]
    pdf: str
    decided: dict[str, Decision] = {}  # msgspec gives each its own


def read_full_copy(session: Session, smith: Keysmith, declared: Declared) -> FullCopy | None:
    """Return what was sealed with a declaration of the signed-in person; None where their keys cannot open it.

    Who signed with a code alone let the key go: the Headteacher can still open it, they themselves start afresh.
    """
    with session.register.read() as at:
        content = content_rows.content(at, declared.full_copy)
    if session.keys.reading_id not in content.keys:
        return None
    return msgspec.json.decode(smith.open(content, session.register.register_id, session.keys), type=FullCopy)
