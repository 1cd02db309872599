"""Standards files: which there are in a library's folder, and what each of them holds."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from atlas_legal.model.standard import (
    Concept,
    Instrument,
    InstrumentInfo,
    LedgerEntry,
    Profile,
    Requirement,
    StandardRule,
)
from atlas_legal.model.validation import Problem, Severity
from atlas_legal.standards.structure import structural_problems, validated
from atlas_legal.yaml_positions import Loc, Place, Plain, PositionedData, YamlError, load_yaml, parse_yaml

Kind = Literal["instruments", "concepts", "profiles"]
KINDS: tuple[Kind, ...] = ("instruments", "concepts", "profiles")
"""The folders of a library, which are also the kinds of files."""

_ITEMS: dict[Kind, Loc] = {"instruments": ("requirements",), "concepts": (), "profiles": ("standards",)}
"""Where the items of each kind of file stand: requirements, concepts, standards."""
_MOST_VALUES = 50_000
"""How many values a file may hold; the largest that ships has a tenth of it."""
_MOST_ITEMS = 2_000
"""How many requirements, concepts or standards a file may hold."""

_TYPES: dict[Kind, Any] = {
    "instruments": Instrument,
    "concepts": tuple[Concept, ...],
    "profiles": Profile,
}


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its content with places, and the model that the parts with a right structure make.

    ``model`` is an Instrument, a Profile, or a tuple of Concepts; None where no model can be made. Where
    ``whole`` is false, parts with structural errors are missing from it, so that the rest can be checked.
    """

    path: Path
    kind: Kind
    yaml: PositionedData
    model: Instrument | Profile | tuple[Concept, ...] | None
    problems: tuple[Problem, ...] = ()
    kept: tuple[int, ...] | None = None
    """Where requirements, concepts or standards are missing: which of the file's are in the model."""
    broken: frozenset[str] = frozenset()
    """Which of an instrument's other parts (``instrument``, ``articles``) are not as the file has them."""

    @property
    def whole(self) -> bool:
        """Whether the model holds all that the file says."""
        return self.model is not None and self.kept is None and not self.broken

    def at(self, loc: Loc, *, key: bool = False) -> Place:
        """Return the line and column in the file of a place in the model, or of its key."""
        return self.yaml.at(self._original(loc), key=key)

    def _original(self, loc: Loc) -> Loc:
        """Return the place in the file of a place in the model."""
        items = _ITEMS[self.kind]
        length = len(items)
        if self.kept is None or loc[:length] != items or len(loc) == length:
            return loc
        number = loc[length]
        assert isinstance(number, int)
        return (*items, self.kept[number], *loc[length + 1 :])

    def ids(self) -> frozenset[str]:
        """Return the ids of all requirements, concepts or standards of the file, also of those left out."""
        items = _items(self.kind, self.yaml.data)
        stated = (item.get("id") for item in items if isinstance(item, dict))
        return frozenset(name for name in stated if isinstance(name, str))

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
        line, column = self.at(loc, key=key)
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
    return _document(path, kind, lambda errors: load_yaml(path, max_values=_MOST_VALUES, collect=errors))


def parse_document(data: bytes, path: Path, kind: Kind | None = None) -> Document:
    """Check the structure of a file's bytes; see :func:`read_document`."""
    return _document(
        path, kind, lambda errors: parse_yaml(data, str(path), max_values=_MOST_VALUES, collect=errors)
    )


def _document(path: Path, kind: Kind | None, load: Callable[[list[YamlError]], PositionedData]) -> Document:
    errors: list[YamlError] = []
    try:
        yaml = load(errors)
    except YamlError as error:
        problems = tuple(_of_yaml(e) for e in (*errors, error))
        return Document(path, kind or _kind_of(path, None), PositionedData(str(path), None), None, problems)
    kind = kind or _kind_of(path, yaml.data)
    if len(_items(kind, yaml.data)) > _MOST_ITEMS:
        document = Document(path, kind, yaml, None)
        what = f"more than {_MOST_ITEMS:,} entries stand in one list"
        problem = document.problem("yaml-size", what, (*_ITEMS[kind], _MOST_ITEMS), hint="split the file")
        return replace(document, problems=(problem,))
    model, found = structural_problems(yaml, _TYPES[kind])
    if errors:  # what was passed over may have more to it than one problem: it is said once
        lines = {error.line for error in errors}
        found = [*map(_of_yaml, errors), *(p for p in found if p.line not in lines)]
        model = None
    if model is None:
        return _sound_parts(Document(path, kind, yaml, None, tuple(found)))
    assert isinstance(model, Instrument | Profile | tuple)
    return Document(path, kind, yaml, model, tuple(found))


def _of_yaml(error: YamlError) -> Problem:
    """Return an error of the YAML itself as a problem."""
    return Problem(
        file=error.file,
        line=error.line,
        column=error.column,
        severity="error",
        code=error.code,
        message=error.message,
        hint=error.hint,
    )


def _items(kind: Kind, data: Plain) -> list[Plain]:
    """Return the requirements, concepts or standards of a file as they stand."""
    for key in _ITEMS[kind]:
        data = data.get(str(key)) if isinstance(data, dict) else None
    return data if isinstance(data, list) else []


def _sound_parts(document: Document) -> Document:
    """Return the document with a model of those of its parts whose structure is right, if one can be made."""
    data = document.yaml.data
    types: dict[Kind, Any] = {"instruments": Requirement, "concepts": Concept, "profiles": StandardRule}
    made = [validated(types[document.kind], item) for item in _items(document.kind, data)]
    kept = tuple(number for number, item in enumerate(made) if item is not None)
    sound: Any = tuple(item for item in made if item is not None)
    model: Any = None
    broken = set()
    if document.kind == "concepts":
        model = sound or None
    elif isinstance(data, dict) and document.kind == "profiles":
        head = validated(Profile, {**data, "standards": []})
        model = head.model_copy(update={"standards": sound}) if isinstance(head, Profile) else None
    elif isinstance(data, dict):
        info = validated(InstrumentInfo, data.get("instrument"))
        ledger = validated(dict[str, LedgerEntry], data.get("articles"))
        broken = {name for name, part in (("instrument", info), ("articles", ledger)) if part is None}
        stated = data.get("instrument")
        name = stated.get("id") if isinstance(stated, dict) else None
        if info is None:
            name = name if isinstance(name, str) else document.path.stem
            info = InstrumentInfo(id=name, title="", short="", body="", adopted="", kind="convention")
        model = Instrument.model_validate(
            {"instrument": info, "articles": ledger or {}, "requirements": sound}
        )
    return replace(document, model=model, kept=kept, broken=frozenset(broken))


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
