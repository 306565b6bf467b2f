"""The command line: the app, the tour, checking PDFs, proving the journal.

Exit status: 0 done, 1 refused or found wanting, 2 used wrongly (design: commands).
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from candour import __version__
from candour.errors import Refused, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from candour.register.check import CheckReport

    Command = Callable[[argparse.Namespace], int]

DONE, WANTING = 0, 1
_FOLDER = "the folder in which the register lies"
SCALES = (90, 100, 125, 150, 200)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status; known trouble is one plain sentence on standard error."""
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except (Refused, Trouble) as reason:
        print(reason, file=sys.stderr)
        return WANTING


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="candour", description="A school's yearly social media check.")
    parser.add_argument("--version", action="version", version=f"Candour {__version__}")
    parser.add_argument("--folder", type=Path, help="open the register in this folder")
    parser.set_defaults(command=_open)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_tour(commands)
    _add_gallery(commands)
    _add_check(commands)
    _add_register(commands)
    _add_people(commands)
    _add_export(commands)
    return parser


def _add_tour(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    tour = commands.add_parser("tour", help="play the year in real windows with a sample school")
    tour.add_argument("--out", type=Path, required=True, help="folder for pictures, PDFs and summary.json")
    tour.add_argument("--theme", choices=("light", "dark"), default="light")
    tour.add_argument("--scale", type=int, choices=SCALES, default=100, help="text size in per cent")
    tour.set_defaults(command=_tour)


def _add_gallery(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    gallery = commands.add_parser("gallery", help="show every part of the window in each of its states")
    gallery.add_argument("--out", type=Path, help="leave a picture of each page in this folder; needs no screen")
    gallery.add_argument("--theme", choices=("system", "light", "dark", "high-contrast"), default="light")
    gallery.add_argument("--scale", type=int, choices=SCALES, default=100, help="text size in per cent")
    gallery.set_defaults(command=_gallery)


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="verify signed PDFs, or folders of them")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--root", type=Path, help="the school's root certificate (.cer)")
    check.add_argument("--json", action="store_true", help="print what was found as JSON")
    check.set_defaults(command=_check)


def _add_register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    register = commands.add_parser("register", help="work on the register itself")
    actions = register.add_subparsers(title="actions", metavar="ACTION", required=True)
    opened = _opened()
    check = actions.add_parser("check", parents=[_signed_in()], help="prove that no entry and no row was altered")
    home = check.add_mutually_exclusive_group(required=True)
    home.add_argument("--folder", type=Path, help=_FOLDER)
    home.add_argument("--server", metavar="URL", help="the server's database: postgresql://user@host/name")
    check.add_argument("--json", action="store_true", help="print what was found as JSON")
    check.set_defaults(command=_register_check)
    info = actions.add_parser("info", parents=[opened], help="say whose register it is and how the round stands")
    info.add_argument("--json", action="store_true", help="print it as JSON")
    info.set_defaults(command=_register_info)
    backup = actions.add_parser("backup", parents=[opened], help="write a verified, encrypted copy")
    backup.add_argument("--to", type=Path, required=True, help="the file to write; it must not exist")
    backup.set_defaults(command=_register_backup)


def _opened() -> argparse.ArgumentParser:
    opened = argparse.ArgumentParser(add_help=False, parents=[_signed_in()])
    opened.add_argument("--folder", type=Path, required=True, help=_FOLDER)
    return opened


def _signed_in() -> argparse.ArgumentParser:
    signed_in = argparse.ArgumentParser(add_help=False)
    signed_in.add_argument("--number", help="your staff number or school e-mail, where this account has no key")
    signed_in.add_argument("--passphrase-fd", type=int, help="read the passphrase from this file descriptor")
    return signed_in


def _add_people(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    people = commands.add_parser("people", help="work on the list of people")
    actions = people.add_subparsers(title="actions", metavar="ACTION", required=True)
    bring = actions.add_parser("import", parents=[_opened()], help="add, change and mark leavers from a CSV file")
    bring.add_argument("file", type=Path, metavar="FILE.csv")
    bring.add_argument("--yes", action="store_true", help="do what the file would do; else it is only shown")
    bring.add_argument("--complete", action="store_true", help="whoever is not in the file has left")
    bring.add_argument("--column", action="append", metavar="FIELD=HEADING", help="say which column is which")
    bring.add_argument("--json", action="store_true", help="print what it would do as JSON")
    bring.set_defaults(command=_people_import)


def _add_export(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = commands.add_parser("export", parents=[_opened()], help="seal and write the declarations of a round")
    export.add_argument("--round", required=True, metavar="NAME", help="the check, such as 2026–27")
    export.add_argument(
        "--to", type=Path, required=True, help="the folder; an export that was stopped goes on there"
    )
    export.add_argument("--existing", choices=("keep both", "replace", "skip"), default="keep both")
    export.add_argument("--merged", action="store_true", help="one PDF of them all too, to be printed; unsigned")
    export.add_argument("--json", action="store_true", help="print what was saved as JSON")
    export.set_defaults(command=_export)


def _open(options: argparse.Namespace) -> int:
    from candour.app import open_window  # noqa: PLC0415 - Qt only where there is a window

    if not _has_screen():
        raise Trouble("There is no screen here. To see what Candour does: candour tour --out FOLDER")
    return open_window(options.folder)


def _has_screen() -> bool:
    wanted = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in wanted)


def _tour(options: argparse.Namespace) -> int:
    from candour.tour.play import play_tour  # noqa: PLC0415 - Qt only where there is a window

    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # an empty one counts as none
    summary = play_tour(options.out, theme=options.theme, scale=options.scale)
    failed = [step.name for step in summary.steps if not step.ok]
    if failed:
        print(f"The tour stopped at: {failed[0]}", file=sys.stderr)
        return WANTING
    print(f"{len(summary.pictures)} pictures and {len(summary.declarations)} declarations are in {options.out}")
    return DONE


def _gallery(options: argparse.Namespace) -> int:
    if options.out is None and not _has_screen():
        raise Trouble("There is no screen here. To leave pictures instead: candour gallery --out FOLDER")
    if not _has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # an empty one counts as none
    from candour.app import shipped_pack  # noqa: PLC0415 - on demand
    from candour.gui.gallery.show import leave_pictures, show_gallery  # noqa: PLC0415 - Qt only where it shows
    from candour.gui.theme import Scheme  # noqa: PLC0415 - so is the theme

    scheme = Scheme(options.theme.replace("-", " "))
    if options.out is None:
        return show_gallery(shipped_pack, scheme, options.scale)
    left = leave_pictures(options.out, shipped_pack, scheme, options.scale)
    print(f"{len(left)} pictures are in {options.out}")
    return DONE


def _check(options: argparse.Namespace) -> int:
    import msgspec  # noqa: PLC0415 - on demand

    from candour.documents.check_batch import check_files, pdf_files, read_root  # noqa: PLC0415 - on demand
    from candour.documents.verdicts import Verdict  # noqa: PLC0415 - on demand

    root = None if options.root is None else read_root(options.root)
    good = True
    found = []
    for path, finding in check_files(pdf_files(options.paths), root):
        good = good and finding.verdict is Verdict.GENUINE
        if options.json:
            found.append({"file": str(path)} | msgspec.to_builtins(finding))
        else:
            print(f"{path}: {finding.verdict.value}. {finding.sentence}")
    if options.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    return DONE if good else WANTING


def _register_check(options: argparse.Namespace) -> int:
    report = _proved(options)
    if options.json:
        plain = {"entries": report.entries, "problems": list(report.problems), "flags": list(report.flags)}
        print(json.dumps(plain, indent=2, ensure_ascii=False))
    else:
        for line in (*report.problems, *report.flags):
            print(line)
        print(f"{report.entries} entries, {len(report.problems)} problems.")
    return DONE if not report.problems else WANTING


def _proved(options: argparse.Namespace) -> CheckReport:
    if options.server is None:
        from candour.upkeep import prove_register  # noqa: PLC0415 - on demand

        return prove_register(options.folder, options.number or "", lambda: _passphrase(options))
    from candour.keys.proving import Prover  # noqa: PLC0415 - on demand
    from candour.register.check import check_register  # noqa: PLC0415 - on demand
    from candour.register.shared import open_shared  # noqa: PLC0415 - on demand

    with closing(open_shared(options.server)) as register:
        return check_register(register, Prover())


def _register_info(options: argparse.Namespace) -> int:
    from candour.upkeep import register_info  # noqa: PLC0415 - on demand

    info = register_info(options.folder, options.number or "", lambda: _passphrase(options))
    if options.json:
        print(json.dumps(info, indent=2, ensure_ascii=False))
    else:
        for name, value in info.items():
            print(f"{name}: {value}")
    return DONE


def _register_backup(options: argparse.Namespace) -> int:
    from candour.upkeep import back_up_register  # noqa: PLC0415 - on demand

    written = back_up_register(options.folder, options.to, options.number or "", lambda: _passphrase(options))
    print(f"The back-up is {written}. It opens with the same keys, beside a copy of the slots file.")
    return DONE


def _people_import(options: argparse.Namespace) -> int:
    from candour.people_command import import_people  # noqa: PLC0415 - on demand

    return DONE if import_people(options, lambda: _passphrase(options)) else WANTING


def _export(options: argparse.Namespace) -> int:
    from candour.export_command import export_round  # noqa: PLC0415 - on demand

    return DONE if export_round(options, lambda: _passphrase(options)) else WANTING


def _passphrase(options: argparse.Namespace) -> str:
    if options.passphrase_fd is None:
        return getpass.getpass("Your passphrase: ")
    with os.fdopen(options.passphrase_fd, encoding="utf-8") as given:
        return given.readline().rstrip("\n")
