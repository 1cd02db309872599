"""Marks: every place where a heading could begin, with what tells headings from mentions."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from atlas_legal.languages.drafting import HeadingWord, Structure
from atlas_legal.parsing.numbers import Key, Number, number

BARE: Final = HeadingWord("section", "sec", "", "Section {}")
"""The heading of a section that is a number alone."""

_LEAD: Final = r"[ \t\u00a0>*_#|\[(\"“”«‘'–—]{0,24}"
_QUOTES: Final = frozenset('"“”«‘')
_GAP: Final = (
    r"[^\S\n]{0,4}[*_.:º°#]{0,6}[^\S\n]{0,4}"
    r"(?:n(?:[º°.]|o\.|ro\.?|[uú]m\.?|[uú]mero){1,2}[^\S\n]{0,3})?[*_]{0,3}\(?[^\S\n]{0,2}"
)
_WIDE_GAP: Final = r"\s{0,4}[*_.:#]{0,6}\s{0,4}(?:n[º°.]{1,2}\s{0,3})?[*_]{0,3}"
_FEW_WORDS: Final = r"\w{1,20}(?:[\s-]\w{1,16})?"
"""A number in one or two words: a quick look ahead before the long list of number words is tried."""
_ORDINAL_SIGN: Final = r"(?:[^\S\n]?[º°ª˚]|(?<=\d)(?:o|ro|er|do|to|mo|vo|no|ra|da|ta)(?=[\s.\-—–:*]))?"
_SUFFIX_GAP: Final = r"[\s:.*_º°(]{0,8}"
_SEPARATORS: Final = re.compile(r"[^\S\n]*(?:[*_.:)\]\-—–º°ª|˚]|&nbsp;)*(?:[^\S\n]+[\-—–.:*]+)*[^\S\n]*")
_STRONG_TAIL: Final = re.compile(r"[^\S\n]*[*_]{0,4}[^\S\n]*[.:)\-—–º°\]|]")
_LEADERS: Final = re.compile(r"(?:\.[ \t]?){5,}|…{2,}|_{6,}|\]\(#")
_BARE_END: Final = re.compile(r"[^\S\n]?\.[^\S\n]*[*_]{0,3}(?:[^\S\n]*[-—–]{1,2})?[^\S\n]*")
_BRACKET: Final = re.compile(r"[*_]{0,3}[\[(]")
_ALONE: Final = re.compile(r"[^\S\n]*[*_]{0,3}[^\S\n]*\n\s{0,40}[#*_]{0,6}(?=[^\S\n]?\d)")
_SUBSECTION: Final = re.compile(r"[*_ ]{0,4}\((?:1|a|i)\)")
_SETS_OFF: Final = ("**", "__", ".  ", ";  ", ":  ")
"""What can stand before a heading in the middle of a line."""


@dataclass(slots=True)
class Mark:
    """A place where a heading could begin.

    ``start`` is where the heading begins (its markup included), ``end`` where the words after the number
    and its punctuation begin, ``line_end`` the end of its line. ``level`` says how it is set off: ``#`` and
    the count of signs, ``*`` for bold, empty for plain; ``case`` how its word is written. ``opened`` is True
    where a quotation mark stands before it, ``listed`` where it is a line of a table of contents. ``margin``
    is a rubric that stands before the number in its line.
    """

    start: int
    end: int
    line_end: int
    word: HeadingWord
    number: Number | None
    level: str
    case: str
    opened: bool
    strong: bool
    bare: bool = False
    inline: bool = False
    listed: bool = False
    tail: str = ""
    margin: str = ""

    @property
    def key(self) -> Key:
        """The number's sort key, empty for a heading without a number."""
        return self.number.key if self.number else ()

    @property
    def style(self) -> tuple[str, str]:
        """How the heading looks."""
        return self.level, self.case


