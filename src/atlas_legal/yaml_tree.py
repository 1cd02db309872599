"""YAML as people write it: every scalar is the text that stands there, every value knows its place.

YAML 1.1 turns ``no`` into false, ``2008-06-04`` into a date and ``1:30`` into ninety; country files and the
registers that users bring are full of such words. Here a scalar stays the text of the file, and the model
that takes the value decides what it means. Duplicate keys, tabs, aliases and bottomless nesting are errors
with file, line and column.
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

import yaml

from atlas_legal.model.errors import AtlasError, CountryError

Value = str | None | list["Value"] | dict[str, "Value"]
Path_ = tuple[str | int, ...]

MAX_BYTES = 5_000_000
MAX_DEPTH = 40
_NULL = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class YamlTree:
    """A YAML file's content and where each value stands.

    ``places`` maps the path of a value (keys and list indices) to its line and column, both from 1;
    ``keys`` that of a key, by the path of its value.
    """

    file: str
    value: Value
    places: dict[Path_, tuple[int, int]]
    keys: dict[Path_, tuple[int, int]] = field(default_factory=dict)

    def place(self, path: Path_) -> str:
        """Return ``file:line:column`` of the value, or of its nearest parent that has a place."""
        at = self.at(path)
        return f"{self.file}:{at[0]}:{at[1]}" if at else self.file

    def at(self, path: Path_) -> tuple[int, int] | None:
        """Return line and column of the value, or of its nearest parent; None where nothing stands."""
        parents = (path[:end] for end in range(len(path), -1, -1))
        return next((self.places[parent] for parent in parents if parent in self.places), None)


@dataclass(slots=True)
class _Open:
    """A collection that is being read."""

    value: list[Value] | dict[str, Value]
    path: Path_
    key: str | None = None
    seen: dict[str, int] = field(default_factory=dict)


def read_yaml(path: Path, *, error: type[AtlasError] = CountryError) -> YamlTree:
    """Read one YAML document.

    Parameters
    ----------
    path : the file; UTF-8, with or without a byte order mark, at most 5 MB.
    error : the class of the error that is raised.

    Raises
    ------
    AtlasError : the file is not there, is not UTF-8, or is not YAML of the kind described above.
    """
    try:
        data = path.read_bytes()
    except OSError as problem:
        raise error(f"cannot be read ({problem.strerror})", place=str(path)) from problem
    if len(data) > MAX_BYTES:
        raise error(f"is larger than {MAX_BYTES:,} bytes", place=str(path))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise error(
            "the file is not UTF-8 text", place=f"{path}:{line}:1", hint="save it as UTF-8"
        ) from problem
    return _build(text, str(path), error)


def _build(text: str, file: str, error: type[AtlasError]) -> YamlTree:
    """Fold the parser's events into values; no recursion, so nesting cannot exhaust the stack."""
    root: list[Value] = []
    places: dict[Path_, tuple[int, int]] = {}
    keys: dict[Path_, tuple[int, int]] = {}
    stack: list[_Open] = []
    documents = 0

    def fail(at: tuple[int, int], message: str, hint: str = "") -> NoReturn:
        raise error(message, place=f"{file}:{at[0]}:{at[1]}", hint=hint)

    def add(value: Value, at: tuple[int, int]) -> Path_:
        """Put a value into the innermost open collection and note where it stands."""
        if not stack:
            path: Path_ = ()
            root.append(value)
        else:
            top = stack[-1]
            if isinstance(top.value, list):
                path = (*top.path, len(top.value))
                top.value.append(value)
            else:
                assert top.key is not None
                path = (*top.path, top.key)
                top.value[top.key] = value
                top.key = None
        places[path] = at
        return path

    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            at = _line_and_column(event.start_mark)
            expects_key = bool(stack) and isinstance(stack[-1].value, dict) and stack[-1].key is None
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    fail(at, "a second YAML document begins here", "keep one document in a file")
            elif isinstance(event, yaml.AliasEvent):
                fail(at, "YAML aliases are not supported", "write the value out")
            elif isinstance(event, yaml.ScalarEvent):
                if expects_key:
                    top = stack[-1]
                    if event.value in top.seen:
                        fail(at, f'the key "{event.value}" stands here again',
                             f"it stands on line {top.seen[event.value]} already; keep one")
                    top.seen[event.value] = at[0]
                    top.key = event.value
                    keys[(*top.path, event.value)] = at
                else:
                    plain = event.style is None or event.style == ""
                    add(None if plain and event.value in _NULL else event.value, at)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                if expects_key:
                    fail(at, "a key must be a word", 'quote it if it begins with "[" or "{"')
                if len(stack) >= MAX_DEPTH:
                    fail(at, f"nested deeper than {MAX_DEPTH} levels")
                value: list[Value] | dict[str, Value] = (
                    [] if isinstance(event, yaml.SequenceStartEvent) else {}
                )
                stack.append(_Open(value, add(value, at)))
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                stack.pop()
    except yaml.MarkedYAMLError as problem:
        line, column = _line_and_column(problem.problem_mark or problem.context_mark)
        before = "".join(text.split("\n")[line - 1 : line])[:column]
        tab = "a tab stands here: YAML indents with spaces" if "\t" in before else ""
        raise error(
            f"not valid YAML: {problem.problem or problem.context}",
            place=f"{file}:{line}:{column}",
            hint=tab or "check quotes, colons and indentation",
        ) from problem
    except yaml.YAMLError as problem:
        raise error("not valid YAML: it holds a control character", place=file) from problem
    return YamlTree(file, root[0] if root else None, places, keys)


def _line_and_column(mark: object) -> tuple[int, int]:
    """Return a parser mark as line and column from 1; the beginning where there is none."""
    return getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1
