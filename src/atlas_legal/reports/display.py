"""Text that is safe to show: law texts come from anywhere and may carry terminal codes or hidden controls."""

import unicodedata

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_DROPPED = frozenset("\u200b\u2060\ufeff\u00ad")
"""Zero-width space, word joiner, byte order mark, soft hyphen: invisible and harmless."""


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
