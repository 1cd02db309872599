"""Standards: instruments, requirements, criteria, concepts and profiles, as their YAML says them.

A criterion is a tree: a node is either one operator (``all``, ``any``, ``at_least``, ``not``) over nodes,
or one leaf. Every leaf has an ``id`` (unique in its requirement) and exactly one leaf key.
"""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from atlas_legal.model.base import Model
from atlas_legal.model.finding import Conforms, Status
from atlas_legal.model.norm import Force

Pillar = Literal["legislation", "enforcement", "coordination", "social_protection"]
Area = Literal["child_labour", "forced_labour", "trafficking", "cross_cutting"]
Severity = Literal["low", "medium", "high", "critical"]
Otherwise = Literal["partial", "gap", "conflict", "review"]
ConceptId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]
RequirementId = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9-]*\.[0-9]+[a-z]*(-[0-9a-z]+)*$")]
Group = ConceptId | tuple[ConceptId, ...]
"""One concept, or several of which any one will do."""


class Text(Model):
    """A sentence of our own in several languages; English and Spanish are required in the library."""

    en: str
    es: str = ""
    th: str = ""
    pt: str = ""
    fr: str = ""

    def get(self, language: str) -> str:
        """The text in this language, or in English where there is none."""
        return str(getattr(self, language, "") or self.en)


def _in_english(value: object) -> object:
    """A sentence that stands alone is English."""
    return {"en": value} if isinstance(value, str) else value


Sentence = Annotated[Text, BeforeValidator(_in_english, json_schema_input_type=str | Text)]
"""A text that a profile of one's own may give in English alone."""


class Threshold(Model):
    """A number of years: a declaration under an instrument, another finding's value, or a default.

    ``finding`` names a requirement whose value is taken where it has one.

    With ``when_declared`` the declaration is not itself the threshold: the age it maps to is, and the default
    for every other declaration (C138 article 7(4): 12 instead of 13 where 14 was declared).
    """

    declared: str | None = None
    when_declared: dict[int, int] = Field(default_factory=dict)
    finding: str | None = None
    default: int | None = Field(default=None, ge=0, le=25)


class NormLeaf(Model):
    """A rule with one of these forces in which all these concept groups come together.

    ``child``: the rule must protect children (a word for child in the clause, an age up to 18, or a
    heading or title that makes the rule one about children). ``never``: concepts that make the clause a
    different matter. ``contrary``: forces with which the same concepts say the opposite of the standard
    (for example a permission of what must be prohibited). ``context``: groups that may come from the
    headings, the title or the rest of the article instead of the clause. ``several``: how many different
    concepts of the first group must come together, as where one act alone makes no trafficking.
    ``everyone``: a rule that protects children only is not enough. ``programme``: a service or measure is
    itself what is asked, so a clause on measures is a main rule. ``up_to``: rules that protect children only
    below a lower age than this, in years, are not enough.
    """

    force: tuple[Force, ...]
    concepts: tuple[Group, ...]
    context: tuple[Group, ...] = ()
    child: bool = False
    never: tuple[ConceptId, ...] = ()
    contrary: tuple[Force, ...] = ()
    several: int = 1
    everyone: bool = False
    programme: bool = False
    up_to: int | None = Field(default=None, ge=0, le=25)


class AgeLeaf(Model):
    """A rule that fixes an age for a matter; the finding reports it under the name ``value``.

    ``side`` "lower": the age from which something is allowed or below which it is barred (minimum ages);
    "upper": the age up to which something lasts (the end of compulsory schooling). ``at_least`` is what the
    standard asks. ``never``: matters whose ages must not be taken for this one. ``otherwise`` values that a
    law states as grades or levels of schooling are derived where ``school`` is true and marked so.
    Needed by C138 articles 2, 3 and 7, OPAC articles 2 and 3, R146 paragraph 4.
    """

    value: str
    concepts: tuple[Group, ...]
    context: tuple[Group, ...] = ()
    never: tuple[ConceptId, ...] = ()
    special: tuple[ConceptId, ...] = ()
    """Matters that make a permission an exception to the rule (light work, training), not the rule itself."""
    force: tuple[Force, ...] = (
        "prohibition",
        "obligation",
        "permission",
        "offence",
        "declaration",
        "definition",
    )
    side: Literal["lower", "upper"] = "lower"
    at_least: int | Threshold
    school: bool = False
    defines: bool = False
    """Whether the law's definition of the person word is asked for, and not any age of such persons."""


class PenaltyLeaf(Model):
    """The rule that leaf ``of`` (or any of several leaves) found carries a punishment.

    In its clause, its article, or a sanction clause of the same law that refers to it.
    ``months``: the upper end of imprisonment must reach this. ``leads``: the requirement is about the
    sanction, which is cited before the rule.
    ``leads``: the requirement is about the sanction, so it is cited before the rule.
    Needed by C029 article 25, C138 article 9(1), C182 article 7(1).
    """

    of: str | tuple[str, ...]
    kinds: tuple[Literal["imprisonment", "fine", "closure", "disqualification"], ...] = ("imprisonment",)
    months: int = 0
    leads: bool = False


