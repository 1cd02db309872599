"""``atlas-legal evaluate``: figures of the software's answers against labelled cases."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from atlas_legal.cli.options import CountryOption, LawsOption, OutputOption, one_format, one_place

FORMATS: tuple[Literal["table", "json"], ...] = ("table", "json")


def evaluate(
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD...", help="Files of labelled cases.")],
    laws: LawsOption = None,
    country: CountryOption = None,
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="table|json", help="For people or programs.")
    ] = None,
    output: OutputOption = None,
) -> None:
    """Measure verdicts and citations against labels, and whether verdicts rest on their evidence.

    With several gold files the folder of laws has a folder for each country.
    """
    from atlas_legal.analysis.evaluation import evaluate as measure
    from atlas_legal.cli.output import check_output, show, write
    from atlas_legal.reports.evaluation import EvaluationTable, evaluation_json

    chosen = one_format(output_format, output, FORMATS)
    folder = one_place(laws)
    check_output(output, folder)
    result = measure(gold, folder, country)
    if chosen == "json":
        write(evaluation_json(result), output)
    else:
        show(EvaluationTable(result), output)
