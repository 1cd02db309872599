"""From a YAML file to a validated value, or one error that names its first problems with their places."""

from dataclasses import replace
from typing import Any

from atlas_legal.model.errors import AtlasError, CountryError
from atlas_legal.standards.structure import structural_problems
from atlas_legal.yaml_positions import Loc, Plain, PositionedData

_SHOWN = 5


def checked(annotation: Any, document: PositionedData, *, error: type[AtlasError] = CountryError) -> Any:
    """Return the document as this model (or mapping of models); keys without a value count as not given.

    Raises
    ------
    AtlasError : of the class ``error``; the document does not fit: up to five problems, the first one's place
        first.
    """
    value, problems = structural_problems(replace(document, data=without_empty(document.data)), annotation)
    errors = [problem for problem in problems if problem.severity == "error"]
    if not errors:
        return value
    first, *rest = errors
    lines = [first.message]
    lines += [f"{p.file}:{p.line}:{p.column}: {p.message}" for p in rest[: _SHOWN - 1]]
    if len(errors) > _SHOWN:
        lines.append(f"and {len(errors) - _SHOWN} more problems")
    raise error("\n".join(lines), place=f"{first.file}:{first.line}:{first.column}", hint=first.hint)


def place_of(document: PositionedData, loc: Loc = ()) -> str:
    """Return ``file:line:column`` of the value at a path."""
    line, column = document.at(loc)
    return f"{document.file}:{line}:{column}"


def without_empty(value: Plain) -> Plain:
    """Drop keys without a value, at every level, so that the model's defaults hold."""
    if isinstance(value, dict):
        return {key: without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [without_empty(inner) for inner in value if inner is not None]
    return value
