"""Requirements as a table for spreadsheets: one row each, in the columns that ``import`` reads again."""

import csv
import io
from collections.abc import Collection
from typing import Final

from atlas_legal.model.standard import Group, Instrument, Library, Requirement, Text
from atlas_legal.reports.csv import cell

LANGUAGES: Final = tuple(Text.model_fields)
COLUMNS: Final = (
    "id",
    "instrument",
    "article",
    *(f"title_{language}" for language in LANGUAGES),
    *(f"summary_{language}" for language in LANGUAGES),
    "pillar",
    "area",
    "severity",
    "binding",
    "ratified",
    "armed_forces",
    "conscription",
    "domain",
    "functions",
    "indicators",
    "related",
    *(f"drafting_{language}" for language in LANGUAGES),
    "sources",
    "verified",
)
BETWEEN: Final = "; "
"""What stands between the entries of a list."""
OR: Final = " | "
"""What stands between the members of a group, of which any one will do, and between sentences."""


def standards_csv(library: Library, chosen: Collection[str]) -> str:
    """Return the chosen requirements as CSV (RFC 4180, CRLF line ends), in the library's order.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for instrument in library.instruments:
        for requirement in instrument.requirements:
            if requirement.id in chosen:
                row = _row(instrument, requirement)
                writer.writerow([cell(row[column]) for column in COLUMNS])
    return out.getvalue()


def _row(instrument: Instrument, requirement: Requirement) -> dict[str, str]:
    """Return a requirement's cells by column."""
    when = requirement.applies_when
    row = {
        "id": requirement.id,
        "instrument": instrument.instrument.id,
        "article": requirement.article,
        "pillar": requirement.pillar,
        "area": requirement.area,
        "severity": requirement.severity,
        "binding": _yes(requirement.binding),
        "ratified": when.ratified or "",
        "armed_forces": _yes(when.armed_forces),
        "conscription": _yes(when.conscription),
        "domain": BETWEEN.join(map(_group, requirement.domain)),
        "functions": BETWEEN.join(requirement.functions),
        "indicators": BETWEEN.join(requirement.indicators),
        "related": BETWEEN.join(
            f"{kind}: {other}"
            for relation in requirement.related
            for kind, other in relation.model_dump(exclude_none=True).items()
        ),
        "sources": BETWEEN.join(source.article for source in requirement.sources),
        "verified": _yes(requirement.verified),
    }
    for language in LANGUAGES:
        row[f"title_{language}"] = getattr(requirement.title, language)
        row[f"summary_{language}"] = getattr(requirement.summary, language)
        options = [getattr(option, language) for option in requirement.drafting]
        row[f"drafting_{language}"] = OR.join(options) if any(options) else ""
    return row


def _group(group: Group) -> str:
    """Return a concept, or several of which any one will do; a group of one ends with the sign."""
    if isinstance(group, str):
        return group
    return OR.join(group) if len(group) > 1 else f"{group[0]}{OR}".rstrip()


def _yes(value: bool | None) -> str:
    """Return a yes or no, nothing where neither is said."""
    return "" if value is None else "yes" if value else "no"
