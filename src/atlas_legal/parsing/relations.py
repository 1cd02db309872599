"""Relations: what laws define, cite and amend, and which of the laws given they mean."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from atlas_legal.languages import codes, structure
from atlas_legal.languages.folding import fold
from atlas_legal.model.law import Law, Reference
from atlas_legal.parsing.amendments import amendments
from atlas_legal.parsing.definitions import definitions
from atlas_legal.parsing.lines import plain_lines
from atlas_legal.parsing.references import references

_ALIKE: Final = 90.0
"""Titles this much alike (0 to 100) are the same law's."""
_AHEAD: Final = 3.0
"""The best title must be so much more alike than the next one, else the citation stays unresolved."""
_NUMBER: Final = re.compile(r"\d{1,6}(?:\.\d{3})*(?:/\d{2,4})?")
_YEAR: Final = re.compile(r"(?:1[89]|2[0-5])\d\d")


def relate(laws: Sequence[Law]) -> tuple[Law, ...]:
    """Return the laws with their definitions, amendments and references to other laws.

    A reference is resolved among these laws by number, else by title; what stays unresolved has no
    ``resolved_law``. The stages that only match provisions do not need this.
    """
    titles = _Titles(laws)
    related = []
    for law in laws:
        if law.language not in codes():
            related.append(law)
            continue
        drafting = structure(law.language)
        text = plain_lines(law.text)
        found = references(text, law.provisions, drafting, others=True)
        related.append(
            replace(
                law,
                definitions=definitions(law, text, drafting),
                references=tuple(titles.resolved(reference, law) for reference in found),
                amendments=amendments(law, text, drafting),
            )
        )
    return tuple(related)


class _Titles:
    """The laws by number and title."""

    def __init__(self, laws: Sequence[Law]) -> None:
        self._by_number: dict[tuple[str, str], set[str]] = {}
        self._by_title: dict[str, list[tuple[str, str]]] = {}
        self._known: dict[tuple[str, str], str | None] = {}
        for law in laws:
            for text in (law.number, law.title, law.short):
                for number in _numbers(text):
                    self._by_number.setdefault((law.country, number), set()).add(law.id)
            names = {fold(name) for name in (law.title, law.short) if name}
            self._by_title.setdefault(law.country, []).extend((name, law.id) for name in sorted(names))

    def resolved(self, reference: Reference, law: Law) -> Reference:
        """Return a reference with the id of the law that it is to, where one of the laws must be it."""
        if reference.law is None:
            return reference
        key = (law.country, reference.law)
        if key not in self._known:
            self._known[key] = self._find(*key)
        return replace(reference, resolved_law=self._known[key])

    def _find(self, country: str, cited: str) -> str | None:
        numbers = _numbers(cited)
        for number in numbers:
            found = self._by_number.get((country, number), set())
            if len(found) == 1:
                return next(iter(found))
        return None if numbers else self._alike(country, cited)

    def _alike(self, country: str, cited: str) -> str | None:
        from rapidfuzz import fuzz, process  # imported here: matching provisions never needs it

        wanted = fold(cited)
        names = self._by_title.get(country, [])
        best = process.extract(
            wanted,
            [name for name, _ in names],
            scorer=fuzz.token_set_ratio,
            score_cutoff=_ALIKE,
            limit=None,
        )
        scores: dict[str, float] = {}
        for name, _, place in best:  # among titles that contain the citation, the one with least beside it
            law = names[place][1]
            scores[law] = max(fuzz.token_sort_ratio(wanted, name), scores.get(law, 0.0))
        ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
        if not ranked or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < _AHEAD):
            return None
        return ranked[0][0]


def _numbers(text: str) -> list[str]:
    """Return the numbers of laws in a title or number, without separators; years are none."""
    found = (match.group().replace(".", "") for match in _NUMBER.finditer(text))
    return [number for number in found if not _YEAR.fullmatch(number)]
