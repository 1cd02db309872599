"""Standards files as validated values, with every problem of form at its place."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from atlas_legal.model.base import Model
from atlas_legal.model.errors import StandardsError
from atlas_legal.model.standard import Concept, Instrument, Profile
from atlas_legal.model.validation import Problem
from atlas_legal.nearest import did_you_mean
from atlas_legal.yaml_tree import Path_, Value, YamlTree, read_yaml

Kind = Literal["instrument", "concepts", "profile"]
M = TypeVar("M", bound=Model)

FOLDERS: dict[str, Kind] = {"instruments": "instrument", "concepts": "concepts", "profiles": "profile"}
"""The kind of file that each folder of the standards holds."""

_SHOWN = 60
"""How much of a wrong value a message quotes, in characters."""


@dataclass(frozen=True, slots=True)
class StandardsFile:
    """A file of standards: what could be read of it, and what is wrong with its form.

    ``tree`` is None where it is not YAML; ``value`` is empty where its form is wrong.
    """

    path: Path
    kind: Kind | None
    tree: YamlTree | None
    value: Instrument | Profile | tuple[Concept, ...] | None
    problems: tuple[Problem, ...]

    def problem(
        self, path: Path_, code: str, message: str, hint: str = "", *, warning: bool = False
    ) -> Problem:
        """Return a problem at the place of a value in this file."""
        line, column = (self.tree.at(path) if self.tree else None) or (1, 1)
        return Problem(file=str(self.path), line=line, column=column, code=code, message=message, hint=hint,
                       severity="warning" if warning else "error")


def standards_files(root: Path) -> tuple[Path, ...]:
    """Return the files of a folder of standards, sorted by folder and name."""
    return tuple(path for folder in sorted(FOLDERS) for path in sorted((root / folder).glob("*.yaml")))


def read_standards(path: Path) -> StandardsFile:
    """Read one file; its kind follows from its folder, else from its keys. Nothing is raised."""
    try:
        tree = read_yaml(path, error=StandardsError)
    except StandardsError as error:
        line, column = _numbers(error.place)
        problem = Problem(file=str(path), line=line, column=column, severity="error", code="yaml",
                          message=error.message, hint=error.hint)
        return StandardsFile(path, None, None, None, (problem,))
    kind = FOLDERS.get(path.parent.name) or _kind(tree.value)
    file = StandardsFile(path, kind, tree, None, ())
    if kind is None:
        found = file.problem((), "unknown-kind", "this is no instrument, list of concepts or profile")
        return StandardsFile(path, kind, tree, None, (found,))
    if kind == "concepts":
        concepts, problems = _concepts(file, tree.value)
        return StandardsFile(path, kind, tree, concepts, problems)
    model: type[Instrument] | type[Profile] = Instrument if kind == "instrument" else Profile
    value, problems = _checked(file, model, tree.value, ())
    return StandardsFile(path, kind, tree, value, problems)


def _kind(value: Value) -> Kind | None:
    """Return what kind of file has such content."""
    if isinstance(value, list):
        return "concepts"
    if isinstance(value, dict):
        return "instrument" if "instrument" in value else "profile" if "requirements" in value else None
    return None


def _concepts(file: StandardsFile, value: Value) -> tuple[tuple[Concept, ...] | None, tuple[Problem, ...]]:
    """Return the concepts of a list, or what is wrong with them."""
    if not isinstance(value, list):
        return None, (file.problem((), "value", "expected a list of concepts", 'begin each with "- id:"'),)
    concepts: list[Concept] = []
    problems: list[Problem] = []
    for number, item in enumerate(value):
        concept, found = _checked(file, Concept, item, (number,))
        problems += found
        if concept is not None:
            concepts.append(concept)
    return tuple(concepts) if not problems else None, tuple(problems)


def _checked(
    file: StandardsFile, model: type[M], value: Value, path: Path_
) -> tuple[M | None, tuple[Problem, ...]]:
    """Return the value as this model, or its problems."""
    if not isinstance(value, dict):
        return None, (file.problem(path, "value", "expected keys with values here"),)
    try:
        return model.model_validate(_without_empty(value)), ()
    except ValidationError as error:
        return None, tuple(_problem(file, model, path, found) for found in error.errors(include_url=False))


def _problem(file: StandardsFile, model: type[Model], path: Path_, found: ErrorDetails) -> Problem:
    """Return one of pydantic's errors as a problem at its place."""
    place = (*path, *found["loc"])
    key = str(found["loc"][-1]) if found["loc"] else ""
    assert file.tree is not None
    if found["type"] == "extra_forbidden":
        line, column = file.tree.keys.get(place) or file.tree.at(place) or (1, 1)
        return Problem(file=str(file.path), line=line, column=column, severity="error", code="unknown-key",
                       message=f'unknown key "{key}"', hint=_known_keys(model, found["loc"], key))
    if found["type"] == "missing":
        return file.problem(place, "missing-key", f'the key "{key}" is missing')
    if found["type"] == "literal_error":
        return file.problem(place, "value", f"unknown {key} {_short(found['input'])}",
                            f"expected {found['ctx']['expected']}" if "ctx" in found else "")
    text = found["msg"].removeprefix("Value error, ")
    label = ".".join(str(part) for part in found["loc"][-2:])
    said = "" if isinstance(found["input"], dict | list) else f" (it says {_short(found['input'])})"
    return file.problem(place, "value", f"{label}: {text[:1].lower()}{text[1:]}{said}")


def _known_keys(model: type[Model], loc: tuple[int | str, ...], key: str) -> str:
    """Return a hint with the key that was likely meant where the unknown one stands."""
    here: type[Model] | None = model
    for part in loc[:-1]:
        if here is None or not isinstance(part, str):
            continue
        field = next((f for name, f in here.model_fields.items() if part in (name, f.alias)), None)
        here = _model_in(field.annotation) if field is not None else here
    if here is None:
        return ""
    return did_you_mean(key, [f.alias or name for name, f in here.model_fields.items()], what="the keys are")


def _model_in(annotation: object) -> type[Model] | None:
    """Return the first model that an annotation names, at any depth."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part)) is not None), None)


def _without_empty(value: Value) -> Value:
    """Drop keys without a value, at every level, so that the model's defaults hold."""
    if isinstance(value, dict):
        return {key: _without_empty(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_without_empty(inner) for inner in value]
    return value


def _short(value: object) -> str:
    """Return what the file says, short enough for a message."""
    text = f'"{value}"' if isinstance(value, str) else repr(value)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "..."


def _numbers(place: str) -> tuple[int, int]:
    """Return line and column of ``file:line:column``; the beginning where they are not there."""
    parts = place.rsplit(":", 2)[1:]
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        return int(parts[0]), int(parts[1])
    return 1, 1
