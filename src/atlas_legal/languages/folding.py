"""Folding: lower case without accents, with every character in its place.

Offsets found in folded text are offsets in the text itself, because each code point folds to exactly one.
"""

import unicodedata

_APOSTROPHES = "\u2018\u2019\u02bc\u00b4"


class _Table(dict[int, int]):
    """A translation table that learns each code point when it is first met."""

    def __missing__(self, code: int) -> int:
        self[code] = folded = ord(_fold(chr(code)))
        return folded


def _fold(character: str) -> str:
    if character in _APOSTROPHES:
        return "'"
    if character != "\u2028" and character != "\u2029" and unicodedata.category(character) == "Zs":
        return " "
    lower = character.lower()[:1]
    if lower == "ñ" or "\u0e00" <= lower <= "\u0e7f":
        return lower
    base = unicodedata.normalize("NFD", lower)
    if len(base) > 1 and all(unicodedata.combining(mark) for mark in base[1:]):
        return base[0]
    return lower


_TABLE = _Table()


def fold(text: str) -> str:
    """Return the text in lower case without accents, as long as it was.

    ``ñ`` stays, as a letter of its own; every space character becomes a space and every apostrophe a
    straight one. Thai is left as it is. An accent written as a separate combining mark stays where it
    stands, since dropping it would shift what follows.
    """
    return text.lower() if text.isascii() else text.translate(_TABLE)
