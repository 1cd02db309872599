"""Every figure of an evaluation on outcomes whose counts can be made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.analysis.evaluation.baselines import baseline_figures, with_evidence
from atlas_legal.analysis.evaluation.figures import figures, kappa
from atlas_legal.analysis.evaluation.misses import missed
from atlas_legal.analysis.evaluation.result import FIGURES, Answer, Figure, Mutant, Outcome
from atlas_legal.model.gold import Case, Pinpoint

STATUSES = ("met", "partial", "gap", "conflict", "review", "not_applicable")


def answer(
    verdict: str, *eids: str, age: int | None = None, confidence: float = 0.95, file: str = "a.md"
) -> Answer:
    return Answer(verdict, age, tuple((file, eid) for eid in eids), confidence, "because")


def outcome(
    label: str,
    given: Answer,
    *pins: str,
    age: int | None = None,
    accept: tuple[str, ...] = (),
    blanked: Answer | None = None,
    repealed: Answer | None = None,
    mutants: tuple[Mutant, ...] = (),
) -> Outcome:
    case = Case(
        requirement="R.1",
        status=label,
        age=age,
        accept=accept,
        pinpoints=tuple(Pinpoint(file="a.md", eid=eid) for eid in pins),
    )
    return Outcome("XDM", "es", case, given, blanked, repealed, mutants)


def counts(figure: Figure) -> tuple[float, float]:
    return figure.numerator, figure.denominator


MET, GAP, REVIEW = answer("met"), answer("gap"), answer("review")
OUTCOMES = (
    # right, cited first, still met once the provision is blanked, age followed both ways
    outcome(
        "met",
        answer("met", "art_1", age=15),
        "art_1",
        age=15,
        blanked=MET,
        repealed=GAP,
        mutants=(
            Mutant(12, answer("conflict", age=12), followed=True),
            Mutant(16, answer("met", age=16), followed=True),
        ),
    ),
    # right, cited third; the age is wrong and follows one way only
    outcome(
        "met",
        answer("met", "art_8", "art_9", "art_2__para_1", age=18),
        "art_2",
        age=16,
        blanked=GAP,
        repealed=GAP,
        mutants=(
            Mutant(13, answer("met", age=18), followed=False),
            Mutant(17, answer("met", age=17), followed=True),
        ),
    ),
    # said met where the label is a conflict, cited fourth
    outcome("conflict", answer("met", "art_5", "art_6", "art_7", "art_3"), "art_3"),
    # said met where that is accepted
    outcome("partial", MET, accept=("met",)),
    # said met where the label leaves it open: neither false nor counted as decided
    outcome("review", answer("met", "art_1"), "art_1"),
    # said gap where the label is met, and where a gap would do
    outcome("met", GAP, blanked=GAP, repealed=MET),
    outcome("met", GAP, accept=("gap",)),
    # review where the text decides, not accepted and accepted
    outcome("gap", REVIEW),
    outcome("partial", REVIEW, accept=("review",)),
)


@pytest.mark.parametrize(
    ("name", "numerator", "denominator"),
    [
        ("recall_at_1", 1, 3),
        ("recall_at_3", 2, 3),
        ("age_exact", 1, 2),
        ("agreement", 5, 9),
        ("decided_agreement", 4, 6),
        ("false_met", 1, 5),
        ("false_gap", 1, 2),
        ("review_share", 2, 8),
        ("ablated_false_met", 2, 3),
        ("mutated_age_followed", 1, 2),
    ],
)
def test_a_figure_counts_what_its_definition_says(name: str, numerator: int, denominator: int) -> None:
    figure = figures(OUTCOMES)[name]
    assert counts(figure) == (numerator, denominator)
    assert figure.value == round(numerator / denominator, 4)


def test_calibration_sums_the_distance_of_confidence_and_agreement_in_each_bin() -> None:
    rows = (
        outcome("met", answer("met", confidence=0.95)),
        outcome("met", answer("gap", confidence=0.9)),
        outcome("met", answer("met", confidence=0.25)),
    )
    assert counts(figures(rows)["calibration_error"]) == (pytest.approx(0.85 + 0.75), 3)


def test_kappa_is_agreement_beyond_chance() -> None:
    rows = (
        *(outcome("met", MET) for _ in range(3)),
        outcome("gap", MET),
        *(outcome("gap", GAP) for _ in range(2)),
    )
    # observed 5/6; by chance 3/6 x 4/6 + 3/6 x 2/6
    assert kappa(rows).value == pytest.approx((5 / 6 - 1 / 2) / (1 / 2), abs=1e-4)
    assert kappa(rows[:3]).value is None, "nothing is left to agree on beyond chance"


def test_every_figure_is_null_without_cases() -> None:
    for name, figure in figures(()).items():
        assert name in FIGURES
        assert (figure.value, figure.numerator, figure.denominator) == (None, 0, 0)


@pytest.mark.parametrize(
    ("piece", "pin", "hit"),
    [
        ("art_12", "art_12", True),
        ("art_12__para_2", "art_12", True),
        ("art_12", "art_12__para_2__point_a", True),
        ("art_12__para_2__point_a", "art_12__para_2", True),
        ("art_12__para_1", "art_12__para_2", False),
        ("art_12__para_20", "art_12__para_2", False),
        ("art_120", "art_12", False),
        ("art_12bis", "art_12", False),
        ("att_1__art_3", "art_3", False),
        ("att_1__art_3__para_1", "att_1__art_3", True),
        ("att_1", "att_1__art_3", False),
        ("chp_2", "chp_2__art_3", False),
    ],
)
def test_a_citation_counts_below_or_above_the_pinpoint_within_its_article(
    piece: str, pin: str, hit: bool
) -> None:
    assert outcome("met", answer("met", piece), pin).hit(1) is hit


def test_a_citation_of_the_same_article_in_another_law_is_no_hit() -> None:
    assert not outcome("met", answer("met", "art_1", file="b.md"), "art_1").hit(3)


def test_the_always_met_baseline_never_falls_and_never_follows() -> None:
    rows = baseline_figures(OUTCOMES, {"bm25": [with_evidence(o, (("a.md", "art_3"),)) for o in OUTCOMES]})
    assert counts(rows["bm25"]["recall_at_1"]) == (1, 3)
    assert rows["tfidf_lsa"]["recall_at_1"].value is None, "a baseline that was left out has no figures"
    assert counts(rows["always_met"]["ablated_false_met"]) == (3, 3)
    assert counts(rows["always_met"]["mutated_age_followed"]) == (0, 2)
    assert counts(rows["always_met"]["false_met"]) == (3, 9)


def test_a_miss_says_what_was_wrong_and_what_kept_the_verdict_up() -> None:
    assert missed(outcome("met", answer("met", "art_1"), "art_1")) is None
    first = missed(
        outcome(
            "met",
            answer("met", "art_1", age=15),
            "art_1",
            age=16,
            blanked=answer("met", "art_4"),
            repealed=GAP,
            mutants=(Mutant(13, answer("met", "art_4", age=18), followed=False),),
        )
    )
    assert first is not None
    assert first.wrong == ("age", "ablation", "mutation")
    assert first.still_cites == ("a.md art_4",)
    assert first.changed_ages == ("13: said met with 18, citing a.md art_4",)


cases = st.builds(
    outcome,
    st.sampled_from(STATUSES),
    st.builds(
        lambda verdict, eids, age: answer(verdict, *eids, age=age),
        st.sampled_from(STATUSES),
        st.lists(st.sampled_from(["art_1", "art_2", "art_3__para_1"]), max_size=4),
        st.sampled_from([None, 15, 18]),
    ),
    st.sampled_from(["art_1", "art_3"]),
    age=st.sampled_from([None, 15]),
    accept=st.lists(st.sampled_from(STATUSES), max_size=2).map(tuple),
)


@given(st.lists(cases, max_size=12))
def test_figures_are_shares_of_their_cases(rows: list[Outcome]) -> None:
    found = figures(rows)
    assert tuple(name for name in FIGURES if name in found) == tuple(found)
    for name, figure in found.items():
        assert (figure.value is None) == (figure.denominator == 0)
        if figure.value is not None and name != "kappa":
            assert 0 <= figure.numerator <= figure.denominator
    assert found["recall_at_1"].numerator <= found["recall_at_3"].numerator
    assert (kappa(rows).value or 0) <= 1


@given(st.lists(cases, max_size=12))
def test_an_accepted_verdict_is_never_false(rows: list[Outcome]) -> None:
    accepted = [row for row in rows if row.agrees]
    found = figures(accepted)
    assert found["false_met"].numerator == found["false_gap"].numerator == 0
    assert found["agreement"].numerator == len(accepted)
