"""Mutation: whether value and verdict follow when the age in a provision becomes another."""

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.edits import Edits, change_age
from atlas_legal.analysis.evaluation.figures import NOT_MET, POSITIVE
from atlas_legal.analysis.evaluation.result import Answer, Mutant, Outcome
from atlas_legal.matching.needs import leaves
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case
from atlas_legal.model.standard import Threshold

CHANGES = (-3, 1)
"""Years by which the age is changed: three down, below every threshold that it stood at, and one up."""


def mutation(edits: Edits, outcome: Outcome, judge: Judge) -> tuple[Mutant, ...]:
    """Return the answers to a case whose age is changed in every accepted pinpoint, once down and once up.

    Nothing where no pinpoint states the age, as when it comes from grades.
    """
    age = outcome.case.age
    if age is None:
        return ()
    units = edits.find(outcome.accepted)
    asked = threshold(edits.framework, outcome.case, judge)
    mutants = []
    for changed in (age + years for years in CHANGES):
        framework = edits.apply(units, change_age(age, changed))
        if framework.laws != edits.framework.laws:
            answer = judge.answer(framework, (outcome.case,))[0]
            mutants.append(Mutant(changed, answer, _followed(outcome, answer, changed, asked)))
    return tuple(mutants)


def _followed(outcome: Outcome, answer: Answer, changed: int, asked: int | None) -> bool:
    """Whether the value is the new age exactly and the verdict goes with it.

    Below what is asked, the verdict must be that the law falls short; at or above it, a verdict that was met
    must stay so.
    """
    if answer.age != changed:
        return False
    if asked is not None and changed < asked:
        return answer.verdict in NOT_MET
    return answer.verdict in POSITIVE or outcome.answer.verdict not in POSITIVE


def threshold(framework: Framework, case: Case, judge: Judge) -> int | None:
    """Return the age that a case asks for: the highest of what its age and comparison leaves ask.

    Leaves of the first requirement that has any count. None where there are none, or none says a number.
    """
    for requirement in judge.behind(case):
        models = [model for leaf in leaves(requirement.criterion) if (model := leaf.age or leaf.compare)]
        if models:
            asked = (_years(framework, model.at_least, judge) for model in models)
            return max((years for years in asked if years is not None), default=None)
    return None


def _years(framework: Framework, asked: int | Threshold, judge: Judge) -> int | None:
    """Return a threshold in years: a number, what the country declared, or another requirement's value."""
    if not isinstance(asked, Threshold):
        return asked
    if asked.finding is not None:
        found = judge.answer(framework, (Case(requirement=asked.finding),))[0].age
        return asked.default if found is None else found
    declaration = framework.ratifications.get(asked.declared) if asked.declared else None
    declared = declaration.declared_age if declaration else None
    if declared is None:
        return asked.default
    return asked.when_declared.get(declared, asked.default) if asked.when_declared else declared
