"""Leaves: each asks one question of the facts and answers satisfied, violated, absent or uncertain."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from atlas_legal.annotation.law import LawNorms
from atlas_legal.matching.ages import YOUNGEST, school_end, stated_age
from atlas_legal.matching.candidates import (
    CHILDREN_ONLY,
    Candidate,
    child_weight,
    fitting,
    force_weight,
    ranked,
    sought,
)
from atlas_legal.matching.facts import Facts
from atlas_legal.matching.needs import leaves
from atlas_legal.model.finding import Answer, Role
from atlas_legal.model.law import unit_of
from atlas_legal.model.norm import Age, Force, Norm
from atlas_legal.model.reason import Names, Reason
from atlas_legal.model.standard import (
    AgeLeaf,
    CompareLeaf,
    CoversLeaf,
    Criterion,
    ExcludeLeaf,
    ListLeaf,
    NormLeaf,
    PenaltyLeaf,
    RatifiedLeaf,
    RequireLeaf,
    Requirement,
)

SURE = 0.65
"""From this fit on a norm counts as the rule that the leaf asks for."""
POSSIBLE = 0.5
"""From this fit on a norm is worth showing: it makes the answer uncertain rather than absent."""
PEER = 0.8
"""Rules within this share of the best one are read together: for elements, penalties and exclusions."""
TIER = 0.93
"""Candidates within this share of the best are equally good rules; the weakest of them is the law."""
_EARLY_UNITS = 25
"""How many opening articles of a law may state its scope."""


@dataclass(frozen=True, slots=True)
class Result:
    """A leaf's answer. ``supports`` are ranked best first; ``why`` are statements for a lawyer."""

    leaf: str
    kind: str
    answer: Answer
    why: tuple[Reason, ...]
    value: int | None = None
    supports: tuple[Candidate, ...] = ()
    contrary: tuple[Candidate, ...] = ()
    role: Role = "supports"
    strength: float = 0.0
    leads: bool = False
    """Whether this leaf's evidence is cited before that of the leaves before it."""
    undermined: bool = False
    """Whether the rule stands, but an exception takes part of it away: the leaf is partly met."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a leaf knows beyond its own model: the requirement, the facts, the leaves before it."""

    requirement: Requirement
    facts: Facts
    done: Mapping[str, Result]


def check(node: Criterion, context: Context) -> Result:
    """Answer one leaf."""
    kind = node.leaf
    if kind is None or node.id is None:
        raise ValueError("not a leaf")
    return _CHECKS[kind](node.id, getattr(node, kind), context)


def said(phrase: str, at: Candidate | None = None, /, **parts: int | str | Names) -> Reason:
    """A statement; ``{place}`` in the phrase is the citation of a provision and its law."""
    if at is None:
        return Reason(phrase=phrase, parts=parts)
    law = at.law.law
    cited = {"label": at.law.label(at.norm.unit), "law": law.short or law.title or law.file}
    return Reason(phrase=phrase.replace("{place}", PLACE), parts={**cited, **parts})


PLACE = "{label} of {law}"
"""How a statement names a provision."""
LAID_DOWN = f"{PLACE} lays it down"


def _norm(leaf: str, model: NormLeaf, context: Context) -> Result:
    facts = context.facts
    want = sought(
        facts,
        model.concepts,
        model.context,
        model.never,
        model.child,
        context.requirement.domain,
        model.several,
        model.everyone,
        model.programme,
    )
    supports: list[Candidate] = []
    contrary: list[Candidate] = []
    barring = bool({"prohibition", "offence", "sanction", "definition", "declaration"} & set(model.force))
    for norm, law, score in fitting(want, facts):
        if score < POSSIBLE or _other_matter(norm, want.never):
            continue
        if barring or not _HARD & set(norm.forces):
            weight = force_weight(norm, model.force) or _punished_elsewhere(norm, law, model.force)
        else:
            weight = 0.0  # what is forbidden is not allowed
        if weight:
            supports.append(Candidate(norm, law, score * weight))
        elif model.contrary and not _HARD & set(norm.forces):
            against = force_weight(norm, model.contrary)
            if against:
                contrary.append(Candidate(norm, law, score * against, contrary=True))
    best = ranked(supports)
    against_best = tuple(c for c in ranked(contrary) if c.score >= SURE)
    result = _decide(leaf, "norm", best, against_best)
    if model.up_to is not None and result.answer == "satisfied":
        oldest = _oldest_protected(best)
        if oldest is not None and oldest < model.up_to:
            why = said("it protects children only below {age}", age=oldest)
            return replace(result, why=(*result.why, why), undermined=True)
    return result


