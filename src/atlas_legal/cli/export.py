"""``atlas-legal export``: the standards in the forms that other programs use."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from atlas_legal.cli.options import OutputOption, one_of

if TYPE_CHECKING:
    from atlas_legal.model.standard import Library

WHAT = ("standards",)
Format = Literal["oscal", "skos", "sssom", "csv", "md"]
FORMATS: tuple[Format, ...] = ("oscal", "skos", "sssom", "csv", "md")
ENDINGS: dict[str, Format] = {".json": "oscal", ".ttl": "skos", ".tsv": "sssom", ".csv": "csv"}


def export(
    what: Annotated[str, typer.Argument(metavar="standards", help="What to export.")],
    path: Annotated[
        Path | None, typer.Argument(metavar="[PATH]", help="A library's folder; else what ships.")
    ] = None,
    output_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="oscal|skos|sssom|csv|md",
            help="Catalog, linked data, relations, a table, or a folder of pages.",
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Only a profile's requirements; as OSCAL, the profile itself."),
    ] = None,
    output: OutputOption = None,
) -> None:
    """Export the standards: an OSCAL catalog or profile, SKOS, SSSOM, a table, or pages to read."""
    from atlas_legal.analysis.matrix import find_profile, profile_requirements
    from atlas_legal.cli.output import check_output, write
    from atlas_legal.standards import load_library

    one_of(what, WHAT, "export")
    chosen = _format(output_format, output)
    if chosen == "md":
        _pages(load_library(path), profile, output)
        return
    check_output(output)
    library = load_library(path)
    named = find_profile(library, profile) if profile is not None else None
    if chosen == "oscal":
        from atlas_legal.interchange.oscal import oscal_catalog, oscal_profile

        write(oscal_profile(library, named) if named else oscal_catalog(library), output)
        return
    requirements = profile_requirements(library, named) if named else library.requirements()
    ids = frozenset(requirement.id for requirement in requirements)
    if chosen == "skos":
        from atlas_legal.interchange.skos import standards_skos

        write(standards_skos(library, ids), output)
    elif chosen == "sssom":
        from atlas_legal.interchange.sssom import standards_sssom

        write(standards_sssom(library, ids), output)
    else:
        from atlas_legal.interchange.table import standards_csv

        write(standards_csv(library, ids), output)


def _pages(library: "Library", profile: str | None, folder: Path | None) -> None:
    """Write the reference pages into a folder, which is made where it is not there.

    Raises
    ------
    UsageError : no folder is named, or it cannot be made; or a profile is, of which there are no pages.
    """
    from atlas_legal.cli.output import STDOUT, write
    from atlas_legal.interchange.reference import reference_pages
    from atlas_legal.model.errors import UsageError

    if profile is not None:
        raise UsageError("pages are made of the whole library", hint="leave out --profile")
    if folder is None or folder == STDOUT:
        raise UsageError("there is a page for each instrument", hint="give a folder for them with -o")
    pages = reference_pages(library)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as problem:
        raise UsageError(f"no folder can be made here ({problem.strerror})", place=str(folder)) from problem
    for name, text in pages.items():
        write(text, folder / name)


def _format(word: str | None, output: Path | None) -> Format:
    """Return the format that ``--format`` names, else the one of the output's ending.

    Raises
    ------
    UsageError : there is no such format, or none is named.
    """
    from atlas_legal.model.errors import UsageError

    if word is not None:
        return one_of(word, FORMATS, "format")
    ending = output.suffix.lower() if output is not None else ""
    if ending not in ENDINGS:
        endings = ", ".join(f"{ending} is {name}" for ending, name in ENDINGS.items())
        raise UsageError(
            "say which format", hint=f"--format {'|'.join(FORMATS)}, or an ending of the output: {endings}"
        )
    return ENDINGS[ending]
