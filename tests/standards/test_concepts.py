"""Concepts that leaves look for by themselves are known to the validator."""

import re
from pathlib import Path

from atlas_legal.standards import load_library
from atlas_legal.standards.concepts import READ_BY_MATCHING

SOURCE = Path(__file__).parent.parent.parent / "src" / "atlas_legal"


def test_what_leaves_look_for_by_themselves_is_no_orphan() -> None:
    """Words in the code of matching that are concepts and stand where concepts are looked for."""
    known = {concept.id for concept in load_library().concepts}
    files = (path for folder in ("matching", "annotation") for path in (SOURCE / folder).glob("*.py"))
    code = "\n".join(path.read_text("utf-8") for path in files)
    looked_for = re.findall(r"(?:\bids|\bhas|\bbelow\.get)\(\(?((?:\"\w+\",?\s*)+)", code)
    named = {word for words in looked_for for word in re.findall(r"\w+", words)} & known
    assert named <= READ_BY_MATCHING, "add it to READ_BY_MATCHING"
    assert known >= READ_BY_MATCHING
    assert all(f'"{word}"' in code for word in READ_BY_MATCHING)
