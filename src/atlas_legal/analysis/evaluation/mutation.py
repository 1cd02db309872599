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
