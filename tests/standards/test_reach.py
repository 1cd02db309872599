"""What the validator says a criterion or a rule can do is what matching and the matrix do with it."""

from collections.abc import Iterator, Mapping
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atlas_legal.analysis import matrix
from atlas_legal.matching import verdict
from atlas_legal.matching.leaves import Result
from atlas_legal.model.finding import Answer, Status
from atlas_legal.model.standard import Criterion, Rule
from atlas_legal.standards import rules
from atlas_legal.standards.reach import _dead_children, statuses

ANSWERS: dict[Status, Answer] = {
    "met": "satisfied",
    "conflict": "violated",
    "gap": "absent",
    "review": "uncertain",
}
NORM = {"force": ["prohibition"], "concepts": ["work"]}
LEAVES = {
    "norm": NORM,
    "norm, with a contrary": {**NORM, "contrary": ["permission"]},
    "penalty": {"of": "x"},
    "list_exists": {"of": "x"},
    "must_not_exclude": {"of": "x", "groups": ["work"]},
    "ratified": {"instrument": "C138"},
}


@st.composite
def criteria(draw: st.DrawFn) -> Criterion:
    """Trees of up to four leaves."""
    numbers = iter(range(4))

    def node(depth: int) -> dict[str, Any]:
        if depth == 0 or draw(st.booleans()):
            number = next(numbers, None)
            if number is not None:
                kind = draw(st.sampled_from(sorted(LEAVES)))
                return {"id": f"leaf{number}", kind.split(",")[0]: LEAVES[kind]} | otherwise()
        operator = draw(st.sampled_from(["all", "any", "of", "not"]))
        if depth == 0:
            return {"id": "spare", "norm": NORM}
        if operator == "not":
            return {"not": node(depth - 1)} | otherwise()
        nodes = [node(depth - 1) for _ in range(draw(st.integers(1, 3)))]
        share = {"at_least": draw(st.integers(1, len(nodes)))} if operator == "of" else {}
        return {operator: nodes} | share | otherwise()

    def otherwise() -> dict[str, str]:
        chosen = draw(st.sampled_from([None, "partial", "gap", "conflict", "review"]))
        return {"otherwise": chosen} if chosen else {}

    return Criterion.model_validate(node(2))


def leaves(node: Criterion) -> Iterator[Criterion]:
    if node.leaf is not None:
        yield node
    for inner in (*(node.all or ()), *(node.any or ()), *(node.of or ())):
        yield from leaves(inner)
    if node.not_ is not None:
        yield from leaves(node.not_)


def matched(criterion: Criterion, given: Mapping[str, Status], monkeypatch: pytest.MonkeyPatch) -> Status:
    """The status that matching gives where each leaf answers as it is told."""

    def check(node: Criterion, context: object) -> Result:
        assert node.id is not None
        return Result(node.id, node.leaf or "", ANSWERS[given[node.id]], ())

    with monkeypatch.context() as patch:
        patch.setattr(verdict, "check", check)
        requirement: Any = SimpleNamespace(criterion=criterion)
        return verdict.answer(requirement, SimpleNamespace()).status  # type: ignore[arg-type]


def cases(criterion: Criterion) -> Iterator[dict[str, Status]]:
    own = {leaf.id or "": sorted(statuses(leaf)) for leaf in leaves(criterion)}
    for chosen in product(*own.values()):
        yield dict(zip(own, chosen, strict=True))


@settings(max_examples=60, deadline=None)
@given(criteria())
def test_a_criterion_can_give_exactly_what_matching_gives(criterion: Criterion) -> None:
    if sum(1 for _ in leaves(criterion)) > 5:
        return
    with pytest.MonkeyPatch.context() as patch:
        given = {matched(criterion, case, patch) for case in cases(criterion)}
    if len({leaf.id for leaf in leaves(criterion)}) == sum(1 for _ in leaves(criterion)):
        assert given == statuses(criterion)
    else:
        assert given <= statuses(criterion)


@settings(max_examples=60, deadline=None)
@given(criteria())
def test_a_branch_that_is_called_dead_changes_nothing_in_matching(criterion: Criterion) -> None:
    for place, why in _dead_children(criterion):
        if "one before it" in why or sum(1 for _ in leaves(criterion)) > 4:
            continue
        key, *number = place
        child = criterion.not_ if key == "not" else getattr(criterion, str(key))[number[0]]
        inside = {leaf.id for leaf in leaves(child)}
        by_rest: dict[tuple[tuple[str, Status], ...], set[Status]] = {}
        with pytest.MonkeyPatch.context() as patch:
            for case in cases(criterion):
                rest = tuple(item for item in case.items() if item[0] not in inside)
                by_rest.setdefault(rest, set()).add(matched(criterion, case, patch))
        assert all(len(given) == 1 for given in by_rest.values())


@given(
    st.dictionaries(st.sampled_from("ab"), st.lists(st.sampled_from(["met", "gap", "review"])).map(tuple)),
    st.dictionaries(st.sampled_from("ab"), st.lists(st.sampled_from(["met", "gap"])).map(tuple)),
    st.dictionaries(st.just("v"), st.integers(14, 16)),
    st.dictionaries(st.just("v"), st.integers(14, 16)),
    st.fixed_dictionaries(
        {"a": st.sampled_from(["met", "gap", "review"]), "b": st.sampled_from(["met", "gap"])}
    ),
    st.sampled_from([None, 13, 14, 15, 16]),
)
def test_a_rule_holds_where_the_matrix_says_that_it_does(
    when: Any, either: Any, low: Any, high: Any, found: dict[str, str], value: int | None
) -> None:
    rule = Rule(conforms="no", when=when, any=either, value_at_least=low, value_below=high)
    findings: Any = {name: SimpleNamespace(status=status) for name, status in found.items()}
    values = {} if value is None else {"v": value}
    assert rules._holds(rule, found, {"v": value}) == matrix._holds(rule, findings, values)
