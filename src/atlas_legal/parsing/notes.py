"""Notes by which editors say that a provision is repealed, and what each of them is about."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from atlas_legal.languages.drafting import HeadingWord, Structure

_LEAD: Final = re.compile(r"[\s*_#|()\[<.:;—–-]{0,40}")
_OPENING: Final = re.compile(r"[(\[<*](?<![\]\w][(\[<])(?<![^\n]\*)")
"""A bracket that follows no word, or a star that opens a line. A search for the sign first is the fastest."""
_PAIRS: Final = {"(": ")", "[": "]", "<": ">"}
_MARKUP: Final = " \t\r\n\u00a0*_#|.;)]>"
_NOTE: Final = 900
"""A note with its links and dates, in characters."""
_FRONT: Final = 3_000
"""A note on the whole law stands within so many characters from the top."""
_REST: Final = 700
"""After an opening note that names no provision, more words than this are the provision's own."""
_PART_NAME: Final = 24
"""A line up to this long before a note, with no full stop, is the name of a part: "วรรคสอง (ยกเลิก)"."""
_DIGITS: Final = re.compile(r"\d+")
_ENUMERATED: Final = re.compile(
    r"[\s*_]*(?:\(?\d{1,3}[º°]?[.)-]|\(?[^\W\d_]{1,3}[.)]|\([ก-ฮ]{1,3}\)|[•–—-]\s)",
)


def opens(text: str, at: int, end: int, structure: Structure) -> bool:
    """Return whether ``text[at:end]`` opens with a note of repeal, in brackets or on the unit itself."""
    found = _match(text, at, end, structure)
    return found is not None and (
        any(sign in text[at : found.start()] for sign in _PAIRS) or _about(found, structure.UNITS, 0)
    )


def repealed(
    text: str,
    starts: Sequence[int],
    end: int,
    words: Sequence[HeadingWord],
    structure: Structure,
    number: int = 0,
) -> bool:
    """Return whether a provision is noted as repealed.

    The note stands where the provision's words should be, after its number or its heading (``starts``), or in
    brackets at its very end. It names nothing or one of ``words``; where it names numbers, ``number`` is in
    their range. A note that names nothing, in the last of several numbered parts, is about that part; what
    has no ``number`` has no such parts.
    """
    for start in starts:
        found = _match(text, start, end, structure)
        if found is not None and _about(found, words, number):
            named = bool(found["what"])
            if named or len(text[found.end() : end].strip()) <= _REST:
                return True
    for opening in _OPENING.finditer(text, max(starts[0], end - _NOTE), end):
        at = opening.start()
        found = _match(text, at, end, structure)
        if found is None or not _about(found, words, number):
            continue
        if not _only_notes(text, _close(text, at, end), end):
            continue
        if found["what"] or not number or not _of_a_part(text, starts[0], at):
            return True
    return False


def _of_a_part(text: str, start: int, at: int) -> bool:
    """Return whether a note that names nothing ends a numbered part, or follows nothing but a part's name."""
    line = max(start, text.rfind("\n", start, at) + 1)
    before = text[line:at].strip(_MARKUP)
    if line <= start:
        return False
    if _ENUMERATED.match(text, line, at):
        return True
    return 0 < len(before) <= _PART_NAME and text[line:at].rstrip(" *_")[-1:] not in ".;:"


def law_repealed(text: str, start: int, end: int, structure: Structure) -> bool:
    """Return whether a note in brackets above all provisions says that the whole law is repealed."""
    for opening in _OPENING.finditer(text, start, min(end, start + _FRONT)):
        found = _match(text, opening.start(), end, structure) if opening.group() in _PAIRS else None
        if found is not None and (not found["what"] or structure.LAW_WORD.match(found["what"])):
            return True
    return False


def part_repealed(text: str, start: int, end: int, structure: Structure, *, leaf: bool) -> bool:
    """Return whether a part of a unit is noted as repealed: by a note that opens it, or one that ends a leaf.

    A note that names the whole unit or what holds it is none on the part.
    """
    found = _match(text, start, end, structure)
    if found is not None and _of_part(found, structure) and _only_notes(text, _close(text, start, end), end):
        return True
    if not leaf:
        return False
    for opening in _OPENING.finditer(text, max(start, end - _NOTE), end):
        at = opening.start()
        found = _match(text, at, end, structure)
        if found is not None and _of_part(found, structure) and _only_notes(text, _close(text, at, end), end):
            return True
    return False


def _of_part(found: re.Match[str], structure: Structure) -> bool:
    """Return whether a note names nothing, or a part: "inciso", "second paragraph"."""
    what = found["what"]
    return (
        not what
        or re.match(rf"(?:\w{{1,12}}[\s*_]{{1,4}})?(?:{structure.PART})", what, re.IGNORECASE) is not None
    )


def _only_notes(text: str, at: int, end: int) -> bool:
    """Return whether nothing but groups in brackets follows."""
    while at < end:
        if text[at] in _PAIRS:
            at = _close(text, at, end)
        elif text[at] in _MARKUP:
            at += 1
        else:
            return False
    return True


def _match(text: str, at: int, end: int, structure: Structure) -> re.Match[str] | None:
    lead = _LEAD.match(text, at, end)
    found = structure.REPEALED.match(text, lead.end(), min(end, lead.end() + 300)) if lead else None
    if found is None or structure.REVIVED.search(text, found.end(), min(end, _close(text, at, end))):
        return None
    return found


def _about(found: re.Match[str], words: Sequence[HeadingWord], number: int) -> bool:
    """Return whether a note is about a provision of these words and this number."""
    what = found["what"]
    if not what:
        return True
    if not _pattern(tuple(words)).match(what):
        return False
    named = [int(digits) for digits in _DIGITS.findall(what)]
    return not named or not number or min(named) <= number <= max(named)


@lru_cache(maxsize=32)
def _pattern(words: tuple[HeadingWord, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(word.word for word in words if word.word)})(?![a-zà-ÿ])", re.IGNORECASE)


def _close(text: str, at: int, end: int) -> int:
    """Return where the brackets that open here close, at the latest where a note must end."""
    limit = min(end, at + _NOTE)
    while at < limit and text[at] not in _PAIRS:
        at += 1
    depth = 0
    opened = text[at : at + 1]
    closing = _PAIRS.get(opened, "")
    for place in range(at, limit):
        if text[place] == opened:
            depth += 1
        elif text[place] == closing:
            depth -= 1
            if depth == 0 and text[at + 1 : place].strip("* \t"):
                return place + 1
    return limit
