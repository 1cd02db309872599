"""References: whether every id that a file uses is defined somewhere in the library."""

import re
from collections.abc import Iterable, Iterator

from atlas_legal.model.standard import Concept, Criterion, Instrument, Profile, Requirement, Threshold
from atlas_legal.model.validation import Problem
from atlas_legal.nearest import did_you_mean
from atlas_legal.standards.documents import Document
from atlas_legal.standards.names import Names, concepts_named, criterion_nodes
from atlas_legal.standards.relations import related
from atlas_legal.yaml_positions import Loc


def check_references(document: Document, names: Names) -> Iterator[Problem]:
    """Yield a problem for each id that nothing defines, with the nearest one that something does."""
    model = document.model
    yield from _file_name(document)
    if isinstance(model, Instrument):
        for number, requirement in enumerate(model.requirements):
            yield from _requirement(document, names, model, requirement, ("requirements", number))
    elif isinstance(model, Profile):
        yield from _profile(document, names, model)
    elif model is not None:
        yield from _concepts(document, names, model)


def _file_name(document: Document) -> Iterator[Problem]:
    """Yield a problem where a file in a library is not named after the instrument or profile in it."""
    model = document.model
    if isinstance(model, Instrument) and "instrument" not in document.broken:
        name = model.instrument.id
        loc: Loc = ("instrument", "id")
    elif isinstance(model, Profile):
        name = model.id
        loc = ("id",)
    else:
        return
    if name != document.path.stem and document.path.parent.name == document.kind:
        yield document.problem(
            "wrong-file-name",
            f'"{name}" stands in a file of another name',
            loc,
            severity="warning",
            hint=f"call the file {name}.yaml",
        )


def _requirement(
    document: Document, names: Names, instrument: Instrument, requirement: Requirement, loc: Loc
) -> Iterator[Problem]:
    if requirement.id.rpartition(".")[0] != instrument.instrument.id:
        yield document.problem(
            "wrong-prefix",
            f'the requirement "{requirement.id}" is not named after its instrument',
            (*loc, "id"),
            hint=f"the id begins with {instrument.instrument.id}.",
        )
    article = "-".join(re.findall("[0-9a-z]+", requirement.article))
    if not f"{requirement.id.rpartition('.')[2]}-".startswith(f"{article}-"):
        yield document.problem(
            "wrong-prefix",
            f'the requirement "{requirement.id}" is not named after its article {requirement.article}',
            (*loc, "id"),
            hint=f"the id begins with {instrument.instrument.id}.{article}",
        )
    for where, concept in concepts_named(requirement, loc):
        yield from _concept(document, names, concept, where)
    if requirement.applies_when.ratified is not None:
        yield from _instrument(
            document, names, requirement.applies_when.ratified, (*loc, "applies_when", "ratified")
        )
    nodes = list(criterion_nodes(requirement.criterion, (*loc, "criterion")))
    leaves = [node.id for _, node in nodes if node.leaf is not None and node.id is not None]
    for where, node in nodes:
        if node.leaf is not None:
            yield from _leaf(document, names, requirement, node, where, leaves)
    for number, relation in enumerate(requirement.related):
        for kind, other in related(relation):
            yield from _requirement_id(document, names, other, (*loc, "related", number, kind))


def _leaf(
    document: Document, names: Names, requirement: Requirement, node: Criterion, where: Loc, leaves: list[str]
) -> Iterator[Problem]:
    assert node.leaf is not None
    leaf = getattr(node, node.leaf)
    below = (*where, node.leaf)
    if node.id is not None and leaves.count(node.id) > 1:
        yield document.problem(
            "duplicate-leaf",
            f'the leaf id "{node.id}" stands twice in {requirement.id}',
            (*where, "id"),
            hint="give each leaf its own id",
        )
    source = getattr(leaf, "of", ())
    for place, name in enumerate((source,) if isinstance(source, str) else source):
        if name not in leaves or name == node.id:
            others = [other for other in leaves if other != node.id]
            loc = (*below, "of") if isinstance(source, str) else (*below, "of", place)
            yield _unknown(document, "unknown-leaf", "leaf", name, others, loc)
    if node.compare is not None:
        own = names.values.get(requirement.id, set())
        if node.compare.value not in own:
            yield _unknown(
                document, "unknown-value-name", "value", node.compare.value, own, (*below, "value")
            )
    if node.ratified is not None:
        yield from _instrument(document, names, node.ratified.instrument, (*below, "instrument"))
    threshold = getattr(leaf, "at_least", None)
    if isinstance(threshold, Threshold):
        yield from _threshold(document, names, threshold, (*below, "at_least"))