class CoversLeaf(Model):
    """The rules that leaf ``of`` (or several) found, taken together, name ``at_least`` of these groups.

    Needed by the Palermo definition, C182 article 3(a) and (b), OPSC article 3.
    """

    of: str | tuple[str, ...]
    concepts: tuple[Group, ...]
    at_least: int | None = None


class ExcludeLeaf(Model):
    """Neither the rule that leaf ``of`` found nor the scope of its law carves out these groups.

    Needed by C138 articles 2 to 5, C182 article 2.
    """

    of: str
    groups: tuple[ConceptId, ...]
    tolerated: tuple[ConceptId, ...] = ()
    """Where the carve-out names one of these too (light work, training), it is not counted."""
    powers: bool = True
    """Whether a power to leave a group out by regulation counts like leaving it out."""


class RequireLeaf(Model):
    """The offence that leaf ``of`` found must not need any of these elements where the victim is a child.

    Satisfied where no element stands in the basic offence, where the elements only aggravate, or where a
    clause lifts them for children. Needed by PALERMO-TIP article 3(c).
    """

    of: str
    elements: tuple[ConceptId, ...]


class ListLeaf(Model):
    """A list or a regulation determines the types.

    An enumeration of at least ``items`` entries in the rule that leaf ``of`` found or where it points to.
    A delegation alone is uncertain.
    Needed by C138 article 3(2), C182 article 4(1).
    """

    of: str
    items: int = 3


class CompareLeaf(Model):
    """One extracted value against a number or another finding's value.

    Needed by C138 article 2(3): the minimum age is not below the end of compulsory schooling.
    """

    value: str
    at_least: int | Threshold


class RatifiedLeaf(Model):
    """The country has ratified the instrument, by its ratification data or an approving act."""

    instrument: str


class Criterion(Model):
    """A node of the criterion tree: exactly one operator or one leaf key.

    ``otherwise`` is the status where the leaf is not satisfied inside an ``all`` whose first node is
    satisfied; without it, violated gives conflict and absent gives partial.
    """

    id: str | None = None
    all: tuple["Criterion", ...] | None = None
    any: tuple["Criterion", ...] | None = None
    at_least: int | None = None
    of: tuple["Criterion", ...] | None = None
    not_: "Criterion | None" = Field(default=None, alias="not")
    norm: NormLeaf | None = None
    age: AgeLeaf | None = None
    penalty: PenaltyLeaf | None = None
    covers: CoversLeaf | None = None
    must_not_exclude: ExcludeLeaf | None = None
    must_not_require: RequireLeaf | None = None
    list_exists: ListLeaf | None = None
    compare: CompareLeaf | None = None
    ratified: RatifiedLeaf | None = None
    otherwise: Otherwise | None = None

    @property
    def leaf(self) -> str | None:
        """The leaf key of this node, None for an operator."""
        return next((k for k in LEAVES if getattr(self, k) is not None), None)

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        operators = [k for k in ("all", "any", "of", "not_") if getattr(self, k) is not None]
        leaves = [k for k in LEAVES if getattr(self, k) is not None]
        if len(operators) + len(leaves) != 1:
            raise ValueError(
                "a criterion node has exactly one operator (all, any, at_least with of, not) or one leaf"
            )
        if leaves and self.id is None:
            raise ValueError(f"the leaf {leaves[0]!r} needs an id")
        if (self.at_least is None) != (self.of is None):
            raise ValueError("'at_least' (a number) and 'of' (a list of nodes) go together")
        return self


LEAVES: tuple[str, ...] = (
    "norm",
    "age",
    "penalty",
    "covers",
    "must_not_exclude",
    "must_not_require",
    "list_exists",
    "compare",
    "ratified",
)


class AppliesWhen(Model):
    """When a requirement binds. Unknown facts make it apply, and the output says that it was assumed."""

    ratified: str | None = None
    armed_forces: bool | None = None
    conscription: bool | None = None


class Example(Model):
    """A small own-written provision, or several, and the status that it must give.

    ``text`` is parsed and matched like a law of its own whose corpus is complete. ``title`` is the law's
    title where the context matters. ``values`` are the values that must be found.
    """

    lang: str
    status: Status
    text: str
    title: str = ""
    values: dict[str, int] = Field(default_factory=dict)
    why: str = ""


class Relation(Model):
    """How a requirement relates to another, by its id."""

    equivalent: str | None = None
    """The other asks for the same."""
    narrower: str | None = None
    """The other is a part of what this one asks for."""
    supports: str | None = None
    """The two help each other, and neither contains the other."""


class Source(Model):
    """Where the requirement was checked: article, and the text that was read."""

    article: str
    checked: str = ""


