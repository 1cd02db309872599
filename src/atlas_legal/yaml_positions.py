"""YAML with places: plain data, and the line and column of every key and value.

Every scalar stays the text that stands in the file; only an empty value and ``null`` are None. So ``no``,
``2008-06-04`` and ``1:30`` are never turned into false, a date and ninety, as YAML 1.1 does; the model that
takes the value decides what it means, and ``resolved`` tells where another reader would see something else.
The parser's events are folded without recursion and nothing is constructed: hostile files cannot exhaust the
stack, multiply through aliases or run code.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml

from atlas_legal.model.errors import AtlasError

Plain = str | None | list["Plain"] | dict[str, "Plain"]
Loc = tuple[str | int, ...]
Place = tuple[int, int]
"""Line and column, both from 1; columns count code points."""

MAX_BYTES = 10_000_000
MAX_DEPTH = 40
MAX_VALUES = 1_000_000
MAX_ERRORS = 100
"""How many errors are collected from one file before reading ends."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line in YAML 1.1."""


class YamlError(AtlasError):
    """A file that is no YAML of the kind described above. ``code`` is stable, for programs."""

    def __init__(self, message: str, *, file: str, at: Place, code: str, hint: str = "") -> None:
        self.file = file
        self.line, self.column = at
        self.code = code
        super().__init__(message, place=f"{file}:{at[0]}:{at[1]}", hint=hint)


@dataclass(frozen=True, slots=True)
class PositionedData:
    """A YAML document's content and where each part of it stands.

    ``values`` and ``keys`` map a path (keys and list indices) to the place of the value and of its key.
    ``resolved`` maps the path of an unquoted scalar to what YAML 1.1 would make of it: "bool" or "timestamp".
    """

    file: str
    data: Plain
    values: dict[Loc, Place] = field(default_factory=dict)
    keys: dict[Loc, Place] = field(default_factory=dict)
    resolved: dict[Loc, str] = field(default_factory=dict)

    def at(self, loc: Loc, *, key: bool = False) -> Place:
        """Return the line and column of the value at a path, or of its key.

        A part of the path that the data do not have is passed over, so that the locations of pydantic's
        errors, which name the members of unions and keys that are missing, lead to the nearest parent.
        """
        path = self.path(loc)
        if key and path in self.keys:
            return self.keys[path]
        return self.values.get(path, (1, 1))

    def path(self, loc: Loc) -> Loc:
        """Return the parts of a location that the data have."""
        path: Loc = ()
        value = self.data
        for part in loc:
            if (isinstance(value, dict) and isinstance(part, str) and part in value) or (
                isinstance(value, list) and isinstance(part, int) and part < len(value)
            ):
                value = value[part]  # type: ignore[index]
                path = (*path, part)
        return path


def load_yaml(
    path: Path, *, max_values: int = MAX_VALUES, collect: list[YamlError] | None = None
) -> PositionedData:
    """Read one YAML document; the parameters are those of :func:`parse_yaml`.

    Raises
    ------
    YamlError : the file cannot be read, is larger than 10 MB, not UTF-8, or not YAML of this kind.
    """
    file = str(path)
    try:
        if not path.is_file():
            what = "is a folder, not a file" if path.is_dir() else "there is no such file"
            raise YamlError(what, file=file, at=(1, 1), code="file-missing")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(file)
        data = path.read_bytes()
    except OSError as problem:
        raise YamlError(
            f"cannot be read ({problem.strerror})", file=file, at=(1, 1), code="file-unreadable"
        ) from problem
    return parse_yaml(data, file, max_values=max_values, collect=collect)


