"""Concepts: labels, terms that can be found and mean something, and a place among the requirements."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

from atlas_legal.languages import codes
from atlas_legal.model.standard import Concept, Instrument, Term, Text
from atlas_legal.model.validation import Problem
from atlas_legal.nearest import did_you_mean
from atlas_legal.standards.documents import Document, concepts_of
from atlas_legal.standards.names import concepts_named, criterion_nodes
from atlas_legal.standards.vocabulary import Pattern, expand
from atlas_legal.yaml_positions import Loc

LANGUAGES: tuple[str, ...] = tuple(Text.model_fields)
"""The languages in which texts and terms may be given."""
READ_BY_MATCHING = frozenset(
    {
        "adolescent",
        "agriculture",
        "child",
        "compulsory_education",
        "domestic_work",
        "exploitation",
        "full_time_employment",
        "harbouring",
        "hazard_kind",
        "hazardous_list",
        "hazardous_work",
        "list_by_regulation",
        "means_irrelevant_for_child",
        "means_required",
        "public_service_work",
        "receipt",
        "recruitment",
        "seafaring_fishing",
        "trafficking",
        "transfer",
        "transport",
        "woman",
        "worst_forms",
    }
)
"""Concepts that leaves look for by themselves, without any requirement naming them."""

_MOST_CHOICES = 100_000
"""How many wordings the alternatives of a term may make, all its parts together."""
_SHORTEST = 3
"""Characters of the shortest word that means something by itself; Thai words may have two."""


@dataclass(frozen=True, slots=True)
class _Beginnings:
    """How the terms of a concept begin in a language: their first parts, and what these begin with."""

    code: str
    firsts: frozenset[str]
    starts: frozenset[str]

    def stand_in(self, wording: Pattern) -> bool:
        """Whether a term can begin in a wording; in one with a gap anything can."""
        return len(wording.parts) > 1 or any(
            rest in self.starts or not self.firsts.isdisjoint(_cut(rest, self.code))
            for form in wording.parts[0]
            for rest in (form[place:] for place in range(len(form)) if _may_cut(form, place, self.code))
        )


def check_concepts(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the labels, terms and counter-examples of a file of concepts."""
    if not isinstance(document.model, tuple):
        return
    spoken = [code for code in LANGUAGES if any(c.label.get(code, "").strip() for c in document.model)]
    for number, concept in enumerate(document.model):
        for code in dict.fromkeys(("en", "es", *spoken)):
            if not concept.label.get(code, "").strip():
                yield document.problem(
                    "missing-translation",
                    f'"{concept.id}" has no label in {code}',
                    (number, "label"),
                    key=True,
                    severity="error" if code in ("en", "es") else "warning",
                    hint=f"add {code}:",
                )
        yield from _languages(document, concept, number)
        wrong = tuple(_terms(document, concept, number))
        yield from wrong
        if not any(problem.severity == "error" for problem in wrong):
            yield from _counter_examples(document, concept, number)


