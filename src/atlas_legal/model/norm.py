"""What a clause of a provision says, extracted once and matched many times."""

from dataclasses import dataclass
from typing import Literal

Force = Literal[
    "prohibition",
    "obligation",
    "permission",
    "power",
    "offence",
    "sanction",
    "definition",
    "declaration",
    "exception",
    "repeal",
]
Via = Literal["clause", "chapeau", "condition", "article", "heading", "title", "definition", "exception"]
"""Where a fact was read: in the clause itself, its opening words, elsewhere in the article, a heading
above it, the law's title, the law's own definition of a term, words that carve something out, or words
that name it only as what must not be affected (a condition)."""
AgeBound = Literal["below", "from", "until", "range", "exact"]


Cue = Literal[
    "programme",
    "scope",
    "aggravated",
    "regardless",
    "exception",
    "list",
    "breach",
    "contents",
    "quotation",
    "bygone",
    "referral",
    "reaches",
    "whole",
]
"""What kind of clause it is: an aim or function; one on the scope of the law; one that only raises a
penalty; one that lifts an element ("whether or not"); one that carves out; one that opens a list; one
on the breach of a rule stated elsewhere; one that says what a document must contain; quoted words; one on
persons by what has happened to them; one that points to rules elsewhere; one that extends a rule; one
on all provisions of the law."""


@dataclass(frozen=True, slots=True)
class ConceptHit:
    """A term of a concept at a place in the text."""

    concept: str
    start: int
    end: int
    via: Via = "clause"


@dataclass(frozen=True, slots=True)
class Age:
    """An age in completed years.

    ``below`` (under 15): ``low`` None, ``high`` 15. ``from`` (has attained 15): ``low`` 15, ``high`` None.
    ``until`` (up to 15, inclusive): ``high`` 15. ``range`` (14 to 18): both. ``exact``: both equal.
    ``via`` is "definition" where the age comes from the law's definition of a word such as "child".
    """

    bound: AgeBound
    low: int | None
    high: int | None
    start: int
    end: int
    via: Via = "clause"


@dataclass(frozen=True, slots=True)
class Penalty:
    """A punishment. Imprisonment in months; fines in the law's own unit, None where not read."""

    kind: Literal["imprisonment", "fine", "closure", "disqualification", "death", "life"]
    low: float | None
    high: float | None
    start: int
    end: int
    via: Via = "clause"


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Words that carve something out of a rule; ``groups`` are the concepts they name."""

    groups: tuple[str, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Norm:
    """One clause read as a rule. Spans are code points in the law's source text.

    ``eid`` is the innermost provision that holds the clause, ``unit`` its article-like unit.
    ``concepts`` holds the clause's own hits and those it inherits, each with where it was read.
    ``position`` counts clauses within the unit from 0. The quote runs from the
    opening words that the clause inherits to its own end, where that is not too long.
    """

    law: str
    unit: str
    eid: str
    start: int
    end: int
    language: str
    forces: tuple[Force, ...]
    concepts: tuple[ConceptHit, ...] = ()
    ages: tuple[Age, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    exclusions: tuple[Exclusion, ...] = ()
    cues: frozenset[Cue] = frozenset()
    position: int = 0
    points: int = 0
    """List points that hang on this clause."""
    quote_start: int = 0
    quote_end: int = 0

    def has(self, concept: str, via: frozenset[str] | None = None) -> bool:
        """Whether the concept was read, optionally only in the given places."""
        return any(h.concept == concept and (via is None or h.via in via) for h in self.concepts)
