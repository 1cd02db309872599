"""The library as pages to read: one for each instrument, and one with the coverage of all."""

from collections.abc import Iterator, Mapping
from typing import Final

from rich.tree import Tree

from atlas_legal.model.standard import Instrument, LedgerEntry, Library, Requirement
from atlas_legal.reports.explain import HandbookPage
from atlas_legal.reports.markdown import escape, table_head, table_row
from atlas_legal.reports.words import Words

INDEX: Final = "README.md"
_MADE: Final = "<!-- Made from the YAML by: atlas-legal export standards --format md -o FOLDER -->"
_SAY: Final = Words("en")


def reference_pages(library: Library) -> Mapping[str, str]:
    """Return Markdown pages by their file names; no text of the library can act as markup in them."""
    homes = {r.id: i.instrument.id for i in library.instruments for r in i.requirements}
    pages: dict[str, Iterator[str]] = {INDEX: _index(library)}
    for instrument in library.instruments:
        pages[_file(instrument.instrument.id)] = _page(instrument, library, homes)
    return {name: "\n".join((_MADE, "", *lines)) + "\n" for name, lines in pages.items()}


def _file(instrument: str) -> str:
    """Return the name of an instrument's page."""
    safe = "".join(letter if letter.isalnum() or letter in "-_." else "_" for letter in instrument)
    return f"{safe.lstrip('.')}.md"


def _index(library: Library) -> Iterator[str]:
    """Yield the page on all instruments: how far each is covered, and which profiles there are."""
    requirements = library.requirements()
    yield "# Standards"
    yield ""
    yield (
        f"{len(library.instruments)} instruments, {len(requirements)} requirements. Every article is encoded "
        "by requirements, planned for a later edition, or excluded with a reason."
    )
    yield ""
    yield from table_head("Instrument", "Title", "Encoded", "Planned", "Excluded", "Requirements", "Verified")
    for instrument in library.instruments:
        info = instrument.instrument
        states = [_state(entry) for entry in instrument.articles.values()]
        yield table_row(
            f"[{escape(info.id)}]({_file(info.id)})",
            escape(info.title),
            *(str(states.count(state) or "·") for state in ("encoded", "planned", "excluded")),
            str(len(instrument.requirements)),
            f"{sum(r.verified for r in instrument.requirements)} of {len(instrument.requirements)}",
        )
    yield ""
    yield "Counted are entries of the coverage ledger: an article, a paragraph, or a range of articles."
    yield ""
    yield "## By area and pillar"
    yield ""
    pillars = sorted({requirement.pillar for requirement in requirements})
    yield from table_head("", *map(_SAY.heading, pillars))
    for area in sorted({requirement.area for requirement in requirements}):
        numbers = (sum(r.area == area and r.pillar == pillar for r in requirements) for pillar in pillars)
        yield table_row(_SAY.heading(area), *(str(number or "·") for number in numbers))
    yield ""
    yield "## Profiles"
    yield ""
    yield from table_head("Profile", "Title", "Requirements", "Standards")
    for profile in library.profiles:
        count = "all" if profile.requirements == "all" else str(len(profile.requirements))
        yield table_row(
            f"`{profile.id}`", escape(profile.title.en), count, str(len(profile.standards) or "·")
        )


def _state(entry: LedgerEntry) -> str:
    """Return what became of an article, the best of what the ledger says."""
    return "encoded" if entry.encoded else "planned" if entry.planned else "excluded"


def _page(instrument: Instrument, library: Library, homes: Mapping[str, str]) -> Iterator[str]:
    """Yield the page on an instrument."""
    info = instrument.instrument
    yield f"# {escape(info.id)} · {escape(info.title)}"
    yield ""
    facts = [
        escape(f"{info.body}, {info.kind}"),
        f"adopted {escape(info.adopted)}",
        *([f"in force {escape(info.in_force)}"] if info.in_force else []),
        *([f"<{info.url}>"] if info.url.startswith("https://") and not set(info.url) & set("<> \n") else []),
        *([] if info.verified else ["not verified yet"]),
    ]
    yield " · ".join(facts)
    yield ""
    yield f"[All instruments]({INDEX})"
    yield ""
    yield "## Coverage"
    yield ""
    yield from table_head("Article", "", "By, or why")
    for article, entry in instrument.articles.items():
        said = [
            *(_link(name, homes) for name in entry.encoded),
            escape(entry.planned),
            escape(entry.excluded),
        ]
        yield table_row(escape(article), _state(entry), "; ".join(filter(None, said)))
    for requirement in instrument.requirements:
        page = HandbookPage(requirement, instrument, library.concepts)
        yield ""
        yield f'<a id="{requirement.id}"></a>'
        yield ""
        yield f"## {requirement.id} {escape(requirement.title.en)}"
        yield ""
        yield from _requirement(requirement, page, homes)


def _requirement(requirement: Requirement, page: HandbookPage, homes: Mapping[str, str]) -> Iterator[str]:
    """Yield the section on a requirement."""
    yield escape(requirement.summary.en)
    yield ""
    facts = (
        f"article {escape(requirement.article)}",
        _SAY.heading(requirement.pillar),
        _SAY.heading(requirement.area),
        "binding" if requirement.binding else "guidance",
        f"severity {requirement.severity}",
        "verified" if requirement.verified else "not verified yet",
    )
    yield " · ".join(facts)
    for condition in page.conditions():
        yield from ("", escape(condition))
    yield from ("", "**What is looked for**", "")
    yield from _tree(page.criterion(requirement.criterion))
    examples = [f"- {_SAY.status(example.status)}: {escape(example.text)}" for example in page.examples()]
    if examples:
        yield from ("", "**Examples**", "", *examples)
    for heading, items in (
        ("Ways to close a gap", [escape(option.en) for option in requirement.drafting]),
        ("Functions that somebody must hold", [escape(_SAY.name(name)) for name in requirement.functions]),
        ("Indicators", [escape(_SAY.name(name)) for name in requirement.indicators]),
        (
            "Related requirements",
            [
                f"{_link(other, homes)} ({_SAY.name(kind)})"
                for relation in requirement.related
                for kind, other in relation.model_dump(exclude_none=True).items()
            ],
        ),
    ):
        if items:
            yield from ("", f"**{heading}**", "", *(f"- {item}" for item in items))


def _tree(node: Tree, depth: int = 0) -> Iterator[str]:
    """Yield a criterion as a list in lists."""
    yield f"{'  ' * depth}- {escape(str(node.label))}"
    for child in node.children:
        yield from _tree(child, depth + 1)


def _link(name: str, homes: Mapping[str, str]) -> str:
    """Return a link to a requirement's section, its name alone where it is not in the library."""
    home = homes.get(name)
    return f"[{escape(name)}]({_file(home)}#{name})" if home else escape(name)
