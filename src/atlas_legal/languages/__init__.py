"""Languages: one folder each, with the same few modules; a new language is a new folder.

``structure``   how its laws name, number, repeal and amend provisions (the parser reads it)
``numerals``    its numbers in words and digits
``inflection``  the forms of its words
``norms``       how its laws order, forbid, punish and count years

Modules are imported when they are first asked for.
"""

import re
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Protocol, cast

from atlas_legal.languages.detection import detect
from atlas_legal.languages.drafting import Structure
from atlas_legal.languages.grammar import Norms
from atlas_legal.model.errors import UsageError

__all__ = [
    "Inflection",
    "Numerals",
    "Structure",
    "codes",
    "detect",
    "inflection",
    "norms",
    "numerals",
    "structure",
]


class Numerals(Protocol):
    """What every ``languages/<code>/numerals.py`` provides. Patterns ignore case and accents."""

    NUMBER: re.Pattern[str]
    """A cardinal number from 0 to 999 in words, digits or both: "dieciséis (16)"."""
    ORDINAL: re.Pattern[str]
    """An ordinal number in words or digits; matches nothing where the language forms them from cardinals."""

    def value(self, text: str) -> int | None:
        """Return the number that a match of ``NUMBER`` states, None for any other text."""

    def ordinal_value(self, text: str) -> int | None:
        """Return the number that a match of ``ORDINAL`` states, None for any other text."""

    def words(self, n: int) -> str:
        """Return a number from 0 to 999 in words. Raises ValueError outside that range."""


class Inflection(Protocol):
    """What every ``languages/<code>/inflection.py`` provides. Input and output are folded."""

    def phrase(self, text: str) -> tuple[str, ...]:
        """Return the phrase with its words in singular and plural, and in each gender."""

    def verbal(self, lemma: str) -> tuple[str, ...]:
        """Return the forms of a verb, given by its infinitive."""

    def within_word(self, text: str, start: int, end: int) -> bool:
        """Return whether a span is only a part of a word, so that no term can stand there."""


@cache
def codes() -> tuple[str, ...]:
    """Return the ISO 639-1 codes of the languages that have a folder, sorted."""
    folder = Path(__file__).parent
    return tuple(sorted(path.parent.name for path in folder.glob("*/structure.py")))


def structure(code: str) -> Structure:
    """Return how laws in this language are laid out. Raises UsageError for a language without a folder."""
    return cast("Structure", _module(code, "structure"))


def numerals(code: str) -> Numerals:
    """Return the language's numbers. Raises UsageError for a language without a folder."""
    return cast("Numerals", _module(code, "numerals"))


def inflection(code: str) -> Inflection:
    """Return the language's word forms. Raises UsageError for a language without a folder."""
    return cast("Inflection", _module(code, "inflection"))


def norms(code: str) -> Norms:
    """Return how the language states rules. Raises UsageError for a language without a folder."""
    return cast("Norms", _module(code, "norms"))


@cache
def _module(code: str, name: str) -> object:
    """Import a module of a language folder; ``code`` is checked against the folders, so it names no other."""
    if code not in codes():
        raise UsageError(f'no language file for "{code}"', hint=f"there is one for {', '.join(codes())}")
    return import_module(f"{__name__}.{code}.{name}")
