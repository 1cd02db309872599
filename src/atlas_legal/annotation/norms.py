"""Norms: each clause of a candidate provision read as a rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from atlas_legal.annotation.clauses import Clause, clauses
from atlas_legal.annotation.concepts import Scanner
from atlas_legal.annotation.cues import said
from atlas_legal.annotation.flat import Flat, flatten
from atlas_legal.annotation.quantities import ages, mask, penalties
from atlas_legal.languages import norms as language_norms
from atlas_legal.languages.grammar import Norms, begins_any
from atlas_legal.model.law import Law, Provision
from atlas_legal.model.norm import Age, ConceptHit, Cue, Exclusion, Force, Norm, Penalty, Via

_UNLESS = ("unless", "a menos")
"""Cues after which the points are what must hold, and not what is carved out."""
_LAST_WORDS = 24
"""Characters at the end of opening words in which a cue that governs the whole list stands."""
_RUBRIC = 120
"""Longest rubric (heading of an article inside its own text), in characters."""
_LONGEST_QUOTE = 1500
"""Longest quote that still begins at the opening words of a list, in characters."""
_NEAR = 2000
"""How far opening words may stand before a point that they take out of the law's scope, in characters."""
_OWN_CUES: tuple[Cue, ...] = ("breach", "whole", "reaches", "referral", "regardless")
"""Cues that count only in a clause's own words."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class UnitContext:
    """What the surroundings of a unit say: concepts of the headings above it and of the law's title."""

    headings: frozenset[str]
    title: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A unit's flat text with everything that was found in it; spans are offsets in the flat text."""

    flat: Flat
    masked: str
    hits: tuple[tuple[str, int, int], ...]
    ages: tuple[Age, ...]
    penalties: tuple[Penalty, ...]


@dataclass(frozen=True, slots=True)
class _KeptOut:
    """Spans of a clause whose matters are not its subject."""

    carved: tuple[Span, ...]
    """Carved out by an exception."""
    conditions: tuple[Span, ...]
    """Named in a negative condition."""
    bygone: tuple[Span, ...]
    """Told of somebody's past."""

    def spans(self) -> tuple[Span, ...]:
        """All of them."""
        return (*self.carved, *self.conditions, *self.bygone)


def unit_norms(
    law: Law, unit: Provision, context: UnitContext, scanner: Scanner, norms: Norms
) -> tuple[Norm, ...]:
    """Read an article-like unit clause by clause.

    Quoted and repealed parts of the unit are left out. Clauses without any concept of their own or
    inherited from opening words give no norm. Spans are code points in the law's source text.
    """
    reading = _read(law, unit, scanner, norms)
    content = unit.content_start
    found = clauses(reading.flat.text, norms, reading.flat.first_from(content))
    if not found:
        return ()
    rubric = 0
    while rubric < len(found) - 1 and _is_rubric(reading, found[rubric], content, norms):
        rubric += 1
    heading = frozenset(
        c for clause in found[:rubric] for c, _, _ in _inside(reading.hits, clause.start, clause.end)
    )
    kept_out = [_kept_out(reading.masked[c.start : c.end], c.start, law.language) for c in found]
    out = [span for one in kept_out for span in one.spans()]
    everywhere = {c: (s, e) for c, s, e in reversed(reading.hits) if not any(a < e <= b for a, b in out)}
    flat = reading.flat
    around = (
        *(ConceptHit(c, unit.start, content, via="heading") for c in sorted(heading | context.headings)),
        *(ConceptHit(c, 0, 0, via="title") for c in sorted(context.title)),
        *(ConceptHit(c, *flat.source(s, e), via="article") for c, (s, e) in sorted(everywhere.items())),
    )
    rubric_ages = tuple(
        replace(a, via="heading")
        for clause in found[:rubric]
        for a in reading.ages
        if clause.start <= a.start and a.end <= clause.end
    )
    result = []
    for position, (clause, out_here) in enumerate(zip(found[rubric:], kept_out[rubric:], strict=True)):
        norm = _clause_norm(law, unit, reading, clause, out_here, around, rubric_ages, norms, position)
        if norm is not None:
            result.append(norm)
    return tuple(result)


