"""Where in a pack a text stands, named by ids: "checklists.school.lines.photos.statement"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.policy import Part

if TYPE_CHECKING:
    from candour.domain.pack_lines import Path
    from candour.domain.policy import Pack


def place_in(pack: Pack, at: str) -> Path | None:
    """Return the way to a text of the pack, None where no text stands there.

    Each step is a field, or the id of one part of a list.
    """
    path: list[str | int] = []
    here: object = pack
    for step in at.split("."):
        if isinstance(here, tuple):
            ids = [getattr(part, "id", None) for part in here]
            if step not in ids:
                return None
            path.append(ids.index(step))
            here = here[ids.index(step)]
        elif isinstance(here, Part) and hasattr(here, step):
            path.append(step)
            here = getattr(here, step)
        else:
            return None
    return tuple(path) if isinstance(here, str) else None
