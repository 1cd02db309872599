"""Matching: a framework's norms against the requirements of the standards, to findings with evidence."""

from collections.abc import Sequence

from atlas_legal.matching.facts import Facts, gather
from atlas_legal.matching.findings import find
from atlas_legal.matching.needs import leaves
from atlas_legal.matching.sources import Source, usable
from atlas_legal.model.finding import Finding
from atlas_legal.model.framework import Framework
from atlas_legal.model.standard import Example, Library, Requirement

__all__ = ["Source", "match", "match_examples", "usable"]


def match(
    framework: Framework,
    library: Library,
    requirements: Sequence[Requirement],
    *,
    assume_ratified: bool = False,
) -> tuple[Finding, ...]:
    """Find for each requirement what the framework's laws say, in the order given.

    ``assume_ratified`` judges every requirement as though its instrument bound the country. A requirement
    whose threshold is another's value sees that value whatever the order.
    """
    facts = gather(framework, library)
    known = {r.id: r for r in library.requirements()}
    made: dict[str, Finding] = {}

    def make(requirement: Requirement, above: tuple[str, ...] = ()) -> None:
        if requirement.id in made:
            return
        for other in _needed(requirement):
            if other in known and other not in above:
                make(known[other], (*above, requirement.id))
        made[requirement.id] = find(requirement, facts, library.concepts, assume_ratified)

    for requirement in requirements:
        make(requirement)
    return tuple(made[r.id] for r in requirements)


def _needed(requirement: Requirement) -> tuple[str, ...]:
    """The requirements whose values this one's thresholds take."""
    models = (leaf.age or leaf.compare for leaf in leaves(requirement.criterion))
    thresholds = [model.at_least for model in models if model is not None]
    return tuple(t.finding for t in thresholds if not isinstance(t, int) and t.finding is not None)


def match_examples(requirement: Requirement, library: Library) -> tuple[tuple[Example, Finding], ...]:
    """Match each executable example of a requirement as a law of its own that is silent on nothing else."""
    from atlas_legal.parsing import parse_text  # imported here: matching itself needs no parser

    result = []
    for number, example in enumerate(requirement.examples, 1):
        law = parse_text(
            example.text,
            language=example.lang,
            name=f"example-{number}",
            title=example.title,
            law_id=f"example-{number}",
        )
        framework = Framework(code="", country=None, laws=(law,), complete=True)
        result.append((example, match(framework, library, (requirement,), assume_ratified=True)[0]))
    return tuple(result)


__all__ += ["Facts", "gather"]
