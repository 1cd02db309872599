"""Plain text files."""

from hashlib import sha256

from atlas_legal.model.text import SourceText
from atlas_legal.readers.encodings import decode

SUFFIXES = (".txt", ".text")


def read_text(data: bytes, name: str, place: str) -> SourceText:
    """Make source text of the bytes of a plain text file. Raises ReadError."""
    decoded = decode(data, place)
    return SourceText(
        text=decoded.text,
        name=name,
        media_type="text/plain",
        encoding=decoded.encoding,
        sha256=sha256(data).hexdigest(),
        notes=(decoded.note,) if decoded.note else (),
    )
