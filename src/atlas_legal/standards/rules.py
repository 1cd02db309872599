"""Rules of a profile's standards: whether each can ever hold, and whether "yes" rests on something met."""

from collections.abc import Collection, Iterator, Mapping
from itertools import product
from math import prod

from atlas_legal.model.standard import Profile, Rule, StandardRule
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import Document
from atlas_legal.yaml_positions import Loc

_MOST_CASES = 10_000
"""Combinations of statuses and values that are tried for one standard; one with more is not checked."""

_Case = tuple[Mapping[str, str], Mapping[str, int | None]]


def check_rules(document: Document, possible: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    """Yield each rule that no finding can reach, and each "yes" that no met requirement stands behind."""
    if not isinstance(document.model, Profile):
        return
    for number, standard in enumerate(document.model.standards):
        loc: Loc = ("standards", number, "rules")
        cases = _cases(standard, document.model, possible)
        if cases is None:
            continue
        first: dict[int, list[_Case]] = {place: [] for place in range(len(standard.rules))}
        for case in cases:
            place = next((i for i, rule in enumerate(standard.rules) if _holds(rule, *case)), None)
            if place is not None:
                first[place].append(case)
        for place, reached in first.items():
            if not reached:
                yield document.problem(
                    "dead-rule",
                    "this rule can never hold: an earlier rule takes its cases, or its conditions exclude "
                    "each other",
                    (*loc, place),
                    hint="move it up, or delete it",
                )
            elif standard.rules[place].conforms == "yes" and any("met" not in s.values() for s, _ in reached):
                yield document.problem(
                    "yes-without-met",
                    "this rule says yes where no requirement is met",
                    (*loc, place, "conforms"),
                    hint="ask for a requirement that is met",
                )


def _cases(
    standard: StandardRule, profile: Profile, possible: Mapping[str, Collection[str]]
) -> Iterator[_Case] | None:
    """Return every combination of statuses and values that the rules can tell apart."""
    statuses: dict[str, list[str]] = {}
    for name in standard.requirements:
        if name not in possible:
            return None  # it could not be read; that is said elsewhere
        found = set(possible[name])
        if not profile.assume_ratified:
            found.add("not_applicable")
        statuses[name] = sorted(found)
    values: dict[str, list[int | None]] = {}
    for rule in standard.rules:
        for name, bound in (*rule.value_at_least.items(), *rule.value_below.items()):
            values.setdefault(name, [None]).extend((bound - 1, bound))
    sizes = (*map(len, statuses.values()), *map(len, values.values()))
    if prod(sizes) > _MOST_CASES:
        return None
    return (
        (dict(zip(statuses, some, strict=True)), dict(zip(values, ages, strict=True)))
        for some in product(*statuses.values())
        for ages in product(*values.values())
    )


def _holds(rule: Rule, statuses: Mapping[str, str], values: Mapping[str, int | None]) -> bool:
    """Whether a rule's conditions hold in a case, as ``analysis.matrix`` reads them."""

    def bounded(bounds: Mapping[str, int], *, below: bool) -> bool:
        ages = ((values[name], bound) for name, bound in bounds.items())
        return all(age is not None and (age < bound) == below for age, bound in ages)

    return (
        all(statuses.get(name) in asked for name, asked in rule.when.items())
        and (not rule.any or any(statuses.get(name) in asked for name, asked in rule.any.items()))
        and bounded(rule.value_at_least, below=False)
        and bounded(rule.value_below, below=True)
    )
