"""Terms in text: the scan finds what a word-by-word search finds, in time that grows with the text."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.annotation.concepts import GAP_WORDS, Scanner
from atlas_legal.model.standard import Concept, Term

WORDS = ("sale", "of", "child", "goods", "the", "market", ".")
SALE = Concept(
    id="sale",
    label={"en": "sale"},
    terms={"en": (Term(lemma="sale ... child", pos="phrase"), Term(lemma="market", pos="phrase"))},
    unless={"en": (Term(lemma="market of goods", pos="phrase"), Term(lemma="goods sale", pos="phrase"))},
)


def slow(text: str) -> set[tuple[int, int]]:
    """The same by regular expressions, one after another."""
    found = {m.span() for m in re.finditer(r"\bmarket\b", text)}
    for first in re.finditer(r"\bsale\b", text):
        later = re.compile(r"\bchild\b").search(text, first.end())
        between = text[first.end() : later.start()] if later else "."
        if later and "." not in between and between.count(" ") <= GAP_WORDS + 1:
            found.add((first.start(), later.end()))
    wordings = (r"\bmarket of goods\b", r"\bgoods sale\b")  # one by one, for they may overlap
    other = [m.span() for wording in wordings for m in re.finditer(wording, text)]
    return {(s, e) for s, e in found if not any(a <= s < b for a, b in other)}


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_the_scan_finds_what_a_search_finds(text: str) -> None:
    assert {(start, end) for _, start, end in Scanner((SALE,), "en").hits(text)} == slow(text)


@pytest.mark.parametrize("language", ["en", "th"])
def test_a_long_text_full_of_parts_takes_time_by_its_length(language: str) -> None:
    terms = {language: ("sale ... child",)}
    scan = Scanner(
        (Concept(id="x", label={"en": "x"}, terms=terms, unless={language: ("goods",)}),), language
    )

    def seconds(size: int) -> float:
        text = " sale goods" * size + " x" * size + " child" * size
        began = process_time()
        scan.hits(text)
        return process_time() - began

    seconds(1_000)
    assert seconds(40_000) < 40 * max(seconds(4_000), 0.005)