def _oldest_protected(best: Sequence[Candidate]) -> int | None:
    """The age below which the rules protect children, where each of them states one; else None."""
    ages: list[int] = []
    for candidate in best:
        if candidate.score < max(SURE, PEER * best[0].score):
            continue
        stated = [
            a.high for a in candidate.norm.ages if a.via in ("clause", "chapeau") and a.bound == "below"
        ]
        high = max((age for age in stated if age is not None), default=None)
        if high is None:
            return None
        ages.append(high)
    return max(ages, default=None)


def _decide(leaf: str, kind: str, best: tuple[Candidate, ...], contrary: tuple[Candidate, ...]) -> Result:
    top = best[0].score if best else 0.0
    if contrary and contrary[0].score > top:
        why = (said("{place} says the contrary", contrary[0]),)
        return Result(leaf, kind, "violated", why, None, best, contrary, strength=contrary[0].score)
    if top >= SURE:
        why = (said(LAID_DOWN, best[0]),)
        return Result(leaf, kind, "satisfied", why, None, best, contrary, strength=top)
    if top >= POSSIBLE:
        why = (said("{place} comes near, but does not clearly lay it down", best[0]),)
        return Result(leaf, kind, "uncertain", why, None, best, contrary, strength=top)
    return Result(leaf, kind, "absent", (said("no provision that was read lays it down"),))


_HARD = frozenset({"prohibition", "offence"})


def _punished_elsewhere(norm: Norm, law: LawNorms, forces: Sequence[Force]) -> float:
    """The weight of a clause that defines or bans what another clause of its article punishes."""
    if "offence" not in forces or not {"definition", "prohibition"} & set(norm.forces):
        return 0.0
    ban = "prohibition" in norm.forces
    punished = any(n.unit == norm.unit and n.penalties and (not ban or "breach" in n.cues) for n in law.norms)
    return (0.9 if ban else 0.8) if punished else 0.0


def _other_matter(norm: Norm, never: frozenset[str]) -> bool:
    """Whether the clause's own words make it a rule on something else."""
    return any(h.via in ("clause", "chapeau") and h.concept in never for h in norm.concepts)


