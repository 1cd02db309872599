"""Problems in country data: ``country.yaml``, ``ratifications.yaml`` and registers, each at its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from atlas_legal.country.checked import without_empty
from atlas_legal.country.data import is_code
from atlas_legal.country.register import FILE_NAME, read_register
from atlas_legal.model.country import Country, Ratification
from atlas_legal.model.errors import CountryError
from atlas_legal.model.validation import Problem
from atlas_legal.nearest import did_you_mean
from atlas_legal.standards.structure import structural_problems
from atlas_legal.yaml_positions import PositionedData, YamlError, load_yaml


def country_files(path: Path) -> tuple[Path, ...]:
    """Return the files of country data at a path: the file itself, or those below a folder, sorted."""
    if path.is_file():
        return (path,) if path.name in _CHECKS else ()
    return tuple(sorted(file for name in _CHECKS for file in path.rglob(name)))


def validate_country_files(files: Iterable[Path], instruments: Iterable[str]) -> tuple[Problem, ...]:
    """Check files of country data.

    Parameters
    ----------
    files : as :func:`country_files` gives them.
    instruments : ids of the instruments that the standards know; others in ratifications are warned about
        only where they look like a slip of one of these.
    """
    known = frozenset(instruments)
    return tuple(problem for file in files for problem in _CHECKS[file.name](file, known))


def _country(file: Path, known: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems of a ``country.yaml``."""
    document, problems = _structure(file, Country)
    yield from problems
    if document is None or problems or not isinstance(document.data, dict):
        return
    stated = document.data.get("id")
    if stated != file.parent.name:
        yield _problem(
            document,
            ("id",),
            "country-id",
            f'the id "{stated}" is not the folder\'s name',
            f'write "id: {file.parent.name}"',
        )


def _ratifications(file: Path, known: frozenset[str]) -> Iterator[Problem]:
    """Yield the problems of a ``ratifications.yaml``."""
    document, problems = _structure(file, dict[str, Ratification])
    yield from problems
    if document is None or not isinstance(document.data, dict):
        return
    for instrument in document.data:
        alike = [name for name in known if _bare(name) == _bare(instrument)]
        if alike and instrument not in known:
            yield _problem(
                document,
                (instrument,),
                "unknown-instrument",
                f'unknown instrument "{instrument}"',
                did_you_mean(instrument, alike),
            )


def _bare(instrument: str) -> str:
    """Return an instrument's id without case and hyphens, in which slips are made."""
    return instrument.casefold().replace("-", "")


def _register(file: Path, known: frozenset[str]) -> Iterator[Problem]:
    """Yield the first problem of a register, and its country where that is no code."""
    try:
        loaded = read_register(file)
    except YamlError as error:
        yield _of_yaml(error)
        return
    except CountryError as error:
        _, line, column = error.place.rsplit(":", 2)
        yield Problem(
            file=str(file),
            line=int(line),
            column=int(column),
            severity="error",
            code="register",
            message=error.message,
            hint=error.hint,
        )
        return
    country = loaded.register.country
    if country and not is_code(country):
        yield _problem(
            loaded.document,
            ("country",),
            "unknown-country",
            f'unknown country "{country}"',
            "write the ISO 3166-1 alpha-3 code",
        )


_CHECKS: dict[str, Callable[[Path, frozenset[str]], Iterator[Problem]]] = {
    "country.yaml": _country,
    "ratifications.yaml": _ratifications,
    FILE_NAME: _register,
}


def _structure(file: Path, annotation: Any) -> tuple[PositionedData | None, list[Problem]]:
    """Read a file against its model."""
    try:
        document = load_yaml(file)
    except YamlError as error:
        return None, [_of_yaml(error)]
    _, problems = structural_problems(replace(document, data=without_empty(document.data)), annotation)
    return document, [problem for problem in problems if problem.severity == "error"]


def _of_yaml(error: YamlError) -> Problem:
    """Return an error of the YAML itself as a problem."""
    return Problem(
        file=error.file,
        line=error.line,
        column=error.column,
        severity="error",
        code=error.code,
        message=error.message,
        hint=error.hint,
    )


def _problem(document: PositionedData, loc: tuple[str, ...], code: str, message: str, hint: str) -> Problem:
    """Return a problem at a path of a document."""
    line, column = document.at(loc)
    return Problem(
        file=document.file, line=line, column=column, severity="error", code=code, message=message, hint=hint
    )
