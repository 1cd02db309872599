"""Text that is safe to show: law texts come from anywhere and may carry terminal codes or hidden controls."""

import re
import unicodedata

from atlas_legal.languages.folding import fold

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_DROPPED = frozenset("\u200b\u2060\ufeff\u00ad")
"""Zero-width space, word joiner, byte order mark, soft hyphen: invisible and harmless."""

_MARKUP = re.compile(r"[*#]{1,6}|(?<!\w)_{1,3}|_{1,3}(?!\w)")
"""Emphasis and heading marks of Markdown, in which many laws are kept."""


def one_line(text: str, limit: int | None = None) -> str:
    """Return the text on one line, without control characters, cut at a word where it is too long.

    White space becomes single spaces. Terminal escapes, bidirectional controls and unpaired surrogates become
    the replacement character, so that a reader sees that something stood there. ``limit`` is in characters.
    """
    shown = "".join(_visible(character) for character in text)
    line = " ".join(shown.split())
    if limit is None or len(line) <= limit:
        return line
    cut = line[: limit - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > limit // 2 else cut).rstrip(" ,;:") + "…"


def excerpt(quote: str, label: str, limit: int) -> str:
    """Return a quote on one line for people: without Markdown's marks and without its own heading.

    ``label`` is the citation's name for the provision: "Artículo 6" takes "ARTICULO 6º.-" from the front of
    the quote, in whichever spelling, because the citation beside it has said so already.
    """
    line = _MARKUP.sub("", one_line(quote)).strip()
    word, _, number = fold(one_line(label)).partition(" ")
    if number:
        heading = re.compile(
            rf"\W{{0,4}}(?:{re.escape(word[:1])}\w{{0,12}}\W{{1,3}})?{re.escape(number)}[ºª°]?(?!\w)"
        )
        found = heading.match(fold(line))
        rest = line[found.end() :].lstrip(" .:–—-") if found else ""
        line = rest or line
    return one_line(line, limit)


def _visible(character: str) -> str:
    """Return a character as it may be shown."""
    if character in _DROPPED:
        return ""
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") or (category == "Cf" and character not in "\u200c\u200d"):
        return _REPLACEMENT
    return character


def escape_controls(text: str) -> str:
    r"""Return JSON text in which controls that ``json.dumps`` leaves raw are written as ``\uXXXX``.

    The value stays exactly the same for whoever parses it; a terminal that shows the file is not fooled.
    """
    return "".join(
        character
        if character == "\n" or unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp")
        else "".join(f"\\u{unit:04x}" for unit in _utf16_units(character))
        for character in text
    )


def _utf16_units(character: str) -> tuple[int, ...]:
    """Return the UTF-16 code units of a character, as JSON escapes want them."""
    code = ord(character)
    if code < 0x10000:
        return (code,)
    code -= 0x10000
    return (0xD800 + (code >> 10), 0xDC00 + (code & 0x3FF))
