"""``atlas-legal explain``: what a requirement or standard asks, and how the verdict on it came about."""

from typing import TYPE_CHECKING, Annotated

import typer

from atlas_legal.cli.options import (
    AsOfOption,
    CountryOption,
    LanguageOption,
    LawsOption,
    OutputOption,
    SkipOption,
    one_country,
    one_language,
    one_place,
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
    language: LanguageOption = "en",
    output: OutputOption = None,
    skip_unreadable: SkipOption = False,
) -> None:
    """Explain a requirement: its handbook page and, for a country, every leaf's answer and its text.

    The answers come with --laws, or with --country where the country's texts ship (XDM, the demo).
    """
    from rich.console import Group

    from atlas_legal.cli.output import check_output, show
    from atlas_legal.country import check_date, load_framework
    from atlas_legal.standards import load_library

    spoken = one_language(language)
    folder = one_place(laws)
    code = one_country(None, country)
    check_output(output, folder)
    if as_of is not None:
        check_date(as_of)
    library = load_library()
    is_standard = any(name == standard.id for profile in library.profiles for standard in profile.standards)
    if not is_standard:
        from atlas_legal.analysis.matrix import find_requirement

        find_requirement(library, name)  # a wrong name is said before the laws are read
    framework = None
    if folder is not None or code is not None:
        framework = load_framework(country=code, laws=folder, skip_unreadable=skip_unreadable, as_of=as_of)
    pages = (_standard if is_standard else _requirement)(name, library, framework, spoken)
    show(Group(*pages), output)


def _requirement(
    name: str, library: "Library", framework: "Framework | None", language: str
) -> "list[RenderableType]":
    """Return a requirement's handbook page and, where laws were read, the verdict on it."""
    from atlas_legal.analysis.matrix import find_requirement, laws_read
    from atlas_legal.matching import match
    from atlas_legal.reports.explain import HandbookPage, VerdictPage

    instrument, requirement = find_requirement(library, name)
    pages: list[RenderableType] = [HandbookPage(requirement, instrument, library.concepts, language)]
    if framework is not None:
        (finding,) = match(framework, library, (requirement,))
        country = framework.country.name.get(language) if framework.country else framework.code
        pages.append(VerdictPage(finding, country, laws_read(framework), language))
    return pages


def _standard(
    name: str, library: "Library", framework: "Framework | None", language: str
) -> "list[RenderableType]":
    """Return a standard's rules and, where laws were read, the verdicts on it and on what is behind it."""
    from atlas_legal.analysis.matrix import build_matrix
    from atlas_legal.reports.explain import StandardPage, VerdictPage

    profile, standard = next(
        (profile, standard)
        for profile in library.profiles
        for standard in profile.standards
        if standard.id == name
    )
    if framework is None:
        return [StandardPage(standard, profile, language=language)]
    matrix = build_matrix(framework, library, profile.id, language=language)
    verdict = next(verdict for verdict in matrix.standards if verdict.id == name)
    pages: list[RenderableType] = [StandardPage(standard, profile, verdict, language)]
    pages += [
        VerdictPage(finding, f"{finding.requirement} {finding.title}", matrix.laws, language)
        for finding in matrix.findings
        if finding.requirement in standard.requirements
    ]
    return pages
