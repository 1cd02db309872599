"""Lines break where a reader would break them, and nothing is lost."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from atlas_legal.reports.prose import breaks

THAI = "ห้ามมิให้นายจ้างให้ลูกจ้างซึ่งเป็นเด็กอายุต่ำกว่าสิบแปดปีทำงานล่วงเวลาหรือทำงานในวันหยุด"
MARKS = set("ะาำิีึืุูๅ็่้๊๋์ัํๆฯ")


def lines(text: str, width: int) -> list[str]:
    cuts = [0, *breaks(text, width), len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


texts = st.text(alphabet="abc ñ(:-" + THAI, max_size=200)


@given(texts, st.integers(min_value=4, max_value=90))
def test_every_line_fits_and_together_they_are_the_text(text: str, width: int) -> None:
    found = lines(text, width)
    assert "".join(found) == text
    assert all(cell_len(line.rstrip(" ")) <= width for line in found)
    assert all(found) or not text


@given(st.lists(st.text(alphabet="abcdefñ,.", min_size=1, max_size=12), max_size=40), st.integers(12, 60))
def test_a_word_that_fits_is_never_cut(words: list[str], width: int) -> None:
    assert " ".join(lines(" ".join(words), width)).split() == words


@given(st.integers(min_value=8, max_value=60))
def test_thai_is_broken_where_a_syllable_can_begin(width: int) -> None:
    for line in lines(THAI, width)[1:]:
        assert line[0] not in MARKS
    for line in lines(THAI, width)[:-1]:
        assert line[-1] not in "เแโใไ"


def test_thai_is_broken_best_before_a_word_that_opens_one() -> None:
    first, second = lines("กฎหมายคุ้มครองแรงงานที่ตราขึ้นเพื่อป้องกันภัยพิบัติ", 34)
    assert (first, second) == ("กฎหมายคุ้มครองแรงงานที่ตราขึ้น", "เพื่อป้องกันภัยพิบัติ")


def test_a_no_break_space_holds_words_together() -> None:
    assert lines("minimum age [age\N{NO-BREAK SPACE}15]", 15) == ["minimum age ", "[age\N{NO-BREAK SPACE}15]"]
