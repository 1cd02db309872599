"""Markdown files with YAML front matter, or without."""

from hashlib import sha256

from atlas_legal.model.text import SourceText
from atlas_legal.readers.encodings import decode
from atlas_legal.readers.front_matter import front_matter

SUFFIXES = (".md", ".markdown")


def read_markdown(data: bytes, name: str, place: str) -> SourceText:
    """Make source text of the bytes of a Markdown file. Raises ReadError."""
    decoded = decode(data, place)
    front = front_matter(decoded.text)
    return SourceText(
        text=decoded.text,
        name=name,
        media_type="text/markdown",
        encoding=decoded.encoding,
        sha256=sha256(data).hexdigest(),
        body_start=front.end,
        front_matter=front.values,
        notes=((decoded.note,) if decoded.note else ()) + front.notes,
    )
