"""``atlas-legal validate``: problems in standards files, with file, line and column."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from atlas_legal.cli.options import one_of
from atlas_legal.model.errors import UsageError

FORMATS: tuple[Literal["text", "json", "github"], ...] = ("text", "json", "github")


def validate(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files or folders; else what ships.")
    ] = None,
    output_format: Annotated[
        str, typer.Option("--format", metavar="text|json|github", help="For people, programs or a workflow.")
    ] = "text",
) -> None:
    """Check standards (form, names, coverage of every article, examples) and country data.

    A repository is looked through for them; of another folder, all YAML files are checked. Exits with 2
    where there is an error.
    """
    from atlas_legal.cli.output import write
    from atlas_legal.country.validation import country_files, validate_country_files
    from atlas_legal.interchange.repository import checkable
    from atlas_legal.locations import shipped
    from atlas_legal.reports.validation import as_github, as_json, as_text
    from atlas_legal.standards import validate as check

    chosen = one_of(output_format, FORMATS, "format")
    targets = paths or [shipped("standards"), shipped("country_laws")]
    for path in targets:
        if not path.exists():
            raise UsageError("there is no such file or folder", place=str(path))
    files = {inside: country_files(inside) for path in targets for inside in checkable(path)}
    standards = [path for path, found in files.items() if not found]
    problems = check(standards) if standards else ()
    of_countries = [file for found in files.values() for file in found]
    if of_countries:
        instruments = (shipped("standards") / "instruments").glob("*.yaml")
        problems += validate_country_files(of_countries, [path.stem for path in instruments])
    write({"text": as_text, "json": as_json, "github": as_github}[chosen](problems), None)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(2)