@dataclass(frozen=True, slots=True)
class Grammar:
    """The compiled patterns of a language's headings."""

    line: re.Pattern[str]
    inline: re.Pattern[str]
    unit_number: re.Pattern[str]
    container_number: re.Pattern[str]
    closing: re.Pattern[str]
    ordinal: re.Pattern[str]
    words: dict[str, HeadingWord] = field(default_factory=dict)


@lru_cache(maxsize=32)
def grammar(structure: Structure) -> Grammar:
    """Compile the patterns of a structure."""
    groups: dict[str, HeadingWord] = {}
    alternatives = []
    for place, word in enumerate((*structure.UNITS, *structure.CONTAINERS)):
        name = f"w{place}"
        groups[name] = word
        alternatives.append(f"(?P<{name}>{word.word})")
        if word.before:
            name = f"b{place}"
            groups[name] = word
            alternatives.append(
                rf"(?P<{name}>(?:the\s+)?(?={_FEW_WORDS}[^\S\n]{{1,3}}(?:{word.word}))"
                rf"(?:{structure.NUMBER})[^\S\n]{{1,3}}(?:{word.word}))"
            )
    units = "|".join(word.word for word in structure.UNITS)
    bare = (
        r"|(?P<bare>(?:\d{1,2}\[|(?P<margin>(?-i:[A-Z])[^\n.:;\d]{2,60}?)[^\S\n]{2,8})?"
        r"(?P<digits>\d{1,4})(?P<letters>(?-i:[A-Z]{0,3}))(?=[^\S\n]?\.(?!\d)))"
        if structure.BARE
        else ""
    )
    edge = r"(?![a-zà-ÿ])"
    capital = r"(?-i:(?![a-zà-ÿ]))" if structure.CASED else ""  # most lines go on in lower case
    closing = rf"(?P<closing>(?:{structure.CLOSING})(?!\w))"
    ordinal = rf"(?P<ordinal>(?={_FEW_WORDS}[^\S\n]?[.:–—-])(?:{structure.ORDINALS})(?=[^\S\n]?[.:–—-]))"
    return Grammar(
        re.compile(
            rf"^(?>{_LEAD}){capital}(?:(?:{'|'.join(alternatives)}){edge}|{closing}|{ordinal}{bare})",
            re.IGNORECASE | re.MULTILINE,
        ),
        # each alternative opens with its own sign, not with what precedes it, which makes the search faster
        re.compile(rf"(?:\*\*|__| (?<=[.;:]  ))[*_]?[^\S\n]?(?P<word>{units})(?![a-zà-ÿ])", re.IGNORECASE),
        re.compile(
            rf"{_GAP}(?P<num>{structure.NUMBER}){_ORDINAL_SIGN}(?:{_SUFFIX_GAP}(?P<suffix>{structure.SUFFIX}))?",
            re.IGNORECASE,
        ),
        re.compile(
            rf"{_WIDE_GAP}(?P<num>{structure.NUMBER}){_ORDINAL_SIGN}(?:{_SUFFIX_GAP}(?P<suffix>{structure.SUFFIX}))?",
            re.IGNORECASE,
        ),
        re.compile(closing, re.IGNORECASE | re.MULTILINE),
        re.compile(rf"[^\S\n]{{1,3}}{ordinal}", re.IGNORECASE),
        groups,
    )


TRANSITIONAL: Final = HeadingWord("transitional", "trans", "", "{}", 3, numbered=False)
FINAL: Final = HeadingWord("transitional", "final", "", "{}", 3, numbered=False)
"""Final or additional provisions: a heading of its own only where it begins a new series of numbers."""
CLOSINGS: Final = (TRANSITIONAL, FINAL)


