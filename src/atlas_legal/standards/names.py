"""Names: the ids that a library defines, where each is defined, and which are defined twice."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from atlas_legal.model.standard import ConceptId, Criterion, Instrument, Profile, Requirement
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document
from atlas_legal.yaml_positions import Loc


@dataclass(slots=True)
class Names:
    """Every id of a library, also of parts that could not be read.

    ``values`` maps each requirement that could be read to the names of the values that it reports.
    """

    instruments: set[str] = field(default_factory=set)
    requirements: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    profiles: set[str] = field(default_factory=set)
    values: dict[str, set[str]] = field(default_factory=dict)


def names_of(documents: Sequence[Document]) -> Names:
    """Collect the ids of all documents."""
    names = Names()
    for document in documents:
        for _, kind, name in _defined(document):
            getattr(names, kind).add(name)
        if document.kind != "profiles":
            (names.concepts if document.kind == "concepts" else names.requirements).update(document.ids())
        if isinstance(document.model, Instrument):
            for requirement in document.model.requirements:
                names.values[requirement.id] = values_of(requirement)
    return names


def repeated_ids(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield a problem for each id that an earlier place has already."""
    first: dict[tuple[str, str], str] = {}
    for document in documents:
        for loc, kind, name in _defined(document):
            if (kind, name) in first:
                yield document.problem(
                    "duplicate-id",
                    f'the {kind.removesuffix("s")} "{name}" is defined twice',
                    loc,
                    hint=f"it is defined at {first[kind, name]} already",
                )
                continue
            line, _ = document.at(loc)
            first[kind, name] = f"{document.path.name}:{line}"


def criterion_nodes(criterion: Criterion, loc: Loc = ()) -> Iterator[tuple[Loc, Criterion]]:
    """Yield every node of a criterion tree with its place below the tree's own."""
    yield loc, criterion
    for key, nodes in (("all", criterion.all), ("any", criterion.any), ("of", criterion.of)):
        for number, node in enumerate(nodes or ()):
            yield from criterion_nodes(node, (*loc, key, number))
    if criterion.not_ is not None:
        yield from criterion_nodes(criterion.not_, (*loc, "not"))


def concepts_named(requirement: Requirement, loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield every concept that a requirement's domain and leaves name, with its place."""
    yield from _words(requirement.domain, (*loc, "domain"))
    for where, node in criterion_nodes(requirement.criterion, (*loc, "criterion")):
        if node.leaf is not None:
            leaf: BaseModel = getattr(node, node.leaf)
            for name in _concept_fields(type(leaf)):
                yield from _words(getattr(leaf, name), (*where, node.leaf, name))


@cache
def _concept_fields(leaf: type[BaseModel]) -> tuple[str, ...]:
    """Return the fields of a leaf that hold concepts or groups of them."""

    def holds(annotation: Any) -> bool:
        if get_origin(annotation) is Annotated:
            return get_args(annotation) == get_args(ConceptId)
        return any(map(holds, get_args(annotation)))

    return tuple(name for name, info in leaf.model_fields.items() if holds(info.annotation))


def _words(value: str | tuple[Any, ...], loc: Loc) -> Iterator[tuple[Loc, str]]:
    """Yield the texts of nested lists with their places."""
    if isinstance(value, str):
        yield loc, value
        return
    for number, inner in enumerate(value):
        yield from _words(inner, (*loc, number))


def values_of(requirement: Requirement) -> set[str]:
    """Return the names of the values that a requirement's finding reports."""
    return {n.age.value for _, n in criterion_nodes(requirement.criterion) if n.age is not None}


def _defined(document: Document) -> Iterator[tuple[Loc, str, str]]:
    """Yield what a document defines: the place of the id, its kind and the id."""
    model = document.model
    if isinstance(model, Instrument):
        yield ("instrument", "id"), "instruments", model.instrument.id
        for number, requirement in enumerate(model.requirements):
            yield ("requirements", number, "id"), "requirements", requirement.id
    elif isinstance(model, Profile):
        yield ("id",), "profiles", model.id
    elif model is not None:
        for number, concept in enumerate(model):
            yield (number, "id"), "concepts", concept.id
