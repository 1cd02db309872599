"""Problems in standards files: as text with the line and carets, JSON, workflow commands, SARIF."""

import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from pydantic import JsonValue

from atlas_legal.reports.display import one_line
from atlas_legal.reports.json import dump

if TYPE_CHECKING:
    from atlas_legal.model.validation import Problem

SCHEMA = "atlas-legal/validation/1"
_SARIF = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

_WIDTH = 140
"""Characters of a line that are shown."""
_BEFORE = 60
"""How many of them stand before the column where the line is longer than that."""
_READ = 10_000_000
"""Bytes of a file that are looked at to show a line."""
_TOKEN = re.compile(r"""'[^']*'|"(?:[^"\\]|\\.)*"|[\[\]{},]|[^\s,\[\]{}:]+(?::(?!\s|$)[^\s,\[\]{}:]+)*""")
"""What is underlined: a quoted text, a bracket, or a word."""


def as_text(problems: "Sequence[Problem]") -> str:
    """Return each problem as compilers show them: place, message, the line, and carets under the word."""
    blocks = []
    lines_of = cache(_lines)  # a file is read once, however many problems it has
    for problem in problems:
        place = f"{one_line(problem.file)}:{problem.line}:{problem.column}"
        lines = [f"{place}: {problem.severity}: {one_line(problem.message)} [{problem.code}]"]
        shown = _shown(lines_of(problem.file), problem.line, problem.column)
        hint = one_line(problem.hint)
        if shown is not None:
            line, before, under = shown
            margin = " " * len(str(problem.line))
            lines.append(f"  {problem.line} | {line}")
            lines.append(f"  {margin} | {' ' * before}{'^' * under} {hint}".rstrip())
        elif hint:
            lines.append(f"  hint: {hint}")
        blocks.append("\n".join(lines))
    blocks.append(_summary(problems))
    return "\n".join(blocks) + "\n"


def _summary(problems: "Sequence[Problem]") -> str:
    """Return how many errors and warnings there are."""
    if not problems:
        return "valid: no problems found"
    errors = sum(problem.severity == "error" for problem in problems)
    rest = len(problems) - errors
    parts = [f"{errors} {'error' if errors == 1 else 'errors'}"]
    if rest:
        parts.append(f"{rest} {'warning' if rest == 1 else 'warnings'}")
    return ", ".join(parts)


def as_json(problems: "Sequence[Problem]") -> str:
    """Return the pinned format ``atlas-legal/validation/1``."""
    return dump(
        {
            "schema": SCHEMA,
            "valid": not any(problem.severity == "error" for problem in problems),
            "problems": [
                {
                    "file": p.file,
                    "line": p.line,
                    "column": p.column,
                    "severity": p.severity,
                    "code": p.code,
                    "message": p.message,
                    "hint": p.hint,
                }
                for p in problems
            ],
        }
    )


def as_github(problems: "Sequence[Problem]") -> str:
    """Return workflow commands that mark the lines in a pull request; empty where there is no problem."""
    return "".join(
        f"::{'error' if p.severity == 'error' else 'warning'} file={_property(p.file)},line={p.line},"
        f"col={p.column},title={_property(p.code)}::{_data(p.message + (f' ({p.hint})' if p.hint else ''))}\n"
        for p in problems
    )


def as_sarif(problems: "Sequence[Problem]") -> str:
    """Return SARIF 2.1.0, for code hosts and editors. Files outside of the working folder are absolute."""
    from importlib.metadata import PackageNotFoundError, version

    from atlas_legal.standards.codes import CODES

    used = sorted({problem.code for problem in problems})
    lines_of = cache(_lines)
    rules: list[JsonValue] = [
        {"id": code, "shortDescription": {"text": CODES.get(code, code)}} for code in used
    ]
    driver: dict[str, JsonValue] = {"name": "atlas-legal", "rules": rules}
    with suppress(PackageNotFoundError):  # a source tree that was never installed
        driver["version"] = version("atlas-legal")
    run: dict[str, JsonValue] = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, used.index(problem.code), lines_of) for problem in problems],
    }
    return dump({"$schema": _SARIF, "version": "2.1.0", "runs": [run]})


def _result(problem: "Problem", rule: int, lines_of: Callable[[str], Sequence[str]]) -> JsonValue:
    """Return a problem as a result of SARIF."""
    path = Path(problem.file)
    lines = lines_of(problem.file)
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    uri = path.as_uri() if path.is_absolute() else quote(path.as_posix())
    region: dict[str, JsonValue] = {
        "startLine": problem.line,
        "startColumn": problem.column,
        "endColumn": problem.column + len(_token(line, problem.column)),
    }
    place: dict[str, JsonValue] = {"artifactLocation": {"uri": uri}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": problem.message + (f" ({problem.hint})" if problem.hint else "")},
        "locations": [{"physicalLocation": place}],
    }


def _lines(file: str) -> Sequence[str]:
    """Return the lines of a file that may be shown, none where it cannot be read."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(_READ).decode("utf-8", errors="replace").removeprefix("\ufeff").split("\n")
    except OSError:
        return ()


def _token(line: str, column: int) -> str:
    """Return the word that begins at a column, or the character there."""
    found = _TOKEN.match(line, column - 1)
    return found[0] if found else line[column - 1 : column] or " "


def _shown(lines: Sequence[str], number: int, column: int) -> tuple[str, int, int] | None:
    """Return the part of a line around a column as it may be shown, with the cells before and under carets.

    None where there is no such line.
    """
    from rich.cells import cell_len

    if not 1 <= number <= len(lines):
        return None
    line = lines[number - 1]
    first = max(0, column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    before = ("…" if first else "") + _visible(line[first : column - 1])
    after = line[column - 1 : first + _WIDTH]
    cut = "…" if first + _WIDTH < len(line) else ""
    under = _visible(_token(line, column)[: len(after)])
    return f"{before}{_visible(after)}{cut}".rstrip(), cell_len(before), max(1, cell_len(under))


def _visible(text: str) -> str:
    """Return part of a line with its spaces kept and everything that could act replaced."""
    return "".join(" " if character == " " else one_line(character) or " " for character in text)


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
