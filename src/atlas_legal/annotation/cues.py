"""Cues: which of a language's patterns for forces and for kinds of clauses occur in a text."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from atlas_legal.languages import norms as language_norms
from atlas_legal.languages.grammar import begins_any


@lru_cache(maxsize=64)
def said(text: str, language: str) -> frozenset[str]:
    """The forces and the cues that stand in masked text, by name; see ``_patterns``.

    Kept for a while, since every point of a list asks for the same opening words.
    """
    patterns, beginnings = _patterns(language)
    if beginnings is None:
        found = {name for name, pattern in patterns.items() if pattern.search(text)}
    else:
        found = set()
        for beginning in beginnings.finditer(text):
            at = beginning.start()
            found.update(n for n, pattern in patterns.items() if n not in found and pattern.match(text, at))
    if "unpunished" in found:
        found.discard("offence")
        if patterns["offence"].search(patterns["unpunished"].sub(" ", text)):
            found.add("offence")
    return frozenset(found)


@cache
def _patterns(language: str) -> tuple[Mapping[str, re.Pattern[str]], re.Pattern[str] | None]:
    """The patterns by name, and one for the places where any of them begins.

    To go through a text once for all of them takes half the time of going through it for each. Not so where
    a cue need not begin a word: None then, and each is searched for.
    """
    norms = language_norms(language)
    patterns: dict[str, re.Pattern[str]] = dict(norms.FORCES)
    patterns |= {
        "unpunished": norms.UNPUNISHED,
        "means": norms.MEANS,
        "scope": norms.SCOPE,
        "programme": norms.PROGRAMME,
        "mandate": norms.MANDATE,
        "aggravated": norms.AGGRAVATED,
        "breach": norms.BREACH,
        "contents": norms.CONTENTS,
        "whole": norms.WHOLE,
        "reaches": norms.REACHES,
        "referral": norms.REFERRAL,
        "regardless": norms.REGARDLESS,
    }
    return patterns, begins_any(patterns.values())
