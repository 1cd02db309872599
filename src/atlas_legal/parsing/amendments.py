"""Amendments: what a law changes in other laws, or in itself."""

from collections.abc import Iterator
from typing import Final

from atlas_legal.languages.drafting import AmendingCue, Structure
from atlas_legal.model.law import Amendment, Law, Provision
from atlas_legal.parsing.references import groups

_SENTENCE: Final = 600
"""Characters of an amending sentence that are read for what it amends."""
_BEFORE: Final = 300
"""Characters before the amending words that can name what is amended: "Section 5 of the Act is amended"."""


def amendments(law: Law, text: str, structure: Structure) -> tuple[Amendment, ...]:
    """Return the amendments that a law's own articles make, in order. ``text`` is the law's, in plain lines.

    ``target`` is the id of the amended unit in the amended law, None where a law is amended as a whole.
    """
    found: list[Amendment] = []
    for unit, _ in law.units():
        if unit.status != "repealed":
            found.extend(_of_unit(text, unit, structure))
    return tuple(found)


def _of_unit(text: str, unit: Provision, structure: Structure) -> Iterator[Amendment]:
    """Yield the amendments of one article: what each amending sentence cites, else what it quotes."""
    quotes = [part for part in unit.children if part.kind == "modification"]
    end = quotes[0].start if quotes else unit.end
    at = unit.content_start
    for start, cue in _cues(text, at, end, structure):
        if start < at:
            continue
        begin = max(at, _sentence_start(text, at, start))
        close = _sentence_end(text, start, end)
        named = list(groups(text, begin, close, structure))
        for group in named:
            for cited in group.cited:
                yield Amendment(unit.eid, cue.operation, group.law or None, cited.eid, begin, close)
        if not named and quotes and close >= end - 2:
            for quoted in quotes[0].children:
                own = quoted.eid.rpartition("__")[2]
                yield Amendment(
                    unit.eid, cue.operation, _law(text, begin, close, structure), own, begin, close
                )
        elif not named and (title := _law(text, begin, close, structure)):
            yield Amendment(unit.eid, cue.operation, title, None, begin, close)
        at = close


def _cues(text: str, start: int, end: int, structure: Structure) -> list[tuple[int, AmendingCue]]:
    """Return where amending words stand, in order; where two stand together the first in the list counts."""
    found: dict[int, AmendingCue] = {}
    for cue in structure.AMENDING:
        for match in cue.pattern.finditer(text, start, end):
            found.setdefault(match.start(), cue)
    return sorted(found.items(), key=lambda item: item[0])


def _sentence_start(text: str, start: int, at: int) -> int:
    return max(text.rfind(sign, max(start, at - _BEFORE), at) + 1 for sign in (". ", ".\n", ";", ":\n"))


def _sentence_end(text: str, at: int, end: int) -> int:
    limit = min(end, at + _SENTENCE)
    ends = [place for sign in (".\n", ";", ":\n", ": ") if (place := text.find(sign, at, limit)) >= 0]
    return min(ends, default=limit)


def _law(text: str, start: int, end: int, structure: Structure) -> str | None:
    match = structure.LAW_TITLE.search(text, start, end)
    return " ".join(match.group().split()).strip(" ,.") if match else None
