"""``atlas-legal parse``: the tree of provisions of one or more files."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from atlas_legal.cli.options import OutputOption, one_format

FORMATS: tuple[Literal["tree", "json"], ...] = ("tree", "json")


def parse(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Text or Markdown files.")],
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="tree|json", help="A tree to read, or data.")
    ] = None,
    output: OutputOption = None,
) -> None:
    """Parse laws and print their books, chapters, articles and paragraphs with their ids.

    A register.yaml beside a file supplies its title, date and language. JSON is one object for one file and
    a list for several. Citations of other laws are resolved among the files given.
    """
    from atlas_legal.cli.output import check_output, show, write
    from atlas_legal.country import entry_beside
    from atlas_legal.parsing import parse as parse_source
    from atlas_legal.parsing import relate
    from atlas_legal.readers import read

    chosen = one_format(output_format, output, FORMATS)
    parsed = []
    for file in files:
        check_output(output, file)
        parsed.append(parse_source(read(file, name=file.name), entry=entry_beside(file)))
    laws = relate(parsed)
    from atlas_legal.reports.law import law_data, law_tree

    if chosen == "json":
        from atlas_legal.reports.json import dump

        data = [law_data(law) for law in laws]
        write(dump(data[0] if len(data) == 1 else list(data)), output)
    else:
        from rich.console import Group

        show(Group(*(law_tree(law) for law in laws)), output)
