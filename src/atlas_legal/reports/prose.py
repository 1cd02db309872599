"""Text that breaks its lines where a reader would, in scripts without spaces too."""

import re
from itertools import takewhile

from rich.cells import cell_len
from rich.console import Console, JustifyMethod, OverflowMethod
from rich.containers import Lines
from rich.text import Text

_RUN = re.compile(r"[^ ]+ *| +")  # a no-break space breaks no line
_LEADING = frozenset("เแโใไ")
"""Thai vowels that are written before the consonant of their syllable."""
_OPENING = ("การ", "ความ", "ที่", "ซึ่ง", "อัน", "ผู้", "ของ", "และ", "หรือ", "ตาม", "จาก", "กับ", "ต้อง", "ห้าม", "มิให้")
"""Frequent Thai words with which a new word nearly always begins."""
_SILENT = "\N{THAI CHARACTER THANTHAKHAT}"
_LOOK_BACK = 32
"""Characters before the end of a line in which a better place to break is sought."""


class Prose(Text):
    """A rich text whose lines break at spaces.

    A run that is longer than a line is broken inside: Thai only where a syllable can begin, best where a word
    is likely to (no dictionary is asked). Nothing is ever cut off.
    """

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Return the lines of the text within a width, in cells."""
        wrapped = Lines()
        for line in self.split("\n", allow_blank=True):
            parts = line.divide(breaks(line.plain, width))
            for part in parts:
                part.rstrip_end(width)
            wrapped.extend(parts)
        return wrapped


def breaks(text: str, width: int) -> list[int]:
    """Return the offsets at which a line of text is broken so that each part fits the width, in cells."""
    offsets: list[int] = []
    used = 0
    for found in _RUN.finditer(text):
        run, start = found[0], found.start()
        if used and used + cell_len(run.rstrip()) > width:
            offsets.append(start)
            used = 0
        while used + cell_len(run.rstrip()) > width and (cut := _cut(run, width)) < len(run.rstrip()):
            start += cut
            run = run[cut:]
            offsets.append(start)
        used += cell_len(run)
    return offsets


def _cut(run: str, width: int) -> int:
    """Return how many characters of a run that is too long go on the line: at least one."""
    fits = 1
    cells = cell_len(run[0])
    for character in run[1:]:
        cells += cell_len(character)
        if cells > width:
            break
        fits += 1
    places = [place for place in range(fits, 0, -1) if place < len(run) and _may_break(run, place)]
    if not places:
        return fits
    near = takewhile(lambda place: place > places[0] - _LOOK_BACK, places)
    return next((p for p in near if run[p] in _LEADING or run.startswith(_OPENING, p)), places[0])


def _may_break(run: str, place: int) -> bool:
    """Whether a line may begin with the character at this place of a run."""
    before, after = run[place - 1], run[place]
    if not _is_thai(after):
        return cell_len(after) > 0
    if after in _LEADING:
        return before not in _LEADING
    consonant = "ก" <= after <= "ฮ"
    closed = place + 1 < len(run) and run[place + 1] == _SILENT
    return (
        (consonant or not _is_thai(before)) and before not in _LEADING and not closed and cell_len(after) > 0
    )


def _is_thai(character: str) -> bool:
    """Whether the character is of the Thai script."""
    return "\u0e00" <= character <= "\u0e7f"
