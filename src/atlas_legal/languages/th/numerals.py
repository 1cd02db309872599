"""Thai numbers: สิบห้า, ยี่สิบเอ็ด, ๑๕, 15.

Thai writes no spaces between words, so a number word counts only where the syllable ends with it: ห้า is
five, but not in ห้าม (to forbid); สาม is three, but not in สามารถ (to be able).
"""

import re
from typing import Final

_UNITS: Final = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_VALUES: Final = {word: n for n, word in enumerate(_UNITS)} | {"เอ็ด": 1, "ยี่": 2}
_UNIT = "(?:" + "|".join(_UNITS[1:]) + ")"
_ENDS = "(?![\u0e30-\u0e3a\u0e45\u0e47-\u0e4e])(?!(?<=ห้า)ม(?!ื่น))(?!(?<=เก้า)อี้)(?!ละ)"
"""No vowel or tone mark may follow: it would belong to a longer syllable."""
_LARGER = "(?! ?(?:พัน|หมื่น|แสน|ล้าน))"
_BELOW_100 = f"(?:(?:ยี่|{_UNIT})?สิบ(?:เอ็ด|{_UNIT})?|{_UNIT})"
_WORDS = f"(?:{_UNIT}ร้อย(?:เอ็ด|{_BELOW_100})?|{_BELOW_100}|ศูนย์){_ENDS}{_LARGER}"
_DIGITS = r"(?<![\d/])(?<!\d[.,])\d{1,3}(?![\d/])(?![.,]\d)"

NUMBER: Final = re.compile(rf"{_WORDS}(?:\s*\(\s*\d{{1,3}}\s*\))?|{_DIGITS}(?:\s*\(\s*{_WORDS}\s*\))?")
ORDINAL: Final = re.compile(r"(?!)")
"""Thai forms ordinals with ที่ before the cardinal; ``NUMBER`` reads them."""

_DIGIT_RUN: Final = re.compile(r"\d{1,3}")
_WORD_RUN: Final = re.compile(f"(?:{_UNITS[0]}|{_UNIT}|เอ็ด|ยี่|สิบ|ร้อย)+")
_PART: Final = re.compile(f"({_UNITS[0]}|{_UNIT}|เอ็ด|ยี่)?(สิบ|ร้อย)?")


def value(text: str) -> int | None:
    """Return the number that a match of ``NUMBER`` states, None for any other text.

    Where words and digits both stand, the words count: that is the rule of drafting.
    """
    run = _WORD_RUN.search(text)
    if run is None:
        digits = _DIGIT_RUN.search(text)
        return int(digits.group()) if digits else None
    total = 0
    for part in _PART.finditer(run.group()):
        unit, scale = part.groups()
        if unit or scale:
            total += (_VALUES[unit] if unit else 1) * {"สิบ": 10, "ร้อย": 100, None: 1}[scale]
    return total


def ordinal_value(text: str) -> int | None:
    """Return None: see ``ORDINAL``."""
    return None


def words(n: int) -> str:
    """Return a number from 0 to 999 in words. Raises ValueError outside that range."""
    if not 0 <= n <= 999:
        raise ValueError(f"a number from 0 to 999 is wanted, not {n}")
    if n >= 100:
        rest = n % 100
        return f"{_UNITS[n // 100]}ร้อย" + ("" if rest == 0 else "เอ็ด" if rest == 1 else words(rest))
    if n < 10:
        return _UNITS[n]
    tens, unit = divmod(n, 10)
    head = {1: "สิบ", 2: "ยี่สิบ"}.get(tens, f"{_UNITS[tens]}สิบ")
    return head + ("" if unit == 0 else "เอ็ด" if unit == 1 else _UNITS[unit])
