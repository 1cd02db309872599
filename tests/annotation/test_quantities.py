"""Ages and punishments: every way of writing them, their bounds, and what is not an age."""

import re

import pytest

from atlas_legal.annotation.flat import flatten
from atlas_legal.annotation.quantities import ages, mask, penalties
from atlas_legal.languages import codes, norms


def read(text: str, language: str) -> list[tuple[str, int | None, int | None]]:
    flat = flatten(text, 0, len(text), sentences=norms(language).SENTENCES)
    found = ages(flat.text, mask(flat.text, language), norms(language), language)
    return [(a.bound, a.low, a.high) for a in found]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "es",
            "el trabajo de las personas menores de dieciséis (16) años en todas sus formas",
            ("below", None, 16),
        ),
        ("es", "menores que no hayan cumplido quince años de edad", ("below", None, 15)),
        ("es", "los menores de 14 años", ("below", None, 14)),
        ("es", "quien no hubiere cumplido los catorce años", ("below", None, 14)),
        ("es", "las personas desde los dieciséis años podrán celebrar contrato", ("from", 16, None)),
        ("es", "los que hayan cumplido dieciocho años de edad", ("from", 18, None)),
        ("es", "los mayores de 16 años", ("from", 16, None)),
        ("es", "no podrá ser menor de dieciocho años de edad", ("from", 18, None)),
        ("es", "la edad mínima de admisión al empleo es de quince años", ("from", 15, None)),
        ("es", "se eleva la edad mínima de admisión al empleo a dieciséis (16) años", ("from", 16, None)),
        ("es", "los menores entre catorce y diez y ocho años", ("range", 14, 18)),
        ("es", "que tengan más de doce años y menos de dieciocho", ("range", 12, 18)),
        ("es", "tener entre 18 y 24 años de edad", ("range", 18, 24)),
        ("es", "es obligatoria hasta los dieciséis años", ("until", None, 16)),
        ("es", "de los cinco a los quince años de edad", ("range", 5, 15)),
        ("en", "no person under the age of fifteen years", ("below", None, 15)),
        ("en", "a child who has not attained the age of 18 years", ("below", None, 18)),
        ("en", "has not completed his fourteenth year of age", ("below", None, 14)),
        ("en", "below the age of sixteen", ("below", None, 16)),
        ("en", "a person under 16 years of age", ("below", None, 16)),
        ("en", "who has attained the age of eighteen", ("from", 18, None)),
        ("en", "at least 13 years old", ("from", 13, None)),
        ("en", "eighteen years of age or above", ("from", 18, None)),
        ("en", "the minimum age for admission to employment shall be fifteen years", ("from", 15, None)),
        ("en", "between the ages of fifteen and eighteen years", ("range", 15, 18)),
        ("en", "of the age of six to fourteen years", ("range", 6, 14)),
        ("en", "until the age of sixteen", ("until", None, 16)),
        ("th", "เด็กอายุต่ำกว่าสิบห้าปี", ("below", None, 15)),
        ("th", "ซึ่งมีอายุยังไม่ครบสิบห้าปีบริบูรณ์", ("below", None, 15)),
        ("th", "อายุต่ำกว่า ๑๘ ปี", ("below", None, 18)),
        ("th", "มีอายุไม่ต่ำกว่าสิบแปดปี", ("from", 18, None)),
        ("th", "อายุตั้งแต่สิบแปดปีขึ้นไป", ("from", 18, None)),
        ("th", "บุคคลอายุเกินสิบห้าปีแต่ยังไม่เกินสิบแปดปี", ("range", 15, 18)),
    ],
)
def test_ages(language: str, text: str, expected: tuple[str, int | None, int | None]) -> None:
    assert expected in read(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "será reprimido con prisión de cuatro (4) a quince (15) años"),
        ("es", "pena privativa de libertad no menor de cinco años"),
        ("es", "dentro del plazo de dos años"),
        ("en", "imprisonment for a term not exceeding ten years"),
        ("en", "imprisonment of not less than five years"),
        ("en", "within a period of two years"),
        ("th", "ต้องระวางโทษจำคุกไม่เกินห้าปี"),
    ],
)
def test_terms_are_no_ages(language: str, text: str) -> None:
    assert read(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("es", "prisión de cuatro (4) a ocho (8) años", 48, 96),
        ("es", "pena privativa de libertad de hasta cinco años o multa", None, 60),
        ("es", "reclusión o prisión de seis meses a tres años", 6, 36),
        ("en", "imprisonment for a term not exceeding seven years", None, 84),
        ("en", "imprisonment of not less than three years", 36, None),
        ("th", "จำคุกตั้งแต่สามปีถึงสิบปี", 36, 120),
        ("th", "จำคุกไม่เกินเจ็ดปี", None, 84),
    ],
)
def test_imprisonment_in_months(language: str, text: str, low: float | None, high: float | None) -> None:
    flat = flatten(text, 0, len(text), sentences=norms(language).SENTENCES)
    found = penalties(flat.text, mask(flat.text, language), norms(language), language)
    assert any(p.kind == "imprisonment" and p.high == high and (low is None or p.low == low) for p in found)


@pytest.mark.parametrize("language", codes())
def test_no_age_is_stated_across_sentences(language: str) -> None:
    for rule in norms(language).AGES:
        consumed = re.sub(r"\(\?<[=!](?:\[[^\]]*\]|[^()\[])*\)|\[\^[^\]]*\]", "", rule.pattern.pattern)
        assert not set(".;\n") & set(consumed), f"{rule.bound}: ages() searches sentence by sentence"
