"""The measured lines as a table for people and as JSON for programs."""

from __future__ import annotations

import json
import os
import platform
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.measure import Line, Side, Size

HEADS = ("Figure", "Ours: median (min)", "Peer: median (min)", "Floor", "Ratio", "To reach", "")


def table(lines: Sequence[Line]) -> str:
    """Return the lines as a table, with what it leaves out under it."""
    rows = [HEADS, *(_cells(line) for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(HEADS))]
    text = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([text[0], "-" * max(map(len, text)), *text[1:], "", *_notes(lines)])


def markdown(lines: Sequence[Line]) -> str:
    """Return the same as Markdown, for docs/figures.md."""
    rows = [HEADS, ("---",) * len(HEADS), *(_cells(line) for line in lines)]
    return "\n".join(
        ["| " + " | ".join(row) + " |" for row in rows] + ["", *(f"- {each}" for each in _notes(lines))]
    )


def as_json(lines: Sequence[Line], size: Size) -> str:
    """Return the lines with all their samples; of the machine only what a comparison needs."""
    machine = {"processors": os.cpu_count(), "kind": platform.machine(), "python": platform.python_version()}
    said = {"size": size.value, "machine": machine, "unit": "ms", "figures": [_plain(line) for line in lines]}
    return json.dumps(said, indent=1, ensure_ascii=False) + "\n"


def _cells(line: Line) -> tuple[str, ...]:
    floor = _ms(line.floor.median) if line.floor else "–"
    judged = line.judged
    verdict = "reached" if judged.reached else "SHORT"
    return (
        f"{line.figure} {line.work}",
        _both(line.ours),
        _both(line.peer),
        floor,
        judged.ratio,
        judged.reach,
        verdict,
    )


def _notes(lines: Sequence[Line]) -> list[str]:
    return [f"{line.figure}: {note}" for line in lines for note in (_names(line), *line.notes)]


def _names(line: Line) -> str:
    floor = f"; floor: {line.floor.name}" if line.floor else ""
    return f"{len(line.ours.samples)} samples; peer: {line.peer.name}{floor}."


def _both(side: Side) -> str:
    return f"{_ms(side.median)} ({_ms(side.least)})"


def _ms(value: float) -> str:
    return f"{value:.3g} ms" if value < 100 else f"{value:.0f} ms"


def _plain(line: Line) -> dict[str, Any]:
    judged = line.judged
    return {
        "figure": line.figure,
        "work": line.work,
        "ours": _side(line.ours),
        "peer": _side(line.peer),
        "floor": _side(line.floor) if line.floor else None,
        "ratio": judged.ratio,
        "reach": judged.reach,
        "reached": judged.reached,
        "notes": line.notes,
    }


def _side(side: Side) -> dict[str, Any]:
    samples = [round(sample, 4) for sample in side.samples]
    return {"name": side.name, "median": side.median, "min": side.least, "samples": samples}
