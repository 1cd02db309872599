"""Clauses: every word of a provision is in one clause, and list points inherit their opening words."""

from bisect import bisect_left
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.annotation.clauses import clauses
from atlas_legal.annotation.flat import flatten
from atlas_legal.languages import norms

WORDS = st.sampled_from(
    [
        "El",
        "empleador",
        "a)",
        "b)",
        "1.",
        "2.",
        "(1)",
        "shall",
        "be",
        "liable:",
        "niños;",
        "años.",
        "\n",
        "\n\n",
        "y",
        "or",
        "i)",
        "—",
        "será castigado",
        "(๑)",
        "ห้าม",
        "*",
        "#",
        "art.",
        "12",
    ]
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)


def read(text: str, language: str) -> list[tuple[str, tuple[str, ...]]]:
    flat = flatten(text, 0, len(text), sentences=norms(language).SENTENCES)
    return [
        (flat.text[c.start : c.end], tuple(flat.text[s:e] for s, e in c.chapeau))
        for c in clauses(flat.text, norms(language))
    ]


@given(TEXTS, st.sampled_from(["es", "en", "th"]))
def test_clauses_are_ordered_and_lose_no_word(text: str, language: str) -> None:
    flat = flatten(text, 0, len(text), sentences=norms(language).SENTENCES)
    found = clauses(flat.text, norms(language))
    at = 0
    for clause in found:
        assert not any(c.isalnum() for c in flat.text[at : clause.start])
        assert at <= clause.start < clause.end <= len(flat.text)
        at = clause.end
    assert not any(c.isalnum() for c in flat.text[at:])


@given(st.text(max_size=200) | st.text(" \n\tab*Ñ.\u2028", max_size=80))
def test_flat_text_leads_back_to_the_source(text: str) -> None:
    flat = flatten(text, 0, len(text))
    origins = [flat.origin(at) for at in range(len(flat.text))]
    assert all(before < after for before, after in pairwise(origins))
    for at in range(-1, len(text) + 1):
        assert flat.first_from(at) == bisect_left(origins, at)
    for character, origin in zip(flat.text, origins, strict=True):
        if character.isalnum() and text[origin].isascii():
            assert text[origin].lower() == character


def test_points_inherit_the_opening_words() -> None:
    found = read(
        "Se prohíbe ocupar a menores de 18 años en:\n\na) minas;\n\nb) canteras. Rige siempre.\n\nc) bares;",
        "es",
    )
    openings = {clause[0][:1]: clause[1] for clause in found}
    assert all("menores de 18" in openings[letter][0] for letter in "abc")


def test_points_inherit_the_closing_words() -> None:
    found = read(
        "1º El que indujera a la prostitución a una persona:\n\n1. menor de edad; o\n\n2. a su cargo,\n\n"
        "será castigado con prisión.\n\n2º Si obrara con lucro, la pena aumentará.",
        "es",
    )
    point = next(chapeau for text, chapeau in found if text.startswith("1. menor"))
    assert any("sera castigado" in part for part in point)
    assert next(chapeau for text, chapeau in found if text.startswith("2º")) == ()


def test_a_proviso_inherits_the_sentence_before_it() -> None:
    found = read("(1) A child may be employed in light work: Provided that the work does no harm.", "en")
    assert any(
        "light work" in part for text, chapeau in found if text.startswith("provided") for part in chapeau
    )


def test_abbreviations_and_numbers_end_no_sentence() -> None:
    assert len(read("Rige el art. 12 de la Ley N. 3 y el inc. 4 de la misma.", "es")) == 1


def test_hard_wrapped_lines_are_one_clause() -> None:
    assert len(read("Queda prohibido el trabajo de las personas\n\nmenores de\n\ndieciséis años.", "es")) == 1