def scan(text: str, start: int, structure: Structure) -> list[Mark]:
    """Return every mark from ``start`` on, in order. Mentions that show themselves as such are left out."""
    patterns = grammar(structure)
    found: list[Mark] = []
    seen: set[int] = set()
    for match in patterns.line.finditer(text, start):
        for mark in _marks(text, match, patterns, structure, found[-1].line_end if found else -1):
            if mark.start not in seen:
                seen.update((mark.start, match.end()))
                found.append(mark)
    taken = [(m.start, m.end) for m in found]
    starts = [s for s, _ in taken]
    inlines = any(sign in text for sign in _SETS_OFF)
    for match in patterns.inline.finditer(text, start) if inlines else ():
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < taken[at][1]:
            continue
        inline = _inline(text, match, patterns, structure)
        if inline is not None:
            found.append(inline)
    found.sort(key=lambda m: m.start)
    return found


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _marks(
    text: str, match: re.Match[str], patterns: Grammar, structure: Structure, last_line: int
) -> list[Mark]:
    """Make the marks of a line: of final provisions and their number, of a number, or of a heading word."""
    group = match.lastgroup or ""
    start = match.start()
    while start < match.end() and text[start] in " \t\u00a0":
        start += 1
    lead = _lead(text, start, match.start(group))
    first = text[match.start(group)]
    if group == "bare":
        found = [_bare(text, match, start, lead, structure)]
    elif group == "ordinal":
        found = [_ordinal(text, match, start, lead, structure)]
    elif structure.CASED and first.islower() and first != "§":
        found = []
    elif closing := patterns.closing.match(text, match.start(group)):
        found = _final(text, closing, start, lead, patterns, structure)
    else:
        found = [_mark(text, match, start, lead, patterns, structure, last_line)]
    return [mark for mark in found if mark is not None]


def _final(
    text: str, match: re.Match[str], start: int, lead: str, patterns: Grammar, structure: Structure
) -> list[Mark | None]:
    """Make the marks of a heading of final or transitional provisions, and of an ordinal that follows it."""
    end = match.end()
    word = TRANSITIONAL if structure.TRANSITIONAL.search(match.group()) else FINAL
    level, case = _level(lead), _case(match.group(), structure)
    heading = Mark(start, end, _line_end(text, end), word, None, level, case, bool(_QUOTES & set(lead)), True)
    numbered = patterns.ordinal.match(text, end)
    if numbered is None:
        heading.tail = text[end : heading.line_end].strip(" \t*_.:—–-|\r\u00a0")
        return [heading if _titled(text, heading, structure) else None]
    heading.line_end = numbered.start("ordinal")
    return [heading, _ordinal(text, numbered, numbered.start("ordinal"), lead, structure)]


def _mark(
    text: str,
    match: re.Match[str],
    start: int,
    lead: str,
    patterns: Grammar,
    structure: Structure,
    last_line: int,
) -> Mark | None:
    """Make a mark of a line that opens with a heading word, None where it can be no heading."""
    group = match.lastgroup or ""
    word = patterns.words[group]
    unit = word in structure.UNITS
    end = match.end()
    stated: Number | None = None
    signed = False
    if group.startswith("b"):
        before = re.match(rf"(?:the\s+)?(?P<num>{structure.NUMBER})", match.group(group), re.IGNORECASE)
        stated = number(before["num"], "", structure) if before else None
    if stated is None:
        numbered = (patterns.unit_number if unit else patterns.container_number).match(text, end)
        if numbered is None and unit and (below := _ALONE.match(text, end)) is not None:
            numbered = patterns.unit_number.match(
                text, below.end()
            )  # the word alone, its number in a line below
        if numbered is not None:
            stated = number(numbered["num"], numbered["suffix"] or "", structure)
            if stated is not None:
                end = numbered.end()
                signed = numbered.end() > numbered.end("num")
    if stated is None and (unit or word.numbered):
        return None
    line_end = _line_end(text, end)
    mark = Mark(
        start,
        end,
        line_end,
        word,
        stated,
        _level(lead),
        _case(match.group(group), structure),
        bool(_QUOTES & set(lead)),
        strong=False,
    )
    after_heading = last_line >= 0 and start - last_line < 6 and not text[last_line:start].strip()
    return _judged(text, mark, structure, unit=unit, signed=signed, after_heading=after_heading)


