"""Paragraphs and points below an article: numbered or lettered, where the numbering shows that they are."""

from atlas_legal.languages.drafting import Structure
from atlas_legal.model.law import Provision
from atlas_legal.parsing.eids import Names


def subdivide(
    text: str,
    start: int,
    end: int,
    parent: str,
    label: str,
    names: Names,
    structure: Structure,
    *,
    quoted: bool = False,
) -> tuple[Provision, ...]:
    """Return the numbered parts of ``text[start:end]``."""
    return ()
