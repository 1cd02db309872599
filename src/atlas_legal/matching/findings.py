"""Findings: a requirement's answered tree as a lawyer reads it, with ranked pinpoint evidence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pydantic import JsonValue

from atlas_legal.matching.candidates import Candidate
from atlas_legal.matching.facts import Facts
from atlas_legal.matching.leaves import POSSIBLE, SURE, Result
from atlas_legal.matching.needs import leaves
from atlas_legal.matching.verdict import Node, answer, unread
from atlas_legal.model.finding import Evidence, Finding, LeafAnswer, NodeAnswer, Role, Status
from atlas_legal.model.reason import Reason, sentence
from atlas_legal.model.standard import Concept, Requirement

_SHOWN = 10
"""How many pieces of evidence a finding carries."""


def find(
    requirement: Requirement, facts: Facts, concepts: tuple[Concept, ...], assume_ratified: bool
) -> Finding:
    """The finding on one requirement."""
    why_not = _not_applicable(requirement, facts, assume_ratified)
    if why_not:
        return _finding(
            requirement, "not_applicable", 0.95, (why_not,), "A change of that fact.", None, (), {}
        )
    tree = answer(requirement, facts)
    results = tree.results()
    status = tree.status
    reasons = [statement for result in tree.telling() for statement in result.why]
    open_question = None
    if status == "gap":
        open_question = unread(requirement, facts, concepts)
        if open_question is not None:
            status = "review"
            reasons.append(open_question)
    values = _values(requirement, tree)
    facts.values[requirement.id] = values
    evidence = _evidence(results, facts)
    return _finding(
        requirement,
        status,
        _confidence(status, results, open_question is not None),
        tuple(reasons),
        _would_change(status, results, open_question is not None),
        tree,
        evidence,
        values,
    )


def _finding(
    requirement: Requirement,
    status: Status,
    confidence: float,
    reasons: tuple[Reason, ...],
    would_change: str,
    tree: Node | None,
    evidence: tuple[Evidence, ...],
    values: dict[str, int],
) -> Finding:
    return Finding(
        requirement=requirement.id,
        instrument=requirement.id.rpartition(".")[0],
        article=requirement.article,
        pillar=requirement.pillar,
        area=requirement.area,
        title=requirement.title.en,
        status=status,
        confidence=round(confidence, 2),
        reason=sentence(statement.text() for statement in reasons),
        reasons=reasons,
        would_change=would_change,
        values=values,
        evidence=evidence,
        tree=_tree(tree) if tree is not None else None,
        notes=() if requirement.verified else ("the requirement itself is not verified against its text",),
    )


def _not_applicable(requirement: Requirement, facts: Facts, assume_ratified: bool) -> Reason | None:
    when = requirement.applies_when
    country = facts.framework.country
    if when.ratified is not None and not assume_ratified:
        ratification = facts.framework.ratifications.get(when.ratified)
        if ratification is not None and ratification.ratified == "no":
            phrase = "the country has not ratified {instrument}"
            return Reason(phrase=phrase, parts={"instrument": when.ratified})
    if country is not None:
        if when.conscription and country.conscription is False:
            return Reason(phrase="the country has no conscription")
        if when.armed_forces and country.armed_forces is False:
            return Reason(phrase="the country has no armed forces")
    return None


def _values(requirement: Requirement, tree: Node) -> dict[str, int]:
    """Values by the names that the requirement's age leaves give them."""
    names = {c.id: c.age.value for c in leaves(requirement.criterion) if c.age is not None}
    return {
        names[r.leaf]: r.value for r in reversed(tree.results()) if r.value is not None and r.leaf in names
    }


def _confidence(status: Status, results: Sequence[Result], unread_law: bool) -> float:
    """Between 0 and 1. Grows with how far the best rule's fit lies from the line at which it counts."""
    strength = max((r.strength for r in results if r.kind in ("norm", "age")), default=0.0)
    if status == "review":
        return 0.5 if unread_law else 0.4
    if status == "gap":
        return 0.75 if strength < POSSIBLE else 0.6
    margin = max(0.0, min(1.0, (strength - SURE) / (1.0 - SURE)))
    return (0.7 if status == "met" else 0.6) + 0.27 * margin


