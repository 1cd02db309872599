"""Mutation: whether value and verdict follow when the age in a provision becomes another."""

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.edits import change_age, edited, find_units
from atlas_legal.analysis.evaluation.figures import POSITIVE
from atlas_legal.analysis.evaluation.result import Outcome
from atlas_legal.matching.needs import leaves
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case
from atlas_legal.model.standard import Threshold

YEARS_LOWER = 3
"""How far the age is lowered: below every threshold where it stood at it."""


def mutation(framework: Framework, outcome: Outcome, judge: Judge) -> bool | None:
    """Return whether a case follows its age when this is lowered in every accepted pinpoint.

    It follows where the value found is the new age exactly and, where that is below what the standard asks,
    the case is no longer said met. None where no pinpoint states the age, as when it comes from grades.
    """
    age = outcome.case.age
    if age is None or outcome.case.label == "review":
        return None
    changed = age - YEARS_LOWER
    units = find_units(framework, outcome.accepted)
    mutated = edited(framework, units, change_age(age, changed))
    if all(new is old for new, old in zip(mutated.laws, framework.laws, strict=True)):
        return None
    answer = judge.answer(mutated, (outcome.case,))[0]
    asked = threshold(framework, outcome.case, judge)
    must_fall = asked is not None and changed < asked
    return answer.age == changed and not (must_fall and answer.verdict in POSITIVE)


def threshold(framework: Framework, case: Case, judge: Judge) -> int | None:
    """Return the age that a case's first age leaf asks for; None where it has none, or another finding's."""
    for requirement in judge.behind(case):
        for leaf in leaves(requirement.criterion):
            if leaf.age is None:
                continue
            asked = leaf.age.at_least
            if not isinstance(asked, Threshold):
                return asked
            declaration = framework.ratifications.get(asked.declared) if asked.declared else None
            declared = declaration.declared_age if declaration else None
            if declared is not None:
                return asked.when_declared.get(declared, asked.default) if asked.when_declared else declared
            return asked.default
    return None
