"""Executable examples: a requirement's own provisions, and the texts that a concept must not be found in."""

from collections.abc import Iterator

from atlas_legal.model.finding import Finding
from atlas_legal.model.standard import Example, Instrument, Library
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document


def check_examples(document: Document, library: Library) -> Iterator[Problem]:
    """Match every example of an instrument's requirements; yield each that does not give what it must."""
    if not isinstance(document.model, Instrument):
        return
    from atlas_legal.matching import match_examples

    for number, requirement in enumerate(document.model.requirements):
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


def check_counter_examples(document: Document) -> Iterator[Problem]:
    """Yield each text of a concept's ``not`` in which one of the concept's own terms is found."""
    if not isinstance(document.model, tuple):
        return
    from atlas_legal.annotation.concepts import Scanner
    from atlas_legal.annotation.flat import squeeze

    for number, concept in enumerate(document.model):
        for place, texts in enumerate(concept.not_):
            for language, text in texts.items():
                if concept.terms.get(language) and Scanner((concept,), language).present(squeeze(text)):
                    yield document.problem(
                        "counter-example-matched",
                        f'a term of "{concept.id}" is found in "{text}"',
                        (number, "not", place, language),
                        hint="make the term narrower",
                    )


def _wrong_values(example: Example, finding: Finding) -> str:
    """Return which values differ from those that the example must give, empty where none does."""
    wrong = [
        f"{name} must be {value} and is {finding.values.get(name, 'not found')}"
        for name, value in example.values.items()
        if finding.values.get(name) != value
    ]
    return "; ".join(wrong)
