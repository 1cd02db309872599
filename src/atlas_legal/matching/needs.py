"""Needs: what a provision must name before any leaf of the library could use it."""

from collections.abc import Iterator
from functools import lru_cache

from atlas_legal.annotation.law import Need, Wanted
from atlas_legal.model.standard import Concept, Criterion, Group, Requirement


@lru_cache(maxsize=16)
def narrower(concepts: tuple[Concept, ...]) -> dict[str, frozenset[str]]:
    """Each concept with itself and all that are narrower, to any depth."""
    below: dict[str, set[str]] = {c.id: {c.id} for c in concepts}
    parents = {c.id: c.broader for c in concepts}
    for concept in concepts:
        seen = {concept.id}
        parent = concept.broader
        while parent is not None and parent not in seen:
            below.setdefault(parent, {parent}).add(concept.id)
            seen.add(parent)
            parent = parents.get(parent)
    return {key: frozenset(value) for key, value in below.items()}


def group_ids(group: Group, below: dict[str, frozenset[str]]) -> frozenset[str]:
    """All concepts that count for a group."""
    ids = (group,) if isinstance(group, str) else group
    return frozenset().union(*(below.get(i, frozenset((i,))) for i in ids))


def leaves(criterion: Criterion) -> Iterator[Criterion]:
    """Every leaf of a criterion tree, in order."""
    if criterion.leaf is not None:
        yield criterion
        return
    for node in (*(criterion.all or ()), *(criterion.any or ()), *(criterion.of or ())):
        yield from leaves(node)
    if criterion.not_ is not None:
        yield from leaves(criterion.not_)


@lru_cache(maxsize=16)
def wanted(requirements: tuple[Requirement, ...], concepts: tuple[Concept, ...]) -> Wanted:
    """What the leaves of these requirements could use."""
    below = narrower(concepts)
    needs: dict[Need, None] = {}
    carved: frozenset[str] = frozenset()
    for requirement in requirements:
        for leaf in leaves(requirement.criterion):
            if leaf.norm is not None:
                needs[tuple(group_ids(g, below) for g in (*leaf.norm.concepts, *leaf.norm.context))] = None
            elif leaf.age is not None:
                needs[tuple(group_ids(g, below) for g in (*leaf.age.concepts, *leaf.age.context))] = None
            elif leaf.must_not_exclude is not None:
                carved |= group_ids(leaf.must_not_exclude.groups, below)
    return Wanted(tuple(needs), carved)
