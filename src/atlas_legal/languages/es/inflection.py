"""Spanish inflection by rule: number and gender of nouns and adjectives, and the verb forms of statutes.

Input and output are folded (see ``languages.folding``). Rules give more forms than the language uses; a form
that does not exist is never found in a text, and does no harm.
"""

import re
from itertools import product
from typing import Final

FUNCTION_WORDS: Final = frozenset(
    "de la el los las del en y o u e a al con por para su sus sin que se no ni lo un una no".split()
)
_MOST = 600
"""No term has more inflected readings than this."""
_AR: Final = (
    "ar are aran aren aras aria arian o a an amos e en ando ado ada ados adas aba aban aron ara arse arlo arla "
    "arlos arlas".split()
)
_ER_IR: Final = (
    "o e en a an imos emos iendo ido ida idos idas ia ian io ieron iere ieren iera ieran iese iesen".split()
)
_AFTER_INFINITIVE: Final = ("", "a", "an", "e", "en", "ia", "ian", "se", "lo", "la", "los", "las")
_SPELLING: Final = {"car": "qu", "gar": "gu", "zar": "c"}


def nominal(word: str) -> tuple[str, ...]:
    """Singular and plural, masculine and feminine, of a noun or adjective."""
    forms = {word, _plural(word)}
    if word.endswith(("o", "a")):
        stem = word[:-1]
        forms |= {stem + ending for ending in ("o", "a", "os", "as")}
    elif word.endswith("or"):
        forms |= {word + "a", word + "as"}
    return tuple(sorted(forms))


def _plural(word: str) -> str:
    if word[-1] in "aeiou":
        return word + "s"
    if word.endswith("z"):
        return word[:-1] + "ces"
    return word if word.endswith("s") else word + "es"


def verbal(infinitive: str) -> tuple[str, ...]:
    """The forms of a verb that statutes use, future subjunctive and participles among them."""
    stem, ending = infinitive[:-2], infinitive[-2:]
    forms = {infinitive + tail for tail in _AFTER_INFINITIVE}
    endings = _AR if ending == "ar" else _ER_IR
    for one in {stem, _broken(stem)}:
        forms |= {one + tail for tail in endings}
    before = _SPELLING.get(infinitive[-3:])
    if before is not None:
        forms |= {stem[:-1] + before + tail for tail in ("e", "en", "emos")}
    if infinitive.endswith(("cer", "cir")):
        forms |= {stem[:-1] + tail for tail in ("zca", "zcan", "za", "zan")}
    if infinitive.endswith("ducir"):
        forms |= {stem[:-1] + "j" + tail for tail in ("o", "ere", "eren", "era", "eran", "eron")}
    if infinitive.endswith(("ger", "gir")):
        forms |= {stem[:-1] + "j" + tail for tail in ("a", "an", "o")}
    return tuple(sorted(forms))


def _broken(stem: str) -> str:
    """The stem with its last vowel broken: mov- to muev-, empez- to empiez-."""
    match = re.search(r"[eo](?=[^aeiou]*$)", stem)
    if match is None:
        return stem
    return stem[: match.start()] + {"e": "ie", "o": "ue"}[match.group()] + stem[match.end() :]


def phrase(words: str) -> tuple[str, ...]:
    """A phrase with every content word in every number and gender."""
    parts = words.split(" ")
    if len(parts) == 1:
        return nominal(words)
    choices = [(part,) if part in FUNCTION_WORDS else nominal(part) for part in parts]
    readings = []
    for reading in product(*choices):
        readings.append(" ".join(reading))
        if len(readings) == _MOST:
            break
    return tuple(sorted({words, *readings}))
