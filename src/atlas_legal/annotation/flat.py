"""Flat text: a provision's words in one line, with the way back to the source.

Law text is hard-wrapped, marked up and spaced in every way. The flat text is folded, has one space between
words and a newline only where a clause can end. ``origin[i]`` is the code point in the source that gave
character ``i``, so every span found in the flat text is an exact span of the source.
"""

import re
from dataclasses import dataclass

from atlas_legal.languages.folding import fold

_MARKUP = "*_#`|\\>"
_LINK = re.compile(r"\]\s*\([^()\s]{0,400}\)")
_TOKEN = re.compile(r"\S+")
_ENUMERATOR = re.compile(
    r"(?:\(?[a-zñ]{1,2}[).]|\(?[0-9]{1,3}[a-z]?[º°]?\)|[0-9]{1,3}[º°]?[.)-]+|[0-9]{1,3}[º°]|\(?[ivxlc]{1,6}[).]|[•·–—-]"
    r"|\([๐-๙ก-ฮ]{1,4}\)|[๐-๙]{1,3}[.)])$"
)


@dataclass(frozen=True, slots=True)
class Flat:
    """Flat text and, for each of its characters, the offset in the source."""

    text: str
    origin: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of a non-empty span of the flat text."""
        return self.origin[start], self.origin[end - 1] + 1


def plain(text: str) -> str:
    """Fold and blank out markup and link targets; the result is as long as the text."""
    folded = fold(text)
    for sign in _MARKUP:  # sign by sign, which is many times faster than a table
        folded = folded.replace(sign, " ")
    if "](" in folded or "] (" in folded:
        folded = _LINK.sub(lambda m: " " * len(m.group()), folded)
    return folded


def squeeze(text: str) -> str:
    """Plain text in one line, without a way back: enough to ask which concepts occur."""
    return " ".join(plain(text).split())


def flatten(source: str, start: int, end: int, *, sentences: bool = True) -> Flat:
    """Make the flat text of ``source[start:end]``.

    ``sentences`` is False for a language without full stops, where every line break can end a clause.
    """
    raw = source[start:end]
    text = plain(raw)
    pieces: list[str] = []
    origin: list[int] = []
    last = None
    line = 0
    for token in _TOKEN.finditer(text):
        if last is not None:
            gap = text[last.end() : token.start()]
            ends = False
            if "\n" in gap or "\r" in gap or "\u2028" in gap:
                ends = _ends(raw[line : last.end()], token.group(), raw[token.start()], gap, sentences)
                line = token.start()
            pieces.append("\n" if ends else " ")
            origin.append(start + last.end())
        pieces.append(token.group())
        origin.extend(range(start + token.start(), start + token.end()))
        last = token
    return Flat("".join(pieces), tuple(origin))


_WRAPPED = 45
"""A line at least this long, in characters, may go on in the next paragraph of a hard-wrapped text."""


def _ends(line: str, after: str, first: str, gap: str, sentences: bool) -> bool:
    """Whether the break after a line can end a clause; ``after`` and ``first`` open the next line."""
    plain_line = line.strip(" *_#\t")
    if not sentences or plain_line[-1:] in ".;:!?" or _ENUMERATOR.match(after):
        return True
    # A rubric on a line of its own: no full stop, then a new paragraph that opens with a capital. A long line
    # without full stop is a wrapped one, unless it is in capitals or in bold as a whole.
    if gap.count("\n") < 2 or not first.isupper() or plain_line[-1:] in ",—-":
        return False
    bold = line.lstrip().startswith("**") and line.rstrip().endswith("**")
    return bold or plain_line.isupper() or len(plain_line) < _WRAPPED
