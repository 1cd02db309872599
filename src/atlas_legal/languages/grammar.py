"""The shape of a language's ``norms`` module: how its laws order, forbid, punish, count years, carve out.

The patterns run over *masked* text: folded (see ``folding``), white space collapsed, every number in words
or digits replaced by as many ``NUMBER`` marks as it has characters, so that offsets stay as they are and a
pattern says ``under the age of N years`` once for every way of writing a number.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from atlas_legal.model.norm import AgeBound, Force

NUMBER = "\x01"
"""The mark that stands for each character of a number."""

N = LOW = HIGH = f"{NUMBER}+"
"""A number in a pattern. The first run of marks in a match is the lower bound, the last one the upper."""


@dataclass(frozen=True, slots=True)
class AgePattern:
    """A way of stating an age.

    ``sure`` patterns speak of persons; the others are dropped where the words before them speak of a term, a
    penalty or a period (``DURATION``). ``running`` patterns count the year of life that runs: in the
    sixteenth year, fifteen are completed.
    """

    bound: AgeBound
    pattern: re.Pattern[str]
    sure: bool = True
    running: bool = False


@dataclass(frozen=True, slots=True)
class SchoolStage:
    """Words for the end of a stage of schooling and the age at which it usually ends, in years."""

    pattern: re.Pattern[str]
    age: int


class Norms(Protocol):
    """What every ``languages/<code>/norms.py`` provides."""

    FORCES: Sequence[tuple[Force, re.Pattern[str]]]
    """Deontic force by cue; all that occur are kept."""
    AGES: Sequence[AgePattern]
    """Ways of stating an age; none goes beyond a full stop, a semicolon or the end of a line."""
    DURATION: re.Pattern[str]
    """Words before a number of years that make it a term and not an age."""
    PERIOD_AFTER: re.Pattern[str]
    """Words after a number of years that make it a term and not an age."""
    IMPRISONMENT: re.Pattern[str]
    FINE: re.Pattern[str]
    TERM: Sequence[tuple[AgeBound, re.Pattern[str]]]
    """How long: from … to, at most, at least; the named group ``unit`` is a year, month or day word."""
    UNITS: dict[str, float]
    """Months per unit, by the first letters of the unit's word."""
    EXCEPTION: re.Pattern[str]
    """Opens words that carve something out of the rule before (or after) them."""
    CONDITION: re.Pattern[str]
    """Opens words that keep a matter out by negation ("provided that it is not harmful"): what follows is a
    condition of the rule, not its subject."""
    SCOPE: re.Pattern[str]
    """A clause that takes persons or sectors out of the law's scope."""
    PROGRAMME: re.Pattern[str]
    """Aims, policies and functions: words about action to come, not a rule."""
    PROVISO: re.Pattern[str]
    """Opens a new clause inside a sentence."""
    ABBREVIATIONS: frozenset[str]
    """Words whose full stop ends no sentence."""
    EDITORIAL: re.Pattern[str]
    """Notes by editors ("substituted by Act …"), which are not the law's words."""
    AGGRAVATED: re.Pattern[str]
    """Opens a clause that only raises the penalty of an offence stated elsewhere."""
    BREACH: re.Pattern[str]
    """Says that a rule stated elsewhere was broken: a sanction clause, not the rule."""
    WHOLE: re.Pattern[str]
    """Words for all provisions of the law at once ("any provision of this Act")."""
    REACHES: re.Pattern[str]
    """Extends a rule to what the law otherwise leaves out ("including those to whom this Act does not apply")."""
    FINITE: re.Pattern[str]
    """Finite verbs: a short first sentence without any is a heading."""
    REFERRAL: re.Pattern[str]
    """Says that rules stated elsewhere apply: a pointer to the rule, not the rule."""
    MEANS: re.Pattern[str]
    """Words of a definition proper: what such a clause orders or punishes, it only describes."""
    UNPUNISHED: re.Pattern[str]
    """Words that lift a punishment ("shall not be prosecuted"): no offence is stated."""
    MANDATE: re.Pattern[str]
    """Opening words of a list of a body's functions or of a law's aims: the points are no rules for others."""
    BYGONE: re.Pattern[str]
    """Words that describe somebody by what has happened to them ("who has been freed from"): not the rule's
    subject."""
    CONTENTS: re.Pattern[str]
    """Opening words of a list that say what a document must contain: the points are no rules."""
    CITED_LAW: re.Pattern[str]
    """A law or treaty cited by its title, in the text as it is written: its words are not the clause's own."""
    REGARDLESS: re.Pattern[str]
    """Lifts an element: whether or not, even if, without need of."""
    STAGES: Sequence[SchoolStage]
    SENTENCES: bool
    """Whether full stops end sentences (Thai has none: paragraphs and spaces do)."""


_WORD = r"(?<!\w)"


def words(*alternatives: str) -> re.Pattern[str]:
    """Compile alternatives that begin and end at word boundaries."""
    return re.compile(_WORD + r"(?:" + "|".join(alternatives) + r")")


def begins_any(patterns: Iterable[re.Pattern[str]]) -> re.Pattern[str] | None:
    """A pattern that holds where any of these begins; None unless all were made by ``words``."""
    sources = [pattern.pattern for pattern in patterns]
    if not all(source.startswith(_WORD) for source in sources):
        return None
    return re.compile(_WORD + "(?=" + "|".join(source.removeprefix(_WORD) for source in sources) + ")")


def beginning(numbers: Iterable[str]) -> str:
    """A pattern that holds where one of these words, or a number in digits, can begin.

    Asked before a long list of words, it passes over nearly every place without trying one after another.
    """
    return rf"\b(?=[\d{''.join(sorted({word[0] for word in numbers}))}])"
