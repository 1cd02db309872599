"""Ablation: whether a verdict falls when the provisions that it rests on are taken out of the law."""

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.edits import Edits, blank, repeal
from atlas_legal.analysis.evaluation.figures import POSITIVE
from atlas_legal.analysis.evaluation.result import Answer, Outcome


def ablation(edits: Edits, outcome: Outcome, judge: Judge) -> tuple[Answer, Answer] | None:
    """Return the answers to a case without its pinpoints: blanked, and with a note of repeal.

    Every accepted pinpoint is taken out, the alternatives too. None where the label is not met, or where no
    pinpoint is in the laws. A case that was not said met with its pinpoints still counts.
    """
    if outcome.case.label not in POSITIVE:
        return None
    units = edits.find(outcome.accepted)
    if not units:
        return None
    blanked, repealed = (
        judge.answer(edits.apply(units, edit), (outcome.case,))[0] for edit in (blank, repeal)
    )
    return blanked, repealed
