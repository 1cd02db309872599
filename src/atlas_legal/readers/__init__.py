"""Readers, one file per format: source text of a file, unchanged, and what had to be assumed."""

from pathlib import Path
from typing import Final

from atlas_legal.model.errors import ReadError
from atlas_legal.model.text import SourceText
from atlas_legal.readers import markdown, text

__all__ = ["LARGEST", "read"]

LARGEST: Final = 64 * 1024 * 1024
"""Bytes in the largest file that is read: several times the longest code in force anywhere."""


def read(path: Path, *, name: str | None = None) -> SourceText:
    """Read a law's file as source text.

    Parameters
    ----------
    path : a ``.txt`` or ``.md`` file; other suffixes are read as Markdown if they open with front matter,
        else as plain text.
    name : what the output calls the file; its own name where None.

    Raises
    ------
    ReadError : there is no such file, it is a folder, empty, binary, too large or in no known encoding.
    """
    place = str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise ReadError(
                "is a folder, not a file", place=place, hint="give a file, or the folder as --laws"
            )
        if size > LARGEST:
            raise ReadError(
                f"has {size:,} bytes, more than {LARGEST:,}",
                place=place,
                hint="split it into one file per law",
            )
        data = path.read_bytes()
    except FileNotFoundError as problem:
        raise ReadError("there is no such file", place=place) from problem
    except OSError as problem:
        raise ReadError(f"cannot be read ({problem.strerror or problem})", place=place) from problem
    except ValueError as problem:
        raise ReadError("is no valid file name", place=repr(place)) from problem
    if not data:
        raise ReadError("is empty", place=place, hint="the text of the law should be in it")
    suffix = path.suffix.lower()
    if suffix in markdown.SUFFIXES or (
        suffix not in text.SUFFIXES and data[:16].lstrip(b"\xef\xbb\xbf")[:4] == b"---\n"
    ):
        return markdown.read_markdown(data, name or path.name, place)
    return text.read_text(data, name or path.name, place)
