"""Recorded figures: what an evaluation reached, as numbers alone, and whether a later one falls below."""

from collections.abc import Mapping

from atlas_legal.analysis.evaluation.result import Evaluation, Figure

LOWER_IS_BETTER = frozenset(
    {
        "false_met",
        "false_gap",
        "review_share",
        "ablated_false_met",
        "distractors_met",
        "calibration_error",
    }
)
"""Figures that count errors; all others count successes."""

GROUPS = ("all", "standards", "requirements", "structure")
"""Groups of cases that have floors."""

HELD = (
    "recall_at_1",
    "recall_at_3",
    "age_exact",
    "agreement",
    "kappa",
    "false_met",
    "review_share",
    "ablated_false_met",
    "mutated_age_followed",
    "distractors_met",
    "article_counts",
    "spot_checks",
)
"""Figures that have floors; the others have too few cases, or are better for fewer verdicts."""

Values = Mapping[str, Mapping[str, float | None]]
"""Figures by name, by the group of cases that they are over; None where there was no case."""


def values(evaluation: Evaluation) -> dict[str, dict[str, float | None]]:
    """Return the figures over all cases, over standards, over requirements, and by country where several."""
    groups: dict[str, Mapping[str, Figure]] = {
        "all": evaluation.figures,
        "standards": evaluation.standards_figures,
        "requirements": evaluation.requirements_figures,
        "structure": evaluation.structure,
        **(evaluation.per_country if len(evaluation.per_country) > 1 else {}),
    }
    return {
        group: {name: figure.value for name, figure in figures.items()} for group, figures in groups.items()
    }


def drops(found: Values, floors: Values) -> tuple[str, ...]:
    """Return a sentence for each figure that is worse than its floor, or that lost its cases."""
    return tuple(
        f"{group}: {name} is {_shown(value)}, the floor is {_shown(floor)}"
        for group, figures in floors.items()
        for name, floor in figures.items()
        if floor is not None and _worse(name, value := found.get(group, {}).get(name), floor)
    )


def tightened(found: Values, floors: Values) -> dict[str, dict[str, float | None]]:
    """Return floors with what was found in place of each that it betters; a floor never falls.

    Single countries have no floors: one case more or less moves them far.
    """
    return {
        group: {
            name: floor
            if (floor := floors.get(group, {}).get(name)) is not None and _worse(name, figures[name], floor)
            else figures[name]
            for name in HELD
            if name in figures
        }
        for group in GROUPS
        if (figures := found.get(group))
    }


def _worse(name: str, value: float | None, floor: float) -> bool:
    """Whether a figure is worse than another; one without cases is."""
    if value is None:
        return True
    return value > floor if name in LOWER_IS_BETTER else value < floor


def _shown(value: float | None) -> str:
    return "without cases" if value is None else f"{value:.4f}"
