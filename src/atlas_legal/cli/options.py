"""Options that several commands share, and the checks of their words."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, TypeVar, cast

import typer

from atlas_legal.model.errors import CountryError, UsageError

LawsOption = Annotated[
    list[str] | None,
    typer.Option("--laws", metavar="DIR", help="Folder of laws, with or without register.yaml; or one file."),
]
CountryOption = Annotated[
    str | None, typer.Option("--country", metavar="ISO3", help="The country whose laws they are.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="Read the law as it stood on this day.")
]
SkipOption = Annotated[
    bool, typer.Option("--skip-unreadable", help="Go on without files that cannot be read, and list them.")
]
LanguageOption = Annotated[
    str, typer.Option("--lang", metavar="en|es|th", help="Language of titles and headings.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", readable=False, help="Write to this file instead of stdout."
    ),
]

W = TypeVar("W", bound=str)

_OTHER_DOCUMENTS = frozenset({"doc", "docx", "htm", "html", "ods", "odt", "pdf", "tsv", "xls", "xlsx", "xml"})
"""Endings of files that a program would fail to open if a table of text were in them."""


def one_of(word: str, words: Sequence[W], what: str) -> W:
    """Return the word if it is one of these.

    Raises
    ------
    UsageError : it is not; the hint gives the nearest.
    """
    if word in words:
        return cast("W", word)
    from atlas_legal.nearest import did_you_mean

    raise UsageError(f'unknown {what} "{word}"', hint=did_you_mean(word, words, what=f"{what}s"))


def one_format(word: str | None, output: Path | None, formats: Sequence[W]) -> W:
    """Return the format that ``--format`` names, else the output's ending, else the first of the formats.

    Raises
    ------
    UsageError : there is no such format; an ending that promises another kind of document counts too.
    """
    if word is not None:
        return one_of(word, formats, "format")
    ending = output.suffix.lower().removeprefix(".") if output is not None else ""
    if ending in _OTHER_DOCUMENTS:
        return one_of(ending, formats, "format")
    return next((name for name in formats if name == ending), formats[0])


def one_language(word: str) -> str:
    """Return the language if reports speak it.

    Raises
    ------
    UsageError : they do not; the hint lists those they do.
    """
    from atlas_legal.reports.words import LANGUAGES

    return one_of(word.lower(), LANGUAGES, "language")


def one_place(laws: Sequence[str] | None) -> Path | None:
    """Return the folder or file of laws.

    Raises
    ------
    UsageError : several were given, of which one would be passed over; or the name is empty.
    """
    if not laws:
        return None
    if len(laws) > 1:
        raise UsageError("--laws was given more than once", hint="put the laws into one folder")
    if not laws[0].strip():
        raise UsageError("--laws was given an empty name", hint='"--laws ." is the folder you are in')
    return Path(laws[0])


def one_country(argument: str | None, option: str | None) -> str | None:
    """Return the country that COUNTRY and ``--country`` name; both mean the same.

    Raises
    ------
    CountryError : they name different countries, or one that does not exist.
    """
    from atlas_legal.country import resolve_country

    try:
        named = {resolve_country(word) for word in (argument, option) if word is not None}
    except CountryError as problem:
        if argument is not None and Path(argument).exists():
            hint = f"laws are given with --laws: --laws {argument}"
            raise CountryError(f'unknown country "{argument}"', hint=hint) from problem
        raise
    if len(named) > 1:
        raise CountryError(
            f'COUNTRY says "{argument}" and --country says "{option}"', hint="give one of them"
        )
    return named.pop() if named else None
