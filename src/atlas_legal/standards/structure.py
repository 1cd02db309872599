"""Structure: whether a file has the keys and kinds of values that its model asks for.

Pydantic finds every problem; here each gets its place in the file, a stable code, a sentence that a lawyer
understands, and the nearest correct name.
"""

import re
import types
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from atlas_legal.model.validation import Problem, Severity
from atlas_legal.nearest import did_you_mean
from atlas_legal.yaml_positions import Loc, PositionedData

_QUOTED = re.compile(r"'([^']*)'")
_KINDS = {
    "string": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "tuple": "a list",
    "list": "a list",
    "dict": "keys with values",
    "model": "keys with values",
    "none": "nothing",
}
_SHOWN = 60
MAX_PROBLEMS = 500
"""How many problems of one file's structure are told apart."""


def structural_problems(document: PositionedData, annotation: Any) -> tuple[object | None, list[Problem]]:
    """Validate a document against a model, or a tuple of models.

    Returns
    -------
    The model, or None where there are errors; and all problems in the order of the file, warnings included.
    """
    if document.data is None:
        return None, [_problem(document, (), "empty-file", "the file is empty")]
    try:
        model = _adapter(annotation).validate_python(document.data)
    except ValidationError as error:
        found = _one_each(document, error.errors(include_url=False))
        found.sort(key=lambda one: document.at(one[0], key=True))
        problems = [_explained(document, annotation, where, same) for where, same in found[:MAX_PROBLEMS]]
        if len(found) > MAX_PROBLEMS:
            where, rest = found[MAX_PROBLEMS][0], len(found) - MAX_PROBLEMS
            problems.append(_problem(document, where, "too-many", f"{rest:,} more problems from here on"))
        return None, sorted(problems, key=lambda p: (p.line, p.column))
    return model, list(_misread_elsewhere(document, model))


def validated(annotation: Any, value: object) -> object | None:
    """Return the model that a part of a document makes, None where its structure is not right."""
    try:
        return _adapter(annotation).validate_python(value)
    except ValidationError:
        return None


@cache
def _adapter(annotation: Any) -> TypeAdapter[object]:
    return TypeAdapter(annotation)


def _one_each(
    document: PositionedData, errors: Sequence[ErrorDetails]
) -> list[tuple[Loc, list[ErrorDetails]]]:
    """Group errors by place. Where a value may be of several kinds, keep the errors of the kind it is."""
    by_place: dict[Loc, list[ErrorDetails]] = {}
    for error in errors:
        loc = tuple(part for part in error["loc"] if isinstance(part, str | int))
        where = document.path(loc)
        if error["type"] == "missing":
            where = (*where, loc[-1])
        by_place.setdefault(where, []).append(error)
    above = {place[:length] for place in by_place for length in range(len(place))}
    kept: list[tuple[Loc, list[ErrorDetails]]] = []
    for where, same in by_place.items():
        others = [e for e in same if not _is_kind_error(e)]
        if others:
            kept.append((where, others))
        elif where not in above:
            kept.append((where, same))
    return kept


def _is_kind_error(error: ErrorDetails) -> bool:
    """Whether the error says that the value is of another kind (a text where a list should be)."""
    return error["type"].endswith(("_type", "_parsing", "_attributes_type")) or (
        error["type"] == "literal_error" and not isinstance(error["input"], str)
    )


