"""YAML front matter at the head of a Markdown file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import yaml

_LONGEST: Final = 200_000
"""Characters within which front matter must close, else there is none."""
_OPENING: Final = re.compile(r"---[ \t]*\r?\n")
_CLOSING: Final = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and where it ends (the first code point after its closing line)."""

    values: Mapping[str, object]
    end: int
    notes: tuple[str, ...] = ()


def front_matter(text: str) -> FrontMatter:
    """Read the front matter of a text; empty, ending at 0, where the text has none.

    Control characters, which YAML refuses, are left out of a copy that is read. Neither they nor front
    matter that is no YAML keep the law from being read: both are noted.
    """
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), _LONGEST) if opening else None
    if opening is None or closing is None:
        return FrontMatter(MappingProxyType({}), 0)
    end = closing.end() + (text[closing.end() : closing.end() + 1] == "\n")
    block = text[opening.end() : closing.start()]
    notes: list[str] = []
    clean = _CONTROLS.sub("", block)
    if len(clean) != len(block):
        notes.append(f"{len(block) - len(clean)} control characters in the front matter were passed over")
    values: object = {}
    try:
        values = yaml.load(clean, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        mark = getattr(problem, "problem_mark", None)
        where = f" (line {mark.line + 2})" if mark is not None else ""
        notes.append(f"the front matter is not valid YAML{where} and was passed over")
    if values is None:
        values = {}
    if not isinstance(values, dict):
        notes.append("the front matter is not a mapping and was passed over")
        values = {}
    return FrontMatter(MappingProxyType({str(k): v for k, v in values.items()}), end, tuple(notes))
