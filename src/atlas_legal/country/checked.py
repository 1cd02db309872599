"""From a YAML tree to a validated model, with every problem at its place in the file."""

from typing import TypeVar

from pydantic import ValidationError

from atlas_legal.model.base import Model
from atlas_legal.model.errors import AtlasError, CountryError
from atlas_legal.nearest import did_you_mean
from atlas_legal.yaml_tree import Value, YamlTree

M = TypeVar("M", bound=Model)

_SHOWN = 5


def checked(
    model: type[M],
    tree: YamlTree,
    path: tuple[str | int, ...] = (),
    *,
    error: type[AtlasError] = CountryError,
) -> M:
    """Return the value at ``path`` of the tree as this model; empty values count as not given.

    Raises
    ------
    AtlasError : the value does not fit; the message names up to five problems, the first one's place first.
    """
    value = _without_empty(_at(tree, path))
    if not isinstance(value, dict):
        raise error("expected keys with values here", place=tree.place(path))
    try:
        return model.model_validate(value)
    except ValidationError as problems:
        lines: list[str] = []
        hint = place = ""
        for number, problem in enumerate(problems.errors(include_url=False)):
            where = (*path, *(part for part in problem["loc"] if isinstance(part, str | int)))
            if number == 0:
                place = tree.place(where)
            if problem["type"] == "extra_forbidden":
                key = str(problem["loc"][-1])
                message = f'unknown key "{key}"'
                hint = hint or did_you_mean(key, model.model_fields, what="the keys are")
            elif problem["type"] == "missing":
                message = f'the key "{problem["loc"][-1]}" is missing'
            else:
                key = ".".join(str(part) for part in problem["loc"])
                text = problem["msg"]
                message = f"{key}: {text[0].lower()}{text[1:]} (it says {_short(problem['input'])})"
            lines.append(message if number == 0 else f"{tree.place(where)}: {message}")
        if len(lines) > _SHOWN:
            lines[_SHOWN:] = [f"and {len(lines) - _SHOWN} more problems"]
        raise error("\n".join(lines), place=place, hint=hint) from problems


def _short(value: object) -> str:
    """Return what the file says, short enough for a message."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _at(tree: YamlTree, path: tuple[str | int, ...]) -> Value:
    """Return the value at this path."""
    value: Value = tree.value
    for part in path:
        value = value[part]  # type: ignore[index]
    return value


def _without_empty(value: Value) -> Value:
    """Drop keys without a value, at every level, so that the model's defaults hold."""
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value if inner is not None]
    return value
