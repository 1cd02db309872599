"""Paragraphs and points below an article, where their numbering shows that they are.

A list begins with the first number, letter or dash and grows; a list of one is none. A marker that fits a
list already open goes on there, else it must be the first of a list one level deeper. What follows the last
point in a paragraph of its own belongs to what holds the list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import merge
from statistics import median
from typing import Final

from atlas_legal.languages.drafting import Structure
from atlas_legal.model.law import Provision, ProvisionKind, ProvisionStatus
from atlas_legal.parsing.eids import Names
from atlas_legal.parsing.notes import part_repealed
from atlas_legal.parsing.numbers import roman

_LETTERS: Final = ("abcdefghijklmnñopqrstuvwxyz", "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ")
_SYMBOL: Final = r"(?:\d{1,3}[A-Z]?|[a-zñ]{1,2}|[ivx]{3,5}|[A-ZÑ]|[IVXLC]{1,6}|[ก-ฮ])"
_INSIDE: Final = rf"\(\s?{_SYMBOL}\s?\)"
_CLOSED: Final = rf"{_SYMBOL}[º°]?\s?\)"
_DECIMAL: Final = r"\d{1,3}(?:\.\d{1,2}){1,3}\.?(?=[\s*_-])"
_DOTTED: Final = r"(?:\d{1,3}|[a-zñ]|[ivx]{2,5}|[A-ZÑ]|[IVXLC]{1,6}|[ก-ฮ])(?:[º°]?\.|[º°])(?=[\s*_–—-]|\Z)"
_AFTER: Final = r"[*_]{0,3}[^\S\n]*[.:]?(?:[^\S\n]*[–—-]+(?=\s|\w))?[*_]{0,3}[^\S\n]*"
_LEAD: Final = r"[ \t\u00a0>*_|“\"«]{0,12}(?:\d{1,2}\[)?"
_INLINE: Final = re.compile(
    rf"[:;.,—–-][*_]{{0,3}}\s{{0,3}}(?:\w{{1,3}}\s{{1,3}})?(?P<mark>[*_]{{0,3}}(?P<symbol>{_INSIDE}|{_CLOSED}|\d{{1,2}}\.(?=\s)){_AFTER})(?=\S)"
)
_SHAPE: Final = re.compile(r"[\d.]*\d[A-Z]?|[^\W\d_]+")
_LEAP: Final = 3.0
"""How far the next number of a list may be from the last one: those between were repealed."""
_FEW: Final = 3
"""Letters between two markers in a line: no more than these are a citation's "and"."""
_DEEPEST: Final = 8
_STEP: Final = 1.0
"""The same in the middle of a line, where citations look like points."""
_TAIL: Final = re.compile(r"[.:;][*_)\]”»\"]{0,4}[^\S\n]*\n\s*(?=[^\s(\[*_a-zà-ÿ–—-])")
_PARAGRAPH: Final = 75
"""Where lines are broken in the midst of sentences, most are shorter than this."""
_FEW_LINES: Final = 30
"""In so few lines their lengths show nothing."""

Style = tuple[str, ...]
_DASH: Final[Style] = ("dash",)


@dataclass(frozen=True, slots=True)
class _Marker:
    """What could open a part: ``readings`` are the styles it could be of, with its place in each series."""

    start: int
    end: int
    shown: str
    readings: tuple[tuple[Style, float], ...]
    inline: bool


@dataclass(slots=True)
class _Item:
    marker: _Marker
    value: float
    lists: list["_List"] = field(default_factory=list)


@dataclass(slots=True)
class _List:
    style: Style
    items: list[_Item]


def by_line(text: str, structure: Structure) -> bool:
    """Return whether each line of this text that bears no number is a paragraph of its own."""
    if not structure.LINES:
        return False
    lengths = [close - at for at, close in _unnumbered(text, 0, len(text), structure)]
    return len(lengths) < _FEW_LINES or median(lengths) > _PARAGRAPH


