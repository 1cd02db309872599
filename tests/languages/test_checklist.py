"""The checklist that every folder in ``languages/`` passes."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal import languages
from atlas_legal.languages import Inflection, Numerals, Structure
from atlas_legal.languages.drafting import HeadingWord
from atlas_legal.languages.folding import fold
from atlas_legal.languages.grammar import Norms

CODES = languages.codes()
WHOLE_RANGE = range(1000)
FRAGMENTS = ("NUMBER", "SUFFIX", "CLOSING", "ORDINALS", "PART", "AND", "RANGE")
"""Names in ``structure`` that are pieces of larger patterns and so have no groups of their own."""


def members(protocol: type) -> set[str]:
    """The names that a protocol asks for."""
    methods = {name for name in vars(protocol) if not name.startswith("_")}
    return set(protocol.__annotations__) | methods


def patterns(module: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of a module, those inside its sequences and tables included."""

    def inside(name: str, value: Any) -> Iterator[tuple[str, re.Pattern[str]]]:
        if isinstance(value, re.Pattern):
            yield name, value
        elif isinstance(value, HeadingWord):
            yield name, re.compile(value.word, re.IGNORECASE)
        elif isinstance(value, tuple | list):
            for item in value:
                yield from inside(name, item)
        elif hasattr(value, "__dataclass_fields__"):
            for field in value.__dataclass_fields__:
                yield from inside(f"{name}.{field}", getattr(value, field))

    for name, value in sorted(vars(module).items()):
        yield from inside(name, value)


def open_ended(pattern: Any) -> Iterator[tuple[int, bool]]:
    """Each repetition without bound: how deep in others it stands, and whether its item can be empty."""

    def walk(items: Any, depth: int) -> Iterator[tuple[int, bool]]:
        for operator, argument in items:
            name = str(operator)
            if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
                _, most, item = argument
                endless = most == re._constants.MAXREPEAT  # type: ignore[attr-defined]
                if endless:
                    yield depth, item.getwidth()[0] == 0
                yield from walk(item, depth + endless)
            elif name == "BRANCH":
                for branch in argument[1]:
                    yield from walk(branch, depth)
            elif name == "SUBPATTERN":
                yield from walk(argument[3], depth)
            elif name in ("ASSERT", "ASSERT_NOT"):
                yield from walk(argument[1], depth)
            elif name == "ATOMIC_GROUP":
                yield from walk(argument, depth)

    return walk(pattern, 0)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("part", "protocol"),
    [("structure", Structure), ("numerals", Numerals), ("inflection", Inflection), ("norms", Norms)],
)
def test_every_name_of_the_protocol_is_there(code: str, part: str, protocol: type) -> None:
    module = getattr(languages, part)(code)
    missing = {name for name in members(protocol) if not hasattr(module, name)}
    assert not missing


@pytest.mark.parametrize("code", CODES)
def test_numbers_round_trip(code: str) -> None:
    numerals = languages.numerals(code)
    for n in WHOLE_RANGE:
        words = numerals.words(n)
        assert numerals.value(words) == n, words
        assert numerals.value(str(n)) == n
        if n != 1:  # one is an article or a pronoun, unless it counts something
            assert numerals.NUMBER.fullmatch(words), words
        assert numerals.NUMBER.fullmatch(str(n))
        both = f"{words} ({n})"
        found = numerals.NUMBER.search(both)
        assert found is not None
        assert numerals.value(found.group()) == n, both


@pytest.mark.parametrize("code", CODES)
@given(n=st.integers().filter(lambda n: n not in WHOLE_RANGE))
def test_other_numbers_have_no_words(code: str, n: int) -> None:
    with pytest.raises(ValueError, match="0 to 999"):
        languages.numerals(code).words(n)


@pytest.mark.parametrize("code", CODES)
@given(text=st.text(max_size=60))
def test_no_text_stops_the_numbers(code: str, text: str) -> None:
    numerals = languages.numerals(code)
    for match in numerals.NUMBER.finditer(text):
        assert numerals.value(match.group()) is not None
    assert numerals.value(text) is None or isinstance(numerals.value(text), int)
    assert numerals.ordinal_value(text) is None or isinstance(numerals.ordinal_value(text), int)


@pytest.mark.parametrize("code", CODES)
def test_fragments_compile_without_groups(code: str) -> None:
    structure = languages.structure(code)
    words = [word.word for word in (*structure.UNITS, *structure.CONTAINERS)]
    for fragment in [*words, *(getattr(structure, name) for name in FRAGMENTS)]:
        assert re.compile(fragment, re.IGNORECASE).groups == 0, fragment


@pytest.mark.parametrize("code", CODES)
def test_labels_and_suffixes(code: str) -> None:
    structure = languages.structure(code)
    for word in structure.UNITS:
        assert word.label.format(7).endswith("7")
        assert "7" in structure.PARAGRAPH_LABEL.format(word.label.format(1), 7)
        assert "7" in structure.POINT_LABEL.format(word.label.format(1), 7)
    for suffix, written in structure.SUFFIXES.items():
        assert fold(suffix) == suffix
        assert written.isascii()
        assert re.compile(structure.SUFFIX, re.IGNORECASE).fullmatch(suffix)
    for group in ("what",):
        assert group in structure.REPEALED.groupindex
    assert all("term" in pattern.groupindex for pattern in structure.DEFINITIONS)


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("part", ["structure", "numerals", "inflection", "norms"])
def test_no_pattern_can_backtrack_without_bound(code: str, part: str) -> None:
    for name, pattern in patterns(getattr(languages, part)(code)):
        tree = re._parser.parse(pattern.pattern, pattern.flags)  # type: ignore[attr-defined]
        for depth, empty in open_ended(tree):
            assert depth == 0, f"{name}: a repetition without bound inside another"
            assert not empty, f"{name}: a repetition without bound of what can be empty"
