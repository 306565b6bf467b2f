"""The rules of the house around the code: what may stand in the tree, and what the lock must hold."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

HOUSE = Path(__file__).parents[1]

# A place on somebody's computer, or the address of a package registry.
HOME = re.compile(r"""(?:^|[\s"'`=(:,])(?:/home/|/Users/|/root/|[A-Za-z]:\\Users\\)\w""", re.MULTILINE)
REGISTRY = re.compile(r"pypi\.(?:org|python)|pythonhosted\.org|conda\.(?:io|org)|npmjs\.(?:com|org)", re.IGNORECASE)
ADDRESS = re.compile(r"://|(?:^|\s)(?:-i|-f|--index-url|--extra-index-url|--find-links)\b", re.MULTILINE)
NOT_IN_TESTS = {"sleep", "skip", "skipif", "xfail", "importorskip", "MagicMock", "Mock"}


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", *patterns], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    return [path for name in listed.stdout.split("\0") if name and (path := HOUSE / name).is_file()]


def text_of(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", errors="replace")


def places_named(text: str) -> list[str]:
    return [found.group().strip() for rule in (HOME, REGISTRY) for found in rule.finditer(text)]


def locked(name: str) -> dict[str, tuple[Requirement, str]]:
    """Return each requirement of a lock by its name, with the text of its entry."""
    entries = re.split(r"\n(?=\S)", (HOUSE / name).read_text(encoding="utf-8"))
    found = [(Requirement(entry.split("\\")[0]), entry) for entry in entries if not entry.startswith("#")]
    return {requirement.name.lower(): (requirement, entry) for requirement, entry in found}


def declared() -> list[Requirement]:
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [entry for group in project["dependency-groups"].values() for entry in group if isinstance(entry, str)]
    return [Requirement(entry) for entry in project["project"]["dependencies"] + groups]


def locked_name(requirement: Requirement) -> str:
    return re.sub(r"[-_.]+", "-", requirement.name).lower()


def test_no_tracked_file_names_a_home_folder_or_a_registry() -> None:
    named = {str(path.relative_to(HOUSE)): found for path in tracked() if (found := places_named(text_of(path)))}
    assert named == {}


@pytest.mark.parametrize(
    "text",
    [
        "see /" + "home/ann/x",
        "'/" + "root/main'",
        "C:" + "\\Users\\ann",
        "https://pypi" + ".org/simple",
        "x\n/Users" + "/a",
    ],
)
def test_a_home_folder_or_a_registry_would_be_found(text: str) -> None:
    assert places_named(text)


@pytest.mark.parametrize("lock", ["requirements.lock", "packaging/uv.txt"])
def test_every_locked_package_has_one_version_and_its_hashes_and_no_address(lock: str) -> None:
    for name, (requirement, entry) in locked(lock).items():
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", entry), name
        assert not ADDRESS.search(entry), name


def test_everything_that_the_project_declares_is_locked_at_a_version_that_it_allows() -> None:
    lock = locked("requirements.lock")
    for requirement in declared():
        pinned, _ = lock[locked_name(requirement)]
        assert requirement.specifier.contains(str(pinned.specifier).removeprefix("==")), requirement.name


def test_the_tests_run_on_what_is_locked() -> None:
    for name, (requirement, _) in locked("requirements.lock").items():
        if requirement.marker is None or requirement.marker.evaluate():
            assert requirement.specifier.contains(version(name)), name


def breaches_in_a_test(text: str) -> list[str]:
    """Return what a test must not do: wait by the clock, look away, or put a mock in place of the real thing."""
    named = [
        node.attr if isinstance(node, ast.Attribute) else node.id
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute | ast.Name)
    ]
    return sorted(NOT_IN_TESTS & set(named))


def test_no_test_sleeps_skips_or_mocks() -> None:
    found = {
        path.name: breaches for path in tracked("tests/*.py") if (breaches := breaches_in_a_test(text_of(path)))
    }
    assert found == {}


@pytest.mark.parametrize("text", ["time.sleep(1)", "@pytest.mark.skipif(True)\ndef f(): ...", "x = MagicMock()"])
def test_a_test_that_sleeps_skips_or_mocks_would_be_found(text: str) -> None:
    assert breaches_in_a_test(text)


def test_every_command_that_the_pages_name_is_in_the_makefile() -> None:
    pages = "\n".join(text_of(HOUSE / page) for page in ("README.md", "CONTRIBUTING.md"))
    targets = set(re.findall(r"^([a-z]+):", text_of(HOUSE / "Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", pages, re.MULTILINE))
    assert {"run", "test", "lint"} <= named <= targets


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_every_file_that_a_page_links_to_is_there(page: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", text_of(HOUSE / page))
    assert [link for link in links if "://" not in link and not (HOUSE / link).exists()] == []