def _age(leaf: str, model: AgeLeaf, context: Context) -> Result:
    facts = context.facts
    want = sought(facts, model.concepts, model.context, (), False, context.requirement.domain)
    never = facts.ids(model.never) if model.never else frozenset()
    special = facts.ids(model.special) if model.special else frozenset()
    required = facts.required(model.at_least)
    found: list[Candidate] = []
    exceptions: list[Candidate] = []
    concepts = frozenset().union(*want.concepts)
    for norm, law, score in fitting(want, facts):
        weight = force_weight(norm, model.force)
        if not weight or score < POSSIBLE:
            continue
        if not _HARD & set(norm.forces) and any(
            h.concept in special and h.via != "article" for h in norm.concepts
        ):
            continue  # an exception to the rule, not the rule
        read = stated_age(norm, law, facts, model.side, concepts, never, by_definition=not model.defines)
        if read is None and model.school and not _other_matter(norm, never):
            read = school_end(norm, law.law)
        if read is None:
            continue
        headings = {h.concept for h in norm.concepts if h.via in ("heading", "title")}
        if headings & never and not any(headings & g for g in want.concepts):
            score *= 0.8
        if model.defines and not any(term.eid == norm.eid for term in law.terms):
            score *= 0.88 if law.title & want.domain else 0.6
        candidate = Candidate(norm, law, score * weight * read.weight, read.years, read.age, notes=read.notes)
        excepted = _is_permission(norm, read.age) and any(
            h.concept in special and h.via in ("clause", "chapeau", "heading") for h in norm.concepts
        )
        (exceptions if excepted else found).append(candidate)
    read_ages = sorted(found or exceptions, key=lambda c: -c.score)
    if not read_ages or read_ages[0].score < POSSIBLE:
        return Result(leaf, "age", "absent", (said("no provision that was read fixes such an age"),))
    top = read_ages[0].score if found else min(read_ages[0].score, SURE - 0.01)
    peers = [c for c in read_ages if c.score >= TIER * top]
    weakest = min if model.side == "lower" else max
    value = weakest((c.value for c in peers if c.value is not None), default=None)
    if value is None:
        why = (said("{place} leaves the age open", read_ages[0]),)
        return Result(leaf, "age", "uncertain", why, None, ranked(read_ages), strength=top)
    setting = sorted(read_ages, key=lambda c: (c not in peers or c.value != value, -c.score))
    first = tuple({c.key: c for c in reversed(setting)}.values())[::-1]
    first = tuple(sorted(first, key=setting.index))
    asked = (required.origin,) if required.years else ()
    derived = any("derived" in c.notes for c in peers if c.value == value)
    phrase = "{place} sets {age}, derived from the stage of schooling" if derived else "{place} sets {age}"
    sets = (said(phrase, first[0], age=value),)
    if top < SURE:
        why = (*sets, said("it does not clearly do so for this matter"), *asked)
        return Result(leaf, "age", "uncertain", why, value, first, strength=top)
    under = _permitted_below(read_ages[0], value, special, facts) if model.side == "lower" else None
    if under is not None:
        reason = said("but {place} allows it from {age}", under, age=under.value or 0)
        if (under.value or 0) < required.years:
            return Result(
                leaf,
                "age",
                "violated",
                (*sets, *asked, reason),
                under.value,
                (under, *first),
                (under,),
                strength=top,
            )
    if value >= required.years and model.side == "lower" and _gives_way_to_consent(first[0].norm):
        why = (*sets, *asked, said("but it gives way to the consent of a parent"))
        return Result(leaf, "age", "satisfied", why, value, first, strength=top, undermined=True)
    if value >= required.years:
        lower = tuple(
            c
            for c in ranked((*read_ages, *exceptions))
            if c.value is not None and c.value < required.years and c.score >= SURE and c.score >= 0.8 * top
        )
        if lower and not required.lower_if_declared:
            less = said("but {place} speaks of {age}", lower[0], age=lower[0].value or 0)
            why = (*sets, *asked, less)
            return Result(leaf, "age", "satisfied", why, value, first, lower, strength=top * 0.9)
        return Result(leaf, "age", "satisfied", (*sets, *asked), value, first, strength=top)
    if required.lower_if_declared and value == required.years - 1:
        only = said("this is enough only if the country declared it, and no declaration is on record")
        return Result(leaf, "age", "uncertain", (*sets, only), value, first, strength=top)
    return Result(leaf, "age", "violated", (*sets, *asked), value, first, first[:1], strength=top)


def _permitted_below(rule: Candidate, value: int, special: frozenset[str], facts: Facts) -> Candidate | None:
    """What the rule's own article, or a clause that sets it aside, allows from a lower age; None without any.

    Permissions for special matters (light work, training) are not against the rule.
    """
    law = rule.law
    unit = rule.norm.unit
    found: list[Candidate] = []
    for norm in law.norms:
        if not norm.ages or (norm.unit != unit and not _refers_to(norm, unit, law)):
            continue
        own = {h.concept for h in norm.concepts if h.via in ("clause", "chapeau", "condition")}
        carved = {c for x in norm.exclusions for c in x.groups}
        if (own | carved) & special:
            continue
        for age in norm.ages:
            allowed = age.via == "exception" or ("permission" in norm.forces and not _HARD & set(norm.forces))
            if (
                allowed
                and age.bound in ("from", "exact", "range")
                and age.low
                and YOUNGEST <= age.low < value
            ):
                if norm.unit != unit and norm.start < rule.norm.start:
                    continue
                found.append(Candidate(norm, law, rule.score, age.low, age, contrary=True))
    return min(found, key=lambda c: c.value or 0, default=None)


def _refers_to(norm: Norm, unit: str, law: LawNorms) -> bool:
    """Whether a clause cites an article-like unit of its own law."""
    return any(
        norm.start <= r.start
        and r.end <= norm.end
        and r.law is None
        and r.target is not None
        and unit_of(r.target) == unit
        for r in law.law.references
    )


