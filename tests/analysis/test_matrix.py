"""Standards' verdicts follow from findings by the profile's rules; evidence is merged, each article once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.analysis.matrix import (
    find_profile,
    find_requirement,
    merge_evidence,
    profile_requirements,
    verdict,
)
from atlas_legal.model.errors import StandardsError, UsageError
from atlas_legal.model.finding import Evidence, Finding
from atlas_legal.model.law import unit_of
from atlas_legal.model.standard import Library, Profile, StandardRule
from atlas_legal.standards import load_library

STATUSES = ("met", "partial", "gap", "conflict", "review", "not_applicable")


def piece(eid: str, score: float, rank: int = 1, law: str = "act") -> Evidence:
    return Evidence(
        rank=rank,
        law=law,
        file=f"{law}.txt",
        eid=eid,
        label=eid,
        start=0,
        end=1,
        quote="x",
        role="supports",
        leaf="l",
        score=score,
    )


def finding(
    requirement: str, status: str, values: dict[str, int] | None = None, *pieces: Evidence
) -> Finding:
    return Finding.model_validate(
        {
            "requirement": requirement,
            "instrument": "C138",
            "article": "1",
            "pillar": "legislation",
            "area": "child_labour",
            "title": "t",
            "status": status,
            "confidence": 0.5,
            "reason": "r",
            "would_change": "w",
            "values": values or {},
            "evidence": pieces,
        }
    )


def standard(*rules: dict[str, object]) -> StandardRule:
    return StandardRule.model_validate(
        {
            "id": "s",
            "title": {"en": "S"},
            "requirements": ["A.1", "B.2"],
            "age": "A.1:minimum_age",
            "rules": rules,
        }
    )


def judge(rules: list[dict[str, object]], *findings: Finding) -> str:
    return verdict(standard(*rules), {f.requirement: f for f in findings}).conforms


def test_the_first_rule_that_holds_gives_the_verdict() -> None:
    rules: list[dict[str, object]] = [
        {"conforms": "no", "when": {"A.1": ["gap"]}},
        {"conforms": "yes", "when": {"A.1": ["met"], "B.2": ["met", "partial"]}},
        {"conforms": "not_applicable"},
    ]
    assert judge(rules, finding("A.1", "met"), finding("B.2", "partial")) == "yes"
    assert judge(rules, finding("A.1", "gap"), finding("B.2", "partial")) == "no"
    assert judge(rules, finding("A.1", "met"), finding("B.2", "gap")) == "not_applicable"
    assert judge(rules[:2], finding("A.1", "met"), finding("B.2", "gap")) == "review"


def test_any_needs_one_and_when_needs_all() -> None:
    rule: dict[str, object] = {"conforms": "yes", "any": {"A.1": ["met"], "B.2": ["met"]}}
    assert judge([rule], finding("A.1", "gap"), finding("B.2", "met")) == "yes"
    assert judge([rule], finding("A.1", "gap"), finding("B.2", "gap")) == "review"
    assert judge([{"conforms": "yes", "when": {"C.3": ["met"]}}], finding("A.1", "met")) == "review"


@pytest.mark.parametrize(("age", "conforms"), [(14, "no"), (15, "yes"), (None, "review")])
def test_bounds_hold_for_values_that_were_found(age: int | None, conforms: str) -> None:
    rules: list[dict[str, object]] = [
        {"conforms": "yes", "value_at_least": {"minimum_age": 15}},
        {"conforms": "no", "value_below": {"A.1:minimum_age": 15}},
    ]
    values = {} if age is None else {"minimum_age": age}
    result = verdict(standard(*rules), {"A.1": finding("A.1", "met", values)})
    assert (result.conforms, result.age) == (conforms, age)


def test_a_rule_without_a_reason_lists_the_findings() -> None:
    result = verdict(standard({"conforms": "yes"}), {"A.1": finding("A.1", "not_applicable")})
    assert result.reason == "A.1 is not applicable"


@pytest.mark.parametrize(
    ("eid", "unit"),
    [
        ("art_12__para_2__point_a", "art_12"),
        ("att_1__art_3__para_1", "att_1__art_3"),
        ("art_2__mod_1__art_189bis", "art_2"),
        ("chp_2", "chp_2"),
        ("sec_44-1", "sec_44-1"),
    ],
)
def test_the_unit_of_an_eid_is_the_article_that_a_lawyer_cites(eid: str, unit: str) -> None:
    assert unit_of(eid) == unit


def test_the_first_finding_leads_and_the_rest_follow_by_score() -> None:
    first = finding("A.1", "met", None, piece("art_1", 0.6), piece("art_2", 0.3, 2))
    second = finding("B.2", "met", None, piece("art_3", 0.9), piece("art_1__para_2", 0.8, 2))
    merged = merge_evidence([first, second])
    assert [(e.rank, e.eid) for e in merged] == [(1, "art_1"), (2, "art_3"), (3, "art_2")]


@given(
    st.lists(
        st.lists(st.tuples(st.integers(1, 5), st.floats(0, 1)), max_size=6),
        max_size=4,
    )
)
def test_merged_evidence_has_each_article_once_with_ranks_in_order(
    rows: list[list[tuple[int, float]]],
) -> None:
    findings = [
        finding(
            f"A.{n}", "met", None, *(piece(f"art_{a}__para_{i}", s, i + 1) for i, (a, s) in enumerate(row))
        )
        for n, row in enumerate(rows)
    ]
    merged = merge_evidence(findings)
    units = [(e.law, unit_of(e.eid)) for e in merged]
    assert len(set(units)) == len(units)
    assert {u for _, u in units} == {f"art_{a}" for row in rows for a, _ in row}
    assert [e.rank for e in merged] == list(range(1, len(merged) + 1))
    assert merge_evidence(findings) == merged


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def test_an_unknown_profile_or_requirement_names_the_nearest(library: Library) -> None:
    with pytest.raises(UsageError) as caught:
        find_profile(library, "usdol-finding")
    assert "usdol-findings" in caught.value.hint
    with pytest.raises(UsageError) as caught:
        find_requirement(library, "C138.2-4")
    assert "C138.2-3" in caught.value.hint


def test_a_profile_with_an_unknown_requirement_is_a_fault_of_the_standards(library: Library) -> None:
    profile = Profile.model_validate({"id": "p", "title": {"en": "P"}, "requirements": ["C138.2-33"]})
    with pytest.raises(StandardsError, match=r"C138\.2-33"):
        profile_requirements(library, profile)


def test_the_requirements_of_standards_are_matched_though_the_list_leaves_them_out(library: Library) -> None:
    profile = find_profile(library, "usdol-findings").model_copy(update={"requirements": ("C105.1",)})
    names = [r.id for r in profile_requirements(library, profile)]
    assert names[0] == "C105.1"
    assert {r for s in profile.standards for r in s.requirements} <= set(names)


def test_every_standard_of_the_shipped_profiles_decides_whatever_the_findings(library: Library) -> None:
    for profile in library.profiles:
        for one in profile.standards:
            for status in STATUSES:
                result = verdict(one, {name: finding(name, status) for name in one.requirements})
                assert result.reason
                if status == "review":
                    assert result.conforms == "review", f"{one.id}: uncertain findings may not decide"
                if result.conforms == "yes":
                    assert status == "met", f"{one.id}: yes on findings that are {status}"
