"""The vocabulary: every surface form of every term of the concepts in one language.

How terms are written
---------------------
``trabajo nocturno``
    A plain term: as it stands and in the plural (in both genders where it has them).
``(trabajo|labor) de (los|) menores``
    Alternatives in parentheses, one of which may be empty.
``venta ... menor``
    An ellipsis: the second part follows the first after at most a few words of the same clause.
``{lemma: prestar servicios, pos: verb}``
    The first word is a verb in all its forms; what follows is inflected like a plain term.
``{lemma: trata, pos: phrase, forms: [...]}``
    Exactly as it stands, and the forms listed.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

from atlas_legal.languages import Inflection, inflection
from atlas_legal.languages.folding import fold
from atlas_legal.model.standard import Concept, Term

ELLIPSIS: Final = " ... "
_ALTERNATIVES: Final = re.compile(r"\(([^()]*)\)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term ready to be looked for: for each part of it, its folded surface forms in sorted order."""

    concept: str
    parts: tuple[tuple[str, ...], ...]
    unless: bool = False
    """Whether the pattern takes away what it covers instead of finding the concept."""


def expand(concepts: Iterable[Concept], language: str) -> tuple[Pattern, ...]:
    """Return all patterns of the concepts in a language, in the order of the concepts and their terms.

    Terms are expanded once and kept. Raises UsageError for a language without a folder.
    """
    return tuple(
        Pattern(concept.id, _parts(term, language), unless)
        for concept in concepts
        for terms, unless in ((concept.terms, False), (concept.unless, True))
        for term in terms.get(language, ())
    )


def _parts(term: str | Term, language: str) -> tuple[tuple[str, ...], ...]:
    """Return the surface forms of each part of a term."""
    if isinstance(term, str):
        return _expanded(fold(term), "", (), language)
    return _expanded(fold(term.lemma), term.pos, tuple(map(fold, term.forms)), language)


@cache
def _expanded(text: str, pos: str, forms: tuple[str, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """Return the surface forms of each part of folded text; ``forms`` belong to its first word or part."""
    rules = inflection(language)
    parts = []
    for place, part in enumerate(text.split(ELLIPSIS)):
        found: set[str] = set()
        for one in _alternatives(part):
            if place == 0 and pos == "verb":
                found.update(_verb_phrase(one, forms, rules))
            elif pos == "phrase":
                found.add(one)
            else:
                found.update(rules.phrase(one))
        if place == 0 and pos != "verb":
            found.update(forms)
        parts.append(tuple(sorted(found)))
    return tuple(parts)


def _verb_phrase(text: str, forms: tuple[str, ...], rules: Inflection) -> set[str]:
    """Return a verb in all its forms, each with what follows it in every number."""
    verb, _, rest = text.partition(" ")
    heads = {*rules.verbal(verb), *forms}
    return {f"{head} {tail}" for head in heads for tail in rules.phrase(rest)} if rest else heads


def _alternatives(part: str) -> tuple[str, ...]:
    """Return the part once for each choice of its alternatives."""
    pieces = _ALTERNATIVES.split(part)
    choices = [piece.split("|") if index % 2 else [piece] for index, piece in enumerate(pieces)]
    return tuple(" ".join("".join(choice).split()) for choice in product(*choices))
