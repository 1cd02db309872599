"""Numbers of provisions: how they are written, how they follow one another, how an id writes them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from atlas_legal.languages.drafting import Structure
from atlas_legal.languages.folding import fold

_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM: Final = re.compile(
    r"(?=.)m{0,3}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})", re.IGNORECASE
)
_DIGITS: Final = re.compile(r"\d+")
_ONLY: Final = frozenset({"unico", "unica", "only", "preliminar"})

Key = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it stands (``text``), as it sorts (``key``), and as an id writes it (``eid``).

    145 bis sorts after 145 and before 146; 2.10 after 2.9.
    """

    text: str
    key: Key
    eid: str


def roman(text: str) -> int | None:
    """Return the value of a Roman numeral, None for any other text."""
    if not _ROMAN_FORM.fullmatch(text):
        return None
    values = [_ROMAN[c] for c in text.lower()]
    return sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))


@lru_cache(maxsize=4096)  # the same few hundred numbers head and cite the provisions of every law
def number(text: str, suffix: str, structure: Structure) -> Number | None:
    """Return the number that a heading states, None where the words state none."""
    shown = " ".join(f"{text} {suffix}".split())
    parts = tuple(int(d) for d in _DIGITS.findall(text))
    if not parts:
        folded = fold(text).strip()
        if folded in _ONLY:
            value: int | None = 0 if folded == "preliminar" else 1
        else:
            value = structure.ordinal(text)
        if value is None:
            value = roman(text.strip())
        if value is None and len(folded) == 1 and folded.isalpha():
            return Number(shown, (ord(folded) - ord("a") + 1,), folded)
        if value is None:
            return None
        parts = (value,)
    mark = fold(suffix).strip(" .-–:º°")
    eid = "-".join(map(str, parts))
    if not mark:
        return Number(shown, parts, eid)
    order = structure.SUFFIXES.get(mark)
    if order is not None:
        rank = list(dict.fromkeys(structure.SUFFIXES.values())).index(order) + 2
        return Number(shown, (*parts, rank), eid + order)
    letters = "".join(c for c in mark if c.isalpha())
    return Number(shown, (*parts, *(100 + _letter(c) for c in letters)), eid + letters)


def _letter(character: str) -> int:
    """Return a letter's place in the alphabet, ñ between n and o."""
    return 2 * (ord("n") - ord("a")) + 1 if character == "ñ" else 2 * (ord(character) - ord("a"))


def follows(before: Key, after: Key) -> bool:
    """Return whether ``after`` is what comes next: 12 after 11 or 11 bis, 11 bis after 11, 3.1 after 2.9."""
    if after[:-1] == before and ((len(after) == 2 and after[-1] in (1, 2, 100)) or len(after) > 2):
        return True
    for depth in range(min(len(before), len(after))):
        if before[depth] != after[depth]:
            step = after[depth] - before[depth]
            return (step == 1 or (step == 2 and before[depth] >= 100)) and all(
                n <= 1 for n in after[depth + 1 :]
            )
    return False
