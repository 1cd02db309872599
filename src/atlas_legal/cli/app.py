"""The Typer application with its commands."""

from typing import Annotated

import typer

from atlas_legal.cli.evaluate import evaluate
from atlas_legal.cli.explain import explain
from atlas_legal.cli.export import export
from atlas_legal.cli.import_ import import_
from atlas_legal.cli.matrix import matrix
from atlas_legal.cli.parse import parse
from atlas_legal.cli.schema import schema
from atlas_legal.cli.validate import validate

app = typer.Typer(
    name="atlas-legal",
    help="Legal gap analysis on child labour, forced labour and human trafficking: from statutes to a gap "
    "matrix with pinpoint evidence.",
    epilog="Begin with: atlas-legal matrix",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    """Print the version and stop."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"atlas-legal {version('atlas-legal')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options that stand before a command."""


for _command in (matrix, explain, parse, validate, schema, export, import_, evaluate):
    app.command(_command.__name__.rstrip("_"))(_command)
