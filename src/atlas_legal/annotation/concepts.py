"""Concepts in text: one linear multi-pattern scan (Aho-Corasick), all terms of a language at once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from ahocorasick_rs import AhoCorasick, MatchKind

from atlas_legal.languages import inflection
from atlas_legal.model.standard import Concept
from atlas_legal.standards.vocabulary import expand

GAP_WORDS = 6
"""How many words may stand between the parts of a term written ``A ... B``."""
_LONGEST_GAP = 240
"""Characters that so many words never fill."""
_STOPS = frozenset(".;:\n")
_UNLESS = "!"
"""Marks, inside the scanner, a wording that takes hits of its concept away."""


class Scanner:
    """Finds the terms of concepts in folded text of one language.

    Single-part terms are reported where they stand; a term of several parts from its first to its last
    part, when no more than ``GAP_WORDS`` words and no end of clause lie between them.
    """

    def __init__(self, concepts: Sequence[Concept], language: str) -> None:
        self._bounded = language != "th"
        self._within_word = inflection(language).within_word
        surfaces: dict[str, int] = {}
        single: dict[int, list[str]] = defaultdict(list)
        first: dict[int, list[int]] = defaultdict(list)
        later: dict[int, list[tuple[int, int]]] = defaultdict(list)
        self._terms: list[tuple[str, int]] = []
        self._guarded = frozenset(c.id for c in concepts if c.unless.get(language))
        for pattern in expand(concepts, language):
            name = _UNLESS + pattern.concept if pattern.unless else pattern.concept
            if len(pattern.parts) == 1:
                for form in pattern.parts[0]:
                    single[surfaces.setdefault(form, len(surfaces))].append(name)
                continue
            number = len(self._terms)
            self._terms.append((name, len(pattern.parts)))
            for place, forms in enumerate(pattern.parts):
                for form in forms:
                    surface = surfaces.setdefault(form, len(surfaces))
                    if place == 0:
                        first[surface].append(number)
                    else:
                        later[surface].append((number, place))
        names = list(surfaces) or ["\0"]
        self._roles = [(single[n], first[n], later[n]) for n in range(len(names))]
        self._automaton = AhoCorasick(names, matchkind=MatchKind.Standard)

    def hits(self, text: str) -> list[tuple[str, int, int]]:
        """Concept, start and end of every term in folded text, in order of their ends."""
        found: list[tuple[str, int, int]] = []
        firsts: list[tuple[int, int, int]] = []
        laters: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
        begun: set[int] = set()
        for surface, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            if self._within_word(text, start, end):
                continue
            single, first, later = self._roles[surface]
            for concept in single:
                found.append((concept, start, end))
            for number in first:
                firsts.append((number, start, end))
                begun.add(number)
            for key in later:
                if key[0] in begun:  # most words that could go on with a term stand where none has begun
                    laters[key].append((start, end))
        for places in laters.values():
            places.sort()
        for number, start, end in firsts:
            if (number, 1) not in laters:
                continue
            concept, parts = self._terms[number]
            stop = end
            for place in range(1, parts):
                places = laters.get((number, place), [])
                index = bisect_left(places, (stop, 0))
                if index == len(places) or not self._close(text, stop, places[index][0]):
                    break
                stop = places[index][1]
            else:
                found.append((concept, start, stop))
        return self._without_other_meanings(found) if self._guarded else found

    def _without_other_meanings(self, found: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
        """Drop the hits of a concept that begin in a wording of its ``unless``, and these wordings."""
        begins: dict[str, list[int]] = defaultdict(list)
        reach: dict[str, list[int]] = defaultdict(list)
        for start, end, mark in sorted((s, e, c) for c, s, e in found if c.startswith(_UNLESS)):
            concept = mark[len(_UNLESS) :]
            begins[concept].append(start)
            reach[concept].append(max((end, *reach[concept][-1:])))
        if not begins:
            return found

        def other(concept: str, start: int) -> bool:
            before = bisect_right(begins.get(concept, ()), start)
            return before > 0 and start < reach[concept][before - 1]

        return [hit for hit in found if not hit[0].startswith(_UNLESS) and not other(hit[0], hit[1])]

    def present(self, text: str) -> frozenset[str]:
        """The concepts that occur in folded text of one line."""
        return frozenset(concept for concept, _, _ in self.hits(text))

    def _close(self, text: str, start: int, end: int) -> bool:
        """Whether two parts of a term belong together; what lies between them is looked at only if short."""
        if end - start > (_LONGEST_GAP if self._bounded else GAP_WORDS * 8):
            return False
        between = text[start:end]
        if any(c in _STOPS for c in between):
            return False
        return not self._bounded or between.count(" ") <= GAP_WORDS + 1


_scanners: dict[tuple[int, str], tuple[tuple[Concept, ...], Scanner]] = {}


def scanner(concepts: tuple[Concept, ...], language: str) -> Scanner:
    """The scanner of these concepts in this language, made once.

    Concepts are compared by identity: they come from a loaded library, which is loaded once.
    """
    key = (id(concepts), language)
    if key not in _scanners:
        _scanners[key] = (concepts, Scanner(concepts, language))
    return _scanners[key][1]
