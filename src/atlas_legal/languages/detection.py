"""Which language a text is in: its script, else its function words.

Languages without a folder are known here too, so that a law in one of them is never taken for one that the
software understands.
"""

import re
from collections import Counter
from typing import Final

from atlas_legal.languages.folding import fold

_FUNCTION_WORDS: Final[dict[str, frozenset[str]]] = {
    "es": frozenset(
        [
            "el",
            "la",
            "los",
            "las",
            "de",
            "del",
            "que",
            "en",
            "y",
            "a",
            "por",
            "con",
            "para",
            "se",
            "una",
            "un",
            "su",
            "al",
            "no",
            "como",
            "sera",
            "podra",
            "este",
            "esta",
            "o",
            "lo",
        ]
    ),
    "en": frozenset(
        [
            "the",
            "of",
            "and",
            "to",
            "in",
            "shall",
            "be",
            "or",
            "a",
            "any",
            "by",
            "is",
            "for",
            "such",
            "as",
            "not",
            "this",
            "that",
            "may",
            "under",
            "with",
            "which",
            "person",
        ]
    ),
    "pt": frozenset(
        [
            "o",
            "a",
            "os",
            "as",
            "de",
            "do",
            "da",
            "dos",
            "das",
            "que",
            "em",
            "e",
            "no",
            "na",
            "por",
            "com",
            "para",
            "se",
            "uma",
            "um",
            "seu",
            "ao",
            "nao",
            "como",
            "sera",
            "este",
            "ou",
            "pelo",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "des",
            "du",
            "et",
            "en",
            "un",
            "une",
            "par",
            "pour",
            "que",
            "est",
            "sont",
            "dans",
            "au",
            "aux",
            "sur",
            "ou",
            "il",
            "ne",
            "pas",
            "ce",
            "cette",
            "qui",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "la",
            "le",
            "di",
            "del",
            "della",
            "e",
            "in",
            "un",
            "una",
            "per",
            "che",
            "non",
            "con",
            "sono",
            "dei",
            "delle",
            "al",
            "alla",
            "si",
            "ai",
            "nel",
        ]
    ),
    "qu": frozenset(
        [
            "kay",
            "chay",
            "mana",
            "ima",
            "tukuy",
            "sapa",
            "hinallataq",
            "chaymanta",
            "ñisqa",
            "nisqa",
            "runa",
            "llaqta",
            "kamachiy",
            "suyu",
            "jatun",
            "chantapis",
            "ajinallataq",
            "wasi",
            "kanku",
            "kanan",
            "tiyan",
            "huk",
            "suk",
            "sumaq",
        ]
    ),
    "ay": frozenset(
        [
            "aka",
            "uka",
            "taqi",
            "jani",
            "janiwa",
            "ukatxa",
            "ukhamaraki",
            "ukjamaraki",
            "mä",
            "maya",
            "marka",
            "kunaymana",
            "ukat",
            "jaqi",
            "utji",
            "jupanakaxa",
            "ukanaka",
            "lurawi",
            "kamachi",
            "sarawi",
            "markana",
        ]
    ),
    "gn": frozenset(
        [
            "ha",
            "pe",
            "upe",
            "umi",
            "tetã",
            "ko",
            "ñe'ẽ",
            "oĩ",
            "opa",
            "ha'e",
            "hag̃ua",
            "tekove",
            "mba'e",
            "rehegua",
            "kuéra",
            "avei",
            "térã",
            "rupive",
            "peteĩ",
            "reko",
            "guive",
            "ndaha'ei",
            "oñemboguata",
            "tembiapo",
            "mante",
        ]
    ),
    "sw": frozenset(
        [
            "ya",
            "na",
            "wa",
            "kwa",
            "katika",
            "ni",
            "la",
            "za",
            "cha",
            "kama",
            "au",
            "hii",
            "mtu",
            "yoyote",
            "sheria",
            "kifungu",
        ]
    ),
    "id": frozenset(
        [
            "yang",
            "dan",
            "di",
            "dari",
            "untuk",
            "dengan",
            "dalam",
            "pada",
            "atau",
            "ini",
            "oleh",
            "setiap",
            "pasal",
            "tidak",
            "adalah",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "in",
            "den",
            "von",
            "zu",
            "mit",
            "ist",
            "im",
            "des",
            "dem",
            "nicht",
            "ein",
            "eine",
            "oder",
            "auf",
            "fur",
            "werden",
        ]
    ),
}
"""Frequent short words by language; some stand in several lists, which makes the count decide."""

_FOLDED: Final = {code: frozenset(map(fold, words)) for code, words in _FUNCTION_WORDS.items()}
_SCRIPTS: Final = (
    ("th", re.compile("[\u0e01-\u0e5b]")),
    ("lo", re.compile("[\u0e81-\u0edf]")),
    ("km", re.compile("[\u1780-\u17ff]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SAMPLE: Final = 6_000
"""Characters looked at in each of up to five places of a long text."""
_LEAST_SHARE: Final = 0.08
_LEAST_LEAD: Final = 1.15


def detect(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text, ``und`` where it cannot be told.

    Looks at samples only, so that the cost does not grow with the text.
    """
    sample = fold(_sample(text))
    letters = sum(map(str.isalpha, sample))
    if not letters:
        return "und"
    if sum(map("\u0370".__le__, sample)) > letters / 3:  # beyond Latin
        for code, script in _SCRIPTS:
            if len(script.findall(sample)) > letters / 3:
                return code
    words = Counter(_WORD.findall(sample))
    counts = sorted(
        ((sum(map(words.__getitem__, known)), code) for code, known in _FOLDED.items()), reverse=True
    )
    (most, best), (_, other) = counts[0], counts[1]
    # words that both languages have do not tell them apart
    own, others = (
        sum(map(words.__getitem__, _FOLDED[a] - _FOLDED[b])) for a, b in ((best, other), (other, best))
    )
    if most < max(2, _LEAST_SHARE * words.total()) or own < others * _LEAST_LEAD:
        return "und"
    return best


def _sample(text: str) -> str:
    """Return five stretches spread over a long text, the whole of a short one."""
    if len(text) <= 5 * _SAMPLE:
        return text
    step = (len(text) - _SAMPLE) // 4
    return "\n".join(text[start : start + _SAMPLE] for start in range(0, 5 * step, step))
