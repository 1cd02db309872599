"""What an evaluation gives: figures with their counts, baselines, and each case that was missed."""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas_legal.model.base import Model
from atlas_legal.model.gold import Case

FIGURES = (
    "recall_at_1",
    "recall_at_3",
    "age_exact",
    "agreement",
    "kappa",
    "decided_agreement",
    "false_met",
    "false_gap",
    "review_share",
    "ablated_false_met",
    "mutated_age_followed",
    "distractors_met",
    "calibration_error",
)
"""The figures, in the order in which they are shown."""


class Figure(Model):
    """A share: ``value`` is numerator by denominator, None where there was no case.

    For kappa they are agreement beyond chance and what chance left to agree on; for the calibration error
    the summed differences of confidence and agreement, weighted by cases, and the cases.
    """

    value: float | None
    numerator: float
    denominator: float


Figures = Mapping[str, Figure]


class Miss(Model):
    """A case in which something was wrong, with what was expected and what came out.

    ``wrong`` says what: verdict, recall_at_1, recall_at_3, age, ablation, mutation.
    """

    country: str
    case: str
    wrong: tuple[str, ...]
    label: str
    accept: tuple[str, ...]
    verdict: str
    age: int | None
    age_found: int | None
    expected: tuple[str, ...]
    evidence: tuple[str, ...]
    reason: str


class Evaluation(Model):
    """Figures over all cases, over standards and over requirements; by standard and by country.

    ``not_in_library`` lists labelled requirements that the standards do not hold, ``not_found`` pinpoints
    that name no provision of the laws read. ``distractors`` lists standards said met from laws that do not
    matter.
    """

    cases: int
    figures: dict[str, Figure]
    standards_figures: dict[str, Figure]
    requirements_figures: dict[str, Figure]
    per_standard: dict[str, dict[str, Figure]]
    per_country: dict[str, dict[str, Figure]]
    baselines: dict[str, dict[str, Figure]]
    misses: tuple[Miss, ...]
    not_in_library: tuple[str, ...]
    not_found: tuple[str, ...]
    distractors: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What the software says to a case. ``evidence`` holds file and article-like unit, best first."""

    verdict: str
    age: int | None
    evidence: tuple[tuple[str, str], ...]
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with its answer, and what remained of it after each test.

    ``blanked`` and ``repealed``: the verdict still stands without its pinpoints; None where not tried.
    ``followed``: value and verdict went with a changed age; None where not tried.
    """

    country: str
    case: Case
    answer: Answer
    blanked: bool | None = None
    repealed: bool | None = None
    followed: bool | None = None

    @property
    def accepted(self) -> frozenset[tuple[str, str]]:
        """File and article-like unit of every accepted pinpoint."""
        return frozenset((pin.file, unit(pin.eid)) for pin in self.case.pinpoints)

    @property
    def agrees(self) -> bool:
        """Whether the verdict is the label's, or one that it accepts."""
        return self.answer.verdict == self.case.label or self.answer.verdict in self.case.accept

    def hit(self, k: int) -> bool:
        """Whether one of the first ``k`` pieces of evidence is an accepted pinpoint."""
        return any(piece in self.accepted for piece in self.answer.evidence[:k])


def unit(eid: str) -> str:
    """Return the eid of the article-like unit: ``art_12__para_2`` and ``art_12__mod_1`` give ``art_12``."""
    for tail in ("__para_", "__point_", "__mod_"):
        eid = eid.partition(tail)[0]
    return eid
