"""Thai does not inflect: a term has one form, in the two ways of writing sara am."""

from typing import Final

_SARA_AM: Final = ("\u0e33", "\u0e4d\u0e32")
"""One code point, and nikhahit with sara aa, as some converters leave it."""


def verbal(lemma: str) -> tuple[str, ...]:
    """Return the verb in each way of writing it."""
    return phrase(lemma)


def phrase(text: str) -> tuple[str, ...]:
    """Return the phrase in each way of writing it."""
    return tuple(sorted({text, text.replace(*_SARA_AM)}))
