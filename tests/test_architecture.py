"""The shape of the code: imports go one way, folders are complete, and no rule knows one reference file."""

import ast
import importlib
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import atlas_legal
from atlas_legal.languages import Inflection, Norms, Numerals, Structure

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "atlas_legal"

LAYERS = (
    {"model"},
    {"yaml_positions", "nearest", "locations", "languages"},
    {"readers", "standards"},
    {"parsing", "annotation"},
    {"matching", "country"},
    {"analysis"},
    {"reports"},
    {"interchange"},
    {"cli"},
    {"__main__"},
)
"""A package imports itself and packages of earlier layers, nothing in its own layer or a later one."""

DEFERRED = {("standards", "matching"), ("standards", "annotation")}
"""Uses upwards that are imported inside the function that needs them, each for the reason said there."""

RANK = {package: rank for rank, layer in enumerate(LAYERS) for package in layer}


def modules() -> Iterator[Path]:
    yield from sorted(p for p in SOURCE.rglob("*.py") if p != SOURCE / "__init__.py")


def package_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Packages of atlas_legal that a module imports, and whether at its top level."""
    tree = ast.parse(path.read_text("utf-8"))
    top = set(ast.walk(ast.Module([n for n in tree.body if not isinstance(n, ast.FunctionDef)], [])))
    inside = {below for f in ast.walk(tree) if isinstance(f, ast.FunctionDef) for below in ast.walk(f)}
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            names = [node.module or ""]
            if node.module == "atlas_legal":
                names = [f"atlas_legal.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "atlas_legal" and len(parts) > 1:
                yield parts[1], node in top and node not in inside


@pytest.mark.parametrize("path", list(modules()), ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_imports_go_one_way(path: Path) -> None:
    own = package_of(path)
    for other, at_top in imports(path):
        if other == own:
            continue
        if RANK[other] < RANK[own]:
            continue
        assert (own, other) in DEFERRED, f"{own} must not import {other}"
        assert not at_top, f"{own} may import {other} inside a function only"


def test_nothing_imports_the_command_line() -> None:
    for path in modules():
        if package_of(path) not in ("cli", "__main__"):
            assert "cli" not in {name for name, _ in imports(path)}, path


def test_every_package_has_a_layer() -> None:
    assert {package_of(path) for path in modules()} <= set(RANK)


def test_no_module_is_a_drawer_for_leftovers() -> None:
    names = {path.stem for path in modules()} | {path.name for path in SOURCE.rglob("*") if path.is_dir()}
    assert not names & {"utils", "util", "helpers", "helper", "common", "misc"}


def test_only_the_command_line_prints() -> None:
    for path in modules():
        if package_of(path) != "cli":
            tree = ast.parse(path.read_text("utf-8"))
            calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
            assert "print" not in {call.func.id for call in calls if isinstance(call.func, ast.Name)}, path


def languages() -> list[Path]:
    return sorted(p for p in (SOURCE / "languages").iterdir() if p.is_dir() and p.name != "__pycache__")


@pytest.mark.parametrize("folder", languages(), ids=lambda p: p.name)
def test_every_language_folder_has_the_same_files(folder: Path) -> None:
    assert re.fullmatch("[a-z]{2}", folder.name)
    files = {path.name for path in folder.glob("*.py")}
    assert files == {"__init__.py", "structure.py", "numerals.py", "inflection.py", "norms.py"}


@pytest.mark.parametrize(
    ("part", "asked"),
    [("structure", Structure), ("numerals", Numerals), ("inflection", Inflection), ("norms", Norms)],
)
def test_every_language_offers_what_its_readers_ask(part: str, asked: type) -> None:
    names = {name for name in (*vars(asked), *asked.__annotations__) if not name.startswith("_")}
    assert names
    for folder in languages():
        module = importlib.import_module(f"atlas_legal.languages.{folder.name}.{part}")
        assert names <= set(vars(module)), folder.name


def test_every_module_can_be_imported() -> None:
    for module in pkgutil.walk_packages(atlas_legal.__path__, "atlas_legal."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


def corpus_files() -> list[str]:
    corpus = ROOT.parent / "shared" / "corpus"
    if not corpus.is_dir():
        pytest.skip("the reference texts are not beside the checkout")
    return sorted(path.name for path in corpus.rglob("*") if path.suffix in (".md", ".txt"))


@pytest.mark.corpus
def test_no_code_or_standard_knows_a_reference_file() -> None:
    names = corpus_files()
    for folder in (SOURCE, ROOT / "standards"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".py", ".yaml", ".json"):
                text = path.read_text("utf-8")
                known = [n for n in names if n in text or Path(n).stem.casefold() in text.casefold().split()]
                assert not known, f"{path} knows {known}"


def test_no_file_names_a_path_of_one_machine() -> None:
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "grep", "-nIE", r"(^|[^A-Za-z0-9._-])/(work|home|Users)/", "--", "."],
        capture_output=True,
        text=True,
    )
    if listed.returncode not in (0, 1):
        pytest.skip("not a git checkout")
    found = [line for line in listed.stdout.splitlines() if "tests/test_architecture.py" not in line]
    assert not found
