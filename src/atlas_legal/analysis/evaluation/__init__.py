"""Evaluation: how often verdicts and citations are right, and whether verdicts rest on their evidence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from atlas_legal.analysis.evaluation.ablation import ablation
from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.baselines import (
    Ranking,
    baseline_figures,
    bm25,
    retrieved,
    tfidf_lsa,
    with_evidence,
)
from atlas_legal.analysis.evaluation.distractors import distractors_met
from atlas_legal.analysis.evaluation.figures import figures, share
from atlas_legal.analysis.evaluation.gold import GoldSet, gold_sets
from atlas_legal.analysis.evaluation.misses import missed
from atlas_legal.analysis.evaluation.mutation import mutation
from atlas_legal.analysis.evaluation.result import Evaluation, Figure, Outcome
from atlas_legal.country import load_framework, resolve_country
from atlas_legal.model.framework import Framework
from atlas_legal.standards import load_library

__all__ = ["Evaluation", "Figure", "evaluate"]

_RANKINGS: dict[str, tuple[str, Ranking]] = {"bm25": ("bm25s", bm25), "tfidf_lsa": ("sklearn", tfidf_lsa)}
"""Baselines that need a package which is not installed by default."""


@dataclass(frozen=True, slots=True)
class _Country:
    """One country's outcomes, with what else was seen on the way."""

    outcomes: tuple[Outcome, ...]
    ranked: dict[str, list[Outcome]]
    distractors: tuple[str, ...]
    tried: int
    not_in_library: tuple[str, ...]
    not_found: tuple[str, ...]


def evaluate(
    gold_paths: Sequence[Path | str],
    laws: Path | str | None = None,
    country: str | None = None,
    *,
    perturb: bool = True,
) -> Evaluation:
    """Compare the software's answers with labels, and test what its verdicts rest on.

    Parameters
    ----------
    gold_paths : gold files.
    laws : the folder of the laws, or one with a folder for each country; None takes the texts that ship.
    country : code or name of the country; None takes each gold file's.
    perturb : whether to run ablation, mutation and distractors as well, which match every case again.

    Raises
    ------
    AtlasError : a gold file, the laws or the country are not there or not valid.
    """
    code = resolve_country(country) if country is not None else None
    sets = gold_sets([Path(path) for path in gold_paths], Path(laws) if laws is not None else None, code)
    judge = Judge(load_library())
    parts = [_country(gold_set, judge, perturb) for gold_set in sets]
    outcomes = [outcome for part in parts for outcome in part.outcomes]
    standards = [o for o in outcomes if o.case.standard is not None]
    missing = sorted(name for name, (package, _) in _RANKINGS.items() if find_spec(package) is None)
    ranked = {
        name: [o for part in parts for o in part.ranked[name]] for name in _RANKINGS if name not in missing
    }
    return Evaluation(
        cases=len(outcomes),
        figures=_with_distractors(outcomes, parts),
        standards_figures=_with_distractors(standards, parts),
        requirements_figures=figures([o for o in outcomes if o.case.standard is None]),
        per_standard={
            name: figures([o for o in standards if o.case.subject == name])
            for name in judge.standards
            if any(o.case.subject == name for o in standards)
        },
        per_country={
            gold_set.country: _with_distractors(list(part.outcomes), [part])
            for gold_set, part in zip(sets, parts, strict=True)
        },
        baselines=baseline_figures(outcomes, ranked),
        misses=tuple(miss for outcome in outcomes if (miss := missed(outcome)) is not None),
        not_in_library=tuple(sorted({name for part in parts for name in part.not_in_library})),
        not_found=tuple(place for part in parts for place in part.not_found),
        distractors=tuple(name for part in parts for name in part.distractors),
        notes=tuple(f"The baseline {name} was left out: its package is not installed." for name in missing),
    )


def _country(gold_set: GoldSet, judge: Judge, perturb: bool) -> _Country:
    """Answer one country's cases, and try them without their evidence."""
    framework = load_framework(country=gold_set.country, laws=gold_set.laws)
    cases = tuple(case for case in gold_set.gold.cases if judge.knows(case))
    answers = judge.answer(framework, cases)
    outcomes = [Outcome(gold_set.country, case, answer) for case, answer in zip(cases, answers, strict=True)]
    met, tried = distractors_met(framework, judge) if perturb else ((), 0)
    ranked = {
        name: [
            with_evidence(outcome, found)
            for outcome, found in zip(outcomes, retrieved(framework, cases, judge, rank), strict=True)
        ]
        for name, (package, rank) in _RANKINGS.items()
        if find_spec(package) is not None
    }
    return _Country(
        outcomes=tuple(_perturbed(framework, outcome, judge) if perturb else outcome for outcome in outcomes),
        ranked=ranked,
        distractors=tuple(f"{gold_set.country} {name}" for name in met),
        tried=tried,
        not_in_library=tuple(case.subject for case in gold_set.gold.cases if not judge.knows(case)),
        not_found=_not_found(framework, outcomes),
    )


def _perturbed(framework: Framework, outcome: Outcome, judge: Judge) -> Outcome:
    """Return an outcome with what became of it in ablation and mutation."""
    blanked, repealed = ablation(framework, outcome, judge) or (None, None)
    return replace(outcome, blanked=blanked, repealed=repealed, followed=mutation(framework, outcome, judge))


def _not_found(framework: Framework, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return the accepted pinpoints that no loaded law has."""
    there = {(law.file, provision.eid) for law in framework.laws for provision in law.walk()}
    wanted = {(o.country, *place) for o in outcomes for place in o.accepted if place not in there}
    return tuple(f"{code} {file} {eid}" for code, file, eid in sorted(wanted))


def _with_distractors(outcomes: Sequence[Outcome], parts: Sequence[_Country]) -> dict[str, Figure]:
    """Return figures with that of the distractors, which belongs to countries and not to cases."""
    found = figures(outcomes)
    met = share(sum(len(part.distractors) for part in parts), sum(part.tried for part in parts))
    last = found.pop("calibration_error")
    return {**found, "distractors_met": met, "calibration_error": last}
