"""The names by which the library's things are known outside of it."""

from typing import Final
from urllib.parse import quote

NAMESPACE: Final = "urn:atlas-legal"
"""The beginning of every identifier. The names are not published at an address, so they are no URLs."""


def iri(kind: str, name: str) -> str:
    """Return the IRI of an instrument, requirement, concept or kind of relation."""
    return f"{NAMESPACE}:{kind}:{quote(name, safe='.-_')}"
