"""Standards files: which there are in a library's folder, and what each of them holds."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from atlas_legal.model.standard import Concept, Instrument, Profile
from atlas_legal.model.validation import Problem, Severity
from atlas_legal.standards.structure import structural_problems
from atlas_legal.yaml_positions import Loc, Plain, PositionedData, YamlError, load_yaml

Kind = Literal["instruments", "concepts", "profiles"]
KINDS: tuple[Kind, ...] = ("instruments", "concepts", "profiles")
"""The folders of a library, which are also the kinds of files."""

_TYPES: dict[Kind, Any] = {
    "instruments": Instrument,
    "concepts": tuple[Concept, ...],
    "profiles": Profile,
}


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its content with places, and the model it makes where its structure is right.

    ``model`` is an Instrument, a Profile, or a tuple of Concepts; None where there are structural errors.
    """

    path: Path
    kind: Kind
    yaml: PositionedData
    model: Instrument | Profile | tuple[Concept, ...] | None
    problems: tuple[Problem, ...] = ()

    def problem(
        self,
        code: str,
        message: str,
        loc: Loc,
        *,
        hint: str = "",
        key: bool = False,
        severity: Severity = "error",
    ) -> Problem:
        """Return a problem at the place of a value of this file, or of its key."""
        line, column = self.yaml.at(loc, key=key)
        return Problem(
            file=str(self.path),
            line=line,
            column=column,
            severity=severity,
            code=code,
            message=message,
            hint=hint,
        )


def library_files(root: Path) -> tuple[tuple[Path, Kind], ...]:
    """Return the files of a library's folder with their kinds, sorted by name within each kind."""
    return tuple((path, kind) for kind in KINDS for path in sorted((root / kind).glob("*.yaml")))


def fingerprint(root: Path, files: Iterable[Path]) -> str:
    """Return the sha256 over the files' names, relative to the root, and their bytes, in the given order."""
    digest = hashlib.sha256()
    for path in files:
        data = path.read_bytes()
        digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def read_document(path: Path, kind: Kind | None = None) -> Document:
    """Read and check the structure of one file.

    ``kind`` None takes it from the folder's name, else from the content. Nothing is raised: whatever is
    wrong with the file is among the document's problems.
    """
    try:
        yaml = load_yaml(path)
    except YamlError as error:
        problem = Problem(
            file=str(path),
            line=error.line,
            column=error.column,
            severity="error",
            code=error.code,
            message=error.message,
            hint=error.hint,
        )
        empty = PositionedData(str(path), None)
        return Document(path, kind or _kind_of(path, None), empty, None, (problem,))
    kind = kind or _kind_of(path, yaml.data)
    model, problems = structural_problems(yaml, _TYPES[kind])
    assert model is None or isinstance(model, Instrument | Profile | tuple)
    return Document(path, kind, yaml, model, tuple(problems))


def _kind_of(path: Path, data: Plain) -> Kind:
    """Return a file's kind by the folder it lies in, else by what it looks like."""
    for kind in KINDS:
        if path.parent.name == kind:
            return kind
    if isinstance(data, list):
        return "concepts"
    if isinstance(data, dict) and not {"instrument", "articles"} & data.keys() and "id" in data:
        return "profiles"
    return "instruments"


def instruments_of(documents: Sequence[Document]) -> tuple[Instrument, ...]:
    """Return the instruments whose structure is right, in order."""
    return tuple(d.model for d in documents if isinstance(d.model, Instrument))


def concepts_of(documents: Sequence[Document]) -> tuple[Concept, ...]:
    """Return the concepts of the files whose structure is right, in order."""
    return tuple(concept for d in documents if isinstance(d.model, tuple) for concept in d.model)


def profiles_of(documents: Sequence[Document]) -> tuple[Profile, ...]:
    """Return the profiles whose structure is right, in order."""
    return tuple(d.model for d in documents if isinstance(d.model, Profile))
