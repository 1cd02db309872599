"""Distractors: what is said met when only laws that do not matter are read."""

from dataclasses import replace

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.figures import POSITIVE
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case


def distractors_met(framework: Framework, judge: Judge) -> tuple[tuple[str, ...], int]:
    """Return the standards said met from laws of no relevance, and how many standards were tried.

    The register marks such laws; where it marks none, none is tried.
    """
    entries = framework.register.laws if framework.register else ()
    files = {entry.file for entry in entries if entry.relevant is False}
    laws = tuple(law for law in framework.laws if law.file in files)
    if not laws:
        return (), 0
    cases = tuple(Case(standard=name) for name in judge.standards)
    answers = judge.answer(replace(framework, laws=laws), cases)
    pairs = zip(cases, answers, strict=True)
    return tuple(case.subject for case, answer in pairs if answer.verdict in POSITIVE), len(cases)
