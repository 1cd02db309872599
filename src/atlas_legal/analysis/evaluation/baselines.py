"""Baselines: what plain retrieval and a constant answer reach on the same cases.

The query of a case is the title and summary of the requirements behind it, in the language of each law;
the documents are the article-like units in force. BM25: Robertson, Zaragoza, The probabilistic relevance
framework, 2009; latent semantic analysis: Deerwester and others, 1990.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.figures import figures
from atlas_legal.analysis.evaluation.result import Answer, Figure, Mutant, Outcome, Place
from atlas_legal.languages.folding import fold
from atlas_legal.matching import usable
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case

Ranking = Callable[[Sequence[Sequence[str]], Sequence[Sequence[str]]], list[list[int]]]
"""Documents and queries as tokens, to the numbers of the best documents of each query."""

_OF_RANKINGS = ("recall_at_1", "recall_at_3")
_OF_VERDICTS = (
    "agreement",
    "kappa",
    "decided_agreement",
    "false_met",
    "ablated_false_met",
    "mutated_age_followed",
)
_SHOWN = 10
_GRAM = 3
_DIMENSIONS = 100
_WORD = re.compile(r"[^\W\d_]+")
_THAI = re.compile(r"[\u0e01-\u0e4e]+")


def installed() -> tuple[dict[str, Ranking], tuple[str, ...]]:
    """Return the rankings whose packages are here, by name, and a sentence for each that is not."""
    here = {name: rank for name, (package, rank) in _RANKINGS.items() if find_spec(package) is not None}
    missing = tuple(
        f"The baseline {name} was left out: it needs the package {_PACKAGES[name]}."
        for name in _RANKINGS
        if name not in here
    )
    return here, missing


def retrieved(
    framework: Framework, cases: Sequence[Case], judge: Judge, rankings: Mapping[str, Ranking]
) -> dict[str, tuple[tuple[Place, ...], ...]]:
    """Return by ranking, for each case, the best units as file and eid."""
    places: list[Place] = []
    documents: list[list[str]] = []
    languages: set[str] = set()
    for law in (source.law for source in usable(framework) if source.used and rankings):
        languages.add(law.language)
        for unit, _ in law.units():
            tokens = _tokens(law.text[unit.start : unit.end])
            if tokens and unit.status != "repealed":
                places.append((law.file, unit.eid))
                documents.append(tokens)
    if not documents or not cases:
        return {name: tuple(() for _ in cases) for name in rankings}
    queries = [
        [
            token
            for requirement in judge.behind(case)
            for language in sorted(languages)
            for text in (requirement.title, requirement.summary)
            for token in _tokens(text.get(language))
        ]
        for case in cases
    ]
    return {
        name: tuple(tuple(places[number] for number in best) for best in rank(documents, queries))
        for name, rank in rankings.items()
    }


def bm25(documents: Sequence[Sequence[str]], queries: Sequence[Sequence[str]]) -> list[list[int]]:
    """Rank by BM25."""
    import bm25s

    index = bm25s.BM25()
    index.index([list(document) for document in documents], show_progress=False)
    return [_best(index.get_scores(list(query))) for query in queries]


def tfidf_lsa(documents: Sequence[Sequence[str]], queries: Sequence[Sequence[str]]) -> list[list[int]]:
    """Rank by cosine in a space of latent topics."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectors = TfidfVectorizer(analyzer=list, sublinear_tf=True)
    matrix = vectors.fit_transform(documents)
    asked = vectors.transform(queries)
    dimensions = min(_DIMENSIONS, *(side - 1 for side in matrix.shape))
    if dimensions > 0:
        topics = TruncatedSVD(dimensions, random_state=0)
        matrix, asked = topics.fit_transform(matrix), topics.transform(asked)
    from sklearn.metrics.pairwise import cosine_similarity

    return [_best(row) for row in cosine_similarity(asked, matrix)]


_RANKINGS: dict[str, tuple[str, Ranking]] = {"bm25": ("bm25s", bm25), "tfidf_lsa": ("sklearn", tfidf_lsa)}
"""The module that each ranking imports, and the ranking."""
_PACKAGES = {"bm25": "bm25s", "tfidf_lsa": "scikit-learn"}


def baseline_figures(
    outcomes: Sequence[Outcome], found: Mapping[str, Sequence[Outcome]]
) -> dict[str, dict[str, Figure]]:
    """Return the figures of each baseline that mean something for it; without cases where it was left out.

    ``found`` holds, by the name of a ranking, the outcomes with its evidence in place of ours.
    """
    rows = {name: _some(figures(found.get(name, ())), _OF_RANKINGS) for name in _RANKINGS}
    always = [_always_met(outcome) for outcome in outcomes]
    return {**rows, "always_met": _some(figures(always), _OF_VERDICTS)}


def with_evidence(outcome: Outcome, evidence: tuple[Place, ...]) -> Outcome:
    """Return an outcome with other evidence."""
    return replace(outcome, answer=replace(outcome.answer, evidence=evidence))


def _some(every: dict[str, Figure], names: tuple[str, ...]) -> dict[str, Figure]:
    """Return the figures with these names."""
    return {name: every[name] for name in names}


def _always_met(outcome: Outcome) -> Outcome:
    """Return an outcome with the answer that needs no reading, whatever the text was changed to."""
    answer = Answer("yes" if outcome.case.standard else "met", None, (), 1.0, "")
    return replace(
        outcome,
        answer=answer,
        blanked=outcome.blanked and answer,
        repealed=outcome.repealed and answer,
        mutants=tuple(Mutant(mutant.age, answer, followed=False) for mutant in outcome.mutants),
    )


def _tokens(text: str) -> list[str]:
    """Return folded words; Thai, which has no spaces, as overlapping runs of three characters."""
    folded = fold(text)
    grams = [
        run[start : start + _GRAM]
        for run in _THAI.findall(folded)
        for start in range(max(1, len(run) - _GRAM + 1))
    ]
    return [word for word in _WORD.findall(_THAI.sub(" ", folded)) if len(word) > 1] + grams


def _best(scores: Any) -> list[int]:
    """Return the numbers of the highest scores above 0, ties in the order of the documents."""
    import numpy

    order = numpy.argsort(-numpy.asarray(scores), kind="stable")[:_SHOWN]
    return [int(number) for number in order if scores[number] > 0]
