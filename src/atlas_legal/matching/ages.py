"""The age that a rule fixes: which of a clause's ages it is, and what its bound means under its force."""

from dataclasses import dataclass, replace
from typing import Literal

from atlas_legal.annotation.flat import squeeze
from atlas_legal.annotation.law import LawNorms
from atlas_legal.languages import norms as language_norms
from atlas_legal.matching.facts import Facts
from atlas_legal.model.law import Law
from atlas_legal.model.norm import Age, Norm

_BARS = frozenset({"prohibition", "offence", "sanction"})
YOUNGEST, OLDEST = 7, 25
"""No age for work, service or the end of school lies outside these years."""


@dataclass(frozen=True, slots=True)
class Stated:
    """An age in years as a rule fixes it, and how directly (0 to 1)."""

    years: int | None
    age: Age | None
    weight: float
    notes: tuple[str, ...] = ()


def stated_age(
    norm: Norm,
    law: LawNorms,
    facts: Facts,
    side: Literal["lower", "upper"],
    concepts: frozenset[str],
    never: frozenset[str],
    *,
    by_definition: bool = True,
) -> Stated | None:
    """The age that a norm fixes for these concepts, or None.

    With ``by_definition`` the age that the law gives to the norm's person word counts where it has none.

    "lower": below which something is barred or from which it is allowed. "upper": up to which a duty or a
    right lasts. An age that stands nearer to a matter in ``never`` than to the concepts is not taken.
    """
    if norm.points and "permission" not in norm.forces and any(h.concept in never for h in norm.concepts):
        return None  # the points make it a rule on that matter; those of a permission are conditions
    best: Stated | None = None
    for age in norm.ages:
        if not _ours(norm, age, concepts, never):
            continue
        read = _lower(norm, age) if side == "lower" else _upper(norm, age)
        if read is None or read.years is None or not YOUNGEST <= read.years <= OLDEST:
            continue
        if (
            best is None
            or read.weight > best.weight
            or (side == "upper" and read.weight == best.weight and read.years > (best.years or 0))
        ):
            best = read
    other = any(h.via == "clause" and h.concept in never for h in norm.concepts)
    exception = any(x.start - norm.start <= _OPENING for x in norm.exclusions)
    if best is None and by_definition and not other and not exception:
        defined = facts.defined_age(norm, law)
        if defined is not None and side == "lower" and defined.high and _BARS & set(norm.forces):
            best = Stated(defined.high, defined, 0.93, ("by definition",))
        elif defined is not None and side == "upper" and defined.high:
            best = Stated(defined.high, defined, 0.9, ("by definition",))
    return best


def _ours(norm: Norm, age: Age, concepts: frozenset[str], never: frozenset[str]) -> bool:
    """Whether an age belongs to these concepts.

    It does not belong to a matter in ``never`` that the clause names, unless the clause has several ages and
    this one stands nearer to the concepts.
    """
    if any(h.concept in _FINAL & never and h.via in (*_OWN, "heading") for h in norm.concepts):
        return False
    others = [_distance(age, h.start, h.end) for h in norm.concepts if h.concept in never and h.via in _OWN]
    if age.via == "heading":
        return not others and any(h.via == "heading" and h.concept in concepts for h in norm.concepts)
    if not others:
        return True
    if sum(a.via in _OWN for a in norm.ages) < 2:
        return False
    ours = [_distance(age, h.start, h.end) for h in norm.concepts if h.concept in concepts and h.via in _OWN]
    return bool(ours) and min(ours) < min(others)


def _names_a_group(norm: Norm, age: Age) -> bool:
    """Whether an age only says of whom the clause speaks, as in "minors from 15 to 18"."""
    return any(
        h.concept in ("child", "person") and -2 <= age.start - h.end <= _NEXT
        for h in norm.concepts
        if h.via in _OWN
    )


_FINAL = frozenset({"armed_group", "war_crime"})
"""Matters that no nearness outweighs."""
_OPENING = 20
"""Code points within which a clause opens: one that opens with an exception is no rule of its own."""
_NEXT = 12
"""Code points between a person word and the age that belongs to it."""
_OWN = ("clause", "chapeau")


def _distance(age: Age, start: int, end: int) -> int:
    return max(0, start - age.end, age.start - end)


def _lower(norm: Norm, age: Age) -> Stated | None:
    barred = bool(_BARS & set(norm.forces))
    if barred and age.bound == "range" and (age.high or 0) > OLDEST:
        age = replace(age, bound="from", high=None)  # nobody "unless at least 18 and not more than 30"
    allowed = bool({"permission", "declaration", "obligation"} & set(norm.forces))
    weight = {"clause": 1.0, "chapeau": 0.98, "heading": 0.9, "exception": 0.92}.get(age.via, 0.8)
    if age.via == "exception":
        # "nobody may be employed unless he has attained 15"
        return Stated(age.low, age, weight) if barred and age.bound == "from" else None
    if barred and age.bound in ("below", "until"):
        return Stated(age.high, age, weight if "prohibition" in norm.forces else weight * 0.93)
    if age.via == "heading" and not barred and "permission" not in norm.forces:
        return None  # the heading says of whom the duties speak
    merely_of = age.bound == "from" and not barred and "permission" not in norm.forces
    if merely_of and _names_a_group(norm, age):
        return None  # a duty of those above an age bars nobody below it
    if age.bound == "from" and (allowed or barred):
        return Stated(age.low, age, weight * (0.98 if allowed else 0.75))
    if age.bound == "range":
        if barred and not allowed:
            return Stated(age.high, age, weight * 0.8)
        direct = bool({"permission", "declaration"} & set(norm.forces)) or not _names_a_group(norm, age)
        return Stated(age.low, age, weight * (0.98 if direct else 0.6))  # a duty towards a group bars nobody
    if age.bound == "exact" and (allowed or barred):
        return Stated(age.low, age, weight * 0.85)
    if age.bound == "below" and "definition" in norm.forces:
        return Stated(age.high, age, weight * 0.8)
    return None


def _upper(norm: Norm, age: Age) -> Stated | None:
    weight = {"clause": 1.0, "chapeau": 0.98, "heading": 0.9}.get(age.via, 0.7)
    if age.bound in ("until", "range"):
        return Stated(age.high, age, weight)
    if age.bound == "below":
        return Stated(age.high, age, weight * 0.95)
    if age.bound == "exact":
        return Stated(age.high, age, weight * 0.8)
    return None


def school_end(norm: Norm, law: Law) -> Stated | None:
    """The usual age at the end of the stage of schooling that a clause names, marked as derived.

    A clause that makes schooling compulsory and names no stage leaves the age open.
    """
    text = squeeze(law.text[norm.quote_start : norm.quote_end])
    for stage in language_norms(norm.language).STAGES:
        if stage.pattern.search(text):
            return Stated(stage.age, None, 0.9, ("derived",))
    if any(h.concept == "compulsory_education" and h.via == "clause" for h in norm.concepts):
        return Stated(None, None, 0.8, ("open",))
    return None
