"""The shape of a language's ``structure`` module: how its laws name, number, repeal and amend provisions.

Patterns are searched in the text as it is written. They must be linear: no nested repetition, every gap
bounded.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from atlas_legal.model.law import ProvisionKind

Operation = Literal["replace", "insert", "repeal", "renumber"]


@dataclass(frozen=True, slots=True)
class HeadingWord:
    """A word that opens a heading. ``word`` is a pattern without groups, matched without regard to case.

    ``label`` is how the unit is cited, ``{}`` standing for its number. ``eid`` is the prefix of its id.
    ``rank`` orders what contains what: a smaller rank contains a larger one. ``numbered`` is False where the
    word may stand without a number (an annex, transitional provisions). ``before`` allows the number to
    stand before the word ("FIRST SCHEDULE").
    """

    kind: ProvisionKind
    eid: str
    word: str
    label: str
    rank: int = 0
    numbered: bool = True
    before: bool = False


@dataclass(frozen=True, slots=True)
class AmendingCue:
    """Words that announce an amendment."""

    operation: Operation
    pattern: re.Pattern[str]


class Structure(Protocol):
    """What every ``languages/<code>/structure.py`` provides."""

    UNITS: Sequence[HeadingWord]
    """Article-like units."""
    CONTAINERS: Sequence[HeadingWord]
    """What holds units: books to sections, annexes, transitional parts."""
    NUMBER: str
    """Pattern of a unit's or container's number, without groups: digits, Roman numerals, ordinal words."""
    SUFFIX: str
    """Pattern of what distinguishes an inserted number, without groups: bis, -A."""
    SUFFIXES: Mapping[str, str]
    """Suffix words, folded, and how the id writes them, in the order in which they follow one another."""
    BARE: bool
    """Whether a bare number heads a section, the Commonwealth way."""
    SENTENCE: re.Pattern[str]
    """Words that a sentence has and a title has not: verbs of rules."""
    MENTION_AFTER: re.Pattern[str]
    """Words after a number which show that it is cited and not a heading."""
    MENTION_BEFORE: re.Pattern[str]
    """Words at the end of the line before, after which a number is cited and not a heading."""
    CASED: bool
    """Whether the script has capitals, so that a heading word in lower case is a citation."""
    REPEALED: re.Pattern[str]
    """A note that a provision is repealed, from its first word on; the group ``what`` holds the words that
    name what is repealed, such as "Article 5" or "second paragraph", and is empty where none do."""
    LAW_WORD: re.Pattern[str]
    """Words that a note above all provisions names the whole law with: "ley", "this Act"."""
    REVIVED: re.Pattern[str]
    """Words in such a note which say that the provision is in force again."""
    TRANSITIONAL: re.Pattern[str]
    """A heading of transitional provisions."""
    CLOSING: str
    """Pattern of a heading of transitional, final or additional provisions, which may have numbers of their
    own; without groups."""
    ORDINALS: str
    """Pattern of an ordinal that alone heads such a provision ("PRIMERA.-"), without groups."""
    CONTENTS: re.Pattern[str]
    """The heading of a table of contents."""
    AMENDING: Sequence[AmendingCue]
    APPROVES: re.Pattern[str]
    """The words with which an act approves or ratifies an international treaty."""
    FORMAL: re.Pattern[str]
    """The opening of a closing article: communicate, publish, entry into force."""
    DEFINITIONS: Sequence[re.Pattern[str]]
    """Definitions; the group ``term`` is the defined term."""
    GLOSSARY: re.Pattern[str]
    """Words above a list of which each point begins with the term that it defines."""
    LAW_TITLE: re.Pattern[str]
    """A law as it is cited."""
    AND: str
    """Pattern of the words that join the last of several cited numbers, without groups."""
    RANGE: str
    """Pattern of the words between the first and the last of a range of cited numbers, without groups."""
    INTERNAL: re.Pattern[str]
    """Words after a citation which say that it is this law's."""
    PART: str
    """Pattern of the words that name a part of a unit, without groups: "inciso", "paragraph"."""
    LINES: bool
    """Whether each line that bears no number is a paragraph that is counted ("วรรคสอง")."""
    PARAGRAPH_LABEL: str
    """How a part right below a unit is cited; the unit comes first, then the part's number."""
    POINT_LABEL: str

    def __hash__(self) -> int:
        """Modules are told apart by identity."""

    def ordinal(self, text: str) -> int | None:
        """Return the value of a number in words, such as "PRIMERO", None where it is none."""
