"""Needs: what a provision must name before any leaf of the library could use it."""

from collections.abc import Iterator
from dataclasses import dataclass

from atlas_legal.annotation.law import Need, Wanted
from atlas_legal.model.standard import Concept, Criterion, Group, Library, Requirement


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


def wanted(requirements: tuple[Requirement, ...], below: dict[str, frozenset[str]]) -> Wanted:
    """What the leaves of these requirements could use."""
    needs: dict[Need, None] = {}
    carved: frozenset[str] = frozenset()
    sanctions: frozenset[str] = frozenset()
    for requirement in requirements:
        for leaf in leaves(requirement.criterion):
            if leaf.norm is not None:
                needs[tuple(group_ids(g, below) for g in (*leaf.norm.concepts, *leaf.norm.context))] = None
            elif leaf.age is not None:
                needs[tuple(group_ids(g, below) for g in (*leaf.age.concepts, *leaf.age.context))] = None
            elif leaf.must_not_exclude is not None:
                carved |= group_ids(leaf.must_not_exclude.groups, below)
            elif leaf.penalty is not None:
                sanctions |= group_ids("penalty", below)
    return Wanted(tuple(needs), carved, sanctions)


@dataclass(frozen=True, slots=True)
class Aim:
    """A library made ready: its narrower concepts and what its leaves could use."""

    library: Library
    below: dict[str, frozenset[str]]
    wanted: Wanted


_aims: dict[int, Aim] = {}


def aim(library: Library) -> Aim:
    """Make a library ready, once; libraries are compared by identity."""
    if id(library) not in _aims:
        below = narrower(library.concepts)
        _aims[id(library)] = Aim(library, below, wanted(library.requirements(), below))
    return _aims[id(library)]
