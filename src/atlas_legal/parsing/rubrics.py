"""Rubrics: the heading of a provision, apart from its words where the layout lets them be told apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from atlas_legal.languages.drafting import Structure
from atlas_legal.parsing.marks import BARE, Mark
from atlas_legal.parsing.notes import opens

_LONGEST: Final = 240
_LINES_ABOVE: Final = 3
"""Lines of a rubric in the margin, at most."""
_BLANK: Final = re.compile(r"\s*")
_MARKUP: Final = " \t*_#.:—–-|\r\u00a0"
_IN_BRACKETS: Final = re.compile(r"[(\[]([^()\[\]\n]{3,200})[)\]]\.?[ \t]*(?:[-—–]+[ \t]*)?")
_STOPPED: Final = re.compile(r"([A-ZÁÉÍÓÚÜÑ¿][^\n.;:—–]{2,110})\.\s?[-—–]{1,2}[ \t]*")
_CAPITALS: Final = re.compile(
    r"([A-ZÁÉÍÓÚÜÑ][A-ZÁÉÍÓÚÜÑ ,()/-]{3,150})\.[ \t]+(?=[A-ZÁÉÍÓÚÜÑ][a-záéíóúüñ]|[IVX\d]{1,3}[.)])"
)
_MARKER: Final = re.compile(r"\(?(?:\d{1,3}|[a-z]|[IVX]{1,4})[.)º°]")
_DASHED: Final = re.compile(r"([^\n—–(][^\n—–]{1,220}?)\.?\s?[—–](?:[—–-])?[^\S\n]?(?=\S)")
_SET_OFF: Final = re.compile(r"(\*{1,3}|_{1,2})([^*_\n]{3,220}?)\1[.:]?[ \t]*(?:[—–-][ \t]*)?")


@dataclass(frozen=True, slots=True)
class Rubric:
    """A heading's words (empty where there are none of their own) and where the provision's words begin."""

    heading: str
    content: int


def titled(text: str, marks: Sequence[tuple[Mark, int]], structure: Structure) -> bool:
    """Return whether most units, given with their ends, have a title: the rest of their line or the next."""
    with_title = sum(_title(text, mark, structure, limit) is not None for mark, limit in marks)
    return 2 * with_title > len(marks)


def rubric(text: str, mark: Mark, structure: Structure, limit: int, *, titles: bool) -> Rubric:
    """Return the rubric of a heading and where the words after it begin, at ``limit`` at the latest.

    ``titles``: a line that looks like a title is one, because most units of the law have one.
    """
    unit = mark.bare or mark.word in structure.UNITS
    found = (
        _of_unit(text, mark, structure, limit, titles=titles)
        if unit
        else _of_container(text, mark, structure, limit)
    )
    return Rubric(found.heading, min(found.content, limit))


def _words(text: str) -> str:
    return " ".join(text.strip(_MARKUP).split()).strip(_MARKUP)


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _line(text: str, at: int) -> tuple[str, int]:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return text[at:end], end


def _title(text: str, mark: Mark, structure: Structure, limit: int) -> Rubric | None:
    """Return the title that fills the rest of a heading's line, or the line below a number alone."""
    start, end = mark.start, mark.line_end
    words = text[mark.end : end]
    if not words.strip(_MARKUP):
        start = _skip(text, end)
        words, end = _line(text, start)
    if not _is_title(words, structure) or not _ended(text, start, end, apart=_apart(mark)):
        return None
    content = _skip(text, end)
    return Rubric(_words(words), content) if content < limit else None


def _apart(mark: Mark) -> bool:
    """Return whether a title right after the number is the custom with this kind of heading."""
    return mark.word is BARE or mark.word.word.startswith("§") or mark.level.startswith("#")


def _of_unit(text: str, mark: Mark, structure: Structure, limit: int, *, titles: bool) -> Rubric:
    if opens(text, mark.end, len(text), structure):
        return Rubric("", mark.end)
    if mark.margin:
        return Rubric(_words(mark.margin), mark.end)
    rest = text[mark.end : mark.line_end]
    if not rest.strip(_MARKUP):
        content = _skip(text, mark.line_end)
        found = _on_next_line(text, content, structure)
        return found if found.heading or not titles else _title(text, mark, structure, limit) or found
    at = mark.end
    bracketed = _IN_BRACKETS.match(text, at)
    if bracketed and structure.CASED and not bracketed.group(1)[:1].isdigit() and len(bracketed.group(1)) > 3:
        return Rubric(_words(bracketed.group(1)), min(_skip(text, bracketed.end()), mark.line_end))
    set_off = _SET_OFF.match(text, at)
    if set_off and set_off.end() < mark.line_end and "(" not in set_off.group(2)[:1]:
        return Rubric(_words(set_off.group(2)), set_off.end())
    if mark.word is BARE:
        dashed = _DASHED.match(text, at)
        if dashed and dashed.end() <= mark.line_end:
            return Rubric(_words(dashed.group(1)), dashed.end())
    for pattern in (_STOPPED, _CAPITALS) if structure.CASED else ():
        words = pattern.match(text, at, mark.line_end)
        if words and structure.SENTENCE.search(words.group(1)) is None:
            return Rubric(_words(words.group(1)), words.end())
    return (_title(text, mark, structure, limit) if titles or _apart(mark) else None) or Rubric("", at)


