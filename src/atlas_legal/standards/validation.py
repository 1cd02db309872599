"""Validation: everything that is wrong in standards files, each with its place."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from atlas_legal.locations import shipped
from atlas_legal.model.standard import Instrument, Profile
from atlas_legal.model.validation import Problem
from atlas_legal.standards.completeness import check_broader, check_completeness
from atlas_legal.standards.documents import KINDS, Document, library_files, read_document
from atlas_legal.standards.examples import check_counter_examples, check_examples
from atlas_legal.standards.ledger import check_ledger
from atlas_legal.standards.library import assemble, load_library
from atlas_legal.standards.names import names_of, repeated_ids
from atlas_legal.standards.references import check_references

_DEFINED_IN: defaultdict[str, frozenset[str]] = defaultdict(
    frozenset,
    {
        "ledger-unknown-requirement": frozenset({"instruments"}),
        "unknown-concept": frozenset({"concepts"}),
        "unknown-instrument": frozenset({"instruments"}),
        "unknown-requirement": frozenset({"instruments"}),
        "unknown-value-name": frozenset({"instruments"}),
    },
)
"""Which files define a name: where one of them cannot be read, a name is not called unknown."""


def validate(paths: Sequence[Path] | None = None, *, examples: bool = True) -> tuple[Problem, ...]:
    """Check standards files.

    Parameters
    ----------
    paths : libraries (folders with ``instruments/``, ``concepts/``, ``profiles/``), parts of one, or single
        files; None checks the standards that ship. A file is checked within its library: names that
        other files define are known. A file or folder of no library is checked within the shipped one, where
        it takes the place of the file of the same name.
    examples : also run the executable examples (seconds instead of milliseconds).

    Returns
    -------
    All problems, sorted by file and place. Examples run only where the library has no other errors: a broken
    criterion would make all of them fail.
    """
    problems: dict[Problem, None] = {}
    for path in paths if paths is not None else [shipped("standards")]:
        for problem in _check(path.absolute(), examples):
            problems[problem.model_copy(update={"file": _shown(problem.file)})] = None
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.code)))


def _check(path: Path, examples: bool) -> Iterator[Problem]:
    """Yield the problems of the files that a path names."""
    documents, chosen = _documents(path)
    if not chosen:
        yield Problem(
            file=str(path),
            line=1,
            column=1,
            severity="error",
            code="no-standards",
            message="there are no standards files here",
            hint=f"a library has the folders {', '.join(KINDS)} with .yaml files",
        )
        return
    inside = {str(document.path) for document in chosen}
    names = names_of(documents)
    unread = {document.kind for document in documents if document.model is None}
    found = [p for d in chosen for p in d.problems]
    found += [p for p in (*repeated_ids(documents), *check_broader(documents)) if p.file in inside]
    for document in chosen:
        named = (*check_references(document, names), *check_ledger(document, names))
        found += (p for p in named if not unread & _DEFINED_IN[p.code])
        found += check_completeness(document)
        found += check_counter_examples(document)
    yield from found
    if examples and not any(p.severity == "error" for p in found):
        root = _root(path) if path.is_dir() else None
        library = load_library(root) if root == path else assemble(documents)
        for document in chosen:
            yield from check_examples(document, library)


def _documents(path: Path) -> tuple[tuple[Document, ...], tuple[Document, ...]]:
    """Return all documents of the library that a path belongs to, and those that the path names."""
    root = _root(path)
    if root is not None:
        everything = tuple(read_document(file, kind) for file, kind in library_files(root))
        return everything, tuple(d for d in everything if d.path == path or path in d.path.parents)
    files = [path] if not path.is_dir() else sorted(path.rglob("*.yaml"))
    chosen = tuple(read_document(file) for file in files)
    replaced = {name for document in chosen for name in (document.path.name, _id(document)) if name}
    rest = (read_document(file, kind) for file, kind in library_files(shipped("standards")))
    kept = tuple(d for d in rest if not replaced & {d.path.name, _id(d)})
    return (*kept, *chosen), chosen


def _root(path: Path) -> Path | None:
    """Return the folder of the library that a path belongs to, None where it belongs to none."""
    for folder in (path, path.parent, path.parent.parent):
        if any((folder / kind).is_dir() for kind in KINDS):
            within = path.relative_to(folder).parts
            if not within or within[0] in KINDS:
                return folder
    return None


def _id(document: Document) -> str:
    """Return the id of an instrument or a profile; files of concepts have none."""
    model = document.model
    if isinstance(model, Instrument):
        return model.instrument.id
    return model.id if isinstance(model, Profile) else ""


def _shown(file: str) -> str:
    """Return a file's name as people see it: relative where it lies below the working folder."""
    path = Path(file)
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file
