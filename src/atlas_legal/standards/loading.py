"""Loading the library of standards, once in a process."""

import hashlib
from functools import lru_cache
from pathlib import Path

from atlas_legal.locations import shipped
from atlas_legal.model.errors import StandardsError
from atlas_legal.model.standard import Concept, Instrument, Library, Profile


def load_library(path: Path | None = None) -> Library:
    """Return the library of standards in this folder, by default the one that ships.

    A folder is read once in a process, and the same object is returned again: what is made from its concepts
    is kept by identity.

    Raises
    ------
    StandardsError : a file is not valid; with file, line, column and the nearest correct name.
    """
    return _load((path or shipped("standards")).resolve())


@lru_cache(maxsize=8)
def _load(root: Path) -> Library:
    """Read every file of a folder; the digest is over the names and bytes in sorted order."""
    from atlas_legal.standards.reading import read_standards, standards_files

    paths = standards_files(root)
    if not paths:
        raise StandardsError("the folder holds no standards", place=str(root),
                             hint="it must have instruments/, concepts/ and profiles/ with .yaml files")
    instruments: list[Instrument] = []
    concepts: list[Concept] = []
    profiles: list[Profile] = []
    digest = hashlib.sha256()
    for path in paths:
        file = read_standards(path)
        for problem in file.problems:
            raise StandardsError(problem.message, place=f"{problem.file}:{problem.line}:{problem.column}",
                                 hint=problem.hint)
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
        if isinstance(file.value, Instrument):
            instruments.append(file.value)
        elif isinstance(file.value, Profile):
            profiles.append(file.value)
        elif file.value is not None:
            concepts += file.value
    return Library(instruments=tuple(instruments), concepts=tuple(concepts), profiles=tuple(profiles),
                   sha256=digest.hexdigest())