def _ended(text: str, start: int, end: int, *, apart: bool = False) -> bool:
    """Return whether a line was ended on purpose and not broken where it was full.

    A line is broken where the next word would not fit: had that word fitted, as the next line's length shows,
    it would stand there. ``apart``: a full stop, or an empty line after words in plain text, shows it too.
    """
    content = _skip(text, end)
    below = _line(text, content)[0].strip()
    if _MARKER.match(below):
        return True
    if not below or below[:1].islower():
        return False
    if apart and (
        text[start:end].rstrip().endswith(".") or (text[start] != "#" and "\n\n" in text[end:content])
    ):
        return True
    return end - start + len(below.split()[0]) < len(below)


def above(text: str, floor: int, at: int, structure: Structure) -> tuple[int, str] | None:
    """Return where a rubric that stands above a number begins (after ``floor``), and its words."""
    end = len(text[floor:at].rstrip()) + floor
    start = end
    for _ in range(_LINES_ABOVE):
        start = max(floor, text.rfind("\n", floor, start) + 1)
        line = text[start:end].lstrip()
        if line[:1].isupper() or start == floor:
            break
        start -= 1
    words = _words(text[start:end])
    before = text[floor:start].rstrip(" \t*_")
    apart = not before.strip() or before.endswith("\n\n") or before.rstrip()[-1] in ".;:—)]”\"'"
    if not apart or text.count("\n", end, at) > 2 or text[end - 1] in ",;:—-" or not words[:1].isupper():
        return None
    return (start, words) if _is_title(words, structure) else None


def _is_title(line: str, structure: Structure) -> bool:
    """Return whether the rest of a heading's line is a title and not the beginning of its text."""
    words = line.strip(" \t\r—–-")
    return (
        structure.CASED
        and structure.SENTENCE.search(words) is None
        and len(words) <= 120
        and not line.rstrip().endswith((";", ",", ":", "-", "—", "–"))
        and words.count(". ") == 0
        and not words[:1].islower()
        and not words[:1].isdigit()
        and not words.startswith("(")
        and len(words.split()) <= 14
    )


def _on_next_line(text: str, content: int, structure: Structure) -> Rubric:
    """Look for a rubric in the first line after a number that stands alone."""
    line, end = _line(text, content)
    shown = line.strip()
    if not shown or len(shown) > _LONGEST or not structure.CASED:
        return Rubric("", content)
    bracketed = _IN_BRACKETS.match(line.lstrip("*_ "))
    if bracketed and len(bracketed.group(1)) > 3:
        inner = line.find(bracketed.group(1))
        return Rubric(_words(bracketed.group(1)), _skip(text, content + inner + len(bracketed.group(1)) + 1))
    whole_bold = shown[:2] in ("**", "__") and shown.rstrip(".: ")[-2:] in ("**", "__")
    letters = [c for c in shown if c.isalpha()]
    capitals = len(letters) >= 4 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
    if whole_bold or capitals:
        return Rubric(_words(shown), _skip(text, end))
    return Rubric("", content)


def _of_container(text: str, mark: Mark, structure: Structure, limit: int) -> Rubric:
    """A container's title: the rest of its line, else the line or lines in capitals or bold below it."""
    rest = text[mark.end : mark.line_end].split("](")[0]
    heading = _words(rest)
    content = _skip(text, mark.line_end)
    parts = [heading] if heading else []
    if mark.word.word == "":
        parts = [_words(text[mark.start : mark.line_end])]
    for _ in range(3):
        if content >= limit:
            break
        line, end = _line(text, content)
        shown = line.strip()
        if not shown or len(shown) > _LONGEST:
            break
        if _IN_BRACKETS.fullmatch(shown) and not parts and mark.word.kind == "annex":
            content = _skip(text, end)  # "[Section 5.]" between a schedule's number and its title
            continue
        if not _title_line(shown, structure, first=not parts):
            break
        parts.append(_words(shown))
        content = _skip(text, end)
    return Rubric(" ".join(p for p in parts if p), content)


def _title_line(line: str, structure: Structure, *, first: bool) -> bool:
    """Return whether a line below a container's number is (part of) its title."""
    opening = line.lstrip("#*_ ")
    heading_words = "|".join(w.word for w in (*structure.UNITS, *structure.CONTAINERS) if w.word)
    if re.match(rf"(?:{heading_words})(?![a-zà-ÿ])", opening, re.IGNORECASE) or re.match(
        r"[\d§(\[]", opening
    ):
        return False
    if line.startswith(("#", "**", "__")):
        return True
    if not structure.CASED:
        return first and len(line) <= 120
    letters = [c for c in line if c.isalpha()]
    if letters and sum(c.isupper() for c in letters) >= 0.85 * len(letters):
        return True
    return first and len(line) <= 120 and not line.endswith((".", ";", ":", ","))
