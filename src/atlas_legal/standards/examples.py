"""Executable examples: whether a requirement's own provisions give the statuses that they must."""

from collections.abc import Container, Iterator

from atlas_legal.model.finding import Finding
from atlas_legal.model.standard import Example, Instrument, Library
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document


def check_examples(document: Document, library: Library, skip: Container[str] = ()) -> Iterator[Problem]:
    """Match every example of an instrument's requirements; yield each that does not give what it must.

    ``skip`` are requirements whose criterion is broken: all of their examples would fail.
    """
    if not isinstance(document.model, Instrument):
        return
    from atlas_legal.matching import match_examples  # imported here: it needs the whole engine

    for number, requirement in enumerate(document.model.requirements):
        if requirement.id in skip:
            continue
        for place, (example, finding) in enumerate(match_examples(requirement, library)):
            loc = ("requirements", number, "examples", place)
            if finding.status != example.status:
                yield document.problem(
                    "example-failed",
                    f"example {place + 1} of {requirement.id} must be {example.status}, "
                    f"it is {finding.status}",
                    (*loc, "status"),
                    hint=finding.reason,
                )
            elif wrong := _wrong_values(example, finding):
                yield document.problem(
                    "example-failed",
                    f"example {place + 1} of {requirement.id}: {wrong}",
                    (*loc, "values"),
                    hint=finding.reason,
                )


def _wrong_values(example: Example, finding: Finding) -> str:
    """Return which values differ from those that the example must give, empty where none does."""
    wrong = [
        f"{name} must be {value} and is {finding.values.get(name, 'not found')}"
        for name, value in example.values.items()
        if finding.values.get(name) != value
    ]
    return "; ".join(wrong)
