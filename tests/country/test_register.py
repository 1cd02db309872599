"""Registers: ours are strict about names and places, other people's are read as they come."""

from pathlib import Path

import pytest

from atlas_legal.country.register import read_register
from atlas_legal.model.errors import CountryError


def register(folder: Path, text: str) -> Path:
    path = folder / "register.yaml"
    path.write_text(text, "utf-8")
    return path


def test_numbers_dates_and_extra_keys_of_other_registers_are_taken_as_text(tmp_path: Path) -> None:
    loaded = read_register(
        register(
            tmp_path,
            """
country: XXA
source: somewhere
laws:
- file: one.txt
  title: Act
  number: 24430
  date: 1994-12-14
  topics: child_labour
  notes: [first, second]
  colour: green
  relevant: true
""",
        )
    )
    (law,) = loaded.register.laws
    assert (law.number, law.date, law.topics, law.notes) == (
        "24430",
        "1994-12-14",
        ("child_labour",),
        "first; second",
    )
    assert law.relevant is True
    assert loaded.register.country == "XXA"


@pytest.mark.parametrize(
    ("gaps", "nothing_missing"),
    [("", False), ("gaps:\n", False), ("gaps: []\n", True), ("gaps:\n- title: Act\n", False)],
)
def test_only_an_explicit_empty_list_says_that_nothing_is_missing(
    tmp_path: Path, gaps: str, nothing_missing: bool
) -> None:
    loaded = read_register(register(tmp_path, f"{gaps}laws:\n- file: a.txt\n"))
    assert loaded.nothing_missing is nothing_missing


def test_a_missing_law_without_a_title_is_named_by_its_number(tmp_path: Path) -> None:
    loaded = read_register(register(tmp_path, "gaps:\n- number: 12/2001\nlaws: []\n"))
    assert loaded.register.gaps[0].title == "12/2001"


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("laws:\n- a.txt\n", ":2:3", "keys with values"),
        ("laws: a.txt\n", ":1:7", "must be a list"),
        ("- a\n", ":1:1", 'expected "laws:"'),
        ("laws:\n- file: a.txt\n- file: a.txt\n", ":3:9", "listed twice"),
        ("laws:\n- file: a.txt\n  relevant: perhaps\n", ":3:13", "relevant"),
        ("laws:\n- file: {a: b}\n", ":2:9", "file"),
    ],
)
def test_a_broken_register_is_refused_with_its_place(
    tmp_path: Path, text: str, place: str, words: str
) -> None:
    path = register(tmp_path, text)
    with pytest.raises(CountryError) as caught:
        read_register(path)
    assert caught.value.place == f"{path}{place}"
    assert words in str(caught.value)
