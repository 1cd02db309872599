"""Validation: everything that is wrong in standards files, each with its place."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from atlas_legal.locations import shipped
from atlas_legal.model.standard import Concept, Instrument, Library, Profile, Requirement
from atlas_legal.model.validation import Problem
from atlas_legal.standards.completeness import check_completeness
from atlas_legal.standards.concepts import check_concepts, check_places
from atlas_legal.standards.documents import KINDS, Document, instruments_of, library_files, read_document
from atlas_legal.standards.examples import check_examples
from atlas_legal.standards.ledger import check_ledger
from atlas_legal.standards.library import assemble, load_library
from atlas_legal.standards.names import concepts_named, names_of, repeated_ids
from atlas_legal.standards.reach import empty_parts, reported
from atlas_legal.standards.references import check_references
from atlas_legal.standards.relations import check_relations
from atlas_legal.standards.rules import check_rules
from atlas_legal.yaml_positions import Loc

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
_BREAKS_TERMS = frozenset({"bad-term", "empty-value"})
"""What keeps a concept from being looked for at all."""


def validate(paths: Sequence[Path] | None = None, *, examples: bool = True) -> tuple[Problem, ...]:
    """Check standards files.

    Parameters
    ----------
    paths : libraries (folders with ``instruments/``, ``concepts/``, ``profiles/``), folders that hold
        libraries, parts of one, or single files; None checks the standards that ship. A file is checked
        within its library: names that other files define are known. A file or folder of no library is checked
        within the shipped one, where it takes the place of the file of the same name.
    examples : also run the executable examples (seconds instead of milliseconds).

    Returns
    -------
    All problems, sorted by file and place. The examples of a requirement whose criterion or concepts are
    broken are not run: all of them would fail.
    """
    problems: dict[Problem, None] = {}
    for path in paths if paths is not None else [shipped("standards")]:
        for root in _libraries_below(path.absolute()):
            for problem in _check(root, examples):
                problems[problem.model_copy(update={"file": _shown(problem.file)})] = None
    return tuple(sorted(problems, key=lambda p: (p.file, p.line, p.column, p.code)))


def problems_alone(document: Document) -> Iterator[Problem]:
    """Yield what is wrong with a document whatever the rest of its library holds, without examples."""
    yield from document.problems
    yield from check_completeness(document)
    yield from check_concepts(document)


def problems_together(documents: Sequence[Document], chosen: Sequence[Document]) -> Iterator[Problem]:
    """Yield what is wrong in the chosen ones of a library's documents with regard to the others."""
    inside = {str(document.path) for document in chosen}
    names = names_of(documents)
    possible = {
        requirement.id: reported(requirement)
        for instrument in instruments_of(documents)
        for requirement in instrument.requirements
        if not any(True for _ in empty_parts(requirement, ()))
    }
    unread = {document.kind for document in documents if document.model is None}
    everywhere = (*repeated_ids(documents), *check_places(documents), *check_relations(documents))
    yield from (p for p in everywhere if p.file in inside)
    for document in chosen:
        named = (*check_references(document, names), *check_ledger(document, names))
        yield from (p for p in named if not unread & _DEFINED_IN[p.code])
        yield from check_rules(document, possible)


def failed_examples(
    documents: Sequence[Document], chosen: Sequence[Document], found: Sequence[Problem], library: Library
) -> Iterator[Problem]:
    """Run the examples of the chosen documents, but for requirements in which an error was found.

    The same holds for requirements that ask for a concept in which an error was found; where a file of
    concepts has parts that cannot be read, none are run.
    """
    if not all(document.whole for document in documents if document.kind == "concepts"):
        return
    errors: defaultdict[str, list[int]] = defaultdict(list)
    of_concepts = {str(document.path) for document in documents if document.kind == "concepts"}
    for problem in found:
        if problem.severity == "error" and (problem.file not in of_concepts or problem.code in _BREAKS_TERMS):
            errors[problem.file].append(problem.line)
    broken = {name for document in documents for name in _items_at(document, errors[str(document.path)])}
    concepts = tuple(concept for concept in library.concepts if concept.id not in broken)
    if len(concepts) < len(library.concepts):
        library = library.model_copy(update={"concepts": concepts})
    for document in chosen:
        if isinstance(document.model, Instrument):
            asks = {r.id: {name for _, name in concepts_named(r, ())} for r in document.model.requirements}
            skip = {name for name, asked in asks.items() if name in broken or asked & broken}
            yield from check_examples(document, library, skip)


def _items_at(document: Document, lines: Sequence[int]) -> Iterator[str]:
    """Yield the ids of the requirements or concepts of a file that stand at some of its lines."""
    model = document.model
    items: Sequence[Requirement | Concept] = ()
    above: Loc = ()
    if isinstance(model, Instrument):
        items, above = model.requirements, ("requirements",)
    elif isinstance(model, tuple):
        items = model
    starts = [document.at((*above, number))[0] for number in range(len(items))]
    for line in lines:
        place = bisect_right(starts, line)
        if place:
            yield items[place - 1].id


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
    found = [problem for document in chosen for problem in problems_alone(document)]
    found += problems_together(documents, chosen)
    yield from found
    if examples:
        loadable = _root(path) == path and not any(p.severity == "error" for p in found)
        library = load_library(path) if loadable else assemble(documents)
        yield from failed_examples(documents, chosen, found, library)


def _libraries_below(path: Path) -> tuple[Path, ...]:
    """Return the libraries that lie below a folder; the path itself where it belongs to one or holds none."""
    if _root(path) is not None or not path.is_dir():
        return (path,)
    kinds = (folder for kind in KINDS for folder in path.rglob(kind) if folder.is_dir())
    roots = {folder.parent for folder in kinds if any(folder.glob("*.yaml"))}
    return tuple(sorted(roots)) or (path,)


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
