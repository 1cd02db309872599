"""Verdicts: from the answered criterion tree to a status."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from atlas_legal.annotation.concepts import scanner
from atlas_legal.annotation.flat import squeeze
from atlas_legal.annotation.law import LawNorms
from atlas_legal.languages import codes
from atlas_legal.matching.facts import Facts
from atlas_legal.matching.leaves import LAID_DOWN, PLACE, Context, Result, check
from atlas_legal.model.finding import Status
from atlas_legal.model.reason import Reason
from atlas_legal.model.standard import Concept, Criterion, Requirement

_BY_ANSWER: dict[str, Status] = {
    "satisfied": "met",
    "violated": "conflict",
    "absent": "gap",
    "uncertain": "review",
}
_WORST_FIRST: tuple[Status, ...] = ("conflict", "gap", "review", "partial")
_BEST_FIRST: tuple[Status, ...] = ("met", "partial", "conflict", "review", "gap", "not_applicable")


@dataclass(frozen=True, slots=True)
class Node:
    """An answered node of the criterion tree."""

    operator: Literal["all", "any", "at_least", "not", "leaf"]
    status: Status
    result: Result | None = None
    nodes: tuple["Node", ...] = ()

    def results(self) -> list[Result]:
        """Every leaf's result below this node, in order."""
        own = [self.result] if self.result is not None else []
        return [*own, *(r for n in self.nodes for r in n.results())]

    def telling(self) -> list[Result]:
        """The results that made the status what it is, in order.

        Of alternatives the one that decided; of what must be there together, all where it is met, else the
        main rule and what falls short; nothing of what is rightly absent.
        """
        if self.result is not None:
            return [self.result]
        if self.operator == "not":
            return [] if self.status == "met" else [_unwanted(r) for r in self.nodes[0].telling()]
        if self.operator == "any":
            return next(n for n in self.nodes if n.status == self.status).telling()
        main, *rest = self.nodes
        kept = rest if self.status == "met" else [n for n in rest if n.status != "met"]
        return [r for n in (main, *kept) for r in n.telling()]


def _unwanted(result: Result) -> Result:
    """The result with its statement turned round: what it found should not be there."""
    why = (
        r.model_copy(update={"phrase": f"{PLACE} lays down what should not be"})
        if r.phrase == LAID_DOWN
        else r
        for r in result.why
    )
    return replace(result, why=tuple(why))


def answer(requirement: Requirement, facts: Facts) -> Node:
    """Answer a requirement's criterion tree, leaf by leaf in order."""
    done: dict[str, Result] = {}
    return _answer(requirement.criterion, requirement, facts, done)


def _answer(node: Criterion, requirement: Requirement, facts: Facts, done: dict[str, Result]) -> Node:
    if node.leaf is not None:
        result = check(node, Context(requirement, facts, done))
        done[result.leaf] = result
        whole = result.answer != "satisfied" or not result.undermined
        return Node("leaf", _BY_ANSWER[result.answer] if whole else "partial", result)
    if node.all is not None:
        nodes = tuple(_answer(n, requirement, facts, done) for n in node.all)
        return Node("all", _all(nodes, node.all), nodes=nodes)
    if node.any is not None:
        nodes = tuple(_answer(n, requirement, facts, done) for n in node.any)
        return Node("any", min((n.status for n in nodes), key=_BEST_FIRST.index), nodes=nodes)
    if node.of is not None:
        nodes = tuple(_answer(n, requirement, facts, done) for n in node.of)
        return Node("at_least", _at_least(nodes, node.at_least or 1), nodes=nodes)
    assert node.not_ is not None  # the model allows no other operator
    inner = _answer(node.not_, requirement, facts, done)
    turned: dict[Status, Status] = {"met": "conflict", "gap": "met", "conflict": "met"}
    return Node("not", turned.get(inner.status, inner.status), nodes=(inner,))


def _all(nodes: Sequence[Node], criteria: Sequence[Criterion]) -> Status:
    """The first node is the main rule: without it the requirement has the status of its absence.

    The others make a met rule partial, or what their ``otherwise`` says.
    """
    main = nodes[0].status
    if main in ("gap", "review"):
        return main
    statuses: list[Status] = [main]
    for node, criterion in zip(nodes[1:], criteria[1:], strict=True):
        if node.status == "met":
            continue
        if node.status == "review":
            statuses.append("review")
        elif criterion.otherwise is not None:
            statuses.append(criterion.otherwise)
        else:
            statuses.append("conflict" if node.status == "conflict" else "partial")
    for worst in _WORST_FIRST:
        if worst in statuses:
            return worst
    return "met"


def _at_least(nodes: Sequence[Node], needed: int) -> Status:
    met = sum(n.status == "met" for n in nodes)
    if met >= needed:
        return "met"
    if met or any(n.status == "partial" for n in nodes):
        return "partial"
    return "review" if any(n.status == "review" for n in nodes) else "gap"


def _matters(law: LawNorms) -> frozenset[str]:
    """What a law is about: title and headings; a constitution has headings on what it leaves to laws."""
    return law.title if law.law.kind == "constitution" else law.title | law.headings


def unread(requirement: Requirement, facts: Facts, concepts: tuple[Concept, ...]) -> Reason | None:
    """Why silence is no gap here: which law on the matter was not read. None where silence counts.

    Plain ids of ``domain`` form one group, each nested list one more; every group must be the matter of a
    loaded law, by its title or headings. A law that the register lists as missing and whose title or
    description names the matter leaves the question open in any case.
    """
    plain = tuple(d for d in requirement.domain if isinstance(d, str))
    groups = [facts.ids(plain)] if plain else []
    groups.extend(facts.ids(d) for d in requirement.domain if not isinstance(d, str))
    register = facts.framework.register
    for missing in register.gaps if register is not None else ():
        said = f"{missing.title} . {missing.short} . {missing.why}"
        named = frozenset().union(*(scanner(concepts, code).present(squeeze(said)) for code in codes()))
        if any(named & group for group in groups):
            phrase = "the register lists {law} as missing, which could answer it"
            return Reason(phrase=phrase, parts={"law": missing.short or missing.title})
    if facts.framework.complete:
        return None
    for group in groups:
        if not any(_matters(law) & group for law in facts.laws):
            return Reason(phrase="no law on this matter is among those that were read")
    return None
