"""The texts that ablation and mutation match again are what an editor or a parliament would leave behind."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.analysis.evaluation.edits import Edits, blank, change_age, repeal
from atlas_legal.languages import numerals
from atlas_legal.model.framework import Framework
from atlas_legal.parsing import parse_text

LAWS = {
    "es": (
        "LEY DE PRUEBA\n\n"
        "Artículo 1.- Objeto. Esta ley regula el empleo de acuerdo con el artículo 14 y la Ley N° 14.\n\n"
        "Artículo 2.- Nadie emplea a menores de catorce (14) años. El CATORCE no es dieciocho años.\n\n"
        "Artículo 3.- Vigencia inmediata.\n",
        "art_2",
    ),
    "en": (
        "TEST ACT\n\n"
        "Section 1. (1) This Act applies to work under section 14 of the Code.\n\n"
        "Section 2. (1) No person below fourteen (14) years is employed. (2) Fourteen is not eighteen.\n\n"
        "Section 3. (1) It starts at once.\n",
        "sec_2",
    ),
    "th": (
        "พระราชบัญญัติทดสอบ\n\n"
        "มาตรา ๑ พระราชบัญญัตินี้ใช้แก่การทำงานตามมาตรา ๑๔\n\n"
        "มาตรา ๒ ห้ามจ้างเด็กอายุต่ำกว่าสิบสี่ปี หรือ ๑๔ ปี แต่ไม่ใช่สิบแปดปี\n\n"
        "มาตรา ๓ ให้ใช้ทันที\n",
        "sec_2",
    ),
}


def edits(language: str) -> Edits:
    law = parse_text(LAWS[language][0], language=language, name="law.txt", law_id="law")
    return Edits(Framework(code="", country=None, laws=(law,)))


@pytest.mark.parametrize("language", LAWS)
def test_a_blanked_provision_is_gone_and_nothing_else_moves(language: str) -> None:
    one = edits(language)
    (law,) = one.framework.laws
    units = one.find({("law.txt", LAWS[language][1])})
    (unit,) = units["law.txt"]
    (changed,) = one.apply(units, blank).laws
    assert len(changed.text) == len(law.text)
    assert not changed.text[unit.start : unit.end].strip()
    assert changed.text[: unit.start] == law.text[: unit.start]
    assert changed.text[unit.end :] == law.text[unit.end :]
    assert changed.at(unit.eid) is None
    assert changed.id == law.id
    assert changed.source.sha256 != law.source.sha256


@pytest.mark.parametrize("language", LAWS)
def test_a_note_of_repeal_is_read_as_one(language: str) -> None:
    one = edits(language)
    (law,) = one.framework.laws
    units = one.find({("law.txt", LAWS[language][1])})
    (changed,) = one.apply(units, repeal).laws
    statuses = {unit.eid: unit.status for unit, _ in changed.units()}
    assert statuses == {
        unit.eid: "repealed" if unit.eid == LAWS[language][1] else "in_force" for unit, _ in law.units()
    }


@pytest.mark.parametrize(
    ("language", "new"),
    [
        ("es", ("once (11) años", "El ONCE no es", "dieciocho", "artículo 14", "Ley N° 14")),
        ("en", ("eleven (11) years", "Eleven is", "eighteen", "section 14")),
        ("th", ("สิบเอ็ดปี", "๑๑ ปี", "สิบแปดปี", "มาตรา ๑๔")),
    ],
)
def test_an_age_changes_in_words_and_digits_and_numbers_of_provisions_stay(
    language: str, new: tuple[str, ...]
) -> None:
    one = edits(language)
    (law,) = one.framework.laws
    places = {("law.txt", unit.eid) for unit, _ in law.units()}
    (changed,) = one.apply(one.find(places), change_age(14, 11)).laws
    for words in new:
        assert words in changed.text


def test_a_law_without_the_age_stays_the_same_object_and_a_change_is_parsed_once() -> None:
    one = edits("es")
    units = one.find({("law.txt", "art_3")})
    assert one.apply(units, change_age(14, 11)).laws[0] is one.framework.laws[0]
    assert one.apply(units, blank).laws[0] is one.apply(units, blank).laws[0]


def test_a_place_below_an_article_takes_the_article_where_there_is_no_such_place() -> None:
    one = edits("es")
    assert [unit.eid for unit in one.find({("law.txt", "art_2__para_7")})["law.txt"]] == ["art_2"]
    assert one.find({("law.txt", "art_9"), ("other.txt", "art_2")}) == {}


@given(st.sampled_from(["es", "en", "th"]), st.integers(8, 24), st.integers(8, 24))
def test_changing_an_age_and_changing_it_back_gives_the_value_again(
    language: str, old: int, new: int
) -> None:
    words = numerals(language).words
    sentence = {"es": "menores de {} años", "en": "below {} years", "th": "อายุต่ำกว่า{}ปี"}[language]
    heading = {"es": "Artículo 1.- ", "en": "Section 1. (1) ", "th": "มาตรา ๑ "}[language]
    text = f"{heading}{sentence.format(words(old))}\n"
    law = parse_text(text, language=language, name="law.txt")
    one = Edits(Framework(code="", country=None, laws=(law,)))
    (changed,) = one.apply(one.find({("law.txt", law.provisions[0].eid)}), change_age(old, new)).laws
    assert changed.text == f"{heading}{sentence.format(words(new))}\n"
