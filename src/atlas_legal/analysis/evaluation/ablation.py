"""Ablation: whether a verdict falls when the provisions that it rests on are taken out of the law."""

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.edits import blank, edited, find_units, repeal
from atlas_legal.analysis.evaluation.figures import POSITIVE
from atlas_legal.analysis.evaluation.result import Outcome
from atlas_legal.model.framework import Framework


def ablation(framework: Framework, outcome: Outcome, judge: Judge) -> tuple[bool, bool] | None:
    """Return whether a case is still said met without its pinpoints: blanked, and with a note of repeal.

    Every accepted pinpoint is taken out, the alternatives too. None where the label is not met, or where no
    pinpoint is in the laws. What was not said met with its pinpoints still counts if it is without them.
    """
    if outcome.case.label not in POSITIVE:
        return None
    units = find_units(framework, outcome.accepted)
    if not units:
        return None
    blanked, repealed = (
        judge.answer(edited(framework, units, edit), (outcome.case,))[0].verdict in POSITIVE
        for edit in (blank, repeal)
    )
    return blanked, repealed