def parse_yaml(
    data: bytes, file: str, *, max_values: int = MAX_VALUES, collect: list[YamlError] | None = None
) -> PositionedData:
    """Return the one YAML document in ``data``.

    Parameters
    ----------
    file : the name that errors give.
    max_values : how many values the document may hold.
    collect : takes the errors after which reading can go on (repeated keys, tags, aliases: the later value
        counts, the tag is passed over, the alias is an empty value); None raises the first.

    Raises
    ------
    YamlError : larger than 10 MB, not UTF-8, or not YAML of this kind.
    """
    if len(data) > MAX_BYTES:
        raise _too_large(file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8-sig")
        raise YamlError(
            "the file is not UTF-8 text",
            file=file,
            at=_place_at(before, len(before)),
            code="yaml-encoding",
            hint="save it as UTF-8",
        ) from problem
    control = _CONTROL.search(text)
    if control is not None:
        raise YamlError(
            f"the control character U+{ord(control.group()):04X} cannot stand in YAML",
            file=file,
            at=_place_at(text, control.start()),
            code="yaml-control",
            hint="delete it",
        )
    fold = _Fold(file, max_values, collect)
    try:
        return fold.run(text)
    except yaml.MarkedYAMLError as problem:
        at = fold.opened(problem) or _place(problem.problem_mark or problem.context_mark)
        line = next(iter(_BREAK.split(text)[at[0] - 1 : at[0]]), "")
        indent = line[: len(line) - len(line.lstrip())]
        tab = "\t" in indent
        raise YamlError(
            "a tab stands in the indentation" if tab else _reason(problem),
            file=file,
            at=(at[0], indent.index("\t") + 1) if tab else at,
            code="yaml-tab" if tab else "yaml-syntax",
            hint="indent with spaces" if tab else "check quotes, colons and indentation",
        ) from problem
    except yaml.YAMLError as problem:
        raise YamlError("not valid YAML", file=file, at=(1, 1), code="yaml-syntax") from problem


@dataclass(slots=True)
class _Open:
    """A collection that is being read; ``key`` is the key whose value comes next."""

    value: list[Plain] | dict[str, Plain]
    path: Loc
    key: str | None = None


class _Fold:
    """Folds the parser's events into plain data and places."""

    def __init__(self, file: str, max_values: int, collect: list[YamlError] | None) -> None:
        self._file = file
        self._max_values = max_values
        self._collect = collect
        self._root: list[Plain] = []
        self._stack: list[_Open] = []
        self._values: dict[Loc, Place] = {}
        self._keys: dict[Loc, Place] = {}
        self._resolved: dict[Loc, str] = {}
        self._documents = 0
        self._quoted: tuple[Place, int] | None = None

    def run(self, text: str) -> PositionedData:
        """Read all events of a text."""
        handlers: dict[type[yaml.Event], Callable[[yaml.Event], None]] = {
            yaml.DocumentStartEvent: self._document,
            yaml.AliasEvent: self._alias,
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceEndEvent: self._close,
            yaml.MappingEndEvent: self._close,
        }
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            handler = handlers.get(type(event))
            if handler is not None:
                handler(event)
        root = self._root[0] if self._root else None
        return PositionedData(self._file, root, self._values, self._keys, self._resolved)

    def opened(self, problem: yaml.MarkedYAMLError) -> Place | None:
        """Return where what the parser stumbled over was opened: a bracket, or a quote that ends too late."""
        at = _place(problem.problem_mark)[0]
        if self._quoted is not None and self._quoted[1] == at:
            return self._quoted[0]
        inside = re.search("flow|quoted", problem.context or "")
        return _place(problem.context_mark) if inside and problem.context_mark else None

    def _fail(self, event: yaml.Event, code: str, message: str, hint: str = "") -> YamlError:
        return YamlError(message, file=self._file, at=_place(event.start_mark), code=code, hint=hint)

    def _pass_over(self, event: yaml.Event, code: str, message: str, hint: str) -> None:
        """Collect an error after which reading can go on, or raise it."""
        error = self._fail(event, code, message, hint)
        if self._collect is None or len(self._collect) >= MAX_ERRORS:
            raise error
        self._collect.append(error)

    def _document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._fail(
                event, "yaml-documents", "a second YAML document begins here", "keep one document in a file"
            )

    def _alias(self, event: yaml.Event) -> None:
        message, hint = "YAML aliases are not supported", "write the value out"
        if self._expects_key():
            raise self._fail(event, "yaml-alias", message, hint)
        self._pass_over(event, "yaml-alias", message, hint)
        self._add(None, event)

    def _scalar(self, event: yaml.Event) -> None:
        assert isinstance(event, yaml.ScalarEvent)
        self._no_tag(event, event.tag)
        if event.style in ("'", '"'):
            start, end = _place(event.start_mark), _place(event.end_mark)
            self._quoted = (start, end[0]) if end[0] > start[0] else None
        if self._expects_key():
            self._key(event)
            return
        plain = not event.style
        path = self._add(None if plain and event.value in _NULL else event.value, event)
        if plain:
            kind = _resolved_as(event.value)
            if kind:
                self._resolved[path] = kind

    def _key(self, event: yaml.ScalarEvent) -> None:
        top = self._stack[-1]
        assert isinstance(top.value, dict)
        path = (*top.path, event.value)
        if event.value in top.value:
            self._pass_over(
                event,
                "yaml-duplicate-key",
                f'the key "{event.value}" stands here again',
                f"it stands on line {self._keys[path][0]} already; keep one",
            )
        top.key = event.value
        self._keys[path] = _place(event.start_mark)

    def _open(self, event: yaml.Event) -> None:
        assert isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent)
        self._no_tag(event, event.tag)
        if self._expects_key():
            raise self._fail(
                event, "yaml-key", "a key must be a word", 'quote it if it begins with "[" or "{"'
            )
        if len(self._stack) >= MAX_DEPTH:
            raise self._fail(event, "yaml-depth", f"nested deeper than {MAX_DEPTH} levels")
        value: list[Plain] | dict[str, Plain] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self._stack.append(_Open(value, self._add(value, event)))

    def _close(self, event: yaml.Event) -> None:
        self._stack.pop()

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].value, dict) and self._stack[-1].key is None

    def _no_tag(self, event: yaml.Event, tag: str | None) -> None:
        if tag is not None and tag != "!":
            self._pass_over(event, "yaml-tag", f'the tag "{tag}" is not supported', "remove the tag")

    def _add(self, value: Plain, event: yaml.Event) -> Loc:
        """Put a value into the innermost open collection and note where it stands."""
        if len(self._values) >= self._max_values:
            raise self._fail(event, "yaml-size", f"more than {self._max_values:,} values", "split the file")
        path: Loc = ()
        if not self._stack:
            self._root.append(value)
        else:
            top = self._stack[-1]
            if isinstance(top.value, list):
                path = (*top.path, len(top.value))
                top.value.append(value)
            else:
                assert top.key is not None
                path = (*top.path, top.key)
                top.value[top.key] = value
                top.key = None
        self._values[path] = _place(event.start_mark)
        return path


