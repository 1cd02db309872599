"""What the evaluation has reached is kept: a figure that gets worse than its floor fails.

Floors stand in ``benchmarks/accuracy/floors.yaml``; ``python benchmarks/accuracy/record.py`` raises them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from atlas_legal.analysis.evaluation import evaluate
from atlas_legal.analysis.evaluation.recorded import HELD, LOWER_IS_BETTER, drops, tightened, values
from atlas_legal.analysis.evaluation.result import FIGURES

ROOT = Path(__file__).parent.parent.parent
SHARED = ROOT.parent / "shared"
FLOORS: dict[str, Any] = yaml.safe_load((ROOT / "benchmarks/accuracy/floors.yaml").read_text("utf-8"))


def held(name: str, gold: list[Path], laws: Path, record_property: Callable[[str, object], None]) -> None:
    """Evaluate, have the figures printed, and fail where one is worse than its floor."""
    found = evaluate(gold, laws)
    for group, figures in values(found).items():
        shown = ", ".join(f"{key} {'–' if value is None else value}" for key, value in figures.items())
        record_property("figures", f"{name} {group}: {shown}")
    for baseline, figures in found.standards_baselines.items():
        shown = ", ".join(f"{key} {figure.value}" for key, figure in figures.items())
        record_property("figures", f"{name} standards, {baseline}: {shown}")
    worse = drops(values(found), FLOORS.get(name, {}))
    assert not worse, "\n".join(worse)


def test_the_fictional_country_keeps_what_was_reached(
    record_property: Callable[[str, object], None],
) -> None:
    folder = ROOT / "country_laws/XDM"
    held("XDM", [folder / "answers.yaml"], folder / "laws", record_property)


@pytest.mark.corpus
def test_the_reference_countries_keep_what_was_reached(
    record_property: Callable[[str, object], None],
) -> None:
    gold = sorted((SHARED / "gold").glob("*.yaml"))
    if not gold or not (SHARED / "corpus").is_dir():
        pytest.skip("the labelled cases and their laws are not beside the checkout")
    held("gold", gold, SHARED / "corpus", record_property)


def test_a_figure_drops_where_it_gets_worse_whichever_way_that_is() -> None:
    floors = {"all": {"recall_at_1": 0.8, "false_met": 0.1, "kappa": None}}
    assert drops({"all": {"recall_at_1": 0.8, "false_met": 0.1, "kappa": 0.2}}, floors) == ()
    assert drops({"all": {"recall_at_1": 0.9, "false_met": 0.0}}, floors) == ()
    assert drops({"all": {"recall_at_1": 0.7, "false_met": 0.2}}, floors) == (
        "all: recall_at_1 is 0.7000, the floor is 0.8000",
        "all: false_met is 0.2000, the floor is 0.1000",
    )
    assert drops({"all": {"recall_at_1": None, "false_met": 0.1}}, floors) == (
        "all: recall_at_1 is without cases, the floor is 0.8000",
    )


def test_recording_raises_floors_and_never_lets_one_fall() -> None:
    floors = {"all": {"recall_at_1": 0.8, "false_met": 0.1}}
    found = {
        "all": {"recall_at_1": 0.7, "false_met": 0.0, "kappa": 0.5, "false_gap": 0.5},
        "ARG": {"kappa": 1},
    }
    raised = tightened(found, floors)
    assert raised == {"all": {"recall_at_1": 0.8, "kappa": 0.5, "false_met": 0.0}}
    assert tightened(raised, raised) == raised


def test_every_held_figure_exists() -> None:
    assert {*FIGURES, "article_counts", "spot_checks"} >= {*HELD, *LOWER_IS_BETTER}
