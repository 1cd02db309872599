"""English numbers: "fourteen (14)", "forty-two", "one hundred and twenty", "fourteenth", "14th"."""

import re
from typing import Final

from atlas_legal.languages.folding import fold
from atlas_legal.languages.grammar import beginning

_UNITS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS: Final = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final[dict[str, int]] = {
    **{word: n for n, word in enumerate(_UNITS)},
    **{word: 10 + n for n, word in enumerate(_TEENS)},
    **{word: 20 + 10 * n for n, word in enumerate(_TENS)},
    "fourty": 40,
    "and": 0,
    "a": 1,
}


def _any(words: tuple[str, ...]) -> str:
    """Return a pattern for any of the words, longest first."""
    return "(?:" + "|".join(sorted(words, key=lambda w: (-len(w), w))) + ")"


_UNIT = _any(_UNITS[1:])
_BELOW_100 = rf"(?:{_any((*_TENS, 'fourty'))}(?:[\s-]+{_UNIT})?|{_any(_TEENS)}|{_any(_UNITS[2:])}|zero)"
_ONE = r"one(?=\s+(?:year|month|week|day|hour)|\s*\(\s*\d)|(?<=\()one(?=\))"
"""Where "one" is a number and not a pronoun."""
_ORDINAL_UNITS = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
WORDS: Final = (
    rf"(?<![\w-])(?:(?:a|{_UNIT})\s+hundred(?:\s+(?:and\s+)?(?:{_BELOW_100}|one))?|{_BELOW_100}|{_ONE})"
    rf"(?!\w)(?![\s-]{_ORDINAL_UNITS})(?!\s+(?:thousand|million|hundred))"
)
"""The pattern of a cardinal number in words."""
_DIGITS = r"(?<![\w/])(?<!\d[.,])\d{1,3}(?![\w/])(?![.,]\d)(?!\s+(?:thousand|million|hundred))"

NUMBER: Final = re.compile(
    rf"{beginning(_VALUES)}(?:{WORDS}(?:\s*\(\s*\d{{1,3}}\s*\))?|{_DIGITS}(?:\s*\(\s*{WORDS}\s*\))?)",
    re.IGNORECASE,
)

_ORDINALS: Final[dict[str, int]] = (
    {
        word: n
        for n, word in enumerate(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
                "fourteenth",
                "fifteenth",
                "sixteenth",
                "seventeenth",
                "eighteenth",
                "nineteenth",
            ],
            1,
        )
    }
    | {f"{word[:-1]}ieth": 20 + 10 * n for n, word in enumerate(_TENS)}
    | {"hundredth": 100, "twelvth": 12}
)
ORDINAL_WORDS: Final = rf"(?<![\w-])(?:{_any(_TENS)}[\s-]+{_ORDINAL_UNITS}|{_any(tuple(_ORDINALS))})(?!\w)"
"""The pattern of an ordinal number in words."""
ORDINAL: Final = re.compile(
    rf"{beginning(_VALUES | _ORDINALS)}(?:{ORDINAL_WORDS}"
    r"|(?<![\w/.])\d{1,3}(?:st|nd|rd|th)(?!\w))",
    re.IGNORECASE,
)
_DIGIT_RUN: Final = re.compile(r"\d{1,3}")
_WORD: Final = re.compile(r"[a-z]+")


def value(text: str) -> int | None:
    """Return the number that a match of ``NUMBER`` states, None for any other text.

    Where words and digits both stand, the words count: that is the rule of drafting.
    """
    folded = fold(text)
    words = _WORD.findall(folded)
    if not words:
        digits = _DIGIT_RUN.search(folded)
        return int(digits.group()) if digits else None
    total = 0
    for word in words:
        if word == "hundred":
            total *= 100
        elif word in _VALUES:
            total += _VALUES[word]
        else:
            return None
    return total


def ordinal_value(text: str) -> int | None:
    """Return the number that a match of ``ORDINAL`` states, None for any other text."""
    folded = fold(text)
    digits = _DIGIT_RUN.search(folded)
    if digits:
        return int(digits.group())
    known = {**_VALUES, **_ORDINALS}
    words = _WORD.findall(folded)
    return sum(known[w] for w in words) if words and all(w in known for w in words) else None


def words(n: int) -> str:
    """Return a number from 0 to 999 in words. Raises ValueError outside that range."""
    if not 0 <= n <= 999:
        raise ValueError(f"a number from 0 to 999 is wanted, not {n}")
    if n >= 100:
        rest = n % 100
        return f"{_UNITS[n // 100]} hundred" + (f" and {words(rest)}" if rest else "")
    if n < 10:
        return _UNITS[n]
    if n < 20:
        return _TEENS[n - 10]
    tens = _TENS[n // 10 - 2]
    return f"{tens}-{_UNITS[n % 10]}" if n % 10 else tens