def _gives_way_to_consent(norm: Norm) -> bool:
    """Whether a parent's consent lifts a ban as a whole."""
    return any(
        "parent_guardian" in x.groups and not any(a.via == "exception" for a in norm.ages)
        for x in norm.exclusions
    )


def _is_permission(norm: Norm, age: Age | None) -> bool:
    """Whether a clause allows something from an age on."""
    allows = "permission" in norm.forces or not _HARD & set(norm.forces)
    return allows and age is not None and age.bound in ("from", "range", "exact")


def _penalty(leaf: str, model: PenaltyLeaf, context: Context) -> Result:
    supports = _of(model.of, context, share=_SANCTIONED)
    found: list[Candidate] = []
    weak: list[Candidate] = []
    for candidate in supports:
        for norm, weight in _punishing(candidate):
            for penalty in norm.penalties:
                if penalty.kind not in model.kinds:
                    continue
                enough = (
                    penalty.kind != "imprisonment" or penalty.high is None or penalty.high >= model.months
                )
                score = min(1.0, candidate.score * weight)
                (found if enough else weak).append(Candidate(norm, candidate.law, score))
    if found:
        best = ranked(found)
        return Result(
            leaf,
            "penalty",
            "satisfied",
            (said("{place} punishes it", best[0]),),
            None,
            best,
            role="sanction",
            strength=best[0].score,
            leads=model.leads,
        )
    if weak:
        best = ranked(weak)
        phrase = "{place} punishes it with less than {months} months of imprisonment"
        why = (said(phrase, best[0], months=model.months),)
        return Result(leaf, "penalty", "absent", why, None, best, role="sanction", strength=best[0].score)
    return Result(leaf, "penalty", "absent", (said("no punishment was found for it"),))


def _punishing(candidate: Candidate) -> list[tuple[Norm, float]]:
    """Norms that punish a breach, with their weights: itself, its article, sanctions that refer to it."""
    unit = candidate.norm.unit
    law = candidate.law
    cited = {
        r.eid
        for r in law.law.references
        if r.law is None and r.target is not None and unit_of(r.target) == unit_of(unit)
    }
    own = [n for n in law.norms if n.unit == unit and n.penalties]
    linked = [n for n in law.norms if n.penalties and any(n.eid == c or n.unit == unit_of(c) for c in cited)]
    whole = [n for n in law.norms if n.penalties and {"whole", "breach"} <= n.cues]
    itself = [(candidate.norm, _BREACHED if "breach" in candidate.norm.cues else 1.0)]
    return [
        *(itself if candidate.norm.penalties else []),
        *((norm, 0.97) for norm in own),
        *((norm, 0.95) for norm in linked),
        *((norm, 0.85) for norm in whole),
    ]


_SANCTIONED = 0.7
"""Rules within this share of the best one are looked at for their sanctions: sanction clauses rank lower."""
_BREACHED = 1.3
"""Takes back what a clause on a breach lost as a rule: as a sanction it is what is asked for."""


def _of(leaf: str | tuple[str, ...], context: Context, share: float = PEER) -> tuple[Candidate, ...]:
    """The rules that an earlier leaf, or several, found and counted as sure."""
    names = (leaf,) if isinstance(leaf, str) else leaf
    results = [context.done[name] for name in names if name in context.done]
    found = [c for r in results for c in (*r.supports, *r.contrary)]
    line = max(SURE, share * max((c.score for c in found), default=0.0))
    found = [c for c in found if c.score >= line]
    return ranked(found) if len(names) > 1 else tuple(found)


def _covers(leaf: str, model: CoversLeaf, context: Context) -> Result:
    facts = context.facts
    supports = _of(model.of, context)
    needed = model.at_least if model.at_least is not None else len(model.concepts)
    groups = [facts.ids(g) for g in model.concepts]
    units = {c.key for c in supports}
    sources = (model.of,) if isinstance(model.of, str) else model.of
    rules = {node.id: node.norm for node in leaves(context.requirement.criterion)}
    child = all((rule := rules.get(name)) is not None and rule.child for name in sources)
    named: dict[int, Candidate] = {}
    for candidate in supports:
        for norm in candidate.law.norms:
            if (candidate.law.law.id, norm.unit) not in units:
                continue
            if child and not child_weight(norm, candidate.law, facts):
                continue
            own = {h.concept for h in norm.concepts if h.via in _NAMING}
            for index, group in enumerate(groups):
                if index not in named and own & group:
                    named[index] = Candidate(norm, candidate.law, candidate.score)
    missing = tuple(_names(g) for i, g in enumerate(model.concepts) if i not in named)
    best = ranked(named.values())
    many = (said("{n} of {all} elements are named", n=len(named), all=len(groups)),) if named else ()
    if len(named) >= needed:
        why = many if missing else (said("every element is named"),)
        return Result(leaf, "covers", "satisfied", why, None, best, strength=1.0)
    return Result(leaf, "covers", "absent", (*many, said("missing: {names}", names=missing)), None, best)


