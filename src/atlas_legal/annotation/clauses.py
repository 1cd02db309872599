"""Clauses: the sentences and list points of a provision, each with the opening words that it inherits."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from atlas_legal.languages.grammar import Norms

_SPLIT = re.compile(
    r"[\n.;!?: ](?:"  # only where one of these stands is a cut looked for, which halves the time
    r"(?<=\n)"
    r"|(?<=[.;!?])[.;!?]*(?=[ \n])"
    r"|(?<=:)(?=[ \n])"
    r"|(?:(?<=[.;:,)\n—–-] )|(?<=[;,] y )|(?<=[;,] o )|(?<=[;,] or )|(?<=[;,] and ))"
    r"(?=(?:[0-9]*\[)?(?:\(?[a-zñ]{1,2}\)|\(?[0-9]{1,3}[a-z]?\)|[0-9]{1,2}[º°]?[.-]+|[0-9]{1,2}[º°]"
    r"|\([ivxlc]{1,6}\)|[ivxlc]{1,6}\)|\([๐-๙ก-ฮ]{1,4}\)) ))"
)
_GLUED = re.compile(r"(\((?:[a-z]{1,2}|[ivx]{1,5}|[0-9]{1,3})\))[a-z]{2,}")
"""A mark that stands right before its words, as many published texts have it."""
_POINT = re.compile(
    r"(?:[0-9]*\[)?(?:(?P<upper>\(?[0-9]{1,3}[a-z]?\)|[0-9]{1,3}[º°]?[.-]+|[0-9]{1,3}[º°]|\([๐-๙]{1,3}\))"
    r"|(?P<roman>\(?[ivxlc]{1,6}[).])|(?P<letter>\(?[a-zñ]{1,2}[).]|\([ก-ฮ]\))|(?P<dash>[•·–-])) "
)
_OPENING_SIGNS = (":", "--", ":-", "—", "–")
_CONNECTIVE = re.compile(r"(?:[^\w]*(?:y|o|u|e|and|or|และ|หรือ)?[^\w]*)")
_FIRST = re.compile(r"\(?(?:a|1|i|๑|ก)[º°]?[).-]")
_THAI_LIST = ("ดังต่อไปนี้", "ดังนี้", "ผู้ใด", "ต่อไปนี้")


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of the flat text. ``chapeau`` are the spans of the opening (and closing) words of its list."""

    start: int
    end: int
    chapeau: tuple[tuple[int, int], ...] = ()
    opens: bool = False
    points: int = 0
    """How many list points hang on this clause, where it opens a list."""


@dataclass(slots=True)
class _Segment:
    start: int
    end: int
    level: str
    opens: bool
    proviso: bool = False


def clauses(text: str, norms: Norms, content: int = 0) -> tuple[Clause, ...]:
    """Split flat text into clauses. ``content`` is where the heading ends and the provision's words begin.

    A sentence or list point that ends in a colon or dash opens a list. The points below inherit it, and so
    do they inherit a tail that follows the list without a number ("… shall be punished with …").
    """
    segments = _segments(text, norms, content)
    found: list[Clause] = []
    lists: list[_List] = []
    for number, segment in enumerate(segments):
        index = len(found)
        tail = _inner_tail(text, segment, lists)
        if segment.level:
            segment.level = _settle(segment.level, text[segment.start : segment.start + 3], lists)
            while lists and lists[-1].level not in ("", segment.level):
                lists.pop()
            if lists and lists[-1].level and _FIRST.match(text, segment.start):
                lists.pop()  # a new list of the same kind that no words opened
            if lists:
                lists[-1].level = segment.level
                lists[-1].points.append(index)
        elif lists and lists[0].points and _TAIL.match(text, segment.start):
            _close(found, lists, (segment.start, segment.end))
            lists.clear()
        chapeau = (
            tuple((found[one.opener].start, found[one.opener].end) for one in lists) if segment.level else ()
        )
        if segment.proviso and found:
            chapeau = ((found[-1].start, found[-1].end),)
        following = segments[number + 1] if number + 1 < len(segments) else None
        # Where full stops end sentences, a colon or dash must open a list; elsewhere its first point does.
        opens = following is not None and (
            (segment.opens and bool(following.level))
            or (not norms.SENTENCES and bool(_FIRST.match(text, following.start)))
        )
        found.append(Clause(segment.start, tail or segment.end, chapeau, opens))
        if tail is not None:
            _close(found, lists, (tail, segment.end))
            found.append(Clause(tail, segment.end))
            lists.clear()
        if opens:
            if not segment.level:
                lists.clear()
            lists.append(_List(index))
    counts = _points(found)
    return tuple(Clause(c.start, c.end, c.chapeau, c.opens, counts.get((c.start, c.end), 0)) for c in found)