def _read(law: Law, unit: Provision, scanner: Scanner, norms: Norms) -> _Reading:
    raw = law.text[unit.start : unit.end]
    for part in unit.walk():
        if part is not unit and (part.quoted or part.status == "repealed"):
            start, end = part.start - unit.start, part.end - unit.start
            raw = raw[:start] + "\n" * (end - start) + raw[end:]
    flat = flatten(raw, 0, len(raw), sentences=norms.SENTENCES)
    text = norms.EDITORIAL.sub(lambda m: "." + " " * (len(m.group()) - 1), flat.text)
    content = flat.first_from(unit.content_start - unit.start)
    if 0 < content < len(text) and text[content - 1] == " ":
        text = f"{text[: content - 1]}\n{text[content:]}"  # no age or punishment begins in the heading
    flat = Flat(text, flat.starts, tuple(unit.start + o for o in flat.origins))
    masked = mask(text, law.language)
    titles = [m.span() for m in norms.CITED_LAW.finditer(law.text, unit.start, unit.end)]
    hits = scanner.hits(text)
    if titles:
        hits = [h for h in hits if not _inside_any(flat.source(h[1], h[2]), titles)]
    return _Reading(
        flat,
        masked,
        tuple(hits),
        ages(text, masked, norms, law.language),
        penalties(text, masked, norms, law.language),
    )


def _inside_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span lies in one of the others: a word in a cited law's title is not the clause's own."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def _is_rubric(reading: _Reading, clause: Clause, content: int, norms: Norms) -> bool:
    """The article's own heading: stands before the content, or is short and has no finite verb."""
    _, end = reading.flat.source(clause.start, clause.end)
    if end <= content:
        return True
    if clause.end - clause.start > _RUBRIC or clause.opens or clause.chapeau:
        return False
    return not norms.FINITE.search(reading.masked[clause.start : clause.end])


def _inside(hits: Iterable[tuple[str, int, int]], start: int, end: int) -> list[tuple[str, int, int]]:
    return [h for h in hits if start <= h[1] and h[2] <= end]


def _clause_norm(
    law: Law,
    unit: Provision,
    reading: _Reading,
    clause: Clause,
    kept_out: _KeptOut,
    around: tuple[ConceptHit, ...],
    rubric_ages: tuple[Age, ...],
    norms: Norms,
    position: int,
) -> Norm | None:
    own = _inside(reading.hits, clause.start, clause.end)
    chapeau = [h for start, end in clause.chapeau for h in _inside(reading.hits, start, end)]
    if not own and not chapeau:
        return None
    masked = reading.masked[clause.start : clause.end]
    carved = kept_out.carved
    exclusions = [
        Exclusion(tuple(sorted({c for c, _, _ in _inside(own, start, end)})), start, end)
        for start, end in carved
    ]
    out = kept_out.spans()
    kept = [h for h in own if not any(s < h[2] <= e for s, e in out)]
    cues: set[Cue] = set()
    if carved and not kept:
        cues.add("exception")
        kept = own
    elif not kept and not chapeau:
        return None
    here = said(masked, law.language)
    opening = [said(reading.masked[s:e], law.language) for s, e in clause.chapeau]
    near = [words for words, (_, e) in zip(opening, clause.chapeau, strict=True) if clause.start - e < _NEAR]
    if any("scope" in words for words in (here, *near)):
        cues.add("scope")
        exclusions.append(
            Exclusion(tuple(sorted({c for c, _, _ in (*own, *chapeau)})), clause.start, clause.end)
        )
    last = (norms.EXCEPTION.search(reading.masked, max(s, e - _LAST_WORDS), e) for s, e in clause.chapeau)
    if any(cue is not None and not cue.group().startswith(_UNLESS) for cue in last):
        cues.add("exception")  # "except— (a) …": each point is carved out
    if "programme" in here or any("mandate" in words for words in opening):
        cues.add("programme")
    if any("aggravated" in words for words in (here, *opening)):
        cues.add("aggravated")
    if any(h.concept == "directive_principles" for h in around if h.via == "heading"):
        cues.add("programme")
    cues.update(cue for cue in _OWN_CUES if cue in here)
    if any("contents" in words for words in opening):
        cues.add("contents")
    if kept_out.bygone:
        cues.add("bygone")
    if _is_quotation(law, reading.flat, clause):
        cues.add("quotation")
    if clause.points:
        cues.add("list")
    forces = _forces(masked, opening, clause, carved, reading, law.language)
    if "exception" in cues:
        forces = tuple(dict.fromkeys((*forces, "exception")))
    if "aggravated" in cues:
        forces = tuple(dict.fromkeys((*forces, "sanction")))
    return _norm(
        law,
        unit,
        reading,
        clause,
        kept,
        chapeau,
        [h for start, end in kept_out.conditions for h in _inside(own, start, end)],
        exclusions,
        carved,
        forces,
        frozenset(cues),
        around,
        rubric_ages,
        position,
    )


