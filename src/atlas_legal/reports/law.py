"""A law's tree of provisions: as data (the pinned format ``atlas-legal/law/1``) and for a terminal."""

from collections.abc import Iterator

from pydantic import JsonValue
from rich.console import Console, ConsoleOptions, RenderResult
from rich.padding import Padding
from rich.text import Text

from atlas_legal.model.law import BASIC_KINDS, Law, Provision
from atlas_legal.reports.display import one_line

SCHEMA = "atlas-legal/law/1"

_INDENT = 2
_HEADING = 160
_WORDS = 72
"""Characters of a provision's own words that are shown where it has no heading."""
_STATUS_STYLES = {"repealed": "red", "not_in_force": "yellow", "transitional": "cyan"}


def law_data(law: Law) -> JsonValue:
    """Return a law as data: what it is, and its provisions in document order, each with its parent's eid.

    Keys are added, never changed. ``start`` and ``end`` are code points in the decoded file.
    """
    return {
        "schema": SCHEMA,
        "law": {
            "id": law.id,
            "file": law.file,
            "title": law.title,
            "short": law.short,
            "number": law.number,
            "kind": law.kind,
            "date": law.date,
            "language": law.language,
            "country": law.country,
            "jurisdiction": law.jurisdiction,
            "status": law.status,
            "encoding": law.source.encoding,
            "sha256": law.source.sha256,
            "notes": list(law.notes),
        },
        "provisions": [_provision(provision, parent) for provision, parent in _with_parents(law)],
        "references": [
            {
                "eid": reference.eid,
                "start": reference.start,
                "end": reference.end,
                "target": reference.target,
                "law": reference.law,
                "resolved_law": reference.resolved_law,
            }
            for reference in law.references
        ],
        "definitions": [
            {"term": term.term, "eid": term.eid, "start": term.start, "end": term.end}
            for term in law.definitions
        ],
        "amendments": [
            {
                "eid": amendment.eid,
                "operation": amendment.operation,
                "law": amendment.law,
                "target": amendment.target,
                "start": amendment.start,
                "end": amendment.end,
            }
            for amendment in law.amendments
        ],
        "anomalies": [
            {
                "code": anomaly.code,
                "message": anomaly.message,
                "line": anomaly.line,
                "start": anomaly.start,
            }
            for anomaly in law.anomalies
        ],
    }


def _with_parents(law: Law) -> Iterator[tuple[Provision, str | None]]:
    """Yield every provision in document order with the eid of what holds it."""
    waiting: list[tuple[Provision, str | None]] = [(p, None) for p in reversed(law.provisions)]
    while waiting:
        provision, parent = waiting.pop()
        yield provision, parent
        waiting.extend((child, provision.eid) for child in reversed(provision.children))


def _provision(provision: Provision, parent: str | None) -> JsonValue:
    return {
        "eid": provision.eid,
        "kind": provision.kind,
        "num": provision.num,
        "heading": provision.heading,
        "start": provision.start,
        "end": provision.end,
        "status": provision.status,
        "parent": parent,
        "label": provision.label,
        "content_start": provision.content_start,
        "quoted": provision.quoted,
    }


def law_tree(law: Law) -> "LawTree":
    """Return a law as something that rich can print."""
    return LawTree(law)


class LawTree:
    """A law that rich can print: one line for each provision, with its eid; no wider than the terminal.

    A paragraph or point shows the last piece of its eid, which goes on from that of what holds it.

    All text of the law goes through :func:`one_line` and stands in ``Text``, so nothing in it can act.
    """

    def __init__(self, law: Law) -> None:
        self.law = law

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the title, the provisions, and what did not fit."""
        law = self.law
        yield Text(one_line(law.title or law.file), style="bold")
        yield Text(_summary(law), style="dim")
        for provision in law.provisions:
            yield from _lines(law, provision, 0, options.max_width)
        for anomaly in law.anomalies:
            yield Text(f"{one_line(law.file)}:{anomaly.line}: {one_line(anomaly.message)}", style="yellow")
        for note in law.notes:
            yield Text(one_line(note), style="dim")


def _summary(law: Law) -> str:
    """Return what the law is and how much of it there is, in one line."""
    own = [unit for unit, _ in law.units()]
    gone = sum(unit.status == "repealed" for unit in own)
    parts = [
        one_line(law.id),
        law.kind if law.kind != "unknown" else "",
        one_line(law.date),
        law.language,
        f"{len(own)} provisions" + (f", {gone} repealed" if gone else ""),
        f"{len(law.definitions)} definitions" if law.definitions else "",
        f"{len(law.references)} references" if law.references else "",
        f"{len(law.amendments)} amendments" if law.amendments else "",
    ]
    return " · ".join(part for part in parts if part)


def _lines(law: Law, provision: Provision, depth: int, width: int) -> Iterator[Padding]:
    """Yield the line of a provision and those of all below it."""
    line = Text()
    part = provision.kind in ("paragraph", "point")
    name = "modification" if provision.kind == "modification" else provision.num if part else provision.label
    line.append(one_line(name), style="bold" if provision.kind in BASIC_KINDS else "")
    shown = one_line(provision.heading, _HEADING) or _opening(law, provision)
    if shown:
        line.append(f" {shown}")
    line.append(f" {one_line(provision.eid.rpartition('__')[2] if part else provision.eid)}", style="dim")
    if provision.status != "in_force":
        word = provision.status.replace("_", " ")
        line.append(f" [{word}]", style=_STATUS_STYLES.get(provision.status, ""))
    yield Padding(line, (0, 0, 0, min(depth * _INDENT, width // 2)), expand=False)
    for child in provision.children:
        yield from _lines(law, child, depth + 1, width)


def _opening(law: Law, provision: Provision) -> str:
    """Return the first words of a unit or part, those before its own parts."""
    if provision.kind not in BASIC_KINDS and provision.kind not in ("paragraph", "point"):
        return ""
    end = provision.children[0].start if provision.children else provision.end
    return one_line(law.text[provision.content_start : min(end, provision.content_start + 400)], _WORDS)
