"""A law's norms: one scan picks the provisions that can matter, and only those are read clause by clause."""

import re
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from atlas_legal.annotation.concepts import scanner
from atlas_legal.annotation.flat import squeeze
from atlas_legal.annotation.norms import UnitContext, unit_norms
from atlas_legal.languages import norms as language_norms
from atlas_legal.languages.grammar import Norms
from atlas_legal.model.law import Law, Provision
from atlas_legal.model.norm import Age, ConceptHit, Norm, Via
from atlas_legal.model.standard import Concept

PERSON_WORDS = frozenset({"child", "adolescent"})
"""Concepts whose words a law may define by age."""

Need = tuple[frozenset[str], ...]
"""Concept groups that must all be somewhere in a unit or above it before it can matter."""

_CACHED_LAWS = 4096
_cache: OrderedDict[tuple[object, ...], "LawNorms"] = OrderedDict()
_first: dict[tuple[object, ...], tuple[object, ...]] = {}
"""The key, in the cache, of the first text of a law that was read."""


@dataclass(frozen=True, slots=True)
class Term:
    """A person word that the law defines by age: ``stem`` is the folded beginning of the word."""

    stem: str
    age: Age
    eid: str


@dataclass(frozen=True, slots=True)
class _Unit:
    """A unit as it was read: ``above`` are the headings over it, ``norms`` None where it cannot matter."""

    unit: Provision
    above: tuple[str, ...]
    rubric: frozenset[str]
    norms: tuple[Norm, ...] | None


