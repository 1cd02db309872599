"""The vocabulary: every surface form of every term of the concepts in one language."""

from collections.abc import Iterable
from dataclasses import dataclass

from atlas_legal.languages import inflection
from atlas_legal.languages.folding import fold
from atlas_legal.model.standard import Concept, Term

ELLIPSIS = " ... "


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term ready to be looked for: for each part of it, its folded surface forms in sorted order."""

    concept: str
    parts: tuple[tuple[str, ...], ...]


def expand(concepts: Iterable[Concept], language: str) -> tuple[Pattern, ...]:
    """All patterns of the concepts in a language, in the order of the concepts and their terms."""
    return tuple(
        Pattern(concept.id, _parts(term, language))
        for concept in concepts
        for term in concept.terms.get(language, ())
    )


def _parts(term: str | Term, language: str) -> tuple[tuple[str, ...], ...]:
    forms = inflection(language)
    if isinstance(term, str):
        return tuple(forms.phrase(fold(part.strip())) for part in term.split(ELLIPSIS))
    lemma = fold(term.lemma)
    regular = forms.verbal(lemma) if term.pos == "verb" else forms.phrase(lemma)
    return (tuple(sorted({*regular, *(fold(form) for form in term.forms)})),)
