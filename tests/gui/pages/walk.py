"""Every page there is, found by walking over the modules of the pages."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import candour.gui.pages
from candour.gui.pages.page import Page


def ids_of_pages(where: str = "candour.") -> set[str]:
    """Return the id of every page that the window can show, or of those in the modules whose name begins so."""
    import_module("candour.gui.gallery.rooms")
    for module in pkgutil.iter_modules(candour.gui.pages.__path__):
        import_module(f"candour.gui.pages.{module.name}")
    ids, waiting = set[str](), [Page]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind.__module__.startswith(where) and kind.page_id:
            ids.add(kind.page_id)
    return ids