@dataclass(frozen=True, slots=True)
class LawNorms:
    """A law as the matcher sees it. ``listed``: what stands in annexes without articles, which are no rules.

    ``places`` gives, norm by norm, the most direct place where each concept was read; ``stated`` gives,
    concept by concept, the numbers of the norms whose own clause names it, or whose opening words do where
    the clause itself states an age. ``headings`` are concepts of all its headings, ``title``
    those of its title; ``terms`` the person words
    that it defines by age; ``units`` are those looked at, by their start, and ``read`` counts those that were
    read clause by clause.
    """

    law: Law
    norms: tuple[Norm, ...]
    listed: tuple[Norm, ...]
    places: tuple[Mapping[str, Via], ...]
    stated: Mapping[str, tuple[int, ...]]
    terms: tuple[Term, ...]
    title: frozenset[str]
    headings: frozenset[str]
    units: Mapping[int, _Unit]
    read: int

    def label(self, eid: str) -> str:
        """How a lawyer cites an article-like unit or annex of this law."""
        unit = next((u.unit for u in self.units.values() if u.unit.eid == eid), None)
        return unit.label if unit is not None and unit.label else eid


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to read a unit for.

    All groups of any of ``needs``; words on the law's scope with one of ``carved``; a breach with one of
    ``sanctions``; a definition of a person word by age.
    """

    needs: tuple[Need, ...]
    carved: frozenset[str] = frozenset()
    sanctions: frozenset[str] = frozenset()

    def wants(self, present: frozenset[str], text: str, grammar: Norms) -> bool:
        """Whether a unit with these concepts and this squeezed text can matter."""
        if any(not any(map(present.isdisjoint, need)) for need in self.needs):
            return True
        if present & self.carved and grammar.SCOPE.search(text):
            return True
        if present & self.sanctions and grammar.BREACH.search(text):
            return True
        return bool(present & PERSON_WORDS) and any(
            force == "definition" and pattern.search(text) for force, pattern in grammar.FORCES
        )


def annotate(law: Law, concepts: tuple[Concept, ...], wanted: Wanted) -> LawNorms:
    """Extract the norms of a law that could be wanted.

    Results are kept by the content of the law, so an unchanged law is not read twice in a process. Of another
    text of a law, such as one with an amendment, only the units that are not as they were are read.
    """
    which = (law.source.name, law.id, law.title, law.short, law.language, id(concepts), id(wanted))
    key = (law.source.sha256, *which)
    if key in _cache:
        _cache.move_to_end(key)
        return _cache[key]
    result = _annotate(law, concepts, wanted, _cache.get(_first.setdefault(which, key)))
    _cache[key] = result
    if len(_cache) > _CACHED_LAWS:
        _cache.popitem(last=False)
    return result


def _annotate(law: Law, concepts: tuple[Concept, ...], wanted: Wanted, before: LawNorms | None) -> LawNorms:
    find = scanner(concepts, law.language)
    grammar = language_norms(law.language)
    title = find.present(squeeze(f"{law.title} {law.short}"))
    contexts: dict[tuple[str, ...], frozenset[str]] = {}
    units: dict[int, _Unit] = {}
    for unit, above in (*law.units(), *((annex, ()) for annex in law.annexes())):
        key = tuple(a.heading for a in above if a.heading)
        if key not in contexts:
            contexts[key] = find.present(squeeze(" . ".join(key)))
        known = before.units.get(unit.start) if before is not None else None
        if (
            known is not None
            and before is not None
            and (known.unit, known.above) == (unit, key)
            and before.law.text[unit.start : unit.end] == law.text[unit.start : unit.end]
        ):
            units[unit.start] = known
            continue
        rubric = find.present(squeeze(unit.heading)) if unit.heading else frozenset()
        norms = None
        if unit.status not in ("repealed", "not_in_force"):
            text = squeeze(law.text[unit.start : unit.end])
            margin = rubric if len(unit.heading) > unit.content_start - unit.start else frozenset()
            around = contexts[key] | margin  # a rubric in the margin stands outside the unit
            if wanted.wants(find.present(text) | around | title, text, grammar):
                norms = unit_norms(law, unit, UnitContext(around, title), find, grammar)
        units[unit.start] = _Unit(unit, key, rubric, norms)
    read = [unit for unit in units.values() if unit.norms is not None]
    found = [norm for unit in read if unit.unit.kind != "annex" for norm in unit.norms or ()]
    listed = tuple(norm for unit in read if unit.unit.kind == "annex" for norm in unit.norms or ())
    found = _with_defined(law, found, grammar)
    places = tuple(_places(norm) for norm in found)
    stated: dict[str, list[int]] = {}
    for number, where in enumerate(places):
        aged = any(age.via == "clause" for age in found[number].ages)
        for concept, via in where.items():
            if via in ("clause", "definition") or (via == "chapeau" and aged):
                stated.setdefault(concept, []).append(number)
    return LawNorms(
        law,
        tuple(found),
        listed,
        places,
        {concept: tuple(numbers) for concept, numbers in stated.items()},
        _terms(law, found, grammar),
        title,
        frozenset().union(*contexts.values(), *(unit.rubric for unit in units.values())),
        units,
        len(read),
    )


_DEFINABLE = frozenset({"worst_forms", "exploitation", "sexual_exploitation", "hazardous_work"})
"""Concepts whose definition in a law gives its rules on them their elements."""
_BESIDE = 40
"""Code points beside a defined term within which the words that define stand."""


def _with_defined(law: Law, found: Sequence[Norm], grammar: Norms) -> list[Norm]:
    """Give each clause that uses a term which the law defines the concepts of that definition."""
    meaning: dict[str, dict[str, ConceptHit]] = {}
    own_terms: dict[int, frozenset[str]] = {}
    opened: tuple[Norm, frozenset[str]] | None = None
    for number, norm in enumerate(found):
        terms = _defined(law, norm, grammar)
        if terms and norm.points:
            opened = norm, terms
        elif opened is not None and _hangs_on(norm, opened[0]):
            terms |= opened[1]
        own_terms[number] = terms
        for term in terms:
            own = [h for h in norm.concepts if h.via in ("clause", "chapeau")]
            others = {h.concept: h for h in own if h.concept not in terms}
            meaning.setdefault(term, {}).update(others)
    if not meaning:
        return list(found)
    return [_brought(norm, meaning, own_terms[number]) for number, norm in enumerate(found)]


def _hangs_on(norm: Norm, opener: Norm) -> bool:
    """Whether a clause is one of the points of a list that another clause opens."""
    near = 0 < norm.position - opener.position <= opener.points
    return norm.unit == opener.unit and near and norm.quote_start <= opener.start


def _defined(law: Law, norm: Norm, grammar: Norms) -> frozenset[str]:
    """The definable concepts that a clause defines: words that define stand right beside them."""
    if "definition" not in norm.forces:
        return frozenset()
    defines = _defines(grammar)
    return frozenset(
        h.concept
        for h in norm.concepts
        if h.concept in _DEFINABLE
        and h.via in ("clause", "chapeau")
        and (
            defines.search(squeeze(law.text[max(norm.quote_start, h.start - _BESIDE) : h.start]))
            or defines.search(squeeze(law.text[h.end : min(norm.end, h.end + _BESIDE)]))
        )
    )


def _defines(grammar: Norms) -> re.Pattern[str]:
    """The words that define."""
    return next(pattern for force, pattern in grammar.FORCES if force == "definition")


def _brought(norm: Norm, meaning: Mapping[str, Mapping[str, ConceptHit]], own: frozenset[str]) -> Norm:
    has = {h.concept for h in norm.concepts if h.via in ("clause", "chapeau")} - own
    new = {c: h for term in sorted(has & set(meaning)) for c, h in meaning[term].items() if c not in has}
    if not new:
        return norm
    hits = tuple(replace(h, via="definition") for _, h in sorted(new.items()))
    return replace(norm, concepts=(*norm.concepts, *hits))


_DIRECT_FIRST: tuple[Via, ...] = (
    "clause",
    "chapeau",
    "definition",
    "heading",
    "title",
    "article",
    "condition",
)


def _places(norm: Norm) -> dict[str, Via]:
    """The most direct place of each concept."""
    found: dict[str, Via] = {}
    for hit in norm.concepts:
        known = found.get(hit.concept)
        if known is None or _DIRECT_FIRST.index(hit.via) < _DIRECT_FIRST.index(known):
            found[hit.concept] = hit.via
    return found


def _terms(law: Law, found: Sequence[Norm], grammar: Norms) -> tuple[Term, ...]:
    """Person words defined by age: "child" means a person who has not completed fourteen years.

    The word stands right before or right after the words that define, and the age follows soon.
    """
    defines = _defines(grammar)
    terms: dict[str, Term] = {}
    for norm in found:
        if "definition" not in norm.forces:
            continue
        for age in (a for a in norm.ages if a.via == "clause"):
            for hit in norm.concepts:
                if hit.concept not in PERSON_WORDS or hit.via != "clause" or hit.start >= age.start:
                    continue
                before = squeeze(law.text[max(norm.start, hit.start - _BEFORE_TERM) : hit.start])
                after = squeeze(law.text[hit.end : age.start])
                cue = defines.search(after)
                if (cue and cue.start() <= _AFTER_TERM and len(after) <= _TO_AGE) or (
                    defines.search(before) and len(after) <= _TO_AGE
                ):
                    stem = person_stem(law.text[hit.start : hit.end], norm.language)
                    terms.setdefault(stem, Term(stem, age, norm.eid))
    return tuple(terms.values())


_BEFORE_TERM = 40
_AFTER_TERM = 14
_TO_AGE = 90
"""Distances in characters within which a word, its definition and its age belong together."""


def person_stem(word: str, language: str) -> str:
    """The folded beginning of a person word, the same for singular and plural: "chil", "adol", "nin"."""
    folded = squeeze(word)
    return folded if language == "th" else folded.split(" ")[0][:4]