_NAMING = ("clause", "chapeau", "definition", "heading", "condition")
"""Where a rule may name one of its elements."""


def _own(norm: Norm) -> frozenset[str]:
    """The concepts of a clause and of its opening words."""
    return frozenset(h.concept for h in norm.concepts if h.via in ("clause", "chapeau"))


def _names(group: str | tuple[str, ...]) -> tuple[str, ...]:
    """A group as alternatives."""
    return (group,) if isinstance(group, str) else group


def _exclude(leaf: str, model: ExcludeLeaf, context: Context) -> Result:
    facts = context.facts
    groups = {g: facts.ids(g) for g in model.groups}
    tolerated = facts.ids(model.tolerated) if model.tolerated else frozenset()
    supports = _of(model.of, context)
    if not supports:
        return Result(
            leaf, "must_not_exclude", "absent", (said("there is no rule to look for exclusions in"),)
        )
    left: set[str] | None = None
    shown: list[Candidate] = []
    for support in supports:
        reaches = any(n.unit == support.norm.unit and "reaches" in n.cues for n in support.law.norms)
        excluded = _only_sector(support, groups)
        if excluded:
            shown.append(support)
        for norm in support.law.norms:
            own = norm.unit == support.norm.unit
            if not (norm.exclusions or own) or not (own or _states_scope(norm, support)):
                continue
            if reaches and not own:
                continue  # the rule's own article extends it to what the law's scope leaves out
            carved = {c for x in norm.exclusions for c in x.groups}
            if carved & tolerated or (not model.powers and {"power", "permission"} & set(norm.forces)):
                continue
            hit = {g for g, ids in groups.items() if carved & ids}
            if own and norm != support.norm and "permission" in norm.forces and not _HARD & set(norm.forces):
                allowed = _own(norm)
                if child_weight(norm, support.law, facts) >= CHILDREN_ONLY and not allowed & tolerated:
                    hit |= {g for g, ids in groups.items() if allowed & ids}
            if own and norm == support.norm:
                # words that narrow the rule itself, such as "in full-time employment"
                hit |= {g for g in hit or groups if g in _NARROWING and norm.has(g, frozenset({"clause"}))}
            if hit:
                excluded |= hit
                shown.append(Candidate(norm, support.law, support.score * 0.9))
        # A group is left out only where every rule leaves it out.
        left = excluded if left is None else left & excluded
    if left:
        best = ranked(shown)
        why = (said("{place} leaves out {names}", best[0], names=tuple((group,) for group in sorted(left))),)
        return Result(
            leaf, "must_not_exclude", "violated", why, None, best, role="exception", strength=best[0].score
        )
    return Result(leaf, "must_not_exclude", "satisfied", (said("no exclusion was found"),), strength=1.0)


_SECTORS = (
    "domestic_work",
    "agriculture",
    "seafaring_fishing",
    "public_service_work",
    "industrial_work",
    "commercial_work",
)
_INCLUSIVE = 30
"""Code points before a sector's name in which a word such as "including" would stand."""


def _only_sector(support: Candidate, groups: Mapping[str, frozenset[str]]) -> set[str]:
    """The groups that a rule does not reach because it, or its law, is on another sector alone."""
    text = support.law.law.text
    named = {
        h.concept
        for h in support.norm.concepts
        if h.concept in _SECTORS
        and h.via in ("clause", "title")
        and "inclu" not in text[max(0, h.start - _INCLUSIVE) : h.start].lower()
    }
    if len(named) != 1:
        return set()
    return {g for g in groups if g not in named and g not in _NARROWING}


