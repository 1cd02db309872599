"""The figures of an evaluation, each from outcomes alone (definitions: docs and DESIGN, "Measured truth")."""

from collections import Counter
from collections.abc import Sequence

from atlas_legal.analysis.evaluation.result import Answer, Figure, Outcome

POSITIVE = frozenset({"met", "yes"})
NEGATIVE = frozenset({"gap", "no"})
NOT_MET = frozenset({"no", "gap", "partial", "conflict"})

_BINS = 10


def share(numerator: float, denominator: float) -> Figure:
    """Return a figure; its value is None where the denominator is 0."""
    return Figure(
        value=round(numerator / denominator, 4) if denominator else None,
        numerator=round(numerator, 4),
        denominator=round(denominator, 4),
    )


def figures(outcomes: Sequence[Outcome]) -> dict[str, Figure]:
    """Return every figure that outcomes give; the distractors, which no case is about, are not among them."""
    verdicts = [(o, o.answer.verdict) for o in outcomes]
    cited = [o for o in outcomes if o.case.pinpoints and o.case.label != "review"]
    aged = [o for o in outcomes if o.case.age is not None]
    decided = [o for o, said in verdicts if said != "review" and o.case.label != "review"]
    said_met = [o for o, said in verdicts if said in POSITIVE]
    said_gap = [o for o, said in verdicts if said in NEGATIVE]
    decidable = [o for o in outcomes if o.case.label != "review"]
    ablated = [o for o in outcomes if o.blanked is not None]
    mutated = [o for o in outcomes if o.mutants]
    return {
        "recall_at_1": share(sum(o.hit(1) for o in cited), len(cited)),
        "recall_at_3": share(sum(o.hit(3) for o in cited), len(cited)),
        "age_exact": share(sum(o.answer.age == o.case.age for o in aged), len(aged)),
        "agreement": share(sum(o.agrees for o in outcomes), len(outcomes)),
        "kappa": kappa(outcomes),
        "decided_agreement": share(sum(o.agrees for o in decided), len(decided)),
        "false_met": share(sum(o.case.label in NOT_MET and not o.agrees for o in said_met), len(said_met)),
        "false_gap": share(sum(o.case.label in POSITIVE and not o.agrees for o in said_gap), len(said_gap)),
        "review_share": share(sum(o.answer.verdict == "review" for o in decidable), len(decidable)),
        "ablated_false_met": share(sum(bool(kept_met(o)) for o in ablated), len(ablated)),
        "mutated_age_followed": share(
            sum(all(mutant.followed for mutant in o.mutants) for o in mutated), len(mutated)
        ),
        "calibration_error": calibration_error(outcomes),
    }


def kept_met(outcome: Outcome) -> tuple[Answer, ...]:
    """Return the answers that still say met without the pinpoints; one of the two ways is enough to count."""
    answers = (outcome.blanked, outcome.repealed)
    return tuple(answer for answer in answers if answer is not None and answer.verdict in POSITIVE)


def kappa(outcomes: Sequence[Outcome]) -> Figure:
    """Return Cohen's kappa of verdicts and labels; an accepted verdict counts as the label's own.

    Cohen, A coefficient of agreement for nominal scales, 1960. None where chance alone agrees always.
    """
    n = len(outcomes)
    if not n:
        return share(0, 0)
    pairs = [(o.case.label, o.case.label if o.agrees else o.answer.verdict) for o in outcomes]
    labels, verdicts = Counter(label for label, _ in pairs), Counter(verdict for _, verdict in pairs)
    observed = sum(label == verdict for label, verdict in pairs) / n
    expected = sum(labels[name] * verdicts[name] for name in labels) / (n * n)
    return share(observed - expected, 1 - expected) if expected < 1 else share(0, 0)


def calibration_error(outcomes: Sequence[Outcome]) -> Figure:
    """Return the expected calibration error over ten equal bins of confidence.

    Naeini, Cooper, Hauskrecht, Obtaining well calibrated probabilities using Bayesian binning, 2015.
    """
    bins: dict[int, list[Outcome]] = {}
    for outcome in outcomes:
        bins.setdefault(min(int(outcome.answer.confidence * _BINS), _BINS - 1), []).append(outcome)
    total = sum(
        abs(sum(o.agrees for o in group) - sum(o.answer.confidence for o in group)) for group in bins.values()
    )
    return share(total, len(outcomes))
