"""Minimal pairs: two texts that differ in one legally decisive element, and the verdict that each deserves.

The pairs are YAML that a lawyer can add to without code, one file a language: ``tests/data/pairs/*.yaml``. A
text that is known to be misread bears ``known_miss`` with the reason; the mark must go once it is read right.
"""

from pathlib import Path

import pytest
from pydantic import Field

from atlas_legal.country.checked import checked, place_of
from atlas_legal.languages import codes
from atlas_legal.matching import match_examples
from atlas_legal.model.base import Model
from atlas_legal.model.finding import Status
from atlas_legal.model.standard import Example, Requirement
from atlas_legal.standards import load_library
from atlas_legal.yaml_positions import load_yaml

FILES = sorted((Path(__file__).parents[1] / "data" / "pairs").glob("*.yaml"))


class Side(Model):
    """One text of a pair: what it must be found to say, and why it is not yet, where that is known."""

    text: str
    status: Status
    age: int | None = None
    title: str = ""
    known_miss: str | None = Field(None, min_length=1)


class Pair(Model):
    requirement: str
    differs: str = Field(min_length=1)
    lang: str
    a: Side
    b: Side


Placed = tuple[str, Pair]
"""A pair and where it stands, such as ``en.yaml:12``."""


def read(file: Path) -> list[Placed]:
    document = load_yaml(file)
    pairs: tuple[Pair, ...] = checked(tuple[Pair, ...], document)
    return [(place_of(document, (n,)).removeprefix(f"{file.parent}/"), p) for n, p in enumerate(pairs)]


PAIRS = [placed for file in FILES for placed in read(file)]
REQUIREMENTS = {requirement.id: requirement for requirement in load_library().requirements()}


def sides() -> list[object]:
    return [
        pytest.param(
            pair,
            side,
            id=f"{place} {pair.requirement} {pair.differs}: {name}",
            marks=[pytest.mark.xfail(strict=True, raises=AssertionError, reason=side.known_miss)]
            if side.known_miss
            else [],
        )
        for place, pair in PAIRS
        for name, side in (("a", pair.a), ("b", pair.b))
    ]


@pytest.mark.parametrize(("pair", "side"), sides())
def test_each_text_of_a_pair_has_the_verdict_it_deserves(pair: Pair, side: Side) -> None:
    requirement: Requirement = REQUIREMENTS[pair.requirement]
    example = Example(lang=pair.lang, status=side.status, text=side.text, title=side.title)
    alone = requirement.model_copy(update={"examples": (example,)})
    ((_, finding),) = match_examples(alone, load_library())
    assert finding.status == side.status, finding.reason
    if side.age is not None:
        assert set(finding.values.values()) == {side.age}, finding.reason


@pytest.mark.parametrize(("place", "pair"), PAIRS, ids=[place for place, _ in PAIRS])
def test_a_pair_is_one(place: str, pair: Pair) -> None:
    assert pair.requirement in REQUIREMENTS, f"{place}: no requirement {pair.requirement}"
    assert pair.lang in codes(), f"{place}: no language {pair.lang}"
    assert (pair.a.text, pair.a.title) != (pair.b.text, pair.b.title), f"{place}: the texts are the same"
    assert (pair.a.status, pair.a.age) != (pair.b.status, pair.b.age), f"{place}: nothing follows"


def test_no_pair_stands_twice() -> None:
    texts = [(p.requirement, *sorted([(p.a.title, p.a.text), (p.b.title, p.b.text)])) for _, p in PAIRS]
    assert len(texts) == len(set(texts))


def test_there_are_pairs() -> None:
    assert PAIRS, "tests/data/pairs holds no pairs"