def _settle(level: str, head: str, lists: list["_List"]) -> str:
    """Whether ``c)`` is a letter or a Roman number: as in its list; ``i)`` opens a Roman one."""
    if level != "roman":
        return level
    marks = "".join(c for c in head if c.isalpha())
    used = {one.level for one in lists}
    if len(marks) > 1 or "roman" in used:
        return "roman"
    return "roman" if marks == "i" and "letter" not in {lists[-1].level if lists else ""} else "letter"


def _inner_tail(text: str, segment: _Segment, lists: list["_List"]) -> int | None:
    """Where the last point of an opened list runs on into the tail of the whole list."""
    if not segment.level or not lists:
        return None
    match = _RUN_ON.search(text, segment.start, segment.end)
    return match.start() if match else None


@dataclass(slots=True)
class _List:
    opener: int
    level: str = ""
    points: list[int] = field(default_factory=list)


def _points(found: list[Clause]) -> dict[tuple[int, int], int]:
    """How many list points inherit each opening clause directly."""
    counts: dict[tuple[int, int], int] = {}
    for clause in found:
        if clause.chapeau:
            counts[clause.chapeau[-1]] = counts.get(clause.chapeau[-1], 0) + 1
    return counts


def _close(found: list[Clause], lists: list[_List], tail: tuple[int, int]) -> None:
    """Give the tail of a list to its opening words and its points."""
    for index in {i for one in lists for i in (one.opener, *one.points)}:
        clause = found[index]
        found[index] = Clause(clause.start, clause.end, (tail, *clause.chapeau), clause.opens)


_TAIL = re.compile(
    r"(?:sera|seran|se (?:le|les|impond|aplic|castig|sanc)|incurrir|sufrir|la pena|"
    r"con (?:prision|reclusion|pena)|shall be|is guilty|are guilty|commits|"
    r"is liable|shall (?:commit|suffer|on conviction)|and shall|punish|ต้องระวางโทษ|ผู้นั้น|มีความผิด|ผู้กระทำ)"
)

_RUN_ON = re.compile(
    r"(?<=[,;] )(?:(?:sera|seran) (?:reprimid|castigad|penad|sancionad)"
    r"|shall (?:be (?:guilty|liable|punish)|on conviction))"
)


def _segments(text: str, norms: Norms, content: int) -> list[_Segment]:
    cuts = [0, content]
    for match in _SPLIT.finditer(text):
        mark = match.group()
        if mark[0] in ".!?" and not _ends_sentence(text, match.start(), norms):
            continue
        cuts.append(match.end())
    cuts.append(len(text))
    segments: list[_Segment] = []
    provisos = {m.start() for m in norms.PROVISO.finditer(text)}
    for start, end in pairwise(sorted({*cuts, *provisos})):
        words = text[start:end]
        proviso = start in provisos
        start += len(words) - len(words.lstrip(" \n"))
        body = words.strip(" \n")
        if not body:
            continue
        last = segments[-1] if segments else None
        if last is not None and last.end > content and _is_marker(text[last.start : last.end]):
            # a number or letter alone: the words after it are its point
            last.end = start + len(body)
            last.opens = _opens(body)
        elif last is not None and not _is_marker(body) and _CONNECTIVE.fullmatch(body):
            last.end = start + len(body)
        elif last is not None and not last.level and text[last.end - 1] == ";" and _TAIL.match(text, start):
            last.end = start + len(body)  # "whoever …; shall be punished with …" is one sentence
        else:
            rubric = end <= content  # a heading neither is a point nor opens a list
            level, opens = ("", False) if rubric else (_level(text, start), _opens(body))
            segments.append(_Segment(start, start + len(body), level, opens, proviso))
    return segments


def _level(text: str, start: int) -> str:
    """The kind of the enumerator that opens a segment, empty where there is none."""
    glued = _GLUED.match(text, start)
    point = _POINT.match(glued.group(1) + " ") if glued else _POINT.match(text, start)
    return next((k for k, v in point.groupdict().items() if v), "") if point else ""


def _is_marker(body: str) -> bool:
    """Whether a segment is an enumerator without words, such as ``a)``, ``iv.`` or ``12.``."""
    match = _POINT.match(body + " ")
    return bool(match and match.end() >= len(body)) or not any(c.isalpha() for c in body)


def _opens(body: str) -> bool:
    return body.endswith(_OPENING_SIGNS + _THAI_LIST)


def _ends_sentence(text: str, at: int, norms: Norms) -> bool:
    """A full stop ends a sentence unless it belongs to an abbreviation, a number or an enumerator."""
    if not norms.SENTENCES:
        return False
    begin = at
    while begin > 0 and text[begin - 1] not in " \n(":
        begin -= 1
    word = text[begin:at]
    if word in norms.ABBREVIATIONS or (len(word) == 1 and word.isalpha()):
        return False
    if not word.rstrip("º°").isdigit():
        return True
    # "12. Title": a number that opens a line or follows a full stop is an enumerator
    return begin > 0 and text[begin - 1] != "\n" and text[begin - 2 : begin - 1] not in ".;:,"
