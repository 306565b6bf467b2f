"""Opening what is sealed to the signed-in person, with their own keys of today."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from candour.register import drafts as content_rows

if TYPE_CHECKING:
    from candour.services.ports import Keysmith
    from candour.services.session import Session

T = TypeVar("T")


def open_own(session: Session, smith: Keysmith, content_id: str, kind: type[T]) -> T | None:
    """Return sealed content as a value, None where the person's keys of today cannot open it."""
    with session.register.read() as at:
        content = content_rows.content(at, content_id)
    if session.keys.reading_id not in content.keys:
        return None
    return msgspec.json.decode(smith.open(content, session.register.register_id, session.keys), type=kind)
