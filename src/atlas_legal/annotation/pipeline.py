"""A spaCy pipeline over a provision's text: tokens, and our components' spans on the document.

The matcher reads norms without tokens; this pipeline is for people who look at a provision or build on it.
It is a ``blank`` pipeline, nothing is downloaded. Thai is tokenised by PyThaiNLP where the ``thai`` extra is
installed, else spaCy's multi-language tokeniser serves, and spans are the same either way.
"""

from importlib.util import find_spec
from typing import TYPE_CHECKING

from atlas_legal.annotation.clauses import clauses
from atlas_legal.annotation.concepts import scanner
from atlas_legal.annotation.flat import flatten
from atlas_legal.annotation.quantities import ages, mask, penalties
from atlas_legal.languages import norms as language_norms
from atlas_legal.model.standard import Concept

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span


def pipeline(concepts: tuple[Concept, ...], language: str) -> "Language":
    """A blank pipeline with the component ``atlas_norms``.

    It fills ``doc.spans["clauses"]`` (label: the clause's forces, joined by ``+``), ``["concepts"]`` (label:
    concept id) and ``["quantities"]`` (label: ``age`` with its bound, or the kind of penalty).
    """
    import spacy
    from spacy.language import Language

    code = language if language != "th" or find_spec("pythainlp") else "xx"
    if not Language.has_factory("atlas_norms"):
        Language.factory("atlas_norms", func=_component)
    nlp = spacy.blank(code)
    nlp.add_pipe("atlas_norms", config={"language": language})
    component = nlp.get_pipe("atlas_norms")
    assert isinstance(component, NormsComponent)
    component.concepts = concepts
    return nlp


def _component(nlp: "Language", name: str, language: str = "en") -> "NormsComponent":
    return NormsComponent(language)


class NormsComponent:
    """Puts clauses, concepts and quantities on a document; offsets are those of ``doc.text``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.concepts: tuple[Concept, ...] = ()

    def __call__(self, doc: "Doc") -> "Doc":
        """Annotate one document."""
        grammar = language_norms(self.language)
        flat = flatten(doc.text, 0, len(doc.text), sentences=grammar.SENTENCES)
        masked = mask(flat.text, self.language)
        parts = clauses(flat.text, grammar)

        def spans(found: list[tuple[int, int, str]]) -> "list[Span]":
            made = []
            for start, end, label in found:
                span = doc.char_span(*flat.source(start, end), label=label, alignment_mode="expand")
                if span is not None:
                    made.append(span)
            return made

        def forces(start: int, end: int) -> str:
            return "+".join(f for f, pattern in grammar.FORCES if pattern.search(masked, start, end))

        doc.spans["clauses"] = spans([(c.start, c.end, forces(c.start, c.end)) for c in parts])
        hits = scanner(self.concepts, self.language).hits(flat.text)
        doc.spans["concepts"] = spans([(start, end, concept) for concept, start, end in hits])
        doc.spans["quantities"] = spans(
            [(a.start, a.end, f"age {a.bound}") for a in ages(flat.text, masked, grammar, self.language)]
            + [(p.start, p.end, p.kind) for p in penalties(flat.text, masked, grammar, self.language)]
        )
        return doc
