"""Which of the loaded laws can carry evidence, and why the others cannot."""

from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from atlas_legal.annotation.flat import squeeze
from atlas_legal.model.framework import Framework
from atlas_legal.model.law import Law

_SAME_TEXT = 0.7
"""Share of equal article openings from which two texts count as the same law."""


@dataclass(frozen=True, slots=True)
class Source:
    """A loaded law, whether it is used, and if not, why."""

    law: Law
    used: bool
    note: str = ""


def usable(framework: Framework) -> tuple[Source, ...]:
    """Judge every loaded law; order is kept.

    Treaties, bills, repealed laws, second texts of one law and laws in a language without a language file
    carry no evidence.
    """
    result: list[Source] = []
    kept: list[Law] = []
    for law in framework.laws:
        note = _unusable(law, framework) or _second_text(law, kept)
        if not note:
            kept.append(law)
        result.append(Source(law, not note, note))
    return tuple(result)


def _unusable(law: Law, framework: Framework) -> str:
    if not law.matched:
        return f"read but not matched: there is no language file for {law.language!r}"
    if law.kind == "treaty":
        return "an approved treaty: it proves ratification and is never evidence of compliance"
    if law.status == "bill" or law.kind == "bill":
        return "a bill: not law"
    if law.status == "repealed":
        return "repealed"
    if law.status == "translation" and any(
        other is not law
        and other.matched
        and other.status == "complete"
        and other.date == law.date
        and other.kind == law.kind
        for other in framework.laws
    ):
        return "a translation of a law that was read in the original"
    return ""


def _second_text(law: Law, kept: list[Law]) -> str:
    for other in kept:
        if (
            law.kind == other.kind
            and law.language == other.language
            and (
                law.source.sha256 == other.source.sha256
                or (law.date and law.date == other.date and _same(law, other))
            )
        ):
            return f"another text of {other.file}"
    return ""


def _same(one: Law, other: Law) -> bool:
    """Whether most articles of the same number open with nearly the same words."""
    openings = {u.eid: _opening(other, u.content_start, u.end) for u, _ in other.units()}
    pairs = [
        (_opening(one, u.content_start, u.end), openings[u.eid]) for u, _ in one.units() if u.eid in openings
    ]
    if len(pairs) < 3:
        return False
    close = sum(Levenshtein.normalized_similarity(a, b) > 0.6 for a, b in pairs)
    return close / len(pairs) >= _SAME_TEXT


def _opening(law: Law, start: int, end: int) -> str:
    return squeeze(law.text[start : min(end, start + 300)])[:120]
