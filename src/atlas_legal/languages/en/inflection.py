"""English inflection by rule: plurals and verb forms. Input and output are folded."""

import re

_DOUBLING = re.compile(r"[^aeiou][aeiou][bdglmnprt]$")


def nominal(word: str) -> tuple[str, ...]:
    """Singular and plural."""
    return tuple(sorted({word, _s(word)}))


def _s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh")):
        return word + "es"
    return word + "s"


def verbal(word: str) -> tuple[str, ...]:
    """Third person, past and -ing forms of a regular verb."""
    forms = {word, _s(word)}
    if word.endswith("e"):
        forms |= {word + "d", word[:-1] + "ing"}
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        forms |= {word[:-1] + "ied", word + "ing"}
    else:
        forms |= {word + "ed", word + "ing"}
        if _DOUBLING.search(word):
            forms |= {word + word[-1] + "ed", word + word[-1] + "ing"}
    return tuple(sorted(forms))


def phrase(words: str) -> tuple[str, ...]:
    """A phrase with its last word in singular and plural."""
    head, _, last = words.rpartition(" ")
    return tuple(sorted({words, *(f"{head} {form}".strip() for form in nominal(last))}))