def subdivide(
    text: str,
    start: int,
    end: int,
    parent: str,
    label: str,
    names: Names,
    structure: Structure,
    *,
    lines: bool = False,
    quoted: bool = False,
) -> tuple[Provision, ...]:
    """Return the numbered parts of ``text[start:end]``, each with its own parts.

    ``lines``: where there are several paragraphs without numbers, they are parts too.
    """
    paragraphs = [at for at, _ in _unnumbered(text, start, end, structure)] if lines else []
    if len(paragraphs) < 2:
        found = _lists(text, start, end, structure)
        return _provisions(text, found, end, parent, label, names, structure, quoted=quoted, top=True)
    result = []
    for place, (begin, close) in enumerate(zip(paragraphs, [*paragraphs[1:], end], strict=True), 1):
        eid = names.child(parent, "para", str(place))
        shown = structure.PARAGRAPH_LABEL.format(label, place)
        found = _lists(text, begin, close, structure)
        below = _provisions(text, found, close, eid, shown, names, structure, quoted=quoted, top=False)
        gone = part_repealed(text, begin, close, structure, leaf=not below)
        result.append(
            Provision(
                eid,
                "paragraph",
                str(place),
                "",
                begin,
                close,
                begin,
                shown,
                "repealed" if gone else "in_force",
                quoted,
                below,
            )
        )
    return tuple(result)


def _unnumbered(text: str, start: int, end: int, structure: Structure) -> Iterator[tuple[int, int]]:
    """Yield where each line of words begins and ends that opens with neither a number nor a heading."""
    marker, _, _, heading = _patterns(structure)
    while start < end:
        close = text.find("\n", start, end)
        close = end if close < 0 else close
        line = text[start:close]
        begin = start + len(line) - len(line.lstrip())
        numbered = marker.match(text, start, close) or heading.match(text, begin, close)
        if any(map(str.isalpha, line)) and not numbered:
            yield begin, close
        start = close + 1


