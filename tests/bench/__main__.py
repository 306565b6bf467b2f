"""`python -m tests.bench [FIGURE…] [--quick | --full]`: the figures that stand, each beside a peer and a floor."""

from __future__ import annotations

import argparse
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.measure import Size
from tests.bench.report import as_json, markdown, table

if TYPE_CHECKING:
    from tests.bench.measure import Line

FIGURES = {
    "1": "window",
    "2": "questions",
    "3": "signing",
    "4a": "sealing",
    "4b": "exporting",
    "5": "checking",
    "7": "journal",
    "held": "crowd",
}
"""Each figure's module in this folder; its `measure(size, work)` returns the lines."""


def main() -> None:
    """Measure the figures that are named, or all; write the JSON and print the table."""
    options = _options()
    size = Size.FULL if options.full else Size.QUICK if options.quick else Size.USUAL
    lines: list[Line] = []
    for figure in options.figures or FIGURES:
        sys.stderr.write(f"Measuring figure {figure} …\n")
        with tempfile.TemporaryDirectory(prefix="candour-bench-") as work:
            lines += import_module(f"tests.bench.{FIGURES[figure]}").measure(size, Path(work))
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(as_json(lines, size), encoding="utf-8")
    written = markdown(lines) if options.markdown else table(lines)
    sys.stdout.write(f"{written}\n\nAll samples: {options.out}\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Measures what stands.")
    # argparse holds the default, an empty list, against the choices too
    parser.add_argument("figures", nargs="*", choices=[[], *FIGURES], metavar="FIGURE", help=", ".join(FIGURES))
    parser.add_argument("--quick", action="store_true", help="few samples: a try of the bench itself")
    parser.add_argument("--full", action="store_true", help="as many documents as the design names: far longer")
    parser.add_argument("--markdown", action="store_true", help="print the table as docs/figures.md has it")
    parser.add_argument("--out", type=Path, default=Path("build/bench.json"))
    return parser.parse_args()


if __name__ == "__main__":
    main()
