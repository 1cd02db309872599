"""``atlas-legal schema``: the JSON Schema of a kind of file, for editors and other validators."""

from typing import Annotated

import typer

from atlas_legal.cli.options import OutputOption


def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A kind of file; else a list of them.")
    ] = None,
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema (draft 2020-12) of a kind of YAML file, with which editors complete its keys."""
    from atlas_legal.cli.output import check_output, write
    from atlas_legal.interchange.schemas import KINDS, schema_json

    check_output(output)
    if name is not None:
        write(schema_json(name), output)
        return
    width = max(map(len, KINDS))
    lines = [f"{word:{width}}  {kind.title}: {', '.join(kind.files)}" for word, kind in KINDS.items()]
    write("\n".join(lines) + "\n", output)