@lru_cache(maxsize=16)
def _patterns(structure: Structure) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a marker, of one that opens a line, of a citation cut short, and of headings."""
    part = rf"(?P<word>{structure.PART})[^\S\n]{{1,3}}(?P<named>{_SYMBOL})(?:[º°o](?!\w))?[.):—–-]{{1,3}}"
    marker = (
        rf"(?P<lead>{_LEAD})(?:(?:{part}|(?P<symbol>{_INSIDE}|{_CLOSED}|{_DECIMAL}|{_DOTTED})){_AFTER}"
        r"|(?P<dash>[–—•▪·-])[^\S\n]+(?=\S))"
    )
    return (
        re.compile(marker),
        re.compile(rf"\n{marker}"),  # a search for a line break is many times faster than one for ^
        re.compile(rf"(?<!\w)(?:{structure.PART})[\s*_]{{0,4}}\Z", re.IGNORECASE),
        re.compile("|".join(word.word for word in (*structure.UNITS, *structure.CONTAINERS)), re.IGNORECASE),
    )


@lru_cache(maxsize=4096)
def _readings(symbol: str, closing: str, word: str) -> tuple[tuple[Style, float], ...]:
    """Return the styles in which a symbol can be read, Roman numbers first."""
    found: list[tuple[Style, float]] = []
    if symbol[0].isdigit():
        parts = symbol.split(".")
        if len(parts) > 1:
            return ((("decimal", str(len(parts))), float(parts[-1])),)
        digits = symbol.rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
        inserted = (ord(symbol[-1].lower()) - ord("a") + 1) / 100 if digits != symbol else 0.0
        return ((("digit", closing, word), int(digits) + inserted),)
    case = "upper" if symbol.isupper() else "lower"
    value = roman(symbol)
    if value is not None:
        found.append((("roman", case, closing, word), float(value)))
    lower = symbol.lower()
    for alphabet in _LETTERS:
        if lower[0] in alphabet and lower == lower[0] * len(lower):
            place = alphabet.index(lower[0]) + 1 + (len(alphabet) if len(lower) > 1 else 0)
            if lower[0] > "n" and alphabet is _LETTERS[0] and lower[0] != "ñ":
                place -= 1  # most lists pass over ñ
            found.append((("letter", case, closing, word), place - 0.5 if lower[0] == "ñ" else float(place)))
    return tuple(found)


def _markers(text: str, start: int, end: int, structure: Structure) -> Iterator[_Marker]:
    """Yield what could open a part, in order: at the beginning of each line, and after punctuation."""
    return merge(_at_lines(text, start, end, structure), _in_lines(text, start, end), key=lambda m: m.start)


def _at_lines(text: str, start: int, end: int, structure: Structure) -> Iterator[_Marker]:
    first, lines, _, _ = _patterns(structure)
    opening = first.match(text, start, end)
    if opening is not None:
        yield _at_line(opening)
    for found in lines.finditer(text, start if opening is None else opening.end(), end):
        yield _at_line(found)


def _at_line(found: re.Match[str]) -> _Marker:
    start = found.end("lead") - len(found["lead"].lstrip(" \t\u00a0>|"))
    if found["dash"]:
        return _Marker(start, found.end(), found["dash"], ((_DASH, 1.0),), False)
    return _marker(start, found, found["named"] or found["symbol"], (found["word"] or "").casefold())


def _in_lines(text: str, start: int, end: int) -> Iterator[_Marker]:
    for found in _INLINE.finditer(text, start, end):
        _, line, gap = text[found.start() : found.start("mark")].rpartition("\n")
        if not line or gap.strip(" \t*_"):  # else it opens a line, where it was seen already
            yield _marker(found.start("mark"), found, found["symbol"], "", inline=True)


def _marker(start: int, found: re.Match[str], symbol: str, word: str, *, inline: bool = False) -> _Marker:
    shape = _SHAPE.search(symbol)
    shown = shape.group() if shape else symbol
    closing = "()" if symbol[0] == "(" else ")" if symbol[-1] == ")" else "º" if symbol[-1] in "º°" else "."
    return _Marker(start, found.end(), shown, _readings(shown, closing, word), inline)


def _lists(text: str, start: int, end: int, structure: Structure) -> list[_List]:
    """Sort the markers into lists within lists."""
    roots: list[_List] = []
    stack: list[_List] = []
    last = start
    for marker in _markers(text, start, end, structure):
        if not marker.readings or marker.start < last:
            continue
        if marker.inline and not _has_words(text, last, marker.start):
            continue
        before = text[max(start, marker.start - 40) : marker.start].rstrip(" \t\r\n*_")
        if _is_cited(before, marker, structure):
            continue
        opens = before.endswith((":", "—", "–", "-"))
        at = _going_on(marker, stack, opens=opens)
        if at is not None:
            depth, value = at
            del stack[depth + 1 :]
            stack[depth].items.append(_Item(marker, value))
        elif opens or not before or not (marker.inline or marker.readings[0][0] is _DASH):
            style = next((style for style, value in marker.readings if value == 1), None)
            if style is None or len(stack) >= _DEEPEST:
                continue
            apart = stack and _tail(text, last, marker.start) < marker.start
            while apart and stack and not _is_paragraphs(stack, structure):
                stack.pop()
            known = next((n for n, one in enumerate(stack) if one.style == style), None)
            if known is not None:
                if not (opens and apart):
                    continue
                del stack[known:]
            new = _List(style, [_Item(marker, 1.0)])
            (stack[-1].items[-1].lists if stack else roots).append(new)
            stack.append(new)
        else:
            continue
        last = marker.end
    return _pruned(roots)


def _is_cited(before: str, marker: _Marker, structure: Structure) -> bool:
    """Return whether a marker only ends a citation, or restates a number in digits: "TRES (3)"."""
    if _patterns(structure)[2].search(before):
        return True
    word = before.rpartition(" ")[2].rpartition("\n")[2]
    return (
        structure.CASED
        and word.isalpha()
        and marker.readings[0][0][:2] == ("digit", "()")
        and bool(structure.ordinal(word))
    )


def _has_words(text: str, start: int, end: int) -> bool:
    """Return whether there is more than a citation's comma or "and" between two markers."""
    return sum(map(str.isalpha, text[start:end][:60])) > _FEW or start == end