class Requirement(Model):
    """One obligation of an instrument. ``id`` is instrument, article, paragraph, point: ``C138.2-3``."""

    id: RequirementId
    article: str
    """Where it stands in the instrument: 2(3), 7(1)(a)."""
    title: Text
    summary: Text
    pillar: Pillar
    area: Area
    binding: bool = True
    """False for guidance, such as a recommendation."""
    applies_when: AppliesWhen = AppliesWhen()
    severity: Severity
    """How much hangs on it for a child or victim."""
    criterion: Criterion
    domain: tuple[Group, ...]
    """Where such a rule would stand: every group must be the matter of some loaded law (by its title or
    headings) before silence counts as a gap; otherwise, and where a law listed as missing names one of these
    concepts, the answer is `review`."""
    examples: tuple[Example, ...] = ()
    drafting: tuple[Text, ...] = ()
    """Ways to close a gap, in words of one's own."""
    indicators: tuple[str, ...] = ()
    """What to measure to see whether it is lived up to."""
    functions: tuple[str, ...] = ()
    """What an institution must do for it: regulate, inspect, sanction and the like."""
    related: tuple[Relation, ...] = ()
    sources: tuple[Source, ...] = ()
    verified: bool = False
    """Whether somebody read the instrument's text beside it."""


class InstrumentInfo(Model):
    """The head of an instrument file. Dates are ISO dates."""

    id: str
    title: str
    short: str
    body: str
    """Who adopted it."""
    adopted: str
    in_force: str = ""
    kind: Literal["convention", "protocol", "recommendation"]
    url: str = ""
    languages: tuple[str, ...] = ("en",)
    last_article: int | None = Field(default=None, ge=1)
    """The number of the last article, of a recommendation the last paragraph: the ledger ends there."""
    verified: bool = False


class LedgerEntry(Model):
    """What became of one article (or a range such as "10-18"): requirements, a reason, or later work.

    ``planned`` names what a later edition of the library will encode; it is shown as not yet covered.
    """

    encoded: tuple[str, ...] = ()
    """The requirements that hold it, also another instrument's."""
    excluded: str = ""
    """Why no law of a country is asked for it."""
    planned: str = ""
    """What is still to be encoded."""


class Instrument(Model):
    """``standards/instruments/<ID>.yaml``."""

    instrument: InstrumentInfo
    articles: dict[str, LedgerEntry]
    requirements: tuple[Requirement, ...]


class Term(Model):
    """A term with inflection by rule: ``lemma`` with its part of speech; ``forms`` lists irregular ones."""

    lemma: str
    pos: Literal["verb", "noun", "adj", "phrase"]
    forms: tuple[str, ...] = ()


class Concept(Model):
    """A SKOS-like concept. A plain term is matched as it stands, singular and plural.

    ``" ... "`` inside a term stands for up to six words between its parts, within one clause.
    ``unless`` lists, by language, longer wordings inside which a term means something else ("de que se
    trata" is no trafficking). ``not_`` (YAML ``not``) lists texts in which no term may be found.
    """

    id: ConceptId
    label: dict[str, str]
    broader: ConceptId | None = None
    related: tuple[ConceptId, ...] = ()
    terms: dict[str, tuple[str | Term, ...]] = Field(default_factory=dict)
    unless: dict[str, tuple[str | Term, ...]] = Field(default_factory=dict)
    not_: tuple[dict[str, str], ...] = Field(default=(), alias="not")
    note: str = ""

    def called(self, language: str) -> str:
        """The label in a language, or in English, as it stands inside a sentence."""
        label = self.label.get(language) or self.label.get("en", "")
        return label[:1].lower() + label[1:]


class Rule(Model):
    """A rule of a profile: the first one whose conditions hold gives the verdict.

    ``when`` maps requirement ids to the statuses that count; ``value_at_least`` maps value names to ages.
    """

    conforms: Conforms
    when: dict[str, tuple[Status, ...]] = Field(default_factory=dict)
    any: dict[str, tuple[Status, ...]] = Field(default_factory=dict)
    value_at_least: dict[str, int] = Field(default_factory=dict)
    value_below: dict[str, int] = Field(default_factory=dict)
    reason: Sentence = Text(en="")


class StandardRule(Model):
    """A legal standard of a profile and how its verdict follows from findings."""

    id: str
    title: Text
    requirements: tuple[str, ...]
    age: str | None = None
    """``REQUIREMENT:value`` that gives the age."""
    rules: tuple[Rule, ...]


class Profile(Model):
    """``standards/profiles/<name>.yaml``: which requirements, and standards if it has them.

    ``assume_ratified``: every requirement is judged as though its instrument bound the country; published
    findings measure law against the standard, ratified or not. Other conditions still count.
    """

    id: str
    title: Text
    requirements: tuple[str, ...] | Literal["all"]
    assume_ratified: bool = False
    standards: tuple[StandardRule, ...] = ()


class Library(Model):
    """The loaded standards. ``sha256`` is over the files' names and bytes in sorted order."""

    instruments: tuple[Instrument, ...]
    concepts: tuple[Concept, ...]
    profiles: tuple[Profile, ...]
    sha256: str = ""

    def requirements(self) -> tuple[Requirement, ...]:
        """Every requirement, in the order of instruments and files."""
        return tuple(r for i in self.instruments for r in i.requirements)
