"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.languages import detect

TEXTS = {
    "es": "El barquero que no tenga remo deberá pedirlo a la comuna, y esta se lo dará en el muelle.",
    "en": "The ferryman who has no oar shall ask the commune for one, and it shall be given at the quay.",
    "th": "ผู้ควบคุมเรือซึ่งไม่มีพายให้ขอจากชุมชน และชุมชนต้องให้ที่ท่าเรือ",
    "pt": "O barqueiro que não tem remo pede um dos remos da vila, e a vila o dá em uma das casas do cais.",
    "fr": "Le batelier qui ne dispose pas de rame est tenu de la demander à la commune, qui la donne.",
    "sw": "Mtu yeyote ambaye hana kasia katika mto huu ataomba kwa kijiji, na kijiji cha mto kitatoa.",
    "ar": "على من ليس له مجداف أن يطلبه من القرية فتعطيه له",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_languages_with_and_without_a_folder(code: str, text: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize("text", ["", "12 34 — 56", "Xyzzy plugh frotz", "\x00\x01"])
def test_what_cannot_be_told_is_not_guessed(text: str) -> None:
    assert detect(text) == "und"


def test_a_long_text_is_told_by_samples_from_all_over_it() -> None:
    foreign_title = "CONVENTION ON THE BOATS OF THE RIVER\n" * 3
    assert detect(foreign_title + (TEXTS["es"] + "\n") * 3_000) == "es"


@given(st.text(max_size=200))
def test_no_text_stops_it(text: str) -> None:
    assert isinstance(detect(text), str)
