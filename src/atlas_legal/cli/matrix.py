"""``atlas-legal matrix``: the gap matrix of a country's laws."""

from typing import Annotated, Literal

import typer

from atlas_legal.cli.options import (
    AsOfOption,
    CountryOption,
    LanguageOption,
    LawsOption,
    OutputOption,
    SkipOption,
    one_country,
    one_format,
    one_language,
    one_of,
    one_place,
)

Format = Literal["table", "json", "csv", "md"]
FORMATS: tuple[Format, ...] = ("table", "json", "csv", "md")
STATUSES = ("met", "partial", "gap", "conflict", "review", "not_applicable")


def matrix(
    country_name: Annotated[
        str | None, typer.Argument(metavar="COUNTRY", help="Code or name; the demo country without it.")
    ] = None,
    laws: LawsOption = None,
    country: CountryOption = None,
    profile: Annotated[str, typer.Option(metavar="NAME", help="Which requirements and standards.")] = "core",
    as_of: AsOfOption = None,
    language: LanguageOption = "en",
    output_format: Annotated[
        str | None, typer.Option("--format", metavar="table|json|csv|md", help="How the matrix is written.")
    ] = None,
    output: OutputOption = None,
    fail_on: Annotated[
        list[str] | None,
        typer.Option(metavar="STATUS", help="Exit with 1 where a finding has this status; may be repeated."),
    ] = None,
    skip_unreadable: SkipOption = False,
) -> None:
    """Match a country's laws against the standards and print the gap matrix.

    Without arguments: the matrix of the fictional demo country.
    """
    from atlas_legal.cli.output import check_output, show, write

    chosen = one_format(output_format, output, FORMATS)
    statuses = {one_of(word.strip(), STATUSES, "status") for word in _split(fail_on)}
    spoken = one_language(language)
    folder = one_place(laws)
    code = one_country(country_name, country)
    check_output(output, folder)
    from atlas_legal.country import check_date, load_framework

    if as_of is not None:
        check_date(as_of)
    from atlas_legal.analysis.matrix import build_matrix, find_profile
    from atlas_legal.standards import load_library

    library = load_library()
    find_profile(library, profile)  # a wrong name is said before the laws are read
    framework = load_framework(country=code, laws=folder, skip_unreadable=skip_unreadable, as_of=as_of)
    result = build_matrix(framework, library, profile, language=spoken)
    if chosen == "table":
        from atlas_legal.reports.table import MatrixTable

        show(MatrixTable(result), output)
    elif chosen == "json":
        from atlas_legal.reports.json import matrix_json

        write(matrix_json(result), output)
    elif chosen == "csv":
        from atlas_legal.reports.csv import matrix_csv

        write(matrix_csv(result), output)
    else:
        from atlas_legal.reports.markdown import matrix_markdown

        write(matrix_markdown(result), output)
    if any(finding.status in statuses for finding in result.findings):
        raise typer.Exit(1)


def _split(words: list[str] | None) -> list[str]:
    """Return words that may be given one by one or with commas."""
    return [part for word in words or [] for part in word.split(",")]
