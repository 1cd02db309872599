"""What an evaluation gives: figures with their counts, baselines, and each case that was missed."""

from collections.abc import Mapping
from dataclasses import dataclass

from atlas_legal.model.base import Model
from atlas_legal.model.gold import Case
from atlas_legal.model.law import unit_of

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

    ``wrong`` says what: verdict, recall_at_1, recall_at_3, age, ablation, mutation. ``still_cites`` is what
    the verdict rests on with every accepted pinpoint taken out; ``changed_ages`` says for each changed age
    that was not followed what came out instead.
    """

    country: str
    language: str
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
    still_cites: tuple[str, ...] = ()
    changed_ages: tuple[str, ...] = ()


class Evaluation(Model):
    """Figures over all cases, over standards and over requirements; by standard, country and language.

    ``not_in_library`` lists labelled requirements that the standards do not hold, ``not_found`` pinpoints
    that name no provision of the laws read. ``distractors`` lists standards said met from laws that do not
    matter. ``baselines`` are over all cases, ``standards_baselines`` over the cases about standards.
    ``structure`` says how well the laws were parsed, where the true structure of some was given.
    """

    cases: int
    figures: dict[str, Figure]
    standards_figures: dict[str, Figure]
    requirements_figures: dict[str, Figure]
    per_standard: dict[str, dict[str, Figure]]
    per_country: dict[str, dict[str, Figure]]
    per_language: dict[str, dict[str, Figure]]
    baselines: dict[str, dict[str, Figure]]
    standards_baselines: dict[str, dict[str, Figure]]
    structure: dict[str, Figure]
    structure_misses: tuple[str, ...]
    misses: tuple[Miss, ...]
    not_in_library: tuple[str, ...]
    not_found: tuple[str, ...]
    distractors: tuple[str, ...]
    notes: tuple[str, ...] = ()


Place = tuple[str, str]
"""File and eid."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the software says to a case. ``evidence`` holds file and eid of each piece, best first."""

    verdict: str
    age: int | None
    evidence: tuple[Place, ...]
    confidence: float
    reason: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """The answer to a case whose age was changed, and whether it followed."""

    age: int
    answer: Answer
    followed: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with its answer, and what became of it in each test; ``language`` is that of its laws.

    ``blanked`` and ``repealed``: the answers without the pinpoints, None where that was not tried.
    ``mutants``: the answers with other ages, none where no pinpoint states one.
    """

    country: str
    language: str
    case: Case
    answer: Answer
    blanked: Answer | None = None
    repealed: Answer | None = None
    mutants: tuple[Mutant, ...] = ()

    @property
    def accepted(self) -> frozenset[Place]:
        """File and eid of every accepted pinpoint."""
        return frozenset((pin.file, pin.eid) for pin in self.case.pinpoints)

    @property
    def agrees(self) -> bool:
        """Whether the verdict is the label's, or one that it accepts."""
        return self.answer.verdict == self.case.label or self.answer.verdict in self.case.accept

    def hit(self, k: int) -> bool:
        """Whether one of the first ``k`` pieces of evidence is an accepted pinpoint."""
        return any(_cites(piece, pin) for piece in self.answer.evidence[:k] for pin in self.accepted)


def _cites(piece: Place, pin: Place) -> bool:
    """Whether a piece of evidence is the pinpoint, or lies below or above it within the same article."""
    (file, eid), (pin_file, pin_eid) = piece, pin
    return (
        file == pin_file
        and unit_of(eid) == unit_of(pin_eid)
        and (f"{eid}__".startswith(f"{pin_eid}__") or f"{pin_eid}__".startswith(f"{eid}__"))
    )
