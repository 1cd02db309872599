"""Cues are looked for together, and found as though each were looked for alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas_legal.annotation.cues import said
from atlas_legal.languages import norms

WORDS = {
    "es": "queda prohibido podra deberan, se entiende por no sera punible sera reprimido con prision de "
    "programa infraccion la pena se aumentara no se aplica contendra aun cuando trabajo funciones",
    "en": "shall not must may means is liable to imprisonment not be prosecuted programme contravenes does "
    "apply functions containing the following whether or child aggravated unlawful",
    "th": "ห้าม ต้อง อาจ หมายความว่า ไม่ต้องรับโทษ มีความผิด จำคุก นโยบาย ฝ่าฝืน มิให้ใช้บังคับ เด็ก ไม่ว่า",
}
"""Words in folded text, to be put in any order."""
ALONE = {
    "means": "MEANS",
    "scope": "SCOPE",
    "programme": "PROGRAMME",
    "mandate": "MANDATE",
    "aggravated": "AGGRAVATED",
    "breach": "BREACH",
    "contents": "CONTENTS",
    "whole": "WHOLE",
    "reaches": "REACHES",
    "referral": "REFERRAL",
    "regardless": "REGARDLESS",
    "unpunished": "UNPUNISHED",
}


@pytest.mark.parametrize("language", sorted(WORDS))
@given(data=st.data())
def test_each_cue_is_found_as_if_it_were_looked_for_alone(language: str, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS[language].split()), max_size=25))
    text = data.draw(st.sampled_from([" ", ""])).join(words)
    grammar = norms(language)
    alone = {name for name, attribute in ALONE.items() if getattr(grammar, attribute).search(text)}
    punishing = grammar.UNPUNISHED.sub(" ", text)
    alone |= {f for f, pattern in grammar.FORCES if pattern.search(punishing if f == "offence" else text)}
    assert said(text, language) == alone
