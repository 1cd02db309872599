"""A sample of the mistakes that ``benchmarks/mutation_of_standards.py`` makes: nearly all are caught."""

import importlib.util
import sys
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from atlas_legal.locations import shipped

BENCHMARK = Path(__file__).parent.parent.parent / "benchmarks" / "mutation_of_standards.py"
SAMPLE = 63
"""Nine mistakes of each kind."""
FLOOR = 0.9
"""Share of the sample that must be caught; the aim of the full run is higher, but a sample scatters."""


@pytest.fixture(scope="module")
def benchmark() -> Any:
    spec = importlib.util.spec_from_file_location("mutation_of_standards", BENCHMARK)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_nearly_all_mistakes_in_the_standards_are_caught(
    benchmark: Any, record_property: Callable[[str, object], None]
) -> None:
    standards = benchmark.Standards(shipped("standards"))
    made = list(islice(benchmark.mutations(benchmark.Maker(standards, seed=7), benchmark.KINDS), SAMPLE))
    assert {mutation.kind for mutation, _ in made} == set(benchmark.KINDS)
    missed = [mutation for mutation, document in made if not standards.caught(mutation, document)]
    share = 1 - len(missed) / len(made)
    record_property("figures", f"mistakes in the standards caught by validate: {share:.0%} of {len(made)}")
    assert share >= FLOOR, [f"{m.kind}: {m.place}: {m.what}" for m in missed]


def test_the_same_seed_makes_the_same_mistakes(benchmark: Any) -> None:
    standards = benchmark.Standards(shipped("standards"))

    def some() -> list[tuple[str, str, str]]:
        made = benchmark.mutations(benchmark.Maker(standards, seed=3), benchmark.KINDS)
        return [(m.kind, m.place, m.what) for m, _ in islice(made, 14)]

    assert some() == some()
