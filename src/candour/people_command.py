"""`candour people import`: what a staff file would do, in words or as JSON, and then all of it or nothing."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from candour.command_desk import signed_in
from candour.domain.people_columns import Field
from candour.errors import Refused, Trouble

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from candour.domain.people_columns import Matched
    from candour.domain.people_import import Plan
    from candour.services.people_results import ImportFile, Preview


def import_people(options: argparse.Namespace, passphrase: Callable[[], str]) -> bool:
    """Show what a file would do, do it if that is agreed, and return whether nothing was left undone.

    Raises Refused and Trouble as sentences.
    """
    opened = signed_in(options.folder, options.number, passphrase)
    try:
        importing = opened.people_import()
        found = importing.read(_content(options.file))
        matched = _with_columns(found, options.column or [])
        preview = importing.preview(found.file, matched, complete=options.complete)
        does = not preview.plan.faults and not preview.plan.does_nothing
        if not options.json:
            _say("\n".join(_lines(preview)))
        agreed = does and (options.yes or _agreed(asks=not options.json))
        if agreed:
            importing.carry_out(preview)
        if options.json:
            said = _plain(preview.plan) | _about(preview, done=agreed)
            _say(json.dumps(said, indent=2, ensure_ascii=False))
        elif does:
            _say("Done." if agreed else "Nothing was imported. To do it: --yes")
        return agreed or (not does and not preview.plan.faults)
    finally:
        opened.sign_in.lock()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as reason:
        raise Trouble(f"{path} cannot be read: {reason.strerror}.") from reason


def _with_columns(found: ImportFile, said: list[str]) -> Matched:
    """Return the matches, with what was said on the command line ("role=Job title") over them."""
    matched = dict(found.matched)
    names = {field.name.lower(): field for field in Field}
    for each in said:
        name, _, heading = each.partition("=")
        if name not in names or heading not in found.file.headings:
            raise Refused(f"--column {each}: say one of {', '.join(names)}, then = and a heading of the file.")
        matched[names[name]] = heading
    return matched


def _agreed(*, asks: bool) -> bool:
    return asks and sys.stdin.isatty() and input("Import this? Type yes: ").strip().lower() == "yes"


def _say(words: str) -> None:
    print(words)  # noqa: T201 - a command prints


def _lines(preview: Preview) -> list[str]:
    plan, file = preview.plan, preview.file
    lines = [f"{len(file.records)} rows, read as {file.encoding}."]
    if plan.faults:
        lines += [f"{fault.sentence} ({fault.where})" for fault in plan.faults]
        return [*lines, "Nothing was imported: mend these and try again."]
    lines += [f"added: {person.number} {person.name}, {person.role}" for person in plan.added]
    lines += [f"changed: {c.after.number} {c.after.name} ({', '.join(c.what)})" for c in plan.changed]
    lines += [f"back: {c.after.number} {c.after.name}" for c in plan.back]
    lines += [f"leaves: {person.number} {person.name}" for person in plan.leaves]
    lines += [f"stays, being {office}: {person.number} {person.name}" for person, office in plan.stays]
    return [*lines, f"{plan.same} stay as they are."]


def _about(preview: Preview, *, done: bool) -> dict[str, Any]:
    columns = {field.name.lower(): heading for field, heading in preview.matched.items()}
    return {"encoding": preview.file.encoding, "rows": len(preview.file.records), "columns": columns, "done": done}


def _plain(plan: Plan) -> dict[str, Any]:
    return {
        "added": [person.number for person in plan.added],
        "changed": [{"number": c.after.number, "what": list(c.what)} for c in plan.changed],
        "back": [c.after.number for c in plan.back],
        "leaves": [person.number for person in plan.leaves],
        "stays": [{"number": person.number, "office": office} for person, office in plan.stays],
        "same": plan.same,
        "faults": [
            {"row": f.row, "line": f.line, "column": f.column, "heading": f.heading, "problem": f.problem}
            for f in plan.faults
        ],
    }
