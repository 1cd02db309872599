"""Flat text: a provision's words in one line, with the way back to the source.

Law text is hard-wrapped, marked up and spaced in every way. The flat text is folded, has one space between
words and a newline only where a clause can end. Each of its characters leads back to the code point in the
source that gave it, so every span found in the flat text is an exact span of the source.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from atlas_legal.languages.folding import fold

_MARKUP = "*_#`|\\>"
_LINK = re.compile(r"\]\s*\([^()\s]{0,400}\)")
_RUN = re.compile(r"\S+(?: \S+)*")
"""Words with one space between them, which stand in the flat text just as they do in the source."""
_ENUMERATOR = re.compile(
    r"(?:\(?[a-zñ]{1,2}[).]|\(?[0-9]{1,3}[a-z]?[º°]?\)|[0-9]{1,3}[º°]?[.)-]+|[0-9]{1,3}[º°]|\(?[ivxlc]{1,6}[).]|[•·–—-]"
    r"|\([๐-๙ก-ฮ]{1,4}\)|[๐-๙]{1,3}[.)])$"
    r"|\((?:[a-z]{1,2}|[ivx]{1,5}|[0-9]{1,3})\)[a-z]{2,}"
)


@dataclass(frozen=True, slots=True)
class Flat:
    """Flat text with the way back: where each of its runs of words begins, in it and in the source.

    Runs are few, while an offset for each character would cost more than all else that is done to the text.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]

    def origin(self, at: int) -> int:
        """The offset in the source of a character of the flat text."""
        run = bisect_right(self.starts, at) - 1
        return self.origins[run] + at - self.starts[run]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The span in the source of a non-empty span of the flat text."""
        return self.origin(start), self.origin(end - 1) + 1

    def first_from(self, offset: int) -> int:
        """The first character of the flat text that comes from this offset in the source or a later one."""
        run = bisect_left(self.origins, offset)
        following = self.starts[run] if run < len(self.starts) else len(self.text)
        if run == 0:
            return following
        return min(following, self.starts[run - 1] + offset - self.origins[run - 1])


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
    starts: list[int] = []
    origins: list[int] = []
    size = 0
    last = None
    line = 0
    for run in _RUN.finditer(text):
        if last is not None:
            gap = text[last.end() : run.start()]
            ends = False
            if "\n" in gap or "\r" in gap or "\u2028" in gap:
                first = run.group().partition(" ")[0]
                ends = _ends(raw[line : last.end()], first, raw[run.start()], gap, sentences)
                line = run.start()
            pieces.append("\n" if ends else " ")
            size += 1
        pieces.append(run.group())
        starts.append(size)
        origins.append(start + run.start())
        size += run.end() - run.start()
        last = run
    return Flat("".join(pieces), tuple(starts), tuple(origins))


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
