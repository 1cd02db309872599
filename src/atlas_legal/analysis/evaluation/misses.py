"""Misses: the cases in which something was wrong, as a lawyer would want to look at them."""

from atlas_legal.analysis.evaluation.result import Miss, Outcome

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
        "ablation": bool(outcome.blanked) or bool(outcome.repealed),
        "mutation": outcome.followed is False,
    }
    wrong = tuple(name for name, failed in checks.items() if failed)
    if not wrong:
        return None
    return Miss(
        country=outcome.country,
        case=case.subject,
        wrong=wrong,
        label=case.label,
        accept=case.accept,
        verdict=answer.verdict,
        age=case.age,
        age_found=answer.age,
        expected=tuple(f"{file} {eid}" for file, eid in sorted(outcome.accepted)),
        evidence=tuple(f"{file} {eid}" for file, eid in answer.evidence[:_SHOWN]),
        reason=answer.reason,
    )
