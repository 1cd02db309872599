"""Completeness: translations, examples, plausible ages, rules that always end in a verdict."""

from collections.abc import Iterator

from atlas_legal.model.standard import Concept, Instrument, Profile, Requirement, Term, Text, Threshold
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document
from atlas_legal.standards.names import criterion_nodes, values_of
from atlas_legal.yaml_positions import Loc

OLDEST = 25
"""No standard here asks for a higher age; a larger number is a slip."""


def check_completeness(document: Document) -> Iterator[Problem]:
    """Yield what a file lacks or overdoes, taken by itself."""
    model = document.model
    if isinstance(model, Instrument):
        for number, requirement in enumerate(model.requirements):
            loc: Loc = ("requirements", number)
            yield from _translations(document, requirement, loc)
            yield from _examples(document, requirement, loc)
            yield from _ages(document, requirement, loc)
    elif isinstance(model, Profile):
        yield from _profile(document, model)
    elif model is not None:
        yield from _concepts(document, model)


def _translations(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    yield from _spanish(document, requirement.title, (*loc, "title"))
    yield from _spanish(document, requirement.summary, (*loc, "summary"))
    for number, text in enumerate(requirement.drafting):
        yield from _spanish(document, text, (*loc, "drafting", number))


def _spanish(document: Document, text: Text, loc: Loc) -> Iterator[Problem]:
    if not text.es.strip():
        yield _no_spanish(document, loc)


def _no_spanish(document: Document, loc: Loc) -> Problem:
    name = next(str(part) for part in reversed(loc) if isinstance(part, str))
    return document.problem(
        "missing-translation",
        f"the {name} has no Spanish text",
        loc,
        key=True,
        severity="warning",
        hint="add es:",
    )


def _examples(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    if not requirement.examples:
        yield document.problem(
            "no-examples",
            f"{requirement.id} has no examples",
            (*loc, "id"),
            hint="add small provisions of your own with the status that each must give",
        )
        return
    values = values_of(requirement)
    for number, example in enumerate(requirement.examples):
        at = (*loc, "examples", number)
        if not example.text.strip():
            yield document.problem("empty-value", "the example has no text", (*at, "text"))
        for name, age in example.values.items():
            yield from _age(document, age, (*at, "values", name))
            if name not in values:
                hint = f"it reports {', '.join(sorted(values))}" if values else "it has no age leaf"
                yield document.problem(
                    "unknown-value-name",
                    f'{requirement.id} reports no value "{name}"',
                    (*at, "values", name),
                    key=True,
                    hint=hint,
                )
    statuses = {example.status for example in requirement.examples}
    if "met" not in statuses or statuses == {"met"}:
        what = "that is met" if "met" not in statuses else "that is not met"
        yield document.problem(
            "one-sided-examples",
            f"{requirement.id} has no example {what}",
            (*loc, "examples"),
            key=True,
            severity="warning",
            hint="examples are there to tell the two apart",
        )


def _ages(document: Document, requirement: Requirement, loc: Loc) -> Iterator[Problem]:
    for where, node in criterion_nodes(requirement.criterion, (*loc, "criterion")):
        key = node.leaf
        if key not in ("age", "compare"):
            continue
        threshold = getattr(node, key).at_least
        at = (*where, key, "at_least")
        if isinstance(threshold, int):
            yield from _age(document, threshold, at)
            continue
        assert isinstance(threshold, Threshold)
        if threshold.declared is None and threshold.finding is None and threshold.default is None:
            yield document.problem(
                "empty-value", "the threshold gives no age", at, hint="give declared, finding or default"
            )
        for declared, age in threshold.when_declared.items():
            yield from _age(document, declared, (*at, "when_declared", str(declared)))
            yield from _age(document, age, (*at, "when_declared", str(declared)))


def _age(document: Document, age: int, loc: Loc) -> Iterator[Problem]:
    if not 0 <= age <= OLDEST:
        yield document.problem(
            "out-of-range", f"{age} is no plausible age", loc, hint=f"ages go from 0 to {OLDEST}"
        )


def _profile(document: Document, profile: Profile) -> Iterator[Problem]:
    yield from _spanish(document, profile.title, ("title",))
    for number, standard in enumerate(profile.standards):
        loc: Loc = ("standards", number)
        yield from _spanish(document, standard.title, (*loc, "title"))
        last = len(standard.rules) - 1
        for place, rule in enumerate(standard.rules):
            at = (*loc, "rules", place)
            for bounds in ("value_at_least", "value_below"):
                for name, age in getattr(rule, bounds).items():
                    yield from _age(document, age, (*at, bounds, name))
            conditions = bool(rule.when or rule.any or rule.value_at_least or rule.value_below)
            if place == last and conditions:
                yield document.problem(
                    "open-rules",
                    "the last rule has a condition, so none may hold",
                    at,
                    severity="warning",
                    hint="end with a rule that only says conforms",
                )
            elif place < last and not conditions:
                yield document.problem(
                    "dead-rules",
                    "this rule always holds: those below are never reached",
                    at,
                    hint="put it last",
                )


def _concepts(document: Document, concepts: tuple[Concept, ...]) -> Iterator[Problem]:
    for number, concept in enumerate(concepts):
        for language in ("en", "es"):
            if not concept.label.get(language, "").strip():
                name = {"en": "English", "es": "Spanish"}[language]
                yield document.problem(
                    "missing-translation",
                    f'"{concept.id}" has no {name} label',
                    (number, "label"),
                    key=True,
                    severity="warning",
                    hint=f"add {language}:",
                )
        for language, terms in concept.terms.items():
            seen: set[str | Term] = set()
            for place, term in enumerate(terms):
                word = term if isinstance(term, str) else term.lemma
                if not word.strip():
                    yield document.problem(
                        "empty-value", "the term is empty", (number, "terms", language, place)
                    )
                elif term in seen:
                    yield document.problem(
                        "duplicate-term",
                        f'the term "{word}" stands twice',
                        (number, "terms", language, place),
                        severity="warning",
                    )
                seen.add(term)


def check_broader(documents: tuple[Document, ...]) -> Iterator[Problem]:
    """Yield a problem for each concept that is, through others, broader than itself."""
    parents = {
        concept.id: concept.broader
        for document in documents
        if isinstance(document.model, tuple)
        for concept in document.model
    }
    for document in documents:
        if not isinstance(document.model, tuple):
            continue
        for number, concept in enumerate(document.model):
            seen: set[str] = set()
            parent = concept.broader
            while parent is not None and parent not in seen and parent != concept.id:
                seen.add(parent)
                parent = parents.get(parent)
            if parent == concept.id:
                yield document.problem(
                    "broader-circle", f'"{concept.id}" is broader than itself', (number, "broader")
                )
