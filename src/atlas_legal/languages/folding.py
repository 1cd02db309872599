"""Folding: lower case without accents, one code point for one, so that offsets never move."""

import unicodedata
from functools import lru_cache
from typing import Final

_LETTERS: Final = ((0x0000, 0x0590), (0x1E00, 0x2000), (0x2C60, 0x2C80), (0xA720, 0xA800))
"""Ranges of code points with case or precomposed accents: Latin, Greek, Cyrillic, Armenian."""
_LATIN: Final = ((0x0000, 0x0250), (0x1E00, 0x1F00))
"""Ranges in which precomposed accents are stripped."""
_SPACES: Final = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_APOSTROPHES: Final = "‘’‚‛′ʼ"
_QUOTES: Final = "“”„‟«»″"
_HYPHENS: Final = "\u2010\u2011"
_FEW: Final = 150
"""Up to so many distinct characters, replacing one after another is several times faster than a table."""


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    for first, last in _LETTERS:
        for code in range(first, last):
            folded = _letter(chr(code))
            if folded != chr(code):
                table[code] = folded
    for characters, one in ((_SPACES, " "), (_APOSTROPHES, "'"), (_QUOTES, '"'), (_HYPHENS, "-")):
        table.update(dict.fromkeys(map(ord, characters), one))
    return table


def _letter(character: str) -> str:
    """One code point for a letter; the letter itself where its lower case needs two."""
    if character in "ñÑ":
        return "ñ"
    if any(first <= ord(character) < last for first, last in _LATIN):
        character = unicodedata.normalize("NFD", character)[0]
    lower = character.lower()
    return lower if len(lower) == 1 else character


def fold(text: str) -> str:
    """Fold text for matching; the result has exactly as many code points as the text.

    Letters lose their case, precomposed Latin ones their accents too (except ñ, a letter of its own).
    No-break and thin spaces become spaces, curly quotes and guillemets straight ones, and the two Unicode
    hyphens the one on the keyboard. Thai and other scripts stay as they are, and so do combining marks
    (U+0300 to U+036F): a text in decomposed form keeps them, because dropping them would move offsets.
    """
    table = _table()
    changed = [(c, table[ord(c)]) for c in set(text) if ord(c) in table]
    if len(changed) > _FEW:
        return text.translate(table)
    for character, folded in changed:  # no result is itself a key, so the order does not matter
        text = text.replace(character, folded)
    return text


def within_word(text: str, start: int, end: int) -> bool:
    """Whether a span is only a part of a word, in a language whose words are parted by spaces and signs."""
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()
