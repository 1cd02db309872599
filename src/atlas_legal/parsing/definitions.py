"""Definitions: which terms a law defines, and where."""

import re
from collections.abc import Iterator
from typing import Final

from atlas_legal.languages.drafting import Structure
from atlas_legal.model.law import Definition, Law, Provision
from atlas_legal.parsing.places import Places

_OPENING: Final = 300
"""Characters of a provision in which it says that its points are definitions."""
_TERM: Final = re.compile(
    r"[*_«“\"(]{0,4}(?P<term>[^\W\d_][^\n:;.«»“”\"*_]{1,79}?)[*_»”\")]{0,4}\s?(?::|\.?\s?[–—-]{1,2}\s)(?=\s?\S)"
)


def definitions(law: Law, text: str, structure: Structure) -> tuple[Definition, ...]:
    """Return the terms that a law defines, in order, each once for each provision that defines it.

    ``text`` is the law's, in plain lines.
    """
    places = Places(law.provisions)
    found: dict[tuple[str, str], Definition] = {}

    def add(match: re.Match[str]) -> None:
        start, end = match.span("term")
        place = places.at(start)
        if place is not None and not place.provision.quoted:
            term = " ".join(match["term"].split())
            key = (place.provision.eid, term.casefold())
            found.setdefault(key, Definition(term, place.provision.eid, start, end))

    for pattern in structure.DEFINITIONS:
        for match in pattern.finditer(text):
            add(match)
    for unit, _ in law.units():
        if structure.GLOSSARY.search(text, unit.start, min(unit.end, unit.content_start + _OPENING)):
            for part in _points(unit):
                if (term := _TERM.match(text, part.content_start, part.end)) is not None:
                    add(term)
    return tuple(sorted(found.values(), key=lambda d: (d.start, d.end)))


def _points(unit: Provision) -> Iterator[Provision]:
    """Yield the parts right below a unit, and those right below its paragraphs."""
    for part in unit.children:
        if part.kind == "paragraph" and part.children:
            yield from part.children
        elif part.kind != "modification":
            yield part