@cache
def _resolver() -> yaml.SafeLoader:
    """Return PyYAML's own resolver of unquoted words."""
    return yaml.SafeLoader("")


def _resolved_as(word: str) -> str:
    """Return "bool" or "timestamp" where YAML 1.1 would make one of an unquoted word."""
    tag = _resolver().resolve(yaml.ScalarNode, word, (True, False))  # type: ignore[no-untyped-call]
    kind = tag.rpartition(":")[2]
    return kind if kind in ("bool", "timestamp") else ""


def _place(mark: object) -> Place:
    """Return a parser mark as line and column from 1; the beginning where there is none."""
    return getattr(mark, "line", 0) + 1, getattr(mark, "column", 0) + 1


def _place_at(text: str, offset: int) -> Place:
    """Return an offset as line and column from 1."""
    before = _BREAK.split(text[:offset])
    return len(before), len(before[-1]) + 1


def _reason(problem: yaml.MarkedYAMLError) -> str:
    """Return what the parser says is wrong."""
    return f"not valid YAML: {problem.problem or problem.context or 'it cannot be read'}"


def _too_large(file: str) -> YamlError:
    return YamlError(
        f"is larger than {MAX_BYTES:,} bytes", file=file, at=(1, 1), code="yaml-size", hint="split the file"
    )
