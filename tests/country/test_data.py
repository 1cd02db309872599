"""Country data: codes and names, and the files of every country that ships."""

import re

import pytest

from atlas_legal.country import load_country, resolve_country, shipped_codes
from atlas_legal.country.codes import NAMES
from atlas_legal.model.errors import CountryError

REAL = ("ARG", "BOL", "LBR", "PRY", "THA")


def test_the_table_of_codes_is_that_of_iso_3166() -> None:
    assert len(NAMES) == 249
    assert all(re.fullmatch("[A-Z]{3}", code) and name for code, name in NAMES.items())
    assert len(set(NAMES.values())) == 249


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("ARG", "ARG"),
        ("arg", "ARG"),
        ("Argentina", "ARG"),
        ("tailandia", "THA"),
        ("ไทย", "THA"),
        ("India", "IND"),
        (" ind ", "IND"),
    ],
)
def test_a_code_or_name_in_any_case_is_a_country(word: str, code: str) -> None:
    assert resolve_country(word) == code


@pytest.mark.parametrize(
    ("word", "hint"),
    [("Argentinia", '"ARG"'), ("ARX", '"ARG"'), ("Tailand", '"THA"'), ("LIB", '"LBR"'), ("Indja", '"IND"')],
)
def test_an_unknown_country_names_the_nearest(word: str, hint: str) -> None:
    with pytest.raises(CountryError) as caught:
        resolve_country(word)
    assert hint in caught.value.hint


def test_an_unlike_word_lists_what_there_is() -> None:
    with pytest.raises(CountryError) as caught:
        resolve_country("Qwxyz")
    assert all(code in caught.value.hint for code in REAL)


def test_a_country_without_a_folder_has_its_name_and_no_data() -> None:
    data = load_country("IND")
    assert (data.code, data.name, data.country, dict(data.ratifications)) == ("IND", "India", None, {})


@pytest.mark.parametrize("code", shipped_codes())
def test_every_shipped_country_loads(code: str) -> None:
    data = load_country(code)
    assert data.country is not None
    assert data.country.name.get("en")
    assert data.country.name.get("es")
    assert data.country.name.get("th")
    assert data.register is not None
    assert data.register.register.country == code


@pytest.mark.parametrize("code", REAL)
def test_real_countries_list_laws_without_texts_and_say_what_is_verified(code: str) -> None:
    data = load_country(code)
    assert data.country is not None
    assert data.register is not None
    assert data.country.outcomes
    assert 2 in data.country.outcomes
    assert data.laws_folder is None
    register = data.register.register
    assert all(
        law.file is None and law.id and law.title and law.language and law.kind for law in register.laws
    )
    assert len({law.id for law in register.laws}) == len(register.laws)
    assert {"C029", "C138", "C182", "CRC", "OPAC", "OPSC", "PALERMO-TIP"} <= set(data.ratifications)
    for instrument, entry in data.ratifications.items():
        assert not entry.verified or entry.source, f"{code} {instrument}: verified without a source"
        assert not entry.date or re.fullmatch(r"\d{4}(-\d{2}-\d{2})?", entry.date)


def test_outcomes_lead_with_what_each_country_works_on() -> None:
    outcomes = {code: load_country(code).country.outcomes for code in REAL}  # type: ignore[union-attr]
    assert outcomes == {"ARG": (2, 3), "BOL": (1, 2), "LBR": (1, 2), "PRY": (2, 3), "THA": (2, 3)}


def test_declared_ages_are_there_for_c138() -> None:
    assert {code: load_country(code).ratifications["C138"].declared_age for code in REAL} == {
        "ARG": 16,
        "BOL": 14,
        "LBR": 15,
        "PRY": 14,
        "THA": 15,
    }
