"""Problems in standards files: as text with the line and a caret, as JSON, as workflow commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from atlas_legal.reports.display import one_line
from atlas_legal.reports.json import dump

if TYPE_CHECKING:
    from atlas_legal.model.validation import Problem

SCHEMA = "atlas-legal/validation/1"

_WIDTH = 140
"""Characters of a line that are shown."""
_BEFORE = 60
"""How many of them stand before the column where the line is longer than that."""


def as_text(problems: "Sequence[Problem]") -> str:
    """Return each problem as compilers show them: place, message, the line, and a caret under the column."""
    blocks = []
    for problem in problems:
        place = f"{one_line(problem.file)}:{problem.line}:{problem.column}"
        lines = [f"{place}: {problem.severity}: {one_line(problem.message)} [{problem.code}]"]
        shown = _shown(problem.file, problem.line, problem.column)
        hint = one_line(problem.hint)
        if shown is not None:
            line, caret = shown
            margin = " " * len(str(problem.line))
            lines.append(f"  {problem.line} | {line}")
            lines.append(f"  {margin} | {' ' * caret}^ {hint}".rstrip())
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


def _shown(file: str, number: int, column: int) -> tuple[str, int] | None:
    """Return the part of a line around a column as it may be shown, and how many cells the caret is in.

    None where the file cannot be read or has no such line.
    """
    from rich.cells import cell_len

    try:
        lines = Path(file).read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return None
    if not 1 <= number <= len(lines):
        return None
    line = lines[number - 1]
    first = max(0, column - 1 - _BEFORE) if len(line) > _WIDTH else 0
    before = ("…" if first else "") + _visible(line[first : column - 1])
    after = line[column - 1 : first + _WIDTH]
    cut = "…" if first + _WIDTH < len(line) else ""
    return f"{before}{_visible(after)}{cut}".rstrip(), cell_len(before)


def _visible(text: str) -> str:
    """Return part of a line with its spaces kept and everything that could act replaced."""
    return "".join(" " if character == " " else one_line(character) or " " for character in text)


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