def _judged(
    text: str, mark: Mark, structure: Structure, *, unit: bool, signed: bool, after_heading: bool
) -> Mark | None:
    """Judge a mark by what follows and precedes it; None for a mention."""
    tail_start = mark.end
    rest = text[tail_start : min(mark.line_end, tail_start + 200)]
    mark.tail = rest.strip(" \t*_.:—–-|\r\u00a0")
    mark.listed = bool(_LEADERS.search(text, mark.start, min(mark.line_end, mark.start + 400)))
    if unit and not mark.tail.strip(")] ") and _BRACKET.match(text, mark.start):
        return None  # "[Section 7.]" below a schedule's heading says where the schedule belongs
    separated = signed or bool(_STRONG_TAIL.match(rest))
    bare_line = not mark.tail
    if not separated and structure.MENTION_AFTER.match(rest):
        return None
    if separated and _continues(rest, structure):
        return None
    following = rest.lstrip(" \t\u00a0*_")[:1]
    if structure.CASED and not separated and following.islower():
        return None
    if not unit and not _titled(text, mark, structure):
        return None
    if mark.level == "" and not after_heading and _cited(text, mark.start, structure):
        return None
    separators = _SEPARATORS.match(text, mark.end)
    if separators is not None:
        mark.end = min(separators.end(), mark.line_end)
    mark.strong = (
        bare_line or separated or mark.level.startswith("#") or not structure.CASED or _is_title(rest)
    )
    return mark


def _is_title(rest: str) -> bool:
    """Return whether the rest of a line is a title: short, with a capital, without a full stop."""
    words = rest.strip()
    return len(words) <= 110 and words[:1].isupper() and words[-1] not in ".;:,"


def _continues(rest: str, structure: Structure) -> bool:
    """Return whether the sentence goes on after the number's sign: "artículo 3º de la ley"."""
    stripped = rest.lstrip(" \t\u00a0")
    if not stripped or stripped[0] in ".:)-—–*_]|":
        return False
    return structure.MENTION_AFTER.match(rest) is not None


def _titled(text: str, mark: Mark, structure: Structure) -> bool:
    """Return whether a container's line looks like a title: alone, set off, or short without a full stop."""
    line = text[mark.start : mark.line_end]
    tail = text[mark.end : mark.line_end].strip(" \t*_.:—–-|\r\u00a0")
    if mark.level.startswith("#") or not tail or mark.listed:
        return True
    if len(line) > 250 or (structure.CASED and tail[:1].islower()):
        return False
    if mark.case == "U":
        return True
    return len(line) <= 130 and not tail.endswith((".", ";", ","))


def _cited(text: str, start: int, structure: Structure) -> bool:
    """Return whether the line before breaks off in the middle of a citation."""
    gap = text[max(0, start - 90) : start]
    before = gap.rstrip()
    if not structure.CASED and gap.count("\n", len(before)) > 1:
        return False
    return bool(before) and structure.MENTION_BEFORE.search(before) is not None


def _ordinal(text: str, match: re.Match[str], start: int, lead: str, structure: Structure) -> Mark | None:
    """Make a mark of an ordinal in words that alone heads a provision ("PRIMERA.-")."""
    written = match["ordinal"]
    stated = number(written, "", structure)
    if stated is None or not (written[:1].isupper() or match.re is not grammar(structure).line):
        return None
    separators = _SEPARATORS.match(text, match.end())
    line_end = _line_end(text, match.end())
    end = min(separators.end() if separators else match.end(), line_end)
    return Mark(
        start,
        end,
        line_end,
        structure.UNITS[0],
        stated,
        _level(lead),
        _case(written, structure),
        bool(_QUOTES & set(lead)),
        strong=True,
        bare=True,
        tail=text[end : min(line_end, end + 200)].strip(" \t*_.\r"),
    )


