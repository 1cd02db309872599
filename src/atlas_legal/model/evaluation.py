"""Evaluation: how well verdicts and citations agree with labels, and whether they rest on their evidence."""

from atlas_legal.model.base import Model


class Figure(Model):
    """A share or another ratio, with what it was computed from.

    ``value`` is ``numerator / denominator``; figures without cases are None instead of a Figure. For kappa the
    numerator is observed minus expected agreement and the denominator one minus expected agreement; for the
    calibration error the numerator sums each bin's gap times its cases.
    """

    value: float
    numerator: float
    denominator: float


Figures = dict[str, Figure | None]
"""Figures by name, in the order of the documentation."""


class Miss(Model):
    """A case that is wrong somewhere. ``wrong`` names what: "verdict", "age", "recall", "ablation", "mutation".

    ``evidence`` holds the first three citations as ``file#eid``, ``pinpoints`` the accepted ones.
    """

    country: str
    subject: str
    wrong: tuple[str, ...]
    expected: str
    accept: tuple[str, ...]
    got: str
    expected_age: int | None
    got_age: int | None
    evidence: tuple[str, ...]
    pinpoints: tuple[str, ...]
    why: str


class Evaluation(Model):
    """Every figure of one run.

    ``figures`` are over all cases; ``standards_figures`` and ``requirements_figures`` over those of either
    kind; ``by_subject`` and ``by_country`` break them down. ``ablation`` splits ``ablated_false_met`` into its
    two ways. ``baselines`` maps a method to its figures. ``not_in_library`` lists cases whose standard or
    requirement is not encoded and ``pinpoints_not_found`` citations that no provision answers to; ``notes``
    are sentences for the reader.
    """

    countries: tuple[str, ...]
    cases: int
    figures: Figures
    standards_figures: Figures
    requirements_figures: Figures
    ablation: Figures
    baselines: dict[str, Figures]
    by_subject: dict[str, Figures]
    by_country: dict[str, Figures]
    misses: tuple[Miss, ...]
    not_in_library: tuple[str, ...] = ()
    pinpoints_not_found: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
