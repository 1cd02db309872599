"""Facts: the framework's norms and everything else that a leaf may ask for."""

from dataclasses import dataclass, field, replace

from atlas_legal.annotation.law import LawNorms, annotate, person_stem
from atlas_legal.matching.needs import aim, group_ids
from atlas_legal.matching.sources import Source, usable
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law
from atlas_legal.model.norm import Age, Norm
from atlas_legal.model.reason import Reason
from atlas_legal.model.standard import Group, Library, Threshold


@dataclass(frozen=True, slots=True)
class Required:
    """A threshold in years: the age asked for, the statement that says by what, and whether less could do.

    A year less could do where the country may have declared it and no declaration is on record.
    """

    years: int
    origin: Reason
    lower_if_declared: bool = False


@dataclass(slots=True)
class Facts:
    """What the leaves read: norms law by law, narrower concepts, ratifications, values found so far.

    ``values`` maps a requirement to the values that its finding reported.
    """

    framework: Framework
    sources: tuple[Source, ...]
    laws: tuple[LawNorms, ...]
    below: dict[str, frozenset[str]]
    values: dict[str, dict[str, int]] = field(default_factory=dict)

    def ids(self, group: Group) -> frozenset[str]:
        """All concepts that count for a group."""
        return group_ids(group, self.below)

    def law(self, law_id: str) -> Law:
        """The loaded law with this id."""
        return next(n.law for n in self.laws if n.law.id == law_id)

    def defined_age(self, norm: Norm, law: LawNorms) -> Age | None:
        """The highest age that the law's own definitions give to the person words of a norm, if any does."""
        stems = {
            person_stem(law.law.text[hit.start : hit.end], norm.language)
            for hit in norm.concepts
            if hit.concept in ("child", "adolescent") and hit.via in ("clause", "chapeau")
        }
        ages = [term.age for term in law.terms if term.stem in stems and term.eid != norm.eid]
        return max(ages, key=lambda age: age.high or 0, default=None)

    def required(self, threshold: int | Threshold) -> Required:
        """Resolve a threshold: a declared age, another finding's value, or the default."""
        if isinstance(threshold, int):
            return _required(threshold, "{age} is asked by the standard")
        if threshold.declared is not None:
            ratification = self.framework.ratifications.get(threshold.declared)
            declared = ratification.declared_age if ratification else None
            if declared is not None and threshold.when_declared:
                years = threshold.when_declared.get(declared, threshold.default or 0)
                phrase = "{age} is asked where a country declared {declared} under {instrument}"
                return _required(years, phrase, declared=declared, instrument=threshold.declared)
            if declared is not None:
                phrase = "{age} is asked, the age declared under {instrument}"
                return _required(declared, phrase, instrument=threshold.declared)
            phrase = "{age} is asked by the standard, as no declaration is on record"
            asked = _required(threshold.default or 0, phrase)
            return replace(asked, lower_if_declared=not self.framework.complete)
        if threshold.finding is not None:
            found = self.values.get(threshold.finding, {})
            if found:
                phrase = "{age} is asked, the value found for {requirement}"
                return _required(max(found.values()), phrase, requirement=threshold.finding)
        return _required(threshold.default or 0, "{age} is asked by the standard")


def _required(years: int, phrase: str, **parts: int | str) -> Required:
    """A threshold with its statement."""
    return Required(years, Reason(phrase=phrase, parts={"age": years, **parts}))


def gather(framework: Framework, library: Library) -> Facts:
    """Annotate every usable law of a framework for the whole library."""
    sources = usable(framework)
    ready = aim(library)
    laws = tuple(annotate(s.law, library.concepts, ready.wanted) for s in sources if s.used)
    return Facts(framework, sources, laws, ready.below)
