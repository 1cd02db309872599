"""``atlas-legal explain``: what a requirement or standard asks, and how the verdict on it came about."""

from typing import TYPE_CHECKING, Annotated, Literal

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
from atlas_legal.model.errors import UsageError
from atlas_legal.nearest import nearest

if TYPE_CHECKING:
    from rich.console import RenderableType

    from atlas_legal.model.framework import Framework
    from atlas_legal.model.standard import Library


def explain(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="A requirement (C138.2-3), instrument (C138) or standard; else a list of all.",
        ),
    ] = None,
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
    from atlas_legal.reports.explain import Contents
    from atlas_legal.standards import load_library

    spoken = one_language(language)
    folder = one_place(laws)
    code = one_country(None, country)
    check_output(output, folder)
    if as_of is not None:
        check_date(as_of)
    library = load_library()
    wanted, kind = _named(name, library)
    if kind == "contents":
        if folder is not None or code is not None:
            raise UsageError("say which requirement", hint="atlas-legal matrix answers all of them")
        instruments = [i for i in library.instruments if wanted in ("", i.instrument.id)]
        show(Contents(instruments, () if wanted else library.profiles, spoken), output)
        return
    framework = None
    if folder is not None or code is not None:
        framework = load_framework(country=code, laws=folder, skip_unreadable=skip_unreadable, as_of=as_of)
    pages = (_standard if kind == "standard" else _requirement)(wanted, library, framework, spoken)
    show(Group(*pages), output)


def _named(
    name: str | None, library: "Library"
) -> tuple[str, Literal["contents", "requirement", "standard"]]:
    """Return the exact name of what a word names in any case, and what that is.

    Raises
    ------
    UsageError : nothing is called so; the hint gives the nearest name.
    """
    if name is None:
        return "", "contents"
    names: dict[str, tuple[str, Literal["contents", "requirement", "standard"]]] = {}
    for profile in library.profiles:
        names |= {standard.id: (standard.id, "standard") for standard in profile.standards}
    for instrument in library.instruments:
        names[instrument.instrument.id] = (instrument.instrument.id, "contents")
        names |= {requirement.id: (requirement.id, "requirement") for requirement in instrument.requirements}
    found = next((names[known] for known in names if known.casefold() == name.casefold()), None)
    if found is not None:
        return found
    # An instrument's short id is inside those of its requirements, and would win over all of them.
    near = nearest(name, (known for known, (_, kind) in names.items() if kind != "contents"))
    hint = f'did you mean "{near}"?' if near else "atlas-legal explain, without a name, lists them"
    raise UsageError(f'unknown requirement "{name}"', hint=hint)


def _requirement(
    name: str, library: "Library", framework: "Framework | None", language: str
) -> "list[RenderableType]":
    """Return a requirement's handbook page and, where laws were read, the verdict on it."""
    from atlas_legal.analysis.matrix import find_requirement, in_language, laws_read
    from atlas_legal.matching import match
    from atlas_legal.reports.explain import HandbookPage, VerdictPage

    instrument, requirement = find_requirement(library, name)
    pages: list[RenderableType] = [HandbookPage(requirement, instrument, library.concepts, language)]
    if framework is not None:
        (found,) = match(framework, library, (requirement,))
        finding = in_language(found, library, language)
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
