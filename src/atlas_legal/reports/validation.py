"""Problems in standards files: as text with the line and a caret, as JSON, as workflow commands."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from atlas_legal.reports.display import one_line
from atlas_legal.reports.json import dump

if TYPE_CHECKING:
    from atlas_legal.model.validation import Problem

SCHEMA = "atlas-legal/validation/1"


def as_text(problems: "Sequence[Problem]") -> str:
    """Return each problem as compilers show them: place, message, the line, and a caret under the column."""
    blocks = []
    for problem in problems:
        lines = [
            f"{problem.file}:{problem.line}:{problem.column}: {problem.severity}: "
            f"{one_line(problem.message)} [{problem.code}]"
        ]
        source = _line(problem.file, problem.line)
        if source is not None:
            margin = " " * len(str(problem.line))
            lines.append(f"  {problem.line} | {source}")
            lines.append(
                f"  {margin} | {' ' * (problem.column - 1)}^"
                + (f" {one_line(problem.hint)}" if problem.hint else "")
            )
        elif problem.hint:
            lines.append(f"  hint: {one_line(problem.hint)}")
        blocks.append("\n".join(lines))
    errors = sum(problem.severity == "error" for problem in problems)
    rest = len(problems) - errors
    blocks.append(
        f"{errors} {'error' if errors == 1 else 'errors'}"
        + (f", {rest} {'warning' if rest == 1 else 'warnings'}" if rest else "")
        if problems
        else "valid: no problems found"
    )
    return "\n".join(blocks) + "\n"


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


def _line(file: str, number: int) -> str | None:
    """Return a line of a file as it may be shown, or None where it cannot be read."""
    try:
        lines = Path(file).read_text("utf-8", errors="replace").split("\n")
    except OSError:
        return None
    if not 1 <= number <= len(lines):
        return None
    line = lines[number - 1]
    indent = len(line) - len(line.lstrip(" "))
    return " " * indent + one_line(line, 200)


def _data(text: str) -> str:
    """Escape the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escape a property of a workflow command."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
