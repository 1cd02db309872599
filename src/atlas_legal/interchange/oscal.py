"""The library as an OSCAL catalog, and a profile as an OSCAL profile (https://pages.nist.gov/OSCAL, 1.1.2).

An instrument is a group, a requirement a control. What OSCAL has no name for (pillar, area, examples with
their status, the coverage ledger) stands under this library's own namespace.
"""

import os
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from pydantic import JsonValue
from rich.tree import Tree

from atlas_legal.analysis.matrix import profile_requirements, software_version
from atlas_legal.interchange.names import NAMESPACE
from atlas_legal.model.errors import UsageError
from atlas_legal.model.standard import Instrument, InstrumentInfo, Library, Profile, Requirement, Text
from atlas_legal.reports.display import one_line
from atlas_legal.reports.explain import HandbookPage
from atlas_legal.reports.json import dump

VERSION: Final = "1.1.2"
"""The version of OSCAL; later 1.x read it too."""
CATALOG: Final = "catalog.json"
"""Where a profile expects the catalog: beside it, under this name."""
EPOCH: Final = "SOURCE_DATE_EPOCH"
"""The environment variable that says when the content was made, as in other reproducible formats."""

Data = dict[str, JsonValue]


def oscal_catalog(library: Library) -> str:
    """Return the library as an OSCAL catalog in JSON, the same bytes every time.

    Raises
    ------
    UsageError : ``SOURCE_DATE_EPOCH`` is set and no number of seconds.
    """
    groups: list[JsonValue] = [_group(instrument, library) for instrument in library.instruments]
    title = "International standards on child labour, forced labour and trafficking in persons"
    return dump({"catalog": {**_head("catalog", title, library), "groups": groups}})


def oscal_profile(library: Library, profile: Profile) -> str:
    """Return which controls of the catalog a profile takes, as an OSCAL profile in JSON.

    Raises
    ------
    UsageError : ``SOURCE_DATE_EPOCH`` is set and no number of seconds.
    StandardsError : the profile names an unknown requirement.
    """
    chosen: Data = {"href": CATALOG}
    if profile.requirements == "all":
        chosen["include-all"] = {}
    else:
        names: list[JsonValue] = [requirement.id for requirement in profile_requirements(library, profile)]
        chosen["include-controls"] = [{"with-ids": names}]
    head = _head(f"profile:{profile.id}", one_line(profile.title.en), library)
    return dump({"profile": {**head, "imports": [chosen], "merge": {"as-is": True}}})


