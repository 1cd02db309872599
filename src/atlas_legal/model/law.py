"""A law as a lossless tree of provisions."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from atlas_legal.model.text import SourceText

ProvisionKind = Literal[
    "preamble",
    "book",
    "part",
    "title",
    "chapter",
    "section_group",
    "article",
    "section",
    "rule",
    "regulation",
    "clause",
    "paragraph",
    "point",
    "annex",
    "transitional",
    "modification",
]
ProvisionStatus = Literal["in_force", "repealed", "not_in_force", "transitional"]
LawKind = Literal[
    "constitution", "code", "act", "decree", "regulation", "resolution", "treaty", "bill", "unknown"
]
TextStatus = Literal["complete", "excerpt", "summary", "translation", "bill", "repealed"]

BASIC_KINDS: frozenset[str] = frozenset({"article", "section", "rule", "regulation", "clause"})
"""Article-like units: what a lawyer cites."""
_PARTS = ("para_", "point_", "mod_")


def unit_of(eid: str) -> str:
    """Return the eid of the article-like unit or annex that an eid lies in.

    ``art_12__para_2`` gives ``art_12``, ``att_1__art_3__point_a`` gives ``att_1__art_3``; what an amending
    article quotes (``art_2__mod_1__art_189bis``) lies in that article.
    """
    parts = eid.split("__")
    end = next((n for n, part in enumerate(parts) if n and part.startswith(_PARTS)), len(parts))
    return "__".join(parts[:end])


@dataclass(frozen=True, slots=True)
class Provision:
    """A node of the tree. ``start`` and ``end`` are code points in the source text, end exclusive.

    ``content_start`` is where the provision's own words begin, after its number and heading.
    ``quoted`` marks text that an amending act quotes, and all below it: never this law's own rule.
    ``label`` is how a lawyer cites it, in the law's language: "Artículo 12", "Section 4(2)".
    Children lie inside their parent, in order, without overlap.
    """

    eid: str
    kind: ProvisionKind
    num: str
    heading: str
    start: int
    end: int
    content_start: int
    label: str
    status: ProvisionStatus = "in_force"
    quoted: bool = False
    children: tuple["Provision", ...] = ()

    def walk(self) -> Iterator["Provision"]:
        """Yield this provision and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Definition:
    """A term that the law defines. Spans are code points; ``term`` is as the law writes it."""

    term: str
    eid: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation of another provision. ``law`` is None for this law, else the title as cited."""

    eid: str
    start: int
    end: int
    target: str | None
    law: str | None
    resolved_law: str | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """An operation of an amending act: ``eid`` says where it stands, ``target`` what it changes."""

    eid: str
    operation: Literal["replace", "insert", "repeal", "renumber"]
    law: str | None
    target: str | None
    start: int
    end: int


AnomalyCode = Literal["missing", "repeated", "order", "orphan_text", "no_structure"]


@dataclass(frozen=True, slots=True)
class Anomaly:
    """Something in the numbering or layout that the parser reports instead of guessing silently."""

    code: AnomalyCode
    message: str
    line: int
    start: int


@dataclass(frozen=True, slots=True)
class Law:
    """A law with its text and its tree.

    ``file`` is the name relative to the folder it was read from. ``date`` is an ISO date or a year.
    ``matched`` is False for a language without a language file: read, listed, never matched.
    """

    id: str
    file: str
    title: str
    short: str
    number: str
    kind: LawKind
    date: str
    language: str
    country: str
    jurisdiction: str
    status: TextStatus
    source: SourceText
    provisions: tuple[Provision, ...]
    definitions: tuple[Definition, ...] = ()
    references: tuple[Reference, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    matched: bool = True
    notes: tuple[str, ...] = field(default=())

    @property
    def text(self) -> str:
        """The whole source text."""
        return self.source.text

    def walk(self) -> Iterator[Provision]:
        """Yield every provision in document order."""
        for provision in self.provisions:
            yield from provision.walk()

    def at(self, eid: str) -> Provision | None:
        """Return the provision with this eid, or None."""
        return next((p for p in self.walk() if p.eid == eid), None)

    def units(self) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
        """Yield each article-like unit of the law's own, outermost first, with its ancestors.

        Quoted text is left out; repealed units are yielded and carry their status. What stands in annexes
        without such units: see ``annexes``.
        """

        def below(
            nodes: tuple[Provision, ...], above: tuple[Provision, ...]
        ) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
            for node in nodes:
                if node.quoted:
                    continue
                if node.kind in BASIC_KINDS:
                    yield node, above
                else:
                    yield from below(node.children, (*above, node))

        yield from below(self.provisions, ())

    def annexes(self) -> Iterator["Provision"]:
        """Yield each annex that holds no article-like unit, such as a list, with no annex inside another."""
        for node in self.walk():
            if node.kind == "annex" and not any(p.kind in BASIC_KINDS for p in node.walk()):
                yield node
