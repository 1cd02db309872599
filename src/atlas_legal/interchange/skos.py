"""Concepts and requirements as linked data: SKOS in Turtle."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Final

from atlas_legal.interchange.names import NAMESPACE, iri
from atlas_legal.interchange.sssom import PREDICATES
from atlas_legal.model.errors import UsageError
from atlas_legal.model.standard import Concept, Instrument, Library, Term
from atlas_legal.standards.vocabulary import ELLIPSIS

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node

_CONCEPTS: Final = f"{NAMESPACE}:concepts"


def standards_skos(library: Library, chosen: Collection[str]) -> str:
    """Return all concepts and the chosen requirements as SKOS in Turtle, the same bytes every time.

    The concepts are one scheme; each instrument is a scheme of its requirements, which are matched across
    schemes. Terms that are patterns, not words, are left out.

    Raises
    ------
    UsageError : rdflib, which comes with the extra ``rdf``, is not installed.
    """
    try:
        from rdflib import Graph
    except ImportError as problem:
        raise UsageError(
            "SKOS needs rdflib, which is not installed", hint='pip install "atlas-legal[rdf]"'
        ) from problem
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in _namespaces().items():
        graph.bind(prefix, namespace)
    page = _Page(graph)
    page.scheme(_CONCEPTS, "Concepts of child labour, forced labour and trafficking law")
    for concept in library.concepts:
        page.concept(concept)
    for instrument in library.instruments:
        if any(requirement.id in chosen for requirement in instrument.requirements):
            page.instrument(instrument, chosen)
    return graph.serialize(format="turtle").rstrip() + "\n"


def _namespaces() -> dict[str, str]:
    """Return the prefixes that the file uses."""
    from rdflib.namespace import DCTERMS, SKOS

    return {"skos": str(SKOS), "dct": str(DCTERMS), "concept": iri("concept", ""), "atlas": f"{NAMESPACE}:"}


class _Page:
    """A graph with the statements that are made of each thing."""

    def __init__(self, graph: "Graph") -> None:
        from rdflib import RDF, Literal, URIRef
        from rdflib.namespace import DCTERMS, SKOS

        self.graph = graph
        self.type, self.uri, self.literal, self.dct, self.skos = RDF.type, URIRef, Literal, DCTERMS, SKOS

    def scheme(self, name: str, title: str) -> "Node":
        """State a concept scheme."""
        scheme = self.uri(name)
        self.graph.add((scheme, self.type, self.skos.ConceptScheme))
        self.graph.add((scheme, self.dct.title, self.literal(title, lang="en")))
        return scheme

    def concept(self, concept: Concept) -> None:
        """State a concept with its labels, its place and what it is not."""
        skos = self.skos
        own = self._in_scheme(iri("concept", concept.id), self.uri(_CONCEPTS), top=concept.broader is None)
        self.texts(own, skos.prefLabel, concept.label)
        for language, terms in concept.terms.items():
            for word in dict.fromkeys(word for term in terms for word in _words(term)):
                if (
                    word.casefold() != concept.label.get(language, "").casefold()
                ):  # one or the other, not both
                    self.graph.add((own, skos.altLabel, self.literal(word, lang=language)))
        if concept.broader is not None:
            self.graph.add((own, skos.broader, self.uri(iri("concept", concept.broader))))
        for other in concept.related:
            self.graph.add((own, skos.related, self.uri(iri("concept", other))))
        self.texts(own, skos.scopeNote, {"en": concept.note})
        for text in concept.not_:
            self.texts(own, skos.editorialNote, {lang: f"≠ {words}" for lang, words in text.items()})

    def instrument(self, instrument: Instrument, chosen: Collection[str]) -> None:
        """State an instrument and its chosen requirements with their texts, subjects and matches."""
        skos, dct, info = self.skos, self.dct, instrument.instrument
        scheme = self.scheme(iri("instrument", info.id), info.title)
        self.graph.add((scheme, dct.identifier, self.literal(info.id)))
        for requirement in instrument.requirements:
            if requirement.id not in chosen:
                continue
            own = self._in_scheme(iri("requirement", requirement.id), scheme, top=True)
            self.graph.add((own, skos.notation, self.literal(requirement.id)))
            self.texts(own, skos.prefLabel, requirement.title.model_dump())
            self.texts(own, skos.definition, requirement.summary.model_dump())
            for group in requirement.domain:
                for concept in (group,) if isinstance(group, str) else group:
                    self.graph.add((own, dct.subject, self.uri(iri("concept", concept))))
            for relation in requirement.related:
                for kind, other in relation.model_dump(exclude_none=True).items():
                    name = PREDICATES.get(kind)
                    how = skos[name.partition(":")[2]] if name else self.uri(iri("relation", kind))
                    self.graph.add((own, how, self.uri(iri("requirement", other))))

    def _in_scheme(self, name: str, scheme: "Node", *, top: bool) -> "Node":
        """State that something is a concept of a scheme."""
        own = self.uri(name)
        self.graph.add((own, self.type, self.skos.Concept))
        self.graph.add((own, self.skos.inScheme, scheme))
        if top:
            self.graph.add((own, self.skos.topConceptOf, scheme))
        return own

    def texts(self, own: "Node", how: "Node", texts: Mapping[str, str]) -> None:
        """State a text in each language that has one."""
        for language, text in texts.items():
            if text.strip():
                self.graph.add((own, how, self.literal(text, lang=language)))


def _words(term: str | Term) -> tuple[str, ...]:
    """Return a term as words, nothing where it is a pattern."""
    if not isinstance(term, str):
        return (term.lemma,)
    return () if ELLIPSIS in term or "(" in term else (term,)
