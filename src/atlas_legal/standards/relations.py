"""Relations between requirements: none to itself, none twice, none that says two things, no circles."""

from collections.abc import Iterator, Mapping, Sequence

from atlas_legal.model.standard import Instrument, Relation
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document
from atlas_legal.yaml_positions import Loc

KINDS: tuple[str, ...] = tuple(Relation.model_fields)
"""How a requirement may be related to another."""


def related(relation: Relation) -> tuple[tuple[str, str], ...]:
    """Return the kind and the other requirement of each thing that an entry says."""
    said = ((kind, getattr(relation, kind)) for kind in KINDS)
    return tuple((kind, other) for kind, other in said if other is not None)


def check_relations(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield what is wrong with how requirements are related, each at its place."""
    narrower: dict[str, tuple[str, ...]] = {}
    for document in documents:
        if isinstance(document.model, Instrument):
            for requirement in document.model.requirements:
                said = [pair for relation in requirement.related for pair in related(relation)]
                narrower[requirement.id] = tuple(other for kind, other in said if kind == "narrower")
    for document in documents:
        if not isinstance(document.model, Instrument):
            continue
        for number, requirement in enumerate(document.model.requirements):
            seen: dict[str, str] = {}
            for place, relation in enumerate(requirement.related):
                loc: Loc = ("requirements", number, "related", place)
                pairs = related(relation)
                if len(pairs) != 1:
                    yield document.problem(
                        "bad-value",
                        "an entry says one relation to one requirement",
                        loc,
                        hint=f"the relations are {', '.join(KINDS)}",
                    )
                for kind, other in pairs:
                    at = (*loc, kind)
                    if other == requirement.id:
                        yield document.problem("relation-to-itself", f'"{other}" is related to itself', at)
                    elif other in seen:
                        both = f"{seen[other]} and {kind}" if seen[other] != kind else f"{kind} twice"
                        yield document.problem(
                            "relation-twice", f'"{other}" is called {both}', at, hint="keep one of them"
                        )
                    elif kind == "narrower" and requirement.id in _reached(other, narrower):
                        yield document.problem(
                            "relation-circle",
                            f'"{requirement.id}" is, through others, narrower than itself',
                            at,
                            hint="two that ask for the same are equivalent",
                        )
                    seen.setdefault(other, kind)


def _reached(start: str, links: Mapping[str, Sequence[str]]) -> set[str]:
    """Return everything that links lead to from a start, itself included."""
    found: set[str] = set()
    todo = [start]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo.extend(links.get(name, ()))
    return found
