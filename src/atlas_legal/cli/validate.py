"""``atlas-legal validate``: problems in standards files, with file, line and column."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atlas_legal.cli.options import one_of
from atlas_legal.model.errors import UsageError

if TYPE_CHECKING:
    from atlas_legal.model.validation import Problem

FORMATS: tuple[Literal["text", "json", "github", "sarif"], ...] = ("text", "json", "github", "sarif")
_WAIT = 0.5
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[H"


def validate(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files or folders; else what ships.")
    ] = None,
    output_format: Annotated[
        str,
        typer.Option("--format", metavar="text|json|github|sarif", help="For people, or for programs."),
    ] = "text",
    fail_on: Annotated[
        str | None, typer.Option("--fail-on", metavar="warning", help="Exit with 1 where there is a warning.")
    ] = None,
    watch: Annotated[bool, typer.Option("--watch", help="Check again whenever a file changes.")] = False,
) -> None:
    """Check standards (form, names, coverage of every article, meaning, examples) and country data.

    A repository is looked through for them; of another folder, all YAML files are checked. Exits with 2
    where there is an error.
    """
    from atlas_legal.cli.output import write
    from atlas_legal.locations import shipped
    from atlas_legal.reports.validation import as_github, as_json, as_sarif, as_text

    chosen = one_of(output_format, FORMATS, "format")
    if fail_on is not None:
        one_of(fail_on, ("warning",), "severity")
    if watch and chosen != "text":
        raise UsageError("--watch is for people: it shows text", hint="leave out --format")
    targets = paths or [shipped("standards"), shipped("country_laws")]
    for path in targets:
        if not path.exists():
            raise UsageError("there is no such file or folder", place=str(path))
    if watch:
        _watch(targets, lambda problems: write(as_text(problems), None))
        return
    problems = _problems(targets)
    shown = {"text": as_text, "json": as_json, "github": as_github, "sarif": as_sarif}[chosen]
    write(shown(problems), None)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(2)
    if problems and fail_on is not None:
        raise typer.Exit(1)


def _problems(targets: Sequence[Path], *, examples: bool = True) -> "tuple[Problem, ...]":
    """Return what is wrong at the targets."""
    from atlas_legal.country.validation import country_files, validate_country_files
    from atlas_legal.interchange.repository import checkable
    from atlas_legal.locations import shipped
    from atlas_legal.standards import validate as check

    files = {inside: country_files(inside) for path in targets for inside in checkable(path)}
    standards = [path for path, found in files.items() if not found]
    problems = check(standards, examples=examples) if standards else ()
    of_countries = [file for found in files.values() for file in found]
    if of_countries:
        instruments = (shipped("standards") / "instruments").glob("*.yaml")
        problems += validate_country_files(of_countries, [path.stem for path in instruments])
    return problems


def _watch(targets: Sequence[Path], show: "Callable[[tuple[Problem, ...]], None]") -> None:
    """Check again whenever a file changes, until Ctrl-C.

    Where only instruments change, only their examples are run again.
    """
    seen: dict[Path, tuple[int, int]] = {}
    problems: tuple[Problem, ...] = ()
    try:
        while True:
            now = _stamps(targets)
            changed = {path for path in now.keys() | seen.keys() if now.get(path) != seen.get(path)}
            if changed:
                few = bool(seen) and all(path.parent.name == "instruments" for path in changed)
                problems = _again(targets, changed & now.keys(), problems) if few else _problems(targets)
                if sys.stdout.isatty():
                    print(_CLEAR, end="", flush=True)
                show(problems)
                print("watching for changes; Ctrl-C ends", file=sys.stderr)
                seen = now
            time.sleep(_WAIT)
    except KeyboardInterrupt:
        return


def _again(targets: Sequence[Path], changed: set[Path], last: "Sequence[Problem]") -> "tuple[Problem, ...]":
    """Return what is wrong after some instruments changed; the examples of the others are as they were."""
    anew = {problem for path in changed for problem in _problems([path]) if problem.code == "example-failed"}
    names = {path.resolve() for path in changed}
    kept = {p for p in last if p.code == "example-failed" and Path(p.file).resolve() not in names}
    found = (*_problems(targets, examples=False), *anew, *kept)
    return tuple(sorted(found, key=lambda p: (p.file, p.line, p.column, p.code)))


def _stamps(targets: Sequence[Path]) -> dict[Path, tuple[int, int]]:
    """Return when each YAML file at the targets was last changed, and its size."""
    found = {}
    for target in targets:
        for path in target.rglob("*.yaml") if target.is_dir() else [target]:
            try:
                stat = path.stat()
            except OSError:
                continue  # it went away just now
            found[path] = (stat.st_mtime_ns, stat.st_size)
    return found
