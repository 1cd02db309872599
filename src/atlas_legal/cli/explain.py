"""``atlas-legal explain``: what a requirement or standard asks, and how the verdict on it came about."""

from typing import TYPE_CHECKING, Annotated

import typer

from atlas_legal.cli.options import (
    AsOfOption,
    CountryOption,
    LawsOption,
    OutputOption,
    SkipOption,
    one_country,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

    from atlas_legal.model.framework import Framework
    from atlas_legal.model.standard import Library


def explain(
    name: Annotated[
        str, typer.Argument(metavar="REQUIREMENT", help="For example C138.2-3, or a profile's standard.")
    ],
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

    from atlas_legal.cli.output import check_output, show
    from atlas_legal.country import load_framework
    from atlas_legal.standards import load_library

    code = one_country(None, country)
    check_output(output)
    library = load_library()
    is_standard = any(name == standard.id for profile in library.profiles for standard in profile.standards)
    if not is_standard:
        from atlas_legal.analysis.matrix import find_requirement

        find_requirement(library, name)  # a wrong name is said before the laws are read
    framework = load_framework(country=code, laws=laws, skip_unreadable=skip_unreadable, as_of=as_of)
    pages = _standard(name, library, framework) if is_standard else _requirement(name, library, framework)
    show(Group(*pages), output)


def _requirement(name: str, library: "Library", framework: "Framework") -> "list[RenderableType]":
    """Return a requirement's handbook page and the verdict on it."""
    from atlas_legal.analysis.matrix import find_requirement, laws_read
    from atlas_legal.matching import match
    from atlas_legal.reports.explain import HandbookPage, VerdictPage

    instrument, requirement = find_requirement(library, name)
    (finding,) = match(framework, library, (requirement,))
    return [
        HandbookPage(requirement, instrument),
        VerdictPage(finding, _country_name(framework), laws_read(framework)),
    ]


def _standard(name: str, library: "Library", framework: "Framework") -> "list[RenderableType]":
    """Return a standard's rules and verdict, and the verdicts on the requirements behind it."""
    from atlas_legal.analysis.matrix import build_matrix
    from atlas_legal.reports.explain import StandardPage, VerdictPage

    profile, standard = next(
        (profile, standard)
        for profile in library.profiles
        for standard in profile.standards
        if standard.id == name
    )
    matrix = build_matrix(framework, library, profile.id)
    verdict = next(verdict for verdict in matrix.standards if verdict.id == name)
    pages: list[RenderableType] = [StandardPage(standard, profile, verdict)]
    pages += [
        VerdictPage(finding, f"{finding.requirement} {finding.title}", matrix.laws)
        for finding in matrix.findings
        if finding.requirement in standard.requirements
    ]
    return pages


def _country_name(framework: "Framework") -> str:
    """Return what the page calls the country."""
    return framework.country.name.get("en") if framework.country else framework.code or "the laws given"
