"""Annexed texts that no heading announces: where one begins."""

import re
from typing import Final

from atlas_legal.languages.drafting import Structure

_LINE: Final = re.compile(r"[^\n]+")
_SIGNATURE: Final = re.compile(
    r"\s[—–-]{1,3}\s|^[—–-]|\bdad[oa]s? en\b|\bregistrad[oa]\b|\bdone at\b|ผู้รับสนอง", re.IGNORECASE
)


def annex_start(text: str, start: int, limit: int, structure: Structure) -> int:
    """Return where an annexed text begins between the last article's words and its own first heading.

    That is the first line set as a title after the article's first paragraph, signatures passed over; where
    there is none, the first heading itself.
    """
    break_at = text.find("\n\n", start, limit)
    for line in _LINE.finditer(text, break_at if break_at >= 0 else start, limit):
        words = line.group().strip()
        if len(words) < 6 or len(words) > 250 or _SIGNATURE.search(words):
            continue
        letters = [c for c in words if c.isalpha()]
        capitals = (
            structure.CASED and len(letters) >= 6 and sum(c.isupper() for c in letters) >= 0.9 * len(letters)
        )
        bold = words.startswith("**") and words.endswith("**")
        if capitals or bold or words.startswith("#"):
            return line.start() + (len(line.group()) - len(line.group().lstrip()))
    return limit
