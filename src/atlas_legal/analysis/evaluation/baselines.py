"""Baselines: what plain retrieval and a constant answer reach on the same cases.

The query of a case is the title and summary of the requirements behind it, in the language of each law;
the documents are the article-like units in force. BM25: Robertson, Zaragoza, The probabilistic relevance
framework, 2009; latent semantic analysis: Deerwester and others, 1990.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from atlas_legal.analysis.evaluation.answers import Judge
from atlas_legal.analysis.evaluation.figures import figures
from atlas_legal.analysis.evaluation.result import Answer, Figure, Outcome
from atlas_legal.languages.folding import fold
from atlas_legal.matching import usable
from atlas_legal.model.framework import Framework
from atlas_legal.model.gold import Case

Ranking = Callable[[Sequence[Sequence[str]], Sequence[Sequence[str]]], list[list[int]]]
"""Documents and queries as tokens, to the numbers of the best documents of each query."""

_OF_RANKINGS = ("recall_at_1", "recall_at_3")
_OF_VERDICTS = ("agreement", "kappa", "decided_agreement", "false_met")
_SHOWN = 10
_GRAM = 3
_DIMENSIONS = 100
_WORD = re.compile(r"[^\W\d_]+")
_THAI = re.compile(r"[\u0e01-\u0e4e]+")


def retrieved(
    framework: Framework, cases: Sequence[Case], judge: Judge, rank: Ranking
) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return for each case the best units by a ranking, as file and eid."""
    places: list[tuple[str, str]] = []
    documents: list[list[str]] = []
    languages: set[str] = set()
    for law in (source.law for source in usable(framework) if source.used):
        languages.add(law.language)
        for unit, _ in law.units():
            if unit.status != "repealed":
                places.append((law.file, unit.eid))
                documents.append(_tokens(law.text[unit.start : unit.end]))
    if not documents:
        return tuple(() for _ in cases)
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
    return tuple(tuple(places[number] for number in best) for best in rank(documents, queries))


def bm25(documents: Sequence[Sequence[str]], queries: Sequence[Sequence[str]]) -> list[list[int]]:
    """Rank by BM25."""
    import bm25s

    index = bm25s.BM25()
    index.index([list(document) or [""] for document in documents], show_progress=False)
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


def baseline_figures(
    outcomes: Sequence[Outcome], found: dict[str, list[Outcome]]
) -> dict[str, dict[str, Figure]]:
    """Return the figures of each baseline that mean something for it.

    ``found`` holds, by the name of a ranking, the outcomes with its evidence in place of ours.
    """
    rows = {name: _some(figures(ranked), _OF_RANKINGS) for name, ranked in found.items()}
    always = [replace(outcome, answer=_always_met(outcome)) for outcome in outcomes]
    return {**rows, "always_met": _some(figures(always), _OF_VERDICTS)}


def with_evidence(outcome: Outcome, evidence: tuple[tuple[str, str], ...]) -> Outcome:
    """Return an outcome with other evidence."""
    return replace(outcome, answer=replace(outcome.answer, evidence=evidence))


def _some(every: dict[str, Figure], names: tuple[str, ...]) -> dict[str, Figure]:
    """Return the figures with these names."""
    return {name: every[name] for name in names}


def _always_met(outcome: Outcome) -> Answer:
    """Return the answer that needs no reading."""
    return Answer("yes" if outcome.case.standard else "met", None, (), 1.0, "")


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