def _explained(document: PositionedData, annotation: Any, where: Loc, errors: list[ErrorDetails]) -> Problem:
    """Return the problem that errors at one place amount to."""
    error = errors[0]
    kind = error["type"]
    value = error["input"]
    name = next((str(part) for part in reversed(where) if isinstance(part, str)), "the file")
    if kind == "extra_forbidden":
        known = sorted(_fields_at(annotation, where[:-1]))
        return _problem(
            document,
            where,
            "unknown-key",
            f'unknown key "{where[-1]}"',
            did_you_mean(str(where[-1]), known, what="the keys are"),
            key=True,
        )
    if kind == "missing":
        return _problem(document, where[:-1], "missing-key", f'the key "{where[-1]}" is missing', key=True)
    if value is None:
        return _problem(
            document,
            where,
            "empty-value",
            f'"{name}" has no value',
            "write a value or delete the key",
            key=True,
        )
    if kind == "literal_error":
        expected = " ".join(str(e.get("ctx", {}).get("expected", "")) for e in errors)
        allowed = _QUOTED.findall(expected)
        return _problem(
            document,
            where,
            "unknown-value",
            f"unknown {name} {_short(value)}",
            did_you_mean(str(value), allowed, what="allowed"),
        )
    if kind == "string_pattern_mismatch":
        return _problem(
            document,
            where,
            "bad-name",
            f"{_short(value)} is no correct {name}",
            "ids of requirements look like C138.2-3, ids of concepts like forced_labour",
        )
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = error.get("ctx", {})
        limit = f"at least {bound['ge']}" if "ge" in bound else f"at most {bound['le']}"
        return _problem(document, where, "out-of-range", f"{name} is {_short(value)}, expected {limit}")
    if kind == "value_error":
        message = error["msg"].removeprefix("Value error, ")
        return _problem(document, where, "bad-criterion" if "criterion" in where else "bad-value", message)
    kinds = dict.fromkeys(_KINDS.get(e["type"].split("_")[0], e["msg"]) for e in errors)
    message = f"{name} should be {' or '.join(kinds)}, but it says {_short(value)}"
    below = document.at(where)[0] > document.at(where, key=True)[0]  # the key is what people look for
    return _problem(document, where, "wrong-kind", message, key=below)


def _problem(
    document: PositionedData,
    where: Loc,
    code: str,
    message: str,
    hint: str = "",
    *,
    key: bool = False,
    severity: Severity = "error",
) -> Problem:
    line, column = document.at(where, key=key)
    return Problem(
        file=document.file, line=line, column=column, severity=severity, code=code, message=message, hint=hint
    )


def _short(value: object) -> str:
    """Return what the file says, short enough for a message."""
    if isinstance(value, dict):
        return "keys with values"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return f'"{text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"}"'


def _fields_at(annotation: Any, where: Loc) -> set[str]:
    """Return the keys that a model may have at a place."""
    candidates = list(_alternatives(annotation))
    for part in where:
        candidates = [inner for candidate in candidates for inner in _step(candidate, part)]
    return {
        field.alias or name
        for candidate in candidates
        if isinstance(candidate, type) and issubclass(candidate, BaseModel)
        for name, field in candidate.model_fields.items()
    }


def _alternatives(annotation: Any) -> Iterator[Any]:
    """Yield the members of a union, at any depth; anything else as it is."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _alternatives(get_args(annotation)[0])
    elif origin in (Union, types.UnionType):
        for member in get_args(annotation):
            yield from _alternatives(member)
    else:
        yield annotation


def _step(annotation: Any, part: str | int) -> Iterable[Any]:
    """Return what stands under a key or an index."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            if part in (name, field.alias):
                return list(_alternatives(field.annotation))
        return []
    arguments = get_args(annotation)
    if get_origin(annotation) is dict:
        return list(_alternatives(arguments[1]))
    if get_origin(annotation) in (tuple, list):
        return list(_alternatives(arguments[0]))
    return []


def _misread_elsewhere(document: PositionedData, model: object) -> Iterator[Problem]:
    """Yield a warning for each unquoted text that other readers of YAML take for something else."""
    for where, kind in document.resolved.items():
        if isinstance(_value_at(model, where), str):
            what = "a date" if kind == "timestamp" else "true or false"
            yield _problem(
                document,
                where,
                "unquoted",
                f"other programs read this text as {what}",
                "put it in quotes",
                severity="warning",
            )


def _value_at(model: object, where: Loc) -> object:
    """Return the value at a place of a validated model, None where it has gone elsewhere."""
    value = model
    for part in where:
        if isinstance(value, BaseModel):
            fields = type(value).model_fields
            name = next((n for n, f in fields.items() if part in (n, f.alias)), None)
            value = getattr(value, name) if name else None
        elif isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, Sequence) and isinstance(part, int) and part < len(value):
            value = value[part]
        else:
            return None
    return value