def _going_on(marker: _Marker, stack: Sequence[_List], *, opens: bool) -> tuple[int, float] | None:
    """Return the level of an open list whose next item this is, the innermost one, and its place there."""
    step = _STEP if marker.inline else _LEAP
    first = marker.readings[0][1] == 1
    for depth in range(len(stack) - 1, -1, -1):
        last = stack[depth].items[-1].value
        for style, value in marker.readings:
            if style == stack[depth].style:
                if style is _DASH:
                    return depth, last + 1
                if last < value <= last + step and not (opens and first):
                    return depth, value
    return None


def _tail(text: str, start: int, end: int) -> int:
    """Return where a paragraph of its own begins after a point, ``end`` where none does."""
    found = _TAIL.search(text, start, end)
    return found.end() if found else end


def _is_paragraphs(stack: Sequence[_List], structure: Structure) -> bool:
    """Return whether the innermost open list is one of paragraphs: numbers right below the article."""
    return len(stack) == 1 and _kind(stack[0], structure, top=True) == "paragraph"


def _kind(one: _List, structure: Structure, *, top: bool) -> ProvisionKind:
    numbers = one.style[0] in ("digit", "decimal") or one.style[:2] == ("roman", "upper")
    return "paragraph" if top and numbers and structure.CASED else "point"


def _pruned(lists: Sequence[_List]) -> list[_List]:
    """Leave out lists of one item; what hangs below it moves up."""
    kept: list[_List] = []
    for one in lists:
        for item in one.items:
            item.lists = _pruned(item.lists)
        kept.extend([one] if len(one.items) > 1 else one.items[0].lists)
    return kept


def _provisions(
    text: str,
    lists: Sequence[_List],
    end: int,
    parent: str,
    label: str,
    names: Names,
    structure: Structure,
    *,
    quoted: bool,
    top: bool,
) -> tuple[Provision, ...]:
    """Turn lists into provisions. A list of points ends where a paragraph of its own follows."""
    made: list[Provision] = []
    for place, one in enumerate(lists):
        kind = _kind(one, structure, top=top)
        limit = lists[place + 1].items[0].marker.start if place + 1 < len(lists) else end
        if kind == "point":
            limit = _tail(text, _last(one).end, limit)
        ends = [*(item.marker.start for item in one.items[1:]), limit]
        for count, (item, close) in enumerate(zip(one.items, ends, strict=True), 1):
            shown = item.marker.shown
            eid = names.child(
                parent, "para" if kind == "paragraph" else "point", _number(one.style, item, count)
            )
            pattern = structure.PARAGRAPH_LABEL if kind == "paragraph" else structure.POINT_LABEL
            name = pattern.format(label, shown)
            content = min(item.marker.end, close)
            below = _provisions(
                text, item.lists, close, eid, name, names, structure, quoted=quoted, top=False
            )
            gone = part_repealed(text, content, close, structure, leaf=not below)
            status: ProvisionStatus = "repealed" if gone else "in_force"
            made.append(
                Provision(
                    eid, kind, shown, "", item.marker.start, close, content, name, status, quoted, below
                )
            )
    return tuple(made)


def _last(one: _List) -> _Marker:
    """Return the last marker in a list and all below it."""
    item = one.items[-1]
    return _last(item.lists[-1]) if item.lists else item.marker


def _number(style: Style, item: _Item, count: int) -> str:
    """Return a part's number as an id writes it."""
    if style is _DASH:
        return str(count)
    if style[0] == "roman":
        return str(int(item.value))
    if style[0] == "decimal":
        return str(int(item.value))
    return "".join(str(int(c)) if c.isdigit() else c for c in item.marker.shown.lower())
