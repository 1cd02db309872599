"""Loading a library of standards."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from atlas_legal.locations import shipped
from atlas_legal.model.errors import StandardsError
from atlas_legal.model.standard import Library
from atlas_legal.model.validation import Problem
from atlas_legal.standards.documents import (
    Document,
    concepts_of,
    fingerprint,
    instruments_of,
    library_files,
    profiles_of,
    read_document,
)
from atlas_legal.standards.names import repeated_ids

_SHOWN = 5
"""How many problems an error names."""

_loaded: dict[tuple[str, str], Library] = {}
_examples_hold: set[tuple[str, str]] = set()


def load_library(path: Path | str | None = None, *, check_examples: bool = False) -> Library:
    """Load the standards of a folder with ``instruments/``, ``concepts/`` and ``profiles/``.

    Parameters
    ----------
    path : the folder; None takes the standards that ship with the software.
    check_examples : also run every requirement's examples; a standard that fails its own does not load.

    Returns
    -------
    The library. While the files stay the same, every call in a process gives the same object, so what others
    derive from it can be kept.

    Raises
    ------
    StandardsError : no such folder, or the files have problems; the first five are named with their places.
    """
    root = (Path(path) if path is not None else shipped("standards")).resolve()
    files = library_files(root)
    if not files:
        raise StandardsError(
            "there are no standards here",
            place=str(root),
            hint="a library has the folders instruments, concepts and profiles with .yaml files",
        )
    try:
        key = (str(root), fingerprint(root, (file for file, _ in files)))
    except OSError as problem:
        raise StandardsError(f"cannot be read ({problem.strerror})", place=str(problem.filename)) from problem
    if key not in _loaded:
        documents = [read_document(file, kind) for file, kind in files]
        _refuse([*(p for d in documents for p in d.problems), *repeated_ids(documents)])
        _loaded[key] = assemble(documents, key[1])
    if check_examples and key not in _examples_hold:
        from atlas_legal.standards.validation import validate

        _refuse(validate([root]))
        _examples_hold.add(key)
    return _loaded[key]


def assemble(documents: Sequence[Document], sha256: str = "") -> Library:
    """Return the library that documents make; those with structural errors are left out."""
    return Library(
        instruments=instruments_of(documents),
        concepts=concepts_of(documents),
        profiles=profiles_of(documents),
        sha256=sha256,
    )


def _refuse(problems: Iterable[Problem]) -> None:
    """Raise an error that names the problems that are errors, if there are any."""
    errors = [p for p in problems if p.severity == "error"]
    if not errors:
        return
    first, *rest = errors
    lines = [first.message]
    lines += [f"{p.file}:{p.line}:{p.column}: {p.message}" for p in rest[: _SHOWN - 1]]
    if len(errors) > _SHOWN:
        lines.append(f"and {len(errors) - _SHOWN} more problems; see all with: atlas-legal validate")
    raise StandardsError("\n".join(lines), place=f"{first.file}:{first.line}:{first.column}", hint=first.hint)