def _threshold(document: Document, names: Names, threshold: Threshold, loc: Loc) -> Iterator[Problem]:
    if threshold.declared is not None:
        yield from _instrument(document, names, threshold.declared, (*loc, "declared"))
    name = threshold.finding
    if name is None:
        return
    yield from _requirement_id(document, names, name, (*loc, "finding"))
    if names.values.get(name) == set():
        yield document.problem(
            "unknown-value-name",
            f"{name} reports no value",
            (*loc, "finding"),
            hint="name a requirement with an age leaf",
        )


def _profile(document: Document, names: Names, profile: Profile) -> Iterator[Problem]:
    if profile.requirements != "all":
        yield from _requirements(document, names, profile.requirements, ("requirements",))
    seen: set[str] = set()
    for number, standard in enumerate(profile.standards):
        loc: Loc = ("standards", number)
        if standard.id in seen:
            yield document.problem(
                "duplicate-id", f'the standard "{standard.id}" is defined twice', (*loc, "id")
            )
        seen.add(standard.id)
        yield from _requirements(document, names, standard.requirements, (*loc, "requirements"))
        values = {f"{r}:{v}" for r in standard.requirements for v in names.values.get(r, ())}
        values |= {v for r in standard.requirements for v in names.values.get(r, ())}
        unread = not names.values.keys() >= set(standard.requirements)
        if standard.age is not None and standard.age not in values and not unread:
            yield _unknown(document, "unknown-value-name", "value", standard.age, values, (*loc, "age"))
        for place, rule in enumerate(standard.rules):
            at = (*loc, "rules", place)
            for condition, asked in (("when", rule.when), ("any", rule.any)):
                for name in asked:
                    if name not in standard.requirements:
                        yield _unknown(
                            document,
                            "unknown-requirement",
                            "requirement of this standard",
                            name,
                            standard.requirements,
                            (*at, condition, name),
                            key=True,
                        )
            for condition, bounds in (
                ("value_at_least", rule.value_at_least),
                ("value_below", rule.value_below),
            ):
                for name in bounds:
                    if name not in values and not unread:
                        yield _unknown(
                            document,
                            "unknown-value-name",
                            "value",
                            name,
                            values,
                            (*at, condition, name),
                            key=True,
                        )


def _concepts(document: Document, names: Names, concepts: tuple[Concept, ...]) -> Iterator[Problem]:
    for number, concept in enumerate(concepts):
        if concept.broader is not None:
            yield from _concept(document, names, concept.broader, (number, "broader"))
        for place, other in enumerate(concept.related):
            yield from _concept(document, names, other, (number, "related", place))


def _concept(document: Document, names: Names, name: str, loc: Loc) -> Iterator[Problem]:
    """Yield a problem for a concept that no file defines."""
    if name not in names.concepts:
        yield _unknown(document, "unknown-concept", "concept", name, names.concepts, loc)


def _requirements(document: Document, names: Names, ids: Iterable[str], loc: Loc) -> Iterator[Problem]:
    for number, name in enumerate(ids):
        yield from _requirement_id(document, names, name, (*loc, number))


def _requirement_id(document: Document, names: Names, name: str, loc: Loc) -> Iterator[Problem]:
    """Yield a problem for a requirement that no file defines."""
    if name not in names.requirements:
        yield _unknown(document, "unknown-requirement", "requirement", name, names.requirements, loc)


def _instrument(document: Document, names: Names, name: str, loc: Loc) -> Iterator[Problem]:
    """Yield a problem for an instrument that no file describes."""
    if name not in names.instruments:
        yield _unknown(document, "unknown-instrument", "instrument", name, names.instruments, loc)


def _unknown(
    document: Document, code: str, what: str, name: str, known: Iterable[str], loc: Loc, *, key: bool = False
) -> Problem:
    return document.problem(code, f'unknown {what} "{name}"', loc, key=key, hint=_near(name, known, what))


def _near(name: str, known: Iterable[str], what: str) -> str:
    """Return the nearest name; where none is near, the names there are, unless they are too many to read."""
    choices = sorted(set(known))
    hint = did_you_mean(name, choices, what=f"{what}s")
    return hint if hint.startswith("did") or len(choices) <= 20 else ""