def _bare(text: str, match: re.Match[str], start: int, lead: str, structure: Structure) -> Mark | None:
    """Make a mark of a number that opens a line and is followed by a full stop."""
    stated = number(match["digits"], match["letters"], structure)
    above = text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start].strip()
    if stated is None or (len(above.split()) > 1 and _cited(text, start, structure)):
        return None
    end = match.end()
    line_end = _line_end(text, end)
    after = _BARE_END.match(text, end)
    content = min(after.end(), line_end) if after else end
    rest = text[content : min(line_end, content + 300)]
    first = rest.lstrip('*_ [("“‘')[:1]
    if first and (first.islower() or first.isdigit()) and not _SUBSECTION.match(rest):
        return None
    rubric = re.match(r"[^\n]{2,220}?(?:\.\s?[—–-]|[—–]{1,2}\s?\(1\)|\*\*)", rest) is not None
    mark = Mark(
        start,
        content,
        line_end,
        BARE,
        stated,
        _level(lead),
        "T",
        bool(_QUOTES & set(lead)),
        strong=rubric or _opens_subsections(text, content, line_end) or lead.startswith("#") or "*" in lead,
        bare=True,
        tail=rest.strip(" \t*_.\r"),
        margin=match["margin"] or "",
    )
    mark.listed = bool(_LEADERS.search(text, start, min(line_end, start + 400)))
    return mark


def _opens_subsections(text: str, content: int, line_end: int) -> bool:
    """Return whether "(1)" stands right after a bare number, or right below its title."""
    below = text[line_end : line_end + 40].lstrip()
    return bool(_SUBSECTION.match(text, content) or _SUBSECTION.match(below))


def _inline(text: str, match: re.Match[str], patterns: Grammar, structure: Structure) -> Mark | None:
    """Make a mark of a bold heading, or one after a full stop, in the middle of a line."""
    written = match["word"]
    if structure.CASED and written[:1].islower():
        return None
    word = _word_of(written, structure)
    numbered = patterns.unit_number.match(text, match.end())
    if word is None or numbered is None:
        return None
    stated = number(numbered["num"], numbered["suffix"] or "", structure)
    if stated is None:
        return None
    bold = text[match.start()] in "*_"
    start = match.start() if bold else match.start("word")
    line_end = _line_end(text, start)
    mark = Mark(
        start,
        numbered.end(),
        line_end,
        word,
        stated,
        "*" if bold else "",
        _case(written, structure),
        opened=False,
        strong=False,
        inline=True,
    )
    return _judged_inline(text, mark, structure, signed=numbered.end() > numbered.end("num"))


def _judged_inline(text: str, mark: Mark, structure: Structure, *, signed: bool) -> Mark | None:
    rest = text[mark.end : min(mark.line_end, mark.end + 200)]
    mark.tail = rest.strip(" \t*_.:—–-|\r\u00a0")
    if not signed and structure.MENTION_AFTER.match(rest):
        return None
    if signed and _continues(rest, structure):
        return None
    if mark.level == "*" and not (signed or _STRONG_TAIL.match(rest)):
        return None
    separators = _SEPARATORS.match(text, mark.end)
    if separators is not None:
        mark.end = min(separators.end(), mark.line_end)
    mark.strong = True
    return mark


@lru_cache(maxsize=4096)
def _word_of(written: str, structure: Structure) -> HeadingWord | None:
    return next((w for w in structure.UNITS if re.fullmatch(w.word, written, re.IGNORECASE)), None) or next(
        (w for w in structure.UNITS if re.match(w.word, written, re.IGNORECASE)), None
    )


def _lead(text: str, start: int, word: int) -> str:
    return text[start:word].replace(" ", "").replace("\t", "").replace("\u00a0", "")


def _level(lead: str) -> str:
    """How the heading is set off."""
    hashes = lead.count("#")
    return "#" * hashes if hashes else "*" if "*" in lead or "_" in lead else ""


def _case(word: str, structure: Structure) -> str:
    if not structure.CASED:
        return ""
    return "U" if word.isupper() and len(word) > 1 else "T"


def units(marks: Sequence[Mark], structure: Structure) -> Iterator[Mark]:
    """Yield the marks that could head an article-like unit."""
    return (m for m in marks if m.bare or m.word in structure.UNITS)
