"""`candour export`: the sealed declarations of a round into a folder; may be stopped and run again."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from candour.command_desk import signed_in
from candour.domain.exports import Existing

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from candour.services.exporting import Exported


def export_round(options: argparse.Namespace, passphrase: Callable[[], str]) -> bool:
    """Export a round, say what was saved and what was not, and return whether nothing was left.

    The export's end is the only time when the index is written: one that is interrupted goes on when it is run
    again. Raises Refused and Trouble as sentences.
    """
    opened = signed_in(options.folder, options.number, passphrase)
    try:
        exporting = opened.exporting()
        plan, existing = exporting.plan(options.round), Existing(options.existing)
        done = exporting.export(plan, options.to, existing, merged=options.merged)
    finally:
        opened.sign_in.lock()
    if options.json:
        _say(json.dumps(_plain(done), indent=2, ensure_ascii=False))
    else:
        _say("\n".join(_lines(done)))
    return done.whole and not done.left


def _lines(done: Exported) -> list[str]:
    lines = [f"{done.saved} saved, {done.there} there already, {done.skipped} skipped, {len(done.left)} not saved."]
    lines += [f"not saved: {line.reference} {line.name}. {reason}" for line, reason in done.left]
    lines += [f"to be printed, unsigned: {name}" for name in done.copies]
    return lines if done.whole else [*lines, f"not finished: {done.trouble} Then run it again to go on."]


def _plain(done: Exported) -> dict[str, Any]:
    said = asdict(done)
    said["left"] = [{"reference": line.reference, "why": reason} for line, reason in done.left]
    return said


def _say(words: str) -> None:
    print(words)  # noqa: T201 - a command prints