_NARROWING = frozenset({"full_time_employment"})
"""Concepts that narrow a rule by standing in it, not by being carved out of it."""


def _states_scope(norm: Norm, support: Candidate) -> bool:
    """Whether a clause takes something out of the whole law, or out of the article of the rule."""
    if "scope" not in norm.cues:
        return False
    law = support.law.law
    if _refers_to(norm, support.norm.unit, support.law):
        return True
    if any(r.law is None and r.start >= norm.start and r.end <= norm.end for r in law.references):
        return False  # it names the provisions that it takes something out of, and this is none of them
    early = [u.eid for u, _ in law.units()][:_EARLY_UNITS]
    return norm.unit in early


def _points_of(norm: Norm, law: LawNorms) -> Iterator[Norm]:
    """The points that hang on a clause: those that inherit something from it."""
    for other in law.norms if norm.points else ():
        if (
            other.unit == norm.unit
            and other.start >= norm.end
            and any(h.via == "chapeau" and norm.start <= h.start < norm.end for h in other.concepts)
        ):
            yield other


def _require(leaf: str, model: RequireLeaf, context: Context) -> Result:
    facts = context.facts
    elements = facts.ids(model.elements)
    acts = facts.ids(("recruitment", "transport", "transfer", "harbouring", "receipt"))
    lifting = facts.ids("means_irrelevant_for_child")
    supports = _of(model.of, context)
    needing: list[Candidate] = []
    free: list[Candidate] = []
    for candidate in supports:
        norm = candidate.norm
        own = _own(norm).union(*(_own(point) for point in _points_of(norm, candidate.law)))
        if not own & acts or "aggravated" in norm.cues:
            continue
        (needing if own & elements and not own & lifting else free).append(candidate)
    for candidate in supports:
        asked = frozenset({"clause"})
        for norm in candidate.law.norms:
            if (
                norm.has("means_required", asked)
                and child_weight(norm, candidate.law, facts) >= CHILDREN_ONLY
            ):
                found = Candidate(norm, candidate.law, candidate.score)
                why = (said("{place} needs means such as force or deceit, for children too", found),)
                return Result(
                    leaf, "must_not_require", "violated", why, None, (found,), (found,), strength=found.score
                )
    if free:
        return Result(
            leaf,
            "must_not_require",
            "satisfied",
            (said("{place} needs no means", free[0]),),
            None,
            tuple(free),
            strength=free[0].score,
        )
    for candidate in needing:
        for norm in candidate.law.norms:
            said_here = {h.concept for h in norm.concepts if h.via == "clause"}
            lifted = said_here & lifting or (
                "regardless" in norm.cues and said_here & (acts | elements | facts.ids("trafficking"))
            )
            if lifted and child_weight(norm, candidate.law, facts) >= CHILDREN_ONLY:
                found = Candidate(norm, candidate.law, candidate.score)
                return Result(
                    leaf,
                    "must_not_require",
                    "satisfied",
                    (said("{place} lifts the means for children", found),),
                    None,
                    (found,),
                    strength=found.score,
                )
    if needing:
        return Result(
            leaf,
            "must_not_require",
            "violated",
            (said("{place} needs means such as force or deceit, for children too", needing[0]),),
            None,
            tuple(needing),
            tuple(needing[:1]),
            strength=needing[0].score,
        )
    return Result(
        leaf,
        "must_not_require",
        "uncertain",
        (said("the offence does not name its acts, so its elements are not known"),),
    )


