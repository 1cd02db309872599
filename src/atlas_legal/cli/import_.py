"""``atlas-legal import``: requirements that were written in a spreadsheet, as the skeleton of a YAML file."""

from pathlib import Path
from typing import Annotated

import typer

from atlas_legal.cli.options import OutputOption


def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A table: .csv or .xlsx.")],
    instrument: Annotated[
        str | None, typer.Option(metavar="ID", help="The instrument whose rows to take.")
    ] = None,
    output: OutputOption = None,
) -> None:
    """Make the skeleton of an instrument's YAML file from a table with a row for each requirement.

    What is missing is marked TODO. What is wrong in the table is listed with row and column, and then
    nothing is written.
    """
    from atlas_legal.cli.output import check_output, write
    from atlas_legal.interchange.skeleton import MARK, read_skeleton

    check_output(output, file)
    made = read_skeleton(file, instrument)
    write(made.text, output)
    count = "1 requirement" if made.requirements == 1 else f"{made.requirements} requirements"
    typer.echo(f"{made.instrument}: {count}; {made.marks} places to complete, marked {MARK}", err=True)
