"""Candidates: norms that say what a leaf asks for, ranked as a lawyer would cite them.

How well the structured facts fit comes first (are the concepts in the clause itself, is it a rule of the
right kind, whom does it protect), then the kind of clause (main rule before exception before aggravation
before aims), then where it stands. Word counts play no part.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from atlas_legal.annotation.law import LawNorms
from atlas_legal.matching.facts import Facts
from atlas_legal.model.norm import Age, Force, Norm, Via
from atlas_legal.model.standard import Group

_PLACE: dict[Via, float] = {
    "clause": 1.0,
    "chapeau": 0.95,
    "definition": 0.9,
    "heading": 0.65,
    "title": 0.4,
    "article": 0.4,
    "condition": 0.0,
}
_AKIN = 0.92
_FORCE: dict[Force, float] = {
    "prohibition": 1.0,
    "offence": 1.0,
    "obligation": 0.96,
    "permission": 0.96,
    "declaration": 0.93,
    "definition": 0.86,
    "sanction": 0.8,
    "power": 0.7,
    "exception": 0.6,
    "repeal": 0.0,
}
_HARD = frozenset({"prohibition", "offence"})
_RANK: dict[str, float] = {"decree": 0.98, "regulation": 0.97, "resolution": 0.97}
"""Standing of a law by its rank: an act is cited before what carries it out."""
_AIM = 0.52
"""Standing of words about action to come: with it alone nothing is laid down."""
_OWN: frozenset[str] = frozenset({"clause", "chapeau"})
_LONG = 1600
CHILDREN_ONLY = 0.97
"""From this weight on a norm protects children only."""
_PARTLY = 0.55
"""Standing of a rule for children where one for everybody is asked."""
_PLAIN = 0.9
"""Standing of a norm that neither its headings nor its law's title place in the matter; both together
raise it to 1."""
ADULT = 18


@dataclass(frozen=True, slots=True)
class Candidate:
    """A norm with how well it fits (0 to 1), the law it stands in, and the value read from it, if any."""

    norm: Norm
    law: LawNorms
    score: float
    value: int | None = None
    age: Age | None = None
    contrary: bool = False
    notes: tuple[str, ...] = field(default=())

    @property
    def key(self) -> tuple[str, str]:
        """Law and article-like unit: what evidence is counted by."""
        return self.law.law.id, self.norm.unit


@dataclass(frozen=True, slots=True)
class Sought:
    """What a leaf seeks in a norm; see ``NormLeaf`` for the meaning of each part.

    ``firsts`` are the concepts that each group names first: the matter itself, which counts a little more
    than what is narrower or akin.
    """

    concepts: tuple[frozenset[str], ...]
    firsts: tuple[str, ...]
    context: tuple[frozenset[str], ...]
    never: frozenset[str]
    child: bool
    domain: frozenset[str]
    several: int = 1
    everyone: bool = False
    programme: bool = False


def sought(
    facts: Facts,
    concepts: Sequence[Group],
    context: Sequence[Group],
    never: Sequence[str],
    child: bool,
    domain: Iterable[Group],
    several: int = 1,
    everyone: bool = False,
    programme: bool = False,
) -> Sought:
    """Resolve the groups of a leaf to the concepts that count for them."""
    return Sought(
        tuple(facts.ids(g) for g in concepts),
        tuple(g if isinstance(g, str) else g[0] for g in concepts),
        tuple(facts.ids(g) for g in context),
        facts.ids(tuple(never)) if never else frozenset(),
        child,
        frozenset().union(*(facts.ids(g) for g in domain)),
        several,
        everyone,
        programme,
    )


def fitting(want: Sought, facts: Facts) -> Iterator[tuple[Norm, LawNorms, float]]:
    """Every norm that fits, law by law in text order, with how well it fits.

    Only norms whose own clause names one of the concepts are looked at.
    """
    concepts = frozenset().union(*want.concepts)
    for law in facts.laws:
        numbers = {n for c in concepts if c in law.stated for n in law.stated[c]}
        for number in sorted(numbers):
            norm = law.norms[number]
            score = _fit(norm, law.places[number], law, want, facts)
            if score:
                yield norm, law, score


def _fit(norm: Norm, places: Mapping[str, Via], law: LawNorms, want: Sought, facts: Facts) -> float:
    """How well a norm fits, 0 where it does not.

    Every concept group must stand in the clause, its opening words or the article's heading, at least one of
    them in the clause; context groups anywhere around.
    """
    weights = []
    for group, first in zip(want.concepts, want.firsts, strict=True):
        weight = max(
            (_PLACE[places[c]] * (1 if c == first else _AKIN) for c in group if c in places), default=0.0
        )
        if weight < _PLACE["heading"] * _AKIN:
            return 0.0
        weights.append(weight)
    if want.several > 1 and (
        sum(places.get(c) in ("clause", "chapeau") for c in want.concepts[0]) < want.several
    ):
        return 0.0
    for group in want.context:
        weight = max((_PLACE[places[c]] for c in group if c in places), default=0.0)
        if weight == 0.0:
            return 0.0
        weights.append(0.5 + weight / 2)
    if want.child:
        weight = child_weight(norm, law, facts)
        if weight == 0.0:
            return 0.0
        weights.append(weight)
    score = sum(weights) / len(weights)
    if want.everyone and child_weight(norm, law, facts) >= CHILDREN_ONLY:
        score *= _PARTLY
    headings = {h.concept for h in norm.concepts if h.via == "heading"}
    if headings & want.never and not any(headings & group for group in want.concepts):
        score *= 0.7
    return score * _kind(norm, want) * _standing(norm, law, want, headings)


def child_weight(norm: Norm, law: LawNorms, facts: Facts) -> float:
    """How clearly a norm protects children: by its own words or age, its headings, or its law."""
    places = {h.via for h in norm.concepts if h.concept in facts.below.get("child", frozenset({"child"}))}
    own = [a for a in norm.ages if a.via in ("clause", "chapeau")]
    if "clause" in places or any(a.high is not None and a.high <= ADULT for a in own):
        return 1.0
    if "permission" in norm.forces and any(a.low is not None and a.low < ADULT for a in own):
        return 1.0  # what is allowed from fifteen on is allowed to children
    if "chapeau" in places:
        return 0.97
    if "heading" in places or any(a.via == "heading" for a in norm.ages):
        return 0.9
    if "article" in places and "offence" in norm.forces and _child_beside(norm, law, facts):
        return 0.8
    return 0.75 if "title" in places else 0.0


def _child_beside(norm: Norm, law: LawNorms, facts: Facts) -> bool:
    """Whether another clause of an offence's article aggravates it for children or punishes the like."""
    children = facts.below.get("child", frozenset({"child"}))
    return any(
        other.unit == norm.unit
        and ("aggravated" in other.cues or other.penalties)
        and any(h.concept in children and h.via in ("clause", "chapeau") for h in other.concepts)
        for other in law.norms
    )


