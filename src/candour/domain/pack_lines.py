"""In which line of a TOML text something stands, for the messages about a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tomlkit.items import Item

Path = tuple[str | int, ...]
"""The way to a value: keys, and places in lists counted from 0."""

_MARK = "candour-marks-this-line"


def line_of(text: str, path: Path) -> int:
    """Return the line, from 1, of the key or the list item at `path`; of a table, the line of its header.

    The text must be good TOML with line feeds. What is not there has the line of what would hold it.
    """
    # Only a refused pack needs it: reading with comments kept takes half a second for a long pack.
    import tomlkit  # noqa: PLC0415

    document = tomlkit.parse(text)
    holder, last = _walk(document, path)
    if last is None:
        return 1
    _mark(holder, last)
    before, _, _ = tomlkit.dumps(document).partition(_MARK)
    return before.count("\n") + 1


def _walk(document: object, path: Path) -> tuple[object, str | int | None]:
    """Return the innermost thing on the way that is there, as what holds it and its key there."""
    holder: object = document
    last: str | int | None = None
    here: object = document
    for step in path:
        try:
            below = here[step]  # type: ignore[index]  # tomlkit's containers are dicts and lists
        except (KeyError, IndexError, TypeError):
            break
        holder, last, here = here, step, below
    return holder, last


def _mark(holder: object, key: str | int) -> None:
    from tomlkit.items import AoT, Table  # noqa: PLC0415

    item: Item = holder[key]  # type: ignore[index]
    if isinstance(item, AoT):
        item = item[0]
    if isinstance(item, Table):
        item.comment(_MARK)
    else:
        holder[key] = _MARK  # type: ignore[index]
