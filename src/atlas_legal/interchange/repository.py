"""What can be checked in a folder that holds other things too, such as somebody's repository."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from atlas_legal.country.validation import country_files
from atlas_legal.standards.documents import KINDS

_INSTRUMENT: Final = re.compile(rb"^instrument:", re.MULTILINE)
_READ: Final = 20_000
"""Bytes in which a file's first key must stand."""


def checkable(path: Path) -> tuple[Path, ...]:
    """Return what to check at a path: the path itself, or what a folder of many things holds.

    A repository (it has ``.git``) and a folder with country data are looked through for libraries (folders
    with ``instruments/``, ``concepts/`` or ``profiles/`` that hold YAML), instruments outside of one, and
    country data. Hidden folders, links and ``tests``, where files may be wrong on purpose, are passed over;
    other YAML files are somebody else's.
    """
    if path.is_dir() and ((path / ".git").exists() or country_files(path)):
        return tuple(sorted(_below(path))) or (path,)
    return (path,)


def _below(folder: Path) -> Iterator[Path]:
    """Yield libraries, single instruments and files of country data, in no certain order."""
    for name, folders, files in os.walk(folder):
        here = Path(name)
        if any(any((here / kind).glob("*.yaml")) for kind in KINDS if kind in folders):
            yield here
        folders[:] = [
            inside for inside in folders if inside[0] != "." and inside != "tests" and inside not in KINDS
        ]
        for file in map(here.joinpath, files):
            if country_files(file) or (file.suffix == ".yaml" and _INSTRUMENT.search(_head(file))):
                yield file


def _head(file: Path) -> bytes:
    """Return a file's first bytes, none where it cannot be read."""
    try:
        with file.open("rb") as stream:
            return stream.read(_READ)
    except OSError:
        return b""