def _list(leaf: str, model: ListLeaf, context: Context) -> Result:
    facts = context.facts
    supports = _of(model.of, context)
    kinds = facts.ids("hazard_kind") - {"hazard_kind"}
    subject = facts.ids(("hazardous_work", "hazardous_list"))
    others = facts.ids(
        ("slavery", "forced_labour", "trafficking", "prostitution", "pornography", "use_of_child")
    )
    delegated: list[Candidate] = []
    for candidate in supports:
        if "breach" in candidate.norm.cues:
            continue  # a sanction names the rule, it does not list the types
        norms = [n for n in candidate.law.norms if n.unit == candidate.norm.unit]
        points = max(
            (n.points for n in norms if _lists_hazards(n, candidate.law, subject | kinds, others)), default=0
        )
        named = {h.concept for n in norms for h in n.concepts if h.via == "clause"} & kinds
        if points >= model.items or len(named) >= model.items:
            return Result(
                leaf,
                "list_exists",
                "satisfied",
                (said("{place} lists the types", candidate),),
                None,
                (candidate,),
                strength=candidate.score,
                leads=True,
            )
        if any(n.has("list_by_regulation") or n.has("hazardous_list") for n in norms):
            delegated.append(candidate)
    annexed = next(_annexed_lists(supports, model.items, facts), None)
    if annexed is not None:
        return Result(
            leaf,
            "list_exists",
            "satisfied",
            (said("{place} lists the types", annexed),),
            None,
            (annexed,),
            strength=annexed.score,
            leads=True,
        )
    if delegated:
        phrase = "{place} leaves the types to a list or regulation that was not read"
        why = (said(phrase, delegated[0]),)
        return Result(
            leaf, "list_exists", "uncertain", why, None, tuple(delegated), strength=delegated[0].score
        )
    return Result(leaf, "list_exists", "absent", (said("no list of types was found"),))


def _lists_hazards(opener: Norm, law: LawNorms, subject: frozenset[str], others: frozenset[str]) -> bool:
    """Whether the list that a clause opens is one of hazardous work, and not of all worst forms."""
    points = [_own(point) for point in _points_of(opener, law)]
    if any(point & others for point in points):
        return False
    return bool(_own(opener) & subject) or any(point & subject for point in points)


def _annexed_lists(supports: Sequence[Candidate], items: int, facts: Facts) -> Iterator[Candidate]:
    """Annexes that list the types, in a law that has the rule or speaks of children.

    A rule in one law is often completed by the list that another, such as a decree, annexes.
    """
    subject = facts.ids(("hazardous_work", "hazardous_list", "worst_forms"))
    child = facts.ids("child")
    ruled = {c.law.law.id for c in supports}
    for law in facts.laws:
        for annex in law.law.annexes():
            norms = [n for n in law.listed if n.unit == annex.eid]
            heading = {h.concept for n in norms for h in n.concepts if h.via == "heading"}
            entries = len(_ENTRY.findall(law.law.text, annex.content_start, annex.end))
            if not norms or not heading & subject or entries < items:
                continue
            if heading & child or law.law.id in ruled or law.title & child:
                first = norms[0]
                whole = replace(first, eid=annex.eid, start=annex.start, quote_start=annex.start)
                yield Candidate(whole, law, min((c.score for c in supports), default=SURE))


_ENTRY = re.compile(r"^[^\S\n]*(?:\(?[0-9a-zñ๐-๙ก-ฮ]{1,3}[.)º-]|[-•*])[^\S\n]", re.MULTILINE | re.IGNORECASE)
"""A line that opens with a number, a letter or a dash."""


def _compare(leaf: str, model: CompareLeaf, context: Context) -> Result:
    value = next((r.value for r in context.done.values() if r.value is not None), None)
    required = context.facts.required(model.at_least)
    if value is None or not required.years:
        return Result(leaf, "compare", "uncertain", (said("one of the two ages is not known"),))
    answer: Answer = "satisfied" if value >= required.years else "violated"
    return Result(leaf, "compare", answer, (required.origin,), value, strength=1.0)


def _ratified(leaf: str, model: RatifiedLeaf, context: Context) -> Result:
    ratification = context.facts.framework.ratifications.get(model.instrument)
    if ratification is None or ratification.ratified == "unknown":
        unknown = said("it is not on record whether {instrument} was ratified", instrument=model.instrument)
        return Result(leaf, "ratified", "uncertain", (unknown,))
    if ratification.ratified == "yes":
        why = (said("the country has ratified {instrument}", instrument=model.instrument),)
        return Result(leaf, "ratified", "satisfied", why, strength=1.0)
    why = (said("the country has not ratified {instrument}", instrument=model.instrument),)
    return Result(leaf, "ratified", "violated", why, strength=1.0)


_CHECKS: dict[str, Callable[..., Result]] = {
    "norm": _norm,
    "age": _age,
    "penalty": _penalty,
    "covers": _covers,
    "must_not_exclude": _exclude,
    "must_not_require": _require,
    "list_exists": _list,
    "compare": _compare,
    "ratified": _ratified,
}
