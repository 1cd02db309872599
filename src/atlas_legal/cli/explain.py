"""``atlas-legal explain``: what a requirement asks, and how the verdict on it came about."""

from typing import Annotated

import typer

from atlas_legal.cli.options import (
    AsOfOption,
    CountryOption,
    LawsOption,
    OutputOption,
    SkipOption,
    one_country,
)


def explain(
    requirement_id: Annotated[str, typer.Argument(metavar="REQUIREMENT", help="For example C138.2-3.")],
    laws: LawsOption = None,
    country: CountryOption = None,
    as_of: AsOfOption = None,
    output: OutputOption = None,
    skip_unreadable: SkipOption = False,
) -> None:
    """Explain a requirement: its handbook page, then the criterion with every leaf's answer and its text.

    Without --laws the answers are those of the demo country, or of the country whose texts ship.
    """
    from rich.console import Group

    from atlas_legal.analysis.matrix import find_requirement, laws_read
    from atlas_legal.cli.output import check_output, show
    from atlas_legal.country import load_framework
    from atlas_legal.matching import match
    from atlas_legal.reports.explain import HandbookPage, VerdictPage
    from atlas_legal.standards import load_library

    code = one_country(None, country)
    check_output(output)
    library = load_library()
    instrument, requirement = find_requirement(library, requirement_id)
    framework = load_framework(country=code, laws=laws, skip_unreadable=skip_unreadable, as_of=as_of)
    (finding,) = match(framework, library, (requirement,))
    name = framework.country.name.get("en") if framework.country else framework.code or "the laws given"
    show(
        Group(
            HandbookPage(requirement, instrument),
            VerdictPage(finding, name, laws_read(framework)),
        ),
        output,
    )
