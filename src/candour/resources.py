"""The only door to the files in `resources/`: packs, fonts, icons and texts."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """Return the folder that holds the resources: inside the installed package, or beside a checkout's `src/`."""
    installed = Path(__file__).parent / "_resources"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "resources"


def resource_path(*parts: str) -> Path:
    """Return the path of one resource, such as `resource_path("icons", "tick.svg")`.

    Raises FileNotFoundError when there is none: a missing resource is a bug of the package.
    """
    path = resource_root().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"no such resource: {'/'.join(parts)}")
    return path


def resource_text(*parts: str) -> str:
    """Return the text of one UTF-8 resource."""
    return resource_path(*parts).read_text(encoding="utf-8")