def _head(what: str, title: str, library: Library) -> Data:
    """Return what every OSCAL document begins with: an id that follows from the content, and metadata."""
    version = f"{software_version()}+{library.sha256[:12]}"
    metadata: Data = {
        "title": title,
        "last-modified": _made(),
        "version": version,
        "oscal-version": VERSION,
        "remarks": f"The version names the content. The date is 1970 unless {EPOCH} said when it was made.",
    }
    return {"uuid": str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{what}:{version}")), "metadata": metadata}


def _made() -> str:
    """Return when the content was made, as far as anybody said."""
    said = os.environ.get(EPOCH, "0")
    try:
        return datetime.fromtimestamp(int(said), UTC).isoformat()
    except (ValueError, OverflowError, OSError) as problem:
        raise UsageError(
            f'{EPOCH} is "{said}"', hint="it is a number of seconds since 1970; unset it if in doubt"
        ) from problem


def _group(instrument: Instrument, library: Library) -> Data:
    """Return an instrument: what it is, its coverage ledger, and its requirements."""
    info = instrument.instrument
    ledger: list[JsonValue] = [
        _part(
            f"{_token(info.id)}_ledger-{number}",
            "article",
            "; ".join(filter(None, (", ".join(entry.encoded), entry.planned, entry.excluded))),
            label=article,
            state="encoded" if entry.encoded else "planned" if entry.planned else "excluded",
        )
        for number, (article, entry) in enumerate(instrument.articles.items(), start=1)
    ]
    made: Data = {
        "id": _token(info.id),
        "class": info.kind,
        "title": one_line(info.title),
        "props": _props(
            {"label": info.id},
            {
                "short-title": info.short,
                "body": info.body,
                "adopted": info.adopted,
                "in-force": info.in_force,
                "verified": _yes(info.verified),
            },
        ),
    }
    if info.url:
        made["links"] = [{"href": info.url, "rel": "reference", "text": one_line(info.title)}]
    if ledger:
        made["parts"] = ledger
    if instrument.requirements:
        made["controls"] = [
            _control(requirement, instrument, library) for requirement in instrument.requirements
        ]
    return made


def _control(requirement: Requirement, instrument: Instrument, library: Library) -> Data:
    """Return a requirement as a control."""
    own = requirement.id
    page = HandbookPage(requirement, instrument, library.concepts)
    made: Data = {
        "id": own,
        "class": requirement.area,
        "title": one_line(requirement.title.en),
        "props": _props({"label": own}, _facts(requirement, instrument.instrument)),
    }
    links: list[JsonValue] = [
        {"href": f"#{other}", "rel": kind}
        for relation in requirement.related
        for kind, other in relation.model_dump(exclude_none=True).items()
    ]
    if links:
        made["links"] = links
    parts = [
        *_texts(f"{own}_statement", "statement", requirement.summary, requirement.title),
        _sought(f"{own}_objective", page.criterion(requirement.criterion)),
    ]
    for number, option in enumerate(requirement.drafting, start=1):
        parts += _texts(f"{own}_guidance-{number}", "guidance", option)
    for number, example in enumerate(requirement.examples, start=1):
        parts.append(
            _part(
                f"{own}_example-{number}",
                "example",
                example.text,
                language=example.lang,
                status=example.status,
                why=example.why,
            )
        )
    made["parts"] = list[JsonValue](parts)
    return made


def _facts(requirement: Requirement, info: InstrumentInfo) -> Mapping[str, str]:
    """Return what is said of a requirement in single words; several of a kind are numbered."""
    when = requirement.applies_when
    return {
        "article": requirement.article,
        "pillar": requirement.pillar,
        "area": requirement.area,
        "severity": requirement.severity,
        "binding": _yes(requirement.binding),
        "verified": _yes(requirement.verified),
        "applies-when-ratified": when.ratified or "",
        "applies-when-armed-forces": "" if when.armed_forces is None else _yes(when.armed_forces),
        "applies-when-conscription": "" if when.conscription is None else _yes(when.conscription),
        "functions": ", ".join(requirement.functions),
        "indicators": ", ".join(requirement.indicators),
        "sources": "; ".join(f"{info.id} {source.article}" for source in requirement.sources),
    }


def _texts(name: str, kind: str, text: Text, title: Text | None = None) -> Iterator[Data]:
    """Yield a part for a text in each language that it has; the one in English bears the name alone."""
    for language, words in text.model_dump().items():
        if words.strip():
            part = _part(name if language == "en" else f"{name}-{language}", kind, words, language=language)
            heading = getattr(title, language, "") if title is not None else ""
            yield {**part, "title": one_line(heading)} if heading.strip() else part


def _sought(name: str, node: Tree) -> Data:
    """Return a node of a criterion in words, with the nodes below it."""
    made = _part(name, "assessment-objective", str(node.label))
    below: list[JsonValue] = [
        _sought(f"{name}-{number}", child) for number, child in enumerate(node.children, start=1)
    ]
    return {**made, "parts": below} if below else made


_CORE: Final = frozenset({"statement", "guidance", "assessment-objective"})
"""Names of parts that OSCAL defines."""


def _part(name: str, kind: str, prose: str, *, label: str = "", **props: str) -> Data:
    """Return a part of a control or group."""
    made: Data = {"id": name, "name": kind}
    if kind not in _CORE:
        made["ns"] = NAMESPACE
    stated = _props({"label": label}, props)
    if stated:
        made["props"] = stated
    made["prose"] = "\n".join(map(one_line, prose.strip().splitlines()))
    return made


def _token(name: str) -> str:
    """Return a name in the letters that OSCAL allows in an id."""
    return re.sub(r"[^\w.-]", "_", name if name[:1].isalpha() else f"_{name}")


def _props(core: Mapping[str, str], own: Mapping[str, str]) -> list[JsonValue]:
    """Return properties that have a value: OSCAL's own and ours."""
    stated: list[JsonValue] = [
        {"name": name, "value": one_line(value)} for name, value in core.items() if value.strip()
    ]
    stated += [
        {"name": name, "ns": NAMESPACE, "value": one_line(value)}
        for name, value in own.items()
        if value.strip()
    ]
    return stated


def _yes(value: bool) -> str:
    return "yes" if value else "no"
