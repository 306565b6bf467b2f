"""Whether the pages of a file say what its facts say: the facts are drawn again, object is held to object.

Compared is what the objects hold once decoded, since compression differs from platform to platform. What
no analysis of signatures finds, a page that disagrees with the attached facts and is signed by its author,
is found here, before the school seals it.
"""

from __future__ import annotations

import io
from collections import deque
from typing import TYPE_CHECKING, Any

from candour.documents.declaration import draw
from candour.documents.letter import draw_letter
from candour.domain.letter import LetterFacts

if TYPE_CHECKING:
    from candour.documents.facts import Facts

_PACKING = frozenset({"/Length", "/Filter", "/DecodeParms"})
"""How a stream is packed: not what it holds."""

_COUNTING = frozenset({"/Size"})


def disagreement(revision: bytes, facts: Facts) -> str | None:
    """Return where a drawn revision differs from the drawing of its facts, in one sentence; None if nowhere.

    The revision is the file as it was drawn: of a signed file the bytes before the fields were added.
    Raises whatever pyHanko's reader raises for bytes that are no PDF.
    """
    drawn = draw_letter(facts) if isinstance(facts, LetterFacts) else draw(facts)
    if revision == drawn:
        return None
    place = _difference(_opened(revision), _opened(drawn))
    return place and f"The pages do not say what the facts say (at {place})."


def _opened(data: bytes) -> Any:
    from pyhanko.pdf_utils.reader import PdfFileReader  # noqa: PLC0415 - costs a second, the worker's alone

    return PdfFileReader(io.BytesIO(data), strict=True)


def _difference(given: Any, drawn: Any) -> str | None:
    """Walk both files from their trailers, side by side; return the path of the first difference."""
    if given.xrefs.total_revisions != 1:
        return "a later revision"
    waiting = deque([("trailer", given.trailer.flatten(), drawn.trailer.flatten())])
    met: set[tuple[Any, Any]] = set()
    while waiting:
        path, one, other = waiting.popleft()
        pair = (_reference(one), _reference(other))
        if any(pair):
            if pair in met:
                continue
            met.add(pair)
            one, other = _held(one), _held(other)
        parts = _parts(path, one, other)
        if parts is None:
            return path
        waiting += parts
    return None


def _reference(value: Any) -> Any:
    from pyhanko.pdf_utils.generic import IndirectObject  # noqa: PLC0415 - see above

    return (value.idnum, value.generation) if isinstance(value, IndirectObject) else None


def _held(value: Any) -> Any:
    return value.get_object() if _reference(value) else value


def _parts(path: str, one: Any, other: Any) -> list[tuple[str, Any, Any]] | None:
    """Return what is still to be compared below two values, or None where they differ."""
    from pyhanko.pdf_utils import generic  # noqa: PLC0415 - see above

    if type(one) is not type(other):
        return None
    if isinstance(one, generic.StreamObject) and one.data != other.data:
        return None
    if isinstance(one, generic.DictionaryObject):
        unread = _COUNTING if path == "trailer" else _PACKING if isinstance(one, generic.StreamObject) else ()
        keys = sorted(set(one) - set(unread))
        if keys != sorted(set(other) - set(unread)):
            return None
        return [(f"{path}{key}", one.raw_get(key), other.raw_get(key)) for key in keys]
    if isinstance(one, generic.ArrayObject):
        pairs = enumerate(zip(one, other, strict=False))
        raw = [(f"{path}/{at}", one.raw_get(at), other.raw_get(at)) for at, _ in pairs]
        return raw if len(one) == len(other) else None
    return [] if one == other else None
