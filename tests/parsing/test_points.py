"""Paragraphs and points below an article."""

import pytest

from atlas_legal.model.law import Law
from atlas_legal.parsing import parse_text

FRAMES = {
    "es": "Artículo 1.- Uno.\n\nArtículo 2.- {}\n\nArtículo 3.- Tres.\n",
    "en": "Section 1. One.\n\nSection 2. {}\n\nSection 3. Three.\n",
    "th": "มาตรา ๑ หนึ่ง\n\nมาตรา ๒ {}\n\nมาตรา ๓ สาม\n",
}


def parts(language: str, text: str) -> list[str]:
    """The ids below the second unit, without the unit's own."""
    units = [unit for unit, _ in parse_text(FRAMES[language].format(text), language=language).units()]
    return [p.eid.partition("__")[2] for p in units[1].walk() if p is not units[1]]


CASES = """
es | La barca lleva:~a) remo;~b) vela;~c) ancla. | point_a point_b point_c
es | La barca lleva: a) remo; b) vela, y c) ancla. | point_a point_b point_c
es | La barca lleva:~~m) remo;~~n) vela. |
es | Letras:~a) una~b) otra~d) otra más | point_a point_b point_d
es | Según los incisos a), b) y c) del artículo 1, no. |
es | Sólo hay:~a) uno. |
es | I. Uno.~~II. Dos:~a) x;~b) y. | para_1 para_2 para_2__point_a para_2__point_b
es | 1º Quien:~1. reme; o~2. bogue.~~2º Quien calle. | para_1 para_1__point_1 para_1__point_2 para_2
es | 2.1 Uno dice algo.~2.2 Dos dice algo. | para_1 para_2
es | La pena es de TRES~~(3) años, o de CUATRO~~(4) años. |
es | La lista:~- remo;~- vela. | point_1 point_2
es | Firman:~~Ana~~- Berta - |
es | Inciso 1°. Uno.~~Inciso 2°. Dos. | para_1 para_2
en | (1) One.~(2) Two—~(a) x;~(b) y.~(3) Three. | para_1 para_2 para_2__point_a para_2__point_b para_3
en | (1) One.~(2) Two.~(2A) Between.~(3) Three. | para_1 para_2 para_2a para_3
en | A list—~(a) x:~(i) u;~(ii) v;~(b) y. | point_a point_a__point_1 point_a__point_2 point_b
en | A list—~(g) x;~(h) y;~(i) z. |
en | A list—~(a) p;~(b) q;~(c) r;~(d) s;~(e) t;~(f) u;~(g) v;~(h) w;~(i) x. | point_{a..i}
en | See paragraph (a) or (b) of section 1. |
th | ดังนี้~(๑) หนึ่ง~(๒) สอง | point_1 point_2
th | ดังนี้~(๑) หนึ่ง~(ก) ย่อย~(ข) ย่อย~(๒) สอง | point_1 point_1__point_ก point_1__point_ข point_2
th | เรือต้องมีพาย~พายต้องทำด้วยไม้ | para_1 para_2
"""
"""Language, text (``~`` ends a line) and the ids of its parts."""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_parts(case: str) -> None:
    language, text, expected = (column.strip() for column in case.split("|"))
    expected = expected.replace("point_{a..i}", " ".join(f"point_{letter}" for letter in "abcdefghi"))
    assert parts(language, text.replace("~", "\n")) == expected.split()


def law(text: str, language: str = "es") -> Law:
    return parse_text(FRAMES[language].format(text), language=language)


def test_what_follows_the_last_point_in_a_paragraph_of_its_own_is_the_articles() -> None:
    found = law("La barca lleva:\n\na) remo;\n\nb) vela.\n\nQuien no la lleve paga.")
    point = found.at("art_2__point_b")
    assert point is not None
    assert found.text[point.content_start : point.end].strip() == "vela."


def test_a_note_repeals_the_part_that_it_ends_or_opens() -> None:
    found = law("La barca lleva:\n\na) remo; (Inciso derogado por Ley 9)\n\nb) Derogado.\n\nc) vela.")
    statuses = {p.eid: p.status for p in found.walk()}
    assert statuses["art_2"] == "in_force"
    assert statuses["art_2__point_a"] == "repealed"
    assert statuses["art_2__point_b"] == "repealed"
    assert statuses["art_2__point_c"] == "in_force"


def test_parts_are_cited_as_lawyers_do() -> None:
    english = law("(1) One—\n(a) x;\n(b) y.\n(2) Two.", "en").at("sec_2__para_1__point_b")
    spanish = law("1. Uno:\na) x;\nb) y.\n2. Dos.").at("art_2__para_1__point_b")
    assert english is not None
    assert spanish is not None
    assert english.label == "Section 2(1)(b)"
    assert spanish.label == "Artículo 2.1, inciso b"