def _would_change(status: Status, results: Sequence[Result], unread_law: bool) -> str:
    if unread_law:
        return "The text of the law that was not read."
    weak = next((r for r in results if r.answer != "satisfied"), None)
    if status == "met":
        best = next((r for r in results if r.supports), None)
        return "Repeal or narrowing of the first provision cited." if best else "A change of the facts."
    if weak is not None and weak.kind == "must_not_exclude":
        return "Another rule that covers those left out."
    if status == "conflict":
        return "Amendment of the provision cited as contradicting."
    if status == "review":
        return "A reading of the provisions shown by a lawyer, or a provision that says it clearly."
    return "A provision in force that lays it down."


def _evidence(results: Sequence[Result], facts: Facts) -> tuple[Evidence, ...]:
    """Main rules first, each article once: those of the first leaf before those of later ones."""
    rows: list[tuple[float, Candidate, Role, str]] = []
    for order, result in enumerate(results):
        contrary = {c.key for c in result.contrary}
        for candidate in _in_order(result):
            role: Role = (
                "contradicts"
                if candidate.key in contrary and result.answer == "violated" and result.kind != "age"
                else result.role
            )
            if result.kind == "age" and result.answer == "violated":
                role = "contradicts"
            if candidate.score >= POSSIBLE:
                weight = 1 + candidate.score if result.leads else _weight(candidate, role, order)
                rows.append((weight, candidate, role, result.leaf))
        rows.extend(
            (_weight(c, "contradicts", order), c, "contradicts", result.leaf)
            for c in result.contrary
            if c.score >= POSSIBLE
        )
    seen: set[tuple[str, str]] = set()
    chosen = []
    for _, candidate, role, leaf in sorted(rows, key=lambda row: -row[0]):
        if candidate.key not in seen:
            seen.add(candidate.key)
            chosen.append((candidate, role, leaf))
    return tuple(
        _piece(rank, candidate, role, leaf) for rank, (candidate, role, leaf) in enumerate(chosen[:_SHOWN], 1)
    )


def _in_order(result: Result) -> Iterator[Candidate]:
    """A leaf's evidence; of an age leaf, which knows whose age counts, the first one stands highest."""
    if result.kind != "age":
        yield from result.supports
        return
    score = max((c.score for c in result.supports), default=0.0)
    for candidate in result.supports:
        yield replace(candidate, score=score)
        score = min(score, candidate.score)


def _weight(candidate: Candidate, role: Role, order: int) -> float:
    lesser = {"supports": 1.0, "contradicts": 0.97, "exception": 0.7, "sanction": 0.75}[role]
    return candidate.score * lesser * (0.97**order)


def _piece(rank: int, candidate: Candidate, role: Role, leaf: str) -> Evidence:
    law = candidate.law.law
    norm = candidate.norm
    return Evidence(
        rank=rank,
        law=law.id,
        file=law.file,
        eid=norm.eid,
        label=candidate.law.label(norm.unit),
        start=norm.quote_start,
        end=norm.quote_end,
        quote=law.text[norm.quote_start : norm.quote_end],
        role=role,
        leaf=leaf,
        norm=_norm_json(candidate),
        score=round(candidate.score, 3),
    )


def _norm_json(candidate: Candidate) -> dict[str, JsonValue]:
    norm = candidate.norm
    own = sorted({h.concept for h in norm.concepts if h.via in ("clause", "chapeau")})
    return {
        "force": [*norm.forces],
        "concepts": [*own],
        "ages": [{"bound": a.bound, "low": a.low, "high": a.high, "via": a.via} for a in norm.ages],
        "penalties": [{"kind": p.kind, "low": p.low, "high": p.high} for p in norm.penalties],
        "exceptions": [*sorted({g for x in norm.exclusions for g in x.groups})],
        "value": candidate.value,
    }


def _tree(node: Node) -> NodeAnswer:
    leaf = None
    if node.result is not None:
        result = node.result
        leaf = LeafAnswer(
            leaf=result.leaf,
            kind=result.kind,
            answer=result.answer,
            reason=sentence(statement.text() for statement in result.why),
            reasons=result.why,
            value=result.value,
            evidence=tuple(
                _piece(rank, c, result.role, result.leaf) for rank, c in enumerate(result.supports[:3], 1)
            ),
        )
    return NodeAnswer(
        operator=node.operator, status=node.status, leaf=leaf, nodes=tuple(_tree(n) for n in node.nodes)
    )
