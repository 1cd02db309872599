"""Spanish numbers: "dieciséis (16)", "diez y ocho", "veintiún", "decimocuarto", "1º"."""

import re
from typing import Final

from atlas_legal.languages.folding import fold
from atlas_legal.languages.grammar import beginning

_UNITS: Final = ("cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve")
_TEENS: Final = (
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
)
_TWENTIES: Final = (
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
)
_TENS: Final = ("treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa")
_HUNDREDS: Final = (
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
)

_VALUES: Final[dict[str, int]] = {
    **{fold(word): n for n, word in enumerate(_UNITS)},
    **{fold(word): 10 + n for n, word in enumerate(_TEENS)},
    **{fold(word): 20 + n for n, word in enumerate(_TWENTIES)},
    **{fold(word): 30 + 10 * n for n, word in enumerate(_TENS)},
    **{fold(word): 100 * (n + 1) for n, word in enumerate(_HUNDREDS)},
    **{fold(word).replace("ientos", "ientas"): 100 * (n + 1) for n, word in enumerate(_HUNDREDS)},
    "un": 1,
    "una": 1,
    "veintiun": 21,
    "veintiuna": 21,
    "cien": 100,
    "y": 0,
    "quinientas": 500,
}


def _accents(word: str) -> str:
    """Return a pattern for the word with or without its accents."""
    return word.translate({ord(a): f"[{a}{b}]" for a, b in zip("aeiou", "áéíóú", strict=True)})


def _any(*words: str) -> str:
    """Return a pattern for any of the words, longest first."""
    return (
        "(?:"
        + "|".join(_accents(w) for w in sorted({fold(w) for w in words}, key=lambda w: (-len(w), w)))
        + ")"
    )


_ONE = r"un[oa]?"
_UNIT = f"(?:{_any(*_UNITS[2:])}|{_ONE})"
_BELOW_100 = (
    rf"(?:{_any('diez')}\s+y\s+{_any(*_UNITS[6:])}|veinte\s+y\s+{_UNIT}|{_any(*_TWENTIES, 'veintiun', 'veintiuna')}"
    rf"|{_any(*_TENS)}(?:\s+y\s+{_UNIT})?|{_any(*_TEENS)}|{_any(*_UNITS[2:], _UNITS[0])})"
)
_HUNDRED = _any(*_HUNDREDS, *(h.replace("ientos", "ientas") for h in _HUNDREDS), "cien")
_COUNTED = r"(?=\s+(?:a[nñ]o|mes|d[ií]a|hora|semana|grado|ciclo)|\s*\(\s*\d)"
"""What follows "un" or "una" where it is a number and not an article."""
_LARGER = r"(?!\s+(?:y\s+\w{2,10}\s+)?mil(?:lones|lón|lon)?(?!\w))"
"""Thousands and millions are no numbers of this range."""
WORDS: Final = (
    rf"(?<!\w)(?:{_HUNDRED}(?:\s+(?:{_BELOW_100}|{_ONE}(?!\w)))?|{_BELOW_100}|{_ONE}{_COUNTED}|(?<=\()un[oa]?(?=\)))"
    rf"(?!\w){_LARGER}"
)
"""The pattern of a cardinal number in words."""
_DIGITS = rf"(?<![\w/])(?<!\d[.,])\d{{1,3}}(?![\w/])(?![.,]\d){_LARGER}"
_IN_BRACKETS = r"(?:\s*\(\s*\d{1,3}\s*\))"

NUMBER: Final = re.compile(
    rf"{beginning(_VALUES)}(?:{WORDS}{_IN_BRACKETS}?|{_DIGITS}(?:\s*\(\s*{WORDS}\s*\))?)", re.IGNORECASE
)