def _kind(norm: Norm, want: Sought) -> float:
    """Main rule before exception before aggravation before aims."""
    factor = 1.0
    hard = _HARD & set(norm.forces) or norm.penalties
    if "programme" in norm.cues and not want.programme:
        factor *= 0.88 if hard else 0.66 if "obligation" in norm.forces else _AIM
    if "exception" in norm.cues:
        factor *= 0.7
    if "scope" in norm.cues:
        factor *= 0.55
    if "aggravated" in norm.cues:
        factor *= 0.93
    if "breach" in norm.cues:
        factor *= 0.85
    if "referral" in norm.cues:
        factor *= 0.8
    if norm.penalties and all(p.kind == "fine" for p in norm.penalties):
        factor *= 0.96  # the sanction of a rule rather than the rule
    if norm.cues & {"contents", "quotation", "bygone"}:
        factor *= 0.55
    return factor


def _standing(norm: Norm, law: LawNorms, want: Sought, headings: set[str]) -> float:
    """Where the norm stands: early in its article, under a heading or in a law on the matter."""
    factor = _PLAIN - 0.011 * min(norm.position, 8)
    if norm.end - norm.start > _LONG:
        factor *= 0.9
    if any(headings & group for group in want.concepts):
        factor += 0.06
    if law.title & want.domain:
        factor += 0.04
    if norm.has("woman", _OWN) and norm.has("child", _OWN):
        factor -= (
            0.06  # women and minors together: older law, on which a special rule for children goes before
        )
    return factor * _RANK.get(law.law.kind, 1.0)


def force_weight(norm: Norm, forces: Sequence[Force]) -> float:
    """The weight of the strongest force of a norm among those sought, 0 where it has none.

    The force named first is the one that such a rule usually has. A power to make rules is not yet the rule.
    """
    if "power" in norm.forces and "power" not in forces:
        return 0.0
    if forces[0] in norm.forces:
        return 1.0
    return max((_FORCE[f] for f in norm.forces if f in forces), default=0.0)


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Best first, one per article; ties in the order of laws and text."""
    best: dict[tuple[str, str], Candidate] = {}
    for candidate in candidates:
        known = best.get(candidate.key)
        if known is None or candidate.score > known.score:
            best[candidate.key] = candidate
    return tuple(sorted(best.values(), key=lambda c: -c.score))
