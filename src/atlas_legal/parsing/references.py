"""References: citations of the law's own provisions, and of other laws and theirs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from atlas_legal.languages.drafting import HeadingWord, Structure
from atlas_legal.model.law import Provision, Reference
from atlas_legal.parsing.numbers import Number, number
from atlas_legal.parsing.places import Place, Places

_MOST: Final = 100
"""A range of more numbers than this is not taken apart."""
_LAW_WITHIN: Final = 60
"""Characters between a citation of an article and the law that it is of."""
_WORDS_BETWEEN: Final = 4
"""Words between the two: "of", "the said"."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited unit: its word, its number, the parts of it that are named, and where it stands."""

    word: HeadingWord
    number: Number
    parts: tuple[str, ...]
    start: int
    end: int

    @property
    def eid(self) -> str:
        """The id of the unit in the law that it is of."""
        return f"{self.word.eid}_{self.number.eid}"


@dataclass(frozen=True, slots=True)
class Group:
    """Units that are cited together, and the law that they are of: None for none named, "" for this one."""

    cited: tuple[Citation, ...]
    law: str | None
    end: int


def groups(text: str, start: int, end: int, structure: Structure) -> Iterator[Group]:
    """Yield each group of units that are cited together ("artículos 5 a 8 y 12 de la Ley 99"), in order."""
    first, more, part = _patterns(structure)
    at = start
    while found := first.search(text, at, end):
        at = found.end()
        word = _word(found["word"], structure)
        cited: list[Citation] = []
        match: re.Match[str] | None = found
        while match is not None:
            stated = number(match["num"], match["suffix"] or "", structure)
            if stated is None or word is None:
                break
            at = match.end()
            parts: list[str] = []
            by_word = False
            while named := part.match(text, at, end):
                parts.append((named["inside"] or named["after"]).casefold())
                by_word = by_word or bool(named["after"])
                at = named.end()
            if cited and match["range"]:
                cited.extend(_between(cited[-1], match, stated, word))
            cited.append(Citation(word, stated, tuple(parts), match.start("cited"), at))
            match = more.match(text, at, end)
            if match is not None and by_word and match["cited"][0].isdigit():
                match = None  # "artículo 14, inciso 3 y 5": another part, not another article
        if cited:
            law, at = _law(text, at, end, structure)
            yield Group(tuple(cited), law, at)


def _between(before: Citation, match: re.Match[str], last: Number, word: HeadingWord) -> list[Citation]:
    """Return what "5 to 8" leaves out."""
    low, high = before.number.key[0] + 1, last.key[0]
    if len(before.number.key) > 1 or len(last.key) > 1 or high - low > _MOST:
        return []
    return [
        Citation(word, Number(str(n), (n,), str(n)), (), match.start("cited"), match.end())
        for n in range(low, high)
    ]


def _law(text: str, at: int, end: int, structure: Structure) -> tuple[str | None, int]:
    """Return the law that a citation ending at ``at`` is of, and where its name ends."""
    own = structure.INTERNAL.match(text, at, end)
    if own is not None:
        return "", own.end()
    other = structure.LAW_TITLE.search(text, at, min(end, at + 3 * _LAW_WITHIN))
    if other is None or other.start() - at > _LAW_WITHIN:
        return None, at
    between = text[at : other.start()]
    if len(between.split()) > _WORDS_BETWEEN or any(sign in between for sign in ".;:()"):
        return None, at
    return _title(other), other.end()


def _title(match: re.Match[str]) -> str:
    return " ".join(match.group().split()).strip(" ,.")


@lru_cache(maxsize=16)
def _patterns(structure: Structure) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a first unit, of one that follows it, and of a part of one."""
    words = "|".join(word.word for word in structure.UNITS)
    edge = r"(?<!\w)" if structure.CASED else ""  # Thai writes no spaces between words
    space = r"\s{1,3}" if structure.CASED else r"\s{0,3}"
    num = rf"(?P<num>\d{{1,4}}(?:[./]\d{{1,3}}(?!\d))?)[º°]?(?:[\s*_]{{0,3}}(?P<suffix>{structure.SUFFIX}))?"
    ranges = rf"{space}(?P<range>{structure.RANGE}){space}"
    joined = rf"(?:\s?,\s?(?:(?:{structure.AND})\s)?|{ranges}|{space}(?:{structure.AND}){space})"
    return (
        re.compile(
            rf"{edge}(?P<cited>(?P<word>{words})(?!\.\s*\n)[\s.*_]{{0,4}}(?:n?[º°.]{{1,2}}\s?)?{num})(?P<range>)?",
            re.IGNORECASE,
        ),
        re.compile(rf"{joined}(?P<cited>(?:(?:{words})[\s.]{{0,2}})?{num})", re.IGNORECASE),
        re.compile(
            rf"\s?\(\s?(?P<inside>\w{{1,4}})\s?\)|,?\s{{1,2}}(?:{structure.PART})\s{{1,2}}\(?(?P<after>\w{{1,4}})(?!\w)[)º°]?"
        ),
    )


@lru_cache(maxsize=1024)
def _word(written: str, structure: Structure) -> HeadingWord | None:
    return next((w for w in structure.UNITS if re.fullmatch(w.word, written, re.IGNORECASE)), None)


def references(
    text: str, provisions: Sequence[Provision], structure: Structure, *, others: bool
) -> tuple[Reference, ...]:
    """Return the references of a law in order; those to other laws only with ``others``.

    A citation that names no law is of the law's own provision, where there is such a provision.
    """
    places = Places(provisions)
    found: list[Reference] = []
    taken: list[tuple[int, int]] = []
    for group in groups(text, 0, len(text), structure):
        place = places.at(group.cited[0].start)
        if place is None or group.cited[0].start < place.provision.content_start:
            continue  # a heading, and not a citation
        if group.law:
            taken.append((group.cited[-1].end, group.end))
        for cited in group.cited:
            if group.law and others:
                found.append(Reference(place.provision.eid, cited.start, cited.end, cited.eid, group.law))
            elif not group.law and (target := _own(cited, place, places)):
                found.append(Reference(place.provision.eid, cited.start, cited.end, target, None))
    if others:
        found.extend(_laws(text, places, taken, structure))
    return tuple(sorted(found, key=lambda r: (r.start, r.end)))


def _own(cited: Citation, place: Place, places: Places) -> str | None:
    """Return the id of the law's own provision that is cited: in the same annex, else in the law itself."""
    home = place.unit.eid.rpartition("__")[0] if place.unit is not None else ""
    target = places.units.get(f"{home}__{cited.eid}") or places.units.get(cited.eid)
    if target is None:
        return None
    for part in cited.parts:
        below = (p for p in target.walk() if p is not target and p.num.casefold() == part)
        named = next(below, None)
        if named is None:
            break
        target = named
    return target.eid


def _laws(
    text: str, places: Places, taken: Sequence[tuple[int, int]], structure: Structure
) -> Iterator[Reference]:
    """Yield the laws that are cited as a whole."""
    spans = iter(taken)
    start, end = next(spans, (len(text), len(text)))
    for match in structure.LAW_TITLE.finditer(text):
        while end <= match.start():
            start, end = next(spans, (len(text), len(text) + 1))
        place = places.at(match.start())
        if start <= match.start() or place is None or match.start() < place.provision.content_start:
            continue
        yield Reference(place.provision.eid, match.start(), match.end(), None, _title(match))