def _norm(
    law: Law,
    unit: Provision,
    reading: _Reading,
    clause: Clause,
    kept: Sequence[tuple[str, int, int]],
    chapeau: Sequence[tuple[str, int, int]],
    conditions: Sequence[tuple[str, int, int]],
    exclusions: Sequence[Exclusion],
    carved: Sequence[Span],
    forces: tuple[Force, ...],
    cues: frozenset[Cue],
    around: tuple[ConceptHit, ...],
    rubric_ages: tuple[Age, ...],
    position: int,
) -> Norm:
    flat = reading.flat
    start, end = flat.source(clause.start, clause.end)
    hits = [ConceptHit(c, *flat.source(s, e)) for c, s, e in kept]
    seen = {h.concept for h in hits}
    for c, s, e in chapeau:
        if c not in seen:
            seen.add(c)
            hits.append(ConceptHit(c, *flat.source(s, e), via="chapeau"))
    hits.extend(around)
    hits.extend(ConceptHit(c, *flat.source(s, e), via="condition") for c, s, e in conditions)
    quote_start = start
    openers = [flat.source(s, e)[0] for s, e in clause.chapeau if s < clause.start]
    if openers and end - min(openers) <= _LONGEST_QUOTE:
        quote_start = min(openers)
    return Norm(
        law=law.id,
        unit=unit.eid,
        eid=_innermost(unit, start, end),
        start=start,
        end=end,
        language=law.language,
        forces=forces,
        concepts=tuple(hits),
        ages=(*_ages(reading, clause, carved), *rubric_ages),
        penalties=_penalties(reading, clause),
        exclusions=tuple(
            replace(x, start=flat.source(x.start, x.end)[0], end=flat.source(x.start, x.end)[1])
            for x in exclusions
        ),
        cues=cues,
        position=position,
        points=clause.points,
        quote_start=quote_start,
        quote_end=end,
    )


_QUOTED = {"“": "”", "«": "»", "‘": "’", '"': '"'}
_WORDS_OF_A_QUOTATION = 40
"""A quoted term is shorter than this; what is longer is a quoted text, in characters."""


def _is_quotation(law: Law, flat: Flat, clause: Clause) -> bool:
    """Whether a clause is a text that the law quotes, such as the words of a notice, and no rule itself."""
    start, end = flat.source(clause.start, clause.end)
    closing = _QUOTED.get(law.text[start])
    if closing is None or end - start < _WORDS_OF_A_QUOTATION:
        return False
    closes = law.text.find(closing, start + 1, end + 4)
    return closes < 0 or closes >= end - 4


def _carved(masked: str, offset: int, norms: Norms) -> tuple[Span, ...]:
    """Spans that carve something out.

    From the cue to the end of the clause, or, where the clause opens with the cue, to the first comma.
    """
    cue = norms.EXCEPTION.search(masked)
    if cue is None:
        return ()
    if cue.start() < 12:
        comma = masked.find(",", cue.end())
        if comma > 0:
            return ((offset + cue.start(), offset + comma),)
    return ((offset + cue.start(), offset + len(masked)),)


