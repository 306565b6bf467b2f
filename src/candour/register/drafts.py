"""Checks that are under way: where their sealed answers are kept, never what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from candour.domain.journal import SealedContent
from candour.domain.round import Draft
from candour.register.rows import last
from candour.register.tables import SEALED_CONTENTS, SEALED_KEYS, TABLES

if TYPE_CHECKING:
    from sqlalchemy import Connection

_DRAFT = TABLES[Draft].c


def latest(at: Connection, person: str, round_name: str, checklist: str) -> Draft | None:
    """Return the newest draft of a person's check, or None when they have not started."""
    return last(at, Draft, _DRAFT.round == round_name, _DRAFT.person == person, _DRAFT.checklist == checklist)


def content(at: Connection, content_id: str) -> SealedContent:
    """Return sealed content by its id, with the key of each reader; KeyError when there is none."""
    found = select(SEALED_CONTENTS.c.ciphertext).where(SEALED_CONTENTS.c.content == content_id)
    ciphertext = at.execute(found).scalar_one_or_none()
    if ciphertext is None:
        raise KeyError(content_id)
    keys = select(SEALED_KEYS.c.reader, SEALED_KEYS.c.wrapped).where(SEALED_KEYS.c.content == content_id)
    return SealedContent(content_id, ciphertext, {row.reader: row.wrapped for row in at.execute(keys)})
