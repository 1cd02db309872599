"""Quantities: ages with their bounds, and punishments, read from masked text."""

import re
from functools import cache

from atlas_legal.languages import norms as language_norms
from atlas_legal.languages import numerals
from atlas_legal.languages.grammar import NUMBER, Norms, begins_any
from atlas_legal.model.norm import Age, Penalty

_RUN = re.compile(f"{NUMBER}+")
_SENTENCE = re.compile(r"[^.;\n]+")
_ONE = re.compile(
    r"\b(?=[ou])(?:"  # most words begin with neither
    r"(?:uno|una?|one)(?=(?: (?:año|mes|dia|year|month|day)s?)?,? (?:a|y|o|hasta|to|and|or) \x01)"
    r"|(?<=\bde )una?(?= (?:año|mes|dia)\b)|(?<=\bpor )un(?= (?:año|mes)\b)|one(?= (?:year|month)\b))"
)
"""The number one is also an article; it is a number in a range and before a unit of time."""
_CONTEXT = 60
OLDEST = 99


def mask(text: str, language: str) -> str:
    """Replace every number in words or digits of folded text by marks of the same length."""
    module = numerals(language)
    for pattern in (module.NUMBER, module.ORDINAL):
        text = _folded(pattern).sub(lambda m: NUMBER * len(m.group()), text)
    return _ONE.sub(lambda m: NUMBER * len(m.group()), text)


@cache
def _folded(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern for folded text, which has no capitals: not to ask for them is three times as fast."""
    return re.compile(pattern.pattern, pattern.flags & ~re.IGNORECASE)


def _value(text: str, language: str) -> int | None:
    module = numerals(language)
    value = module.value(text)
    return value if value is not None else module.ordinal_value(text)


def ages(text: str, masked: str, norms: Norms, language: str) -> tuple[Age, ...]:
    """The ages in flat text, in order, without overlap; spans are offsets in the flat text.

    A number of years after words for a term or a penalty is not an age unless the pattern speaks of persons.
    """
    found: list[tuple[int, int, Age]] = []
    # An age is stated within a sentence (see ``Norms.AGES``), and few sentences have a number and begin one.
    numbered = [s.span() for s in _SENTENCE.finditer(masked) if NUMBER in s.group()]
    begins = _age_begins(language)
    if begins is not None:
        numbered = [(start, end) for start, end in numbered if begins.search(masked, start, end)]
    for rule in norms.AGES:
        for match in (m for start, end in numbered for m in rule.pattern.finditer(masked, start, end)):
            if not rule.sure and _is_period(masked, match, norms):
                continue
            runs = [_value(text[r.start() : r.end()], language) for r in _RUN.finditer(masked, *match.span())]
            if not runs or runs[0] is None or runs[-1] is None:
                continue
            low, high = runs[0] - rule.running, runs[-1] - rule.running
            if not 1 <= low <= OLDEST or not 1 <= high <= OLDEST:
                continue
            bound = rule.bound
            if bound == "range" and (len(runs) < 2 or low >= high):
                continue
            age = Age(
                bound,
                low if bound in ("from", "range", "exact") else None,
                high if bound in ("below", "until", "range", "exact") else None,
                match.start(),
                match.end(),
            )
            found.append((match.start(), -match.end(), age))
    # The range, or whichever pattern begins first and reaches furthest, takes the words.
    kept: list[Age] = []
    for start, _, age in sorted(found, key=lambda item: (item[0], item[1])):
        if not kept or start >= kept[-1].end:
            kept.append(age)
    return tuple(kept)


@cache
def _age_begins(language: str) -> re.Pattern[str] | None:
    """Where any way of stating an age begins: to ask for all of them at once is three times as fast."""
    return begins_any(rule.pattern for rule in language_norms(language).AGES)


def _is_period(masked: str, match: re.Match[str], norms: Norms) -> bool:
    if norms.PERIOD_AFTER.match(masked, match.end()):
        return True
    before = masked[max(0, match.start() - _CONTEXT) : match.start()]
    cut = max(before.rfind("."), before.rfind(";"), before.rfind("\n"))
    words = match.group()
    if any(person in words for person in _PERSONS):
        return False
    return bool(norms.DURATION.search(before[cut + 1 :]))


_PERSONS = ("menores", "mayores", "edad", "cumpl", " age", "attain", "old", "อายุ")


def penalties(text: str, masked: str, norms: Norms, language: str) -> tuple[Penalty, ...]:
    """Imprisonment in months and fines in flat text; ``low`` and ``high`` None where not stated."""
    found: list[Penalty] = []
    for match in norms.IMPRISONMENT.finditer(masked):
        stretch = masked[match.start() : match.start() + 140]
        found.append(_imprisonment(text, stretch, match, norms, language))
    found.extend(Penalty("fine", None, None, m.start(), m.end()) for m in norms.FINE.finditer(masked))
    return tuple(sorted(found, key=lambda p: (p.start, p.end)))


def _imprisonment(text: str, stretch: str, cue: re.Match[str], norms: Norms, language: str) -> Penalty:
    """The first term stated after a word for imprisonment; each bound has the unit that follows it."""
    first: tuple[int, Penalty] | None = None
    for bound, pattern in norms.TERM:
        match = pattern.search(stretch)
        if match is None or (first is not None and match.start() >= first[0]):
            continue
        runs = list(_RUN.finditer(stretch, *match.span()))
        years = [_value(text[cue.start() + r.start() : cue.start() + r.end()], language) for r in runs]
        if not years or years[0] is None or years[-1] is None:
            continue
        unit = norms.UNITS[match.group("unit")]
        between = stretch[runs[0].end() : runs[-1].start()]
        first_unit = next((m for word, m in norms.UNITS.items() if word in between), unit)
        low = years[0] * first_unit if bound in ("range", "from", "exact") else None
        high = years[-1] * unit if bound in ("range", "until", "exact") else None
        end = cue.start() + match.end()
        first = (match.start(), Penalty("imprisonment", low, high, cue.start(), end))
    return first[1] if first else Penalty("imprisonment", None, None, cue.start(), cue.end())