def _kept_out(masked: str, offset: int, language: str) -> _KeptOut:
    begins = _kept_out_begins(language)
    if begins is not None and not begins.search(masked):
        return _KeptOut((), (), ())
    norms = language_norms(language)
    bygone = tuple((offset + m.start(), offset + m.end()) for m in norms.BYGONE.finditer(masked))
    return _KeptOut(_carved(masked, offset, norms), _conditions(masked, offset, norms), bygone)


@cache
def _kept_out_begins(language: str) -> re.Pattern[str] | None:
    """Where anything is kept out: few clauses do so, and the others are searched once, not three times."""
    norms = language_norms(language)
    return begins_any((norms.EXCEPTION, norms.CONDITION, norms.BYGONE))


_CLOSING_COMMA = re.compile(r", (?=(?:por|con|hasta|durante|mediante|previa|for|up to|during|with|by)\b)")
_CONDITION = 110
"""How far a condition by negation reaches, in characters."""


def _conditions(masked: str, offset: int, norms: Norms) -> tuple[Span, ...]:
    """Spans that name a matter only to keep it out, such as "provided that the work is not harmful"."""
    found = []
    for cue in norms.CONDITION.finditer(masked):
        end = min(len(masked), cue.end() + _CONDITION)
        comma = _CLOSING_COMMA.search(masked, cue.end(), end)
        found.append((offset + cue.start(), offset + (comma.start() if comma else end)))
    return tuple(found)


def _forces(
    masked: str,
    opening: Sequence[frozenset[str]],
    clause: Clause,
    carved: Sequence[Span],
    reading: _Reading,
    language: str,
) -> tuple[Force, ...]:
    own = masked
    for start, end in carved:
        own = own[: start - clause.start] + " " * (end - start) + own[end - clause.start :]
    if not any(c.isalpha() for c in own):
        own = masked
    words = said(own, language).union(*opening)
    found: tuple[Force, ...] = tuple(force for force, _ in language_norms(language).FORCES if force in words)
    if "exception" not in found and "unpunished" in words:
        found = (*found, "exception")
    if "means" in words:
        punished = any(
            p.start < end and start < p.end for p in reading.penalties for (start, end), _ in _places(clause)
        )
        return tuple(f for f in found if f == "definition" or (f == "offence" and punished))
    return found


def _places(clause: Clause) -> tuple[tuple[Span, Via], ...]:
    """The clause's own span and those of its opening and closing words."""
    inherited: tuple[tuple[Span, Via], ...] = tuple((span, "chapeau") for span in clause.chapeau)
    return (((clause.start, clause.end), "clause"), *inherited)


def _ages(reading: _Reading, clause: Clause, carved: Sequence[Span]) -> tuple[Age, ...]:
    flat = reading.flat
    found = []
    for span, via in _places(clause):
        for age in reading.ages:
            if span[0] <= age.start and age.end <= span[1]:
                out = via == "clause" and any(s <= age.start and age.end <= e for s, e in carved)
                start, end = flat.source(age.start, age.end)
                found.append(replace(age, start=start, end=end, via="exception" if out else via))
    return tuple(found)


def _penalties(reading: _Reading, clause: Clause) -> tuple[Penalty, ...]:
    flat = reading.flat
    found = []
    for span, via in _places(clause):
        for penalty in reading.penalties:
            if span[0] <= penalty.start < span[1]:
                start, end = flat.source(penalty.start, min(penalty.end, len(flat.text)))
                found.append(replace(penalty, start=start, end=end, via=via))
    return tuple(found)


def _innermost(unit: Provision, start: int, end: int) -> str:
    best = unit
    while True:
        inner = next((c for c in best.children if c.start <= start and end <= c.end and not c.quoted), None)
        if inner is None:
            return best.eid
        best = inner
