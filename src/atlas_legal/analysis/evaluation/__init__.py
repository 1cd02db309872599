"""Evaluation: how often verdicts and citations are right, and whether verdicts rest on their evidence."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from atlas_legal.analysis.evaluation.ablation import ablation
from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.baselines import (
    Ranking,
    baseline_figures,
    installed,
    retrieved,
    with_evidence,
)
from atlas_legal.analysis.evaluation.distractors import distractors_met
from atlas_legal.analysis.evaluation.edits import Edits
from atlas_legal.analysis.evaluation.figures import figures, share
from atlas_legal.analysis.evaluation.gold import GoldSet, gold_sets
from atlas_legal.analysis.evaluation.misses import missed
from atlas_legal.analysis.evaluation.mutation import mutation
from atlas_legal.analysis.evaluation.result import Evaluation, Figure, Outcome
from atlas_legal.analysis.evaluation.structure import structure_figures
from atlas_legal.country import load_framework, resolve_country
from atlas_legal.matching import usable
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case, LawStructure
from atlas_legal.model.law import Law
from atlas_legal.standards import load_library

__all__ = ["Evaluation", "Figure", "evaluate"]


@dataclass(frozen=True, slots=True)
class _Country:
    """One country's outcomes, with what else was seen on the way."""

    code: str
    outcomes: tuple[Outcome, ...]
    ranked: dict[str, list[Outcome]]
    distractors: tuple[str, ...]
    tried: int
    structures: tuple[tuple[LawStructure, Law | None], ...]
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
    rankings, notes = installed()
    parts = [_country(gold_set, judge, rankings, perturb) for gold_set in sets]
    outcomes = [outcome for part in parts for outcome in part.outcomes]
    ranked = {name: [o for part in parts for o in part.ranked[name]] for name in rankings}
    standards = [o for o in outcomes if o.case.standard is not None]
    structure, structure_misses = structure_figures([pair for part in parts for pair in part.structures])
    return Evaluation(
        cases=len(outcomes),
        figures=_with_distractors(outcomes, parts),
        standards_figures=_with_distractors(standards, parts),
        requirements_figures=figures([o for o in outcomes if o.case.standard is None]),
        per_standard={
            name: figures(some)
            for name in judge.standards
            if (some := [o for o in standards if o.case.subject == name])
        },
        per_country={
            code: _with_distractors(
                [o for o in outcomes if o.country == code], [part for part in parts if part.code == code]
            )
            for code in dict.fromkeys(part.code for part in parts)
        },
        per_language={
            language: figures([o for o in outcomes if o.language == language])
            for language in sorted({o.language for o in outcomes})
        },
        baselines=baseline_figures(outcomes, ranked),
        standards_baselines=baseline_figures(
            standards,
            {name: [o for o in some if o.case.standard is not None] for name, some in ranked.items()},
        ),
        structure=structure,
        structure_misses=structure_misses,
        misses=tuple(miss for outcome in outcomes if (miss := missed(outcome)) is not None),
        not_in_library=tuple(sorted({name for part in parts for name in part.not_in_library})),
        not_found=tuple(place for part in parts for place in part.not_found),
        distractors=tuple(name for part in parts for name in part.distractors),
        notes=notes,
    )


def _country(gold_set: GoldSet, judge: Judge, rankings: dict[str, Ranking], perturb: bool) -> _Country:
    """Answer one country's cases, and try them without their evidence."""
    framework = load_framework(country=gold_set.country, laws=gold_set.laws)
    cases = tuple(case for case in gold_set.cases if judge.knows(case))
    outcomes = [
        Outcome(gold_set.country, language, case, answer)
        for case, language, answer in zip(
            cases, _languages(framework, cases), judge.answer(framework, cases), strict=True
        )
    ]
    met, tried = distractors_met(framework, judge) if perturb else ((), 0)
    found = retrieved(framework, cases, judge, rankings)
    edits = Edits(framework)
    return _Country(
        code=gold_set.country,
        outcomes=tuple(_perturbed(edits, outcome, judge) if perturb else outcome for outcome in outcomes),
        ranked={
            name: [with_evidence(o, places) for o, places in zip(outcomes, best, strict=True)]
            for name, best in found.items()
        },
        distractors=tuple(f"{gold_set.country} {name}" for name in met),
        tried=tried,
        structures=tuple(
            (true, next((law for law in framework.laws if law.file == true.file), None))
            for true in gold_set.structures
        ),
        not_in_library=tuple(case.subject for case in gold_set.cases if not judge.knows(case)),
        not_found=_not_found(framework, outcomes),
    )


def _perturbed(edits: Edits, outcome: Outcome, judge: Judge) -> Outcome:
    """Return an outcome with what became of it in ablation and mutation."""
    blanked, repealed = ablation(edits, outcome, judge) or (None, None)
    return replace(outcome, blanked=blanked, repealed=repealed, mutants=mutation(edits, outcome, judge))


def _languages(framework: Framework, cases: Sequence[Case]) -> list[str]:
    """Return the language of each case: of its first pinpoint's law, else of most laws that are matched."""
    of_file = {law.file: law.language for law in framework.laws}
    counts = Counter(source.law.language for source in usable(framework) if source.used)
    usual = min(counts, key=lambda language: (-counts[language], language), default="")
    return [
        next((of_file[pin.file] for pin in case.pinpoints if pin.file in of_file), usual) for case in cases
    ]


def _not_found(framework: Framework, outcomes: Sequence[Outcome]) -> tuple[str, ...]:
    """Return the accepted pinpoints that no loaded law has."""
    there = {(law.file, provision.eid) for law in framework.laws for provision in law.walk()}
    wanted = {(o.country, *place) for o in outcomes for place in o.accepted if place not in there}
    return tuple(f"{code} {file} {eid}" for code, file, eid in sorted(wanted))


def _with_distractors(outcomes: Sequence[Outcome], parts: Collection[_Country]) -> dict[str, Figure]:
    """Return figures with that of the distractors, which belongs to countries and not to cases."""
    found = figures(outcomes)
    met = share(sum(len(part.distractors) for part in parts), sum(part.tried for part in parts))
    last = found.pop("calibration_error")
    return {**found, "distractors_met": met, "calibration_error": last}