_ORDINAL_UNITS: Final = (
    "primero",
    "segundo",
    "tercero",
    "cuarto",
    "quinto",
    "sexto",
    "séptimo",
    "octavo",
    "noveno",
)
_ORDINAL_TENS: Final = (
    "décimo",
    "vigésimo",
    "trigésimo",
    "cuadragésimo",
    "quincuagésimo",
    "sexagésimo",
    "septuagésimo",
    "octogésimo",
    "nonagésimo",
)
_ORDINALS: Final[dict[str, int]] = {
    **{fold(word): n for n, word in enumerate(_ORDINAL_UNITS, 1)},
    **{fold(word): 10 * n for n, word in enumerate(_ORDINAL_TENS, 1)},
    "primer": 1,
    "tercer": 3,
    "setimo": 7,
    "nono": 9,
    "undecimo": 11,
    "decimoprimero": 11,
    "decimoprimer": 11,
    "duodecimo": 12,
    "decimosegundo": 12,
    "decimotercer": 13,
    "centesimo": 100,
    **{f"decimo{fold(word)}": 10 + n for n, word in enumerate(_ORDINAL_UNITS, 1)},
    **{f"vigesimo{fold(word)}": 20 + n for n, word in enumerate(_ORDINAL_UNITS, 1)},
    "decimoseptimo": 17,
    "decimonono": 19,
    "vigesimoprimer": 21,
    "vigesimotercer": 23,
    **{f"trigesimo{fold(word)}": 30 + n for n, word in enumerate(_ORDINAL_UNITS, 1)},
}


def _gendered(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words, *(w[:-1] + "a" for w in words if w.endswith("o")))


_ORDINAL_WORDS = _any(*_gendered(tuple(_ORDINALS)))
_ORDINAL_TEN = _any(*_gendered(_ORDINAL_TENS), "centésimo", "centésima")
ORDINAL_WORDS: Final = rf"(?<!\w)(?:{_ORDINAL_TEN}\s+{_any(*_gendered(_ORDINAL_UNITS), 'primer', 'tercer')}|{_ORDINAL_WORDS})(?!\w)"
"""The pattern of an ordinal number in words."""
ORDINAL: Final = re.compile(
    rf"{beginning(_ORDINALS)}(?:{ORDINAL_WORDS}"
    r"|(?<![\w/.])\d{1,3}\s?(?:[º°ª]|(?:er|ro|do|to|mo|vo|no|ra|da|ta|ma|va|na)(?!\w)))",
    re.IGNORECASE,
)
_DIGIT_RUN: Final = re.compile(r"\d{1,3}")
_WORD: Final = re.compile(r"[^\W\d_]+")


def value(text: str) -> int | None:
    """Return the number that a match of ``NUMBER`` states, None for any other text.

    Where words and digits both stand, the words count: that is the rule of drafting.
    """
    folded = fold(text)
    words = _WORD.findall(folded)
    if words:
        return sum(_VALUES[w] for w in words) if all(w in _VALUES for w in words) and words != ["y"] else None
    digits = _DIGIT_RUN.search(folded)
    return int(digits.group()) if digits else None


def ordinal_value(text: str) -> int | None:
    """Return the number that a match of ``ORDINAL`` states, None for any other text."""
    folded = fold(text)
    digits = _DIGIT_RUN.search(folded)
    if digits:
        return int(digits.group())
    words = [w[:-1] + "o" if w.endswith("a") else w for w in _WORD.findall(folded)]
    return sum(_ORDINALS[w] for w in words) if words and all(w in _ORDINALS for w in words) else None


def words(n: int) -> str:
    """Return a number from 0 to 999 in words. Raises ValueError outside that range."""
    if not 0 <= n <= 999:
        raise ValueError(f"a number from 0 to 999 is wanted, not {n}")
    if n == 100:
        return "cien"
    if n > 100:
        rest = n % 100
        return _HUNDREDS[n // 100 - 1] + (f" {words(rest)}" if rest else "")
    if n < 10:
        return _UNITS[n]
    if n < 20:
        return _TEENS[n - 10]
    if n < 30:
        return _TWENTIES[n - 20]
    tens = _TENS[n // 10 - 3]
    return f"{tens} y {_UNITS[n % 10]}" if n % 10 else tens