def check_places(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield concepts that are broader than themselves, that nothing asks for, and leaves without terms."""
    concepts = {concept.id: concept for concept in concepts_of(documents)}
    below = _below(concepts)
    all_read = all(d.whole for d in documents if d.kind == "instruments")
    near = _near_to_used(documents, concepts)
    for document in documents:
        if isinstance(document.model, Instrument):
            yield from _unspoken(document, document.model, concepts, below)
        if not isinstance(document.model, tuple):
            continue
        for number, concept in enumerate(document.model):
            if concept.broader in below[concept.id]:
                yield document.problem(
                    "broader-circle", f'"{concept.id}" is broader than itself', (number, "broader")
                )
            yield from _silent(document, concept, number, concepts, below[concept.id])
            if concept.broader in below[concept.id]:
                continue
            if all_read and concept.id not in near:
                yield document.problem(
                    "orphan-concept",
                    f'no requirement asks for "{concept.id}", and nothing that is asked for is near it',
                    (number, "id"),
                    severity="warning",
                    hint="name it in a criterion, or relate it to a concept that is named there",
                )


def _below(concepts: Mapping[str, Concept]) -> dict[str, set[str]]:
    """Return each concept's id with those of all narrower concepts, itself included."""
    below: dict[str, set[str]] = defaultdict(set)
    for start in concepts:
        name: str | None = start
        while name is not None and start not in below[name]:
            below[name].add(start)
            name = concepts[name].broader if name in concepts else None
    return below


def _near_to_used(documents: Sequence[Document], concepts: Mapping[str, Concept]) -> set[str]:
    """Return the concepts that something asks for, those above, below and related to these."""
    used = set(READ_BY_MATCHING)
    for document in documents:
        if isinstance(document.model, Instrument):
            for requirement in document.model.requirements:
                used.update(name for _, name in concepts_named(requirement, ()))
    below = _below(concepts)
    near = {name for name, narrower in below.items() if narrower & used}
    near |= used.union(*(below[name] for name in used))
    return (
        near
        | {other for name in near if name in concepts for other in concepts[name].related}
        | {name for name, concept in concepts.items() if near & set(concept.related)}
    )


def _silent(
    document: Document, concept: Concept, number: int, concepts: Mapping[str, Concept], below: Iterable[str]
) -> Iterator[Problem]:
    """Yield the languages in which a concept has a label, but neither it nor a narrower one has terms."""
    missing = [
        code
        for code in codes()
        if concept.label.get(code, "").strip() and not any(concepts[name].terms.get(code) for name in below)
    ]
    if missing:
        yield document.problem(
            "no-terms",
            f'"{concept.id}" has no terms in {", ".join(missing)}, and no narrower concept has any',
            (number, "terms"),
            key=True,
            severity="warning",
            hint="add terms, so that it can be found",
        )


def _unspoken(
    document: Document, instrument: Instrument, concepts: Mapping[str, Concept], below: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """Yield the groups of concepts that no term can find in a language in which the requirement speaks."""
    for number, requirement in enumerate(instrument.requirements):
        spoken = [code for code in codes() if getattr(requirement.title, code, "").strip()]
        for where, node in criterion_nodes(requirement.criterion, ("requirements", number, "criterion")):
            leaf = getattr(node, node.leaf) if node.leaf else None
            for field in ("concepts", "context"):
                for place, group in enumerate(getattr(leaf, field, ())):
                    names = (group,) if isinstance(group, str) else group
                    ids = set(names).union(*(below.get(name, set()) for name in names))
                    if not ids or not ids <= concepts.keys():
                        continue  # what is empty or unknown is said elsewhere
                    missing = [code for code in spoken if not any(concepts[i].terms.get(code) for i in ids)]
                    if missing:
                        yield document.problem(
                            "no-terms",
                            f"{' and '.join(names)}: there are no terms in {', '.join(missing)}, so nothing "
                            "can be found there",
                            (*where, node.leaf or "", field, place),
                            hint="add terms to the concept",
                        )


def _languages(document: Document, concept: Concept, number: int) -> Iterator[Problem]:
    """Yield the languages of a concept's texts that there are not."""
    parts: list[tuple[Loc, Mapping[str, object]]] = [
        (("label",), concept.label),
        (("terms",), concept.terms),
        (("unless",), concept.unless),
        *((("not", place), texts) for place, texts in enumerate(concept.not_)),
    ]
    for where, part in parts:
        for code in part:
            if code not in LANGUAGES:
                yield document.problem(
                    "unknown-language",
                    f'unknown language "{code}"',
                    (number, *where, code),
                    key=True,
                    hint=did_you_mean(code, LANGUAGES, what="languages"),
                )


def _terms(document: Document, concept: Concept, number: int) -> Iterator[Problem]:
    """Yield terms that are empty, there twice, too short to mean anything, or never taken back."""
    broken = set()
    for key, texts in (("terms", concept.terms), ("unless", concept.unless)):
        for code, terms in texts.items():
            seen: set[str | Term] = set()
            looked_at = key == "unless" and code in codes() and code not in broken
            begins = _beginnings(concept, code) if looked_at else None
            for place, term in enumerate(terms):
                loc: Loc = (number, key, code, place)
                word = term if isinstance(term, str) else term.lemma
                if not word.strip():
                    broken.add(code)
                    yield document.problem("empty-value", "the term is empty", loc)
                elif term in seen:
                    what = f'the term "{word}" stands twice'
                    yield document.problem("duplicate-term", what, loc, severity="warning")
                elif code in codes():
                    wrong = tuple(_term(document, concept, begins, code, term, loc))
                    yield from wrong
                    broken |= {code for problem in wrong if problem.severity == "error"}
                seen.add(term)


def _term(
    document: Document,
    concept: Concept,
    begins: _Beginnings | None,
    code: str,
    term: str | Term,
    loc: Loc,
) -> Iterator[Problem]:
    """Yield what is wrong with one term in a language that is read.

    ``begins`` is how the concept's terms begin, where the term is a wording that takes them back.
    """
    word = term if isinstance(term, str) else term.lemma
    choices = prod(inside.count("|") + 1 for inside in re.findall(r"\(([^()]*)\)", word))
    if choices > _MOST_CHOICES:
        yield document.problem(
            "bad-term",
            f"these alternatives make {choices:,} wordings, more than {_MOST_CHOICES:,}",
            loc,
            hint="write several terms",
        )
        return
    bare = concept.model_copy(update={"terms": {code: (term,)}, "unless": {}})
    (pattern,) = expand((bare,), code)
    if any(mark in form for part in pattern.parts for form in part for mark in "()|…") or "..." in "".join(
        form for part in pattern.parts for form in part
    ):
        yield document.problem(
            "bad-term",
            f'"{word}" has brackets or dots that do not pair',
            loc,
            hint="write (one|another) for alternatives and “ ... ” with spaces for a gap",
        )
    elif not _means_something(pattern, code):
        yield document.problem(
            "bad-term", f'"{word}" is too short to mean anything: it is found in every text', loc
        )
    elif begins is not None and not begins.stand_in(pattern):
        yield document.problem(
            "dead-unless",
            f'"{word}" holds no term of "{concept.id}", so it takes nothing back',
            loc,
            severity="warning",
            hint="write the longer wording in which one of the terms stands",
        )


def _means_something(pattern: Pattern, code: str) -> bool:
    """Whether every form of a term is long enough to be a word of its own."""
    shortest = _SHORTEST - (code == "th")
    if len(pattern.parts) > 1:
        return all(form.strip() for part in pattern.parts for form in part)
    return all(sum(map(str.isalnum, form)) >= shortest or len(form) > _SHORTEST for form in pattern.parts[0])


def _beginnings(concept: Concept, code: str) -> _Beginnings:
    """Return how the terms of a concept begin in a language."""
    terms = expand((concept.model_copy(update={"unless": {}}),), code)
    firsts = frozenset(form for pattern in terms for form in pattern.parts[0])
    return _Beginnings(code, firsts, frozenset(start for first in firsts for start in _cut(first, code)))


def _cut(text: str, code: str) -> Iterator[str]:
    """Yield the beginnings of a text that end where a word ends, the whole included."""
    return (text[:place] for place in range(1, len(text) + 1) if _may_cut(text, place, code))


def _may_cut(text: str, place: int, code: str) -> bool:
    """Whether words can begin or end at a place; in Thai, anywhere."""
    return code == "th" or not (0 < place < len(text) and text[place - 1 : place + 1].isalnum())


def _counter_examples(document: Document, concept: Concept, number: int) -> Iterator[Problem]:
    """Yield each text of a concept's ``not`` in which one of the concept's own terms is found.

    Also the languages in which no such text shows what the ``unless`` takes back.
    """
    if not concept.not_ and not concept.unless:
        return
    from atlas_legal.annotation.concepts import Scanner  # imported here: only few concepts need it
    from atlas_legal.annotation.flat import squeeze

    scanners = {code: Scanner((concept,), code) for code in codes() if concept.terms.get(code)}
    for code in scanners.keys() & concept.unless.keys():
        bare = Scanner((concept.model_copy(update={"unless": {}}),), code)
        if not any(bare.present(squeeze(texts[code])) for texts in concept.not_ if code in texts):
            yield document.problem(
                "untested-unless",
                f"no text under 'not' shows what these wordings of \"{concept.id}\" take back",
                (number, "unless", code),
                key=True,
                severity="warning",
                hint=f"add - {code}: and a clause in which a term means something else",
            )
    for place, texts in enumerate(concept.not_):
        for code, text in texts.items():
            if code in scanners and scanners[code].present(squeeze(text)):
                yield document.problem(
                    "counter-example-matched",
                    f'a term of "{concept.id}" is found in "{text}"',
                    (number, "not", place, code),
                    hint="make the term narrower",
                )
