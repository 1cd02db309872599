"""Misses: the cases in which something was wrong, as a lawyer would want to look at them."""

from collections.abc import Iterable

from atlas_legal.analysis.evaluation.figures import kept_met
from atlas_legal.analysis.evaluation.result import Answer, Miss, Mutant, Outcome, Place

_SHOWN = 3


def missed(outcome: Outcome) -> Miss | None:
    """Return what was wrong with a case, or None."""
    case, answer = outcome.case, outcome.answer
    cited = bool(case.pinpoints) and case.label != "review"
    checks = {
        "verdict": not outcome.agrees,
        "recall_at_1": cited and not outcome.hit(1),
        "recall_at_3": cited and not outcome.hit(3),
        "age": case.age is not None and answer.age != case.age,
        "ablation": bool(kept_met(outcome)),
        "mutation": not all(mutant.followed for mutant in outcome.mutants),
    }
    wrong = tuple(name for name, failed in checks.items() if failed)
    if not wrong:
        return None
    return Miss(
        country=outcome.country,
        language=outcome.language,
        case=case.subject,
        wrong=wrong,
        label=case.label,
        accept=case.accept,
        verdict=answer.verdict,
        age=case.age,
        age_found=answer.age,
        expected=_shown(sorted(outcome.accepted)),
        evidence=_shown(answer.evidence[:_SHOWN]),
        reason=answer.reason,
        still_cites=_shown(_still_cited(kept_met(outcome))),
        changed_ages=tuple(_changed(mutant) for mutant in outcome.mutants if not mutant.followed),
    )


def _still_cited(answers: Iterable[Answer]) -> tuple[Place, ...]:
    """Return the first pieces of each answer, each once."""
    return tuple(dict.fromkeys(piece for answer in answers for piece in answer.evidence[:_SHOWN]))


def _changed(mutant: Mutant) -> str:
    """Return what came out where a changed age was not followed."""
    found = "no age" if mutant.answer.age is None else mutant.answer.age
    cited = ", ".join(_shown(mutant.answer.evidence[:1])) or "nothing"
    return f"{mutant.age}: said {mutant.answer.verdict} with {found}, citing {cited}"


def _shown(places: Iterable[Place]) -> tuple[str, ...]:
    """Return places as a reader sees them."""
    return tuple(f"{file} {eid}" for file, eid in places)
