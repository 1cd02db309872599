"""Notes on provisions: repealed, omitted."""

from typing import Final

from atlas_legal.languages.drafting import Structure

_NOTE: Final = 700
"""A repeal note with its links and dates is no longer than this; more text means that a part is repealed."""


def repealed(text: str, start: int, end: int, structure: Structure) -> bool:
    """Return whether the provision whose words stand in ``text[start:end]`` is noted as repealed.

    The note stands where the words should be and nothing follows but its source.
    """
    found = structure.REPEALED.match(text, start, min(end, start + 300))
    return found is not None and len(text[found.end() : end].strip()) <= _NOTE
