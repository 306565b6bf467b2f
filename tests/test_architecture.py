"""The layers of the code, as sentences that a wrong import breaks (docs/architecture.md draws them)."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOURCE = Path(__file__).parents[1] / "src"

# What each layer may import of candour, besides itself. The layers that are not named here (app, cli, sample,
# tour) put the others together and may import what they need.
MAY_IMPORT = {
    "errors": set[str](),
    "resources": set[str](),
    "domain": {"errors"},
    "register": {"domain", "errors", "resources"},
    "keys": {"domain", "errors", "resources"},
    "documents": {"domain", "errors", "resources"},
    "services": {"domain", "register", "errors", "resources"},
    "gui": {"domain", "errors", "resources"},
}
MAY_NAME_AS_TYPES = {"gui": {"services"}}
ONLY_IN = {
    "PySide6": {"gui", "app", "tour"},
    "shiboken6": {"gui", "app", "tour"},
    "sqlalchemy": {"register"},
    "alembic": {"register"},
    "sqlcipher3": {"register"},
}
TOUCHES_THE_WORLD = {
    "io", "logging", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess",
    "tempfile", "time",
}  # fmt: skip
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"}


@dataclass(frozen=True)
class Module:
    name: str
    path: Path
    text: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.text)

    @property
    def layer(self) -> str:
        """The part below candour: `gui` for `candour.gui.pages.sign`, and nothing for candour itself."""
        return self.name.split(".")[1] if "." in self.name else ""

    @property
    def is_migration(self) -> bool:
        return "migrations" in self.path.parts


@dataclass(frozen=True)
class Import:
    importer: Module
    line: int
    target: str
    for_types_only: bool

    def __str__(self) -> str:
        return f"{self.importer.name}:{self.line} imports {self.target}"


@cache
def _parsed(text: str) -> ast.Module:
    return ast.parse(text)


def modules(source: Path) -> list[Module]:
    found = []
    for path in sorted(source.rglob("*.py")):
        parts = path.relative_to(source).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found.append(Module(name, path, path.read_text(encoding="utf-8")))
    return found


def imports(module: Module, known: set[str]) -> Iterator[Import]:
    """Yield each import of a module, wherever it stands; `from a import b` means `a.b` where that is a module."""
    typed = {
        id(inner)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        for statement in node.body
        for inner in ast.walk(statement)
    }
    for node in ast.walk(module.tree):
        for target in _targets(module, node, known):
            yield Import(module, getattr(node, "lineno", 0), target, id(node) in typed)


def _targets(module: Module, node: ast.AST, known: set[str]) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        base = _base(module, node)
        return [full if (full := f"{base}.{alias.name}") in known else base for alias in node.names]
    if isinstance(node, ast.Constant) and node.value in known and node.value != "candour":
        return [str(node.value)]  # import_module("candour.…"), or a child process that runs a module by its name
    return []


def _base(module: Module, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.name.split(".")
    up = node.level - (module.path.name == "__init__.py")
    return ".".join([*package[: len(package) - up], *([node.module] if node.module else [])])


def all_imports(source: Path) -> list[Import]:
    found = modules(source)
    known = {module.name for module in found}
    return [each for module in found for each in imports(module, known)]


def _layer(target: str) -> str:
    root, _, rest = target.partition(".")
    return rest.partition(".")[0] if root == "candour" else ""


# Each rule is a sentence and a function from a source tree to what breaks it.


def layers_point_one_way(source: Path) -> list[str]:
    return [
        str(each)
        for each in all_imports(source)
        if each.importer.layer in MAY_IMPORT
        and (layer := _layer(each.target)) not in {"", each.importer.layer}
        and layer not in MAY_IMPORT[each.importer.layer]
        and not (each.for_types_only and layer in MAY_NAME_AS_TYPES.get(each.importer.layer, set()))
    ]


def libraries_stay_in_their_layer(source: Path) -> list[str]:
    return [
        str(each)
        for each in all_imports(source)
        if each.importer.layer not in ONLY_IN.get(each.target.partition(".")[0], {each.importer.layer})
    ]


def domain_touches_nothing(source: Path) -> list[str]:
    domain = [module for module in modules(source) if module.layer == "domain"]
    touched = [
        str(each)
        for each in all_imports(source)
        if each.importer in domain and each.target.partition(".")[0] in TOUCHES_THE_WORLD
    ]
    called = [
        f"{module.name}:{node.lineno} calls {name}"
        for module in domain
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call)
        and (name := ast.unparse(node.func)).rpartition(".")[2] in {"now", "today", "utcnow", "open", "uuid4"}
    ]
    return touched + called


def names_say_what(source: Path) -> list[str]:
    return [module.name for module in modules(source) if SAYS_NOTHING & set(module.name.split("."))]


def files_are_short(source: Path) -> list[str]:
    return [
        f"{module.name} has {lines} lines"
        for module in modules(source)
        if not module.is_migration and (lines := len(module.text.splitlines())) > 300
    ]


def functions_are_small(source: Path) -> list[str]:
    return [
        f"{module.name}:{node.lineno} {node.name} has {lines} lines"
        for module in modules(source)
        if not module.is_migration
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) >= 50
    ]


def every_module_is_reached(source: Path) -> list[str]:
    arrows: dict[str, set[str]] = {}
    for each in all_imports(source):
        arrows.setdefault(each.importer.name, set()).add(each.target)
    reached, waiting = set[str](), {"candour.__main__"}
    while waiting:
        name = waiting.pop()
        reached.add(name)
        packages = {name[:at] for at, letter in enumerate(name) if letter == "."}  # their __init__ runs too
        waiting |= (arrows.get(name, set()) | packages) - reached
    return [
        module.name
        for module in modules(source)
        if module.name not in reached and module.path.name != "__init__.py" and not module.is_migration
    ]


RULES: dict[str, Callable[[Path], list[str]]] = {
    "gui names services as types alone; services rest on register; register, keys and documents on domain only;"
    " domain on nothing but errors": layers_point_one_way,
    "PySide6 stays in gui, app and tour; SQLAlchemy and SQLCipher in register": libraries_stay_in_their_layer,
    "the domain reads no clock, no file and no chance": domain_touches_nothing,
    "no module is called utils, helpers, common or manager": names_say_what,
    "no file is longer than 300 lines": files_are_short,
    "every function is under 50 lines": functions_are_small,
    "every module is reached from the command line": every_module_is_reached,
}

ROOTED = "import candour.domain.answers\n"
LONG = "def long():\n" + "    pass\n" * 49

PLANTED = [
    (layers_point_one_way, "gui/page.py", "from candour.services import results"),
    (layers_point_one_way, "gui/page.py", "def late():\n    import candour.register.rows"),
    (
        layers_point_one_way,
        "gui/page.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import candour.keys",
    ),
    (layers_point_one_way, "services/work.py", "from candour.keys.slots import Slots"),
    (layers_point_one_way, "services/work.py", "from ..documents import signing"),
    (layers_point_one_way, "keys/slots.py", "from candour import register"),
    (layers_point_one_way, "register/rows.py", "from candour.documents import signing"),
    (layers_point_one_way, "documents/signing.py", "from candour.keys import slots"),
    (layers_point_one_way, "domain/answers.py", "from candour import resources"),
    (layers_point_one_way, "domain/answers.py", "import importlib\nimportlib.import_module('candour.keys')"),
    (libraries_stay_in_their_layer, "services/work.py", "import sqlalchemy as sa"),
    (libraries_stay_in_their_layer, "sample/school.py", "from PySide6.QtCore import QObject"),
    (libraries_stay_in_their_layer, "cli.py", "from PySide6.QtCore import QObject"),
    (domain_touches_nothing, "domain/answers.py", "from pathlib import Path"),
    (domain_touches_nothing, "domain/answers.py", "import datetime\nx = datetime.date.today()"),
    (names_say_what, "gui/utils.py", ""),
    (names_say_what, "keys/helpers/slots.py", ""),
    (files_are_short, "gui/page.py", "\n" * 301),
    (functions_are_small, "gui/page.py", LONG),
    (every_module_is_reached, "gui/forgotten.py", ""),
]

ALLOWED = {
    "__main__.py": "import candour.app\nimport candour.cli",
    "app.py": "from PySide6 import QtCore\nfrom candour.gui import page\nfrom candour.services import work",
    "gui/page.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from candour.services import results",
    "services/work.py": "from candour.register import rows\nfrom candour import errors, resources",
    "register/rows.py": "import sqlalchemy\nfrom candour.domain.answers import Answer",
    "domain/answers.py": "from candour.errors import Refused\nimport datetime\ntoday = datetime.date(2026, 9, 1)",
    "cli.py": "import candour.sample.school\nCHILD = ['-m', 'candour.documents.signing']",
    "documents/signing.py": "def short():\n" + "    pass\n" * 48,
    "register/migrations/m1.py": "\n" * 301 + LONG,
    **dict.fromkeys(["errors.py", "resources.py", "sample/school.py", "services/results.py", "__init__.py"], ""),
    **{f"{layer}/__init__.py": "" for layer in ("register", "keys", "documents", "services", "gui", "domain")},
}


@pytest.mark.parametrize("sentence", RULES)
def test_the_code_keeps_its_layers(sentence: str) -> None:
    assert RULES[sentence](SOURCE) == []


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name, text in ALLOWED.items():
        _write(tmp_path, name, text)
    return tmp_path


def _write(tree: Path, name: str, text: str) -> None:
    path = tree / "candour" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("sentence", RULES)
def test_a_tree_that_keeps_every_rule_passes(sentence: str, tree: Path) -> None:
    assert RULES[sentence](tree) == []


@pytest.mark.parametrize(("rule", "name", "text"), PLANTED)
def test_every_planted_breach_is_found(rule: Callable[[Path], list[str]], name: str, text: str, tree: Path) -> None:
    _write(tree, name, text)
    module = "candour." + name.removesuffix(".py").replace("/", ".")
    assert any(found.startswith(module) for found in rule(tree))
